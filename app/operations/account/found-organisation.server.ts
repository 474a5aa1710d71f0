import { z } from 'zod';
import { nameSchema } from '#app/domain/account/credentials';
import { CONSTITUENCIES } from '#app/domain/concern/taxonomy';
import { readForm } from '#app/domain/form';
import { fail, ok, type Result } from '#app/domain/result';
import { slugOf } from '#app/domain/slug';
import { addRepresentative, insertOrganisation, organisationBySlug } from '#app/store/account/accounts.server';
import { write } from '#app/store/database.server';
import { newId, type Actor, type App } from '../app.server';

const schema = z.object({
  name: nameSchema,
  constituency: z.enum(CONSTITUENCIES, { error: 'Choose what the organisation is.' }),
});

/** Registers an organisation; whoever does may speak for it and invite others to. Codes: sign-in-needed, invalid. */
export async function foundOrganisation(
  actor: Actor,
  app: App,
  fields: Record<string, string>,
): Promise<Result<{ id: string }>> {
  if (actor.kind !== 'person') return fail('sign-in-needed');
  const form = readForm(schema, fields);
  if (!form.ok) return form;
  const id = newId();
  const slug = slugOf(form.value.name, `organisation-${id.slice(0, 8)}`);
  return write(app.store, async (tx) => {
    if (await organisationBySlug(tx, slug))
      return fail('invalid', {
        fields: { name: 'An organisation of this name is registered. Ask one of its people to invite you.' },
      });
    await insertOrganisation(tx, { id, slug, ...form.value, createdAt: app.now() });
    await addRepresentative(tx, actor.id, id, app.now());
    return ok({ id });
  });
}
