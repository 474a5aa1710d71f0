import { z } from 'zod';
import { readForm } from '#app/domain/form';
import { fail, type Result } from '#app/domain/result';
import { slugOf } from '#app/domain/slug';
import { write } from '#app/store/database.server';
import { sha256, type Actor, type App } from '../app.server';
import { storeText, type StoredText } from './store-text.server';

const schema = z.object({
  treaty: z.string().trim().max(80).optional(),
  title: z.string().trim().min(3, 'Give the treaty a title.').max(300, 'Use at most 300 characters.'),
  version: z.string().trim().min(1, 'Say which version this is, for example "Adopted text".').max(80),
  language: z
    .string()
    .trim()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Use a language code such as en, fr or ar.'),
  official: z.enum(['', 'official', 'unofficial']).default(''),
  visibility: z.enum(['private', 'public']).default('private'),
});

/**
 * Reads a file and stores it as one text of a treaty. Trying again with the same file gives the same text. Codes:
 * sign-in-needed, invalid, conflict, too-large, unreadable.
 */
export async function importText(
  actor: Actor,
  app: App,
  file: { name: string; bytes: Uint8Array },
  fields: Record<string, string>,
): Promise<Result<StoredText>> {
  if (actor.kind === 'visitor') return fail('sign-in-needed');
  const form = readForm(schema, fields);
  if (!form.ok) return form;
  const { title, version, language, visibility } = form.value;
  const read = await app.reader.read(file.bytes, { name: file.name, language });
  if (!read.ok) return read;
  const source = sha256(file.bytes);
  return write(app.store, (tx) =>
    storeText(app, tx, {
      outline: read.value,
      source: { name: file.name.slice(0, 200), sha256: source },
      treaty: {
        slug: slugOf(form.value.treaty || title, `treaty-${source.slice(0, 8)}`),
        title,
        unofficial: form.value.official === 'unofficial',
        visibility,
      },
      version: { slug: slugOf(version, `version-${source.slice(0, 8)}`), label: version },
      language,
      ownerId: actor.kind === 'person' ? actor.id : null,
      mayAddTo: (ownerId) => actor.kind === 'operator' || (actor.kind === 'person' && ownerId === actor.id),
    }),
  );
}
