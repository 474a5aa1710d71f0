import { fail, ok, type Result } from '#app/domain/result';

const MOST_FIELDS = 60;

/** A form's text fields; one value each. Codes: invalid, too-large (more bytes than the server takes are refused before). */
export async function formFields(request: Request): Promise<Result<Record<string, string>>> {
  const form = await readFormData(request);
  if (!form.ok) return form;
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  let count = 0;
  for (const [name, value] of form.value) {
    count += 1;
    if (count > MOST_FIELDS || name in fields)
      return fail('invalid', { detail: 'This form is damaged; reload the page.' });
    if (typeof value === 'string') fields[name] = value;
  }
  return ok({ ...fields });
}

/** A form with one uploaded file and text fields. */
export async function formWithFile(
  request: Request,
  fileField: string,
): Promise<Result<{ fields: Record<string, string>; file: { name: string; bytes: Uint8Array } | null }>> {
  const form = await readFormData(request);
  if (!form.ok) return form;
  const fields: Record<string, string> = {};
  let file: { name: string; bytes: Uint8Array } | null = null;
  const names = [...form.value.keys()];
  if (names.length > MOST_FIELDS || new Set(names).size !== names.length)
    return fail('invalid', { detail: 'This form is damaged; reload the page.' });
  for (const [name, value] of form.value) {
    if (typeof value === 'string') fields[name] = value;
    else if (name === fileField && value.size > 0)
      file = {
        name: value.name.replace(/[\p{Cc}/\\]/gu, ' ').slice(0, 200),
        bytes: new Uint8Array(await value.arrayBuffer()),
      };
  }
  return ok({ fields, file });
}

async function readFormData(request: Request): Promise<Result<FormData>> {
  try {
    return ok(await request.formData());
  } catch {
    return fail('invalid', { detail: 'This form could not be read; reload the page and try again.' });
  }
}
