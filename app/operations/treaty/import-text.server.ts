import { z } from 'zod';
import { readForm } from '#app/domain/form';
import { fail, ok, type Result } from '#app/domain/result';
import { slugOf } from '#app/domain/slug';
import { write } from '#app/store/database.server';
import { accountIdOf, sha256, type Actor, type App } from '../app.server';
import { storeText, type StoredText, type TextToStore } from './store-text.server';
import { draftOf, knownCorrections, readUpload } from './upload.server';

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
 * Reads a file, or takes an upload as its owner has corrected it, and stores it as one text of a treaty. Trying again with
 * the same file gives the same text. Codes: sign-in-needed, invalid, conflict, gone, too-large, too-many, unreadable.
 */
export async function importText(
  actor: Actor,
  app: App,
  file: { name: string; bytes: Uint8Array } | { upload: string },
  fields: Record<string, string>,
): Promise<Result<StoredText>> {
  if (actor.kind === 'visitor') return fail('sign-in-needed');
  const form = readForm(schema, fields);
  if (!form.ok) return form;
  const { title, version, language, visibility } = form.value;
  const read =
    'upload' in file ? await fromUpload(actor, app, file.upload) : await fromFile(actor, app, file, language);
  if (!read.ok) return read;
  const { outline, corrections, source } = read.value;
  return write(app.store, (tx) =>
    storeText(app, tx, {
      outline,
      corrections,
      source,
      treaty: {
        slug: slugOf(form.value.treaty || title, `treaty-${source.sha256.slice(0, 8)}`),
        title,
        unofficial: form.value.official === 'unofficial',
        visibility,
      },
      version: { slug: slugOf(version, `version-${source.sha256.slice(0, 8)}`), label: version },
      language,
      ownerId: actor.kind === 'person' ? actor.id : null,
      mayAddTo: (ownerId) => actor.kind === 'operator' || (actor.kind === 'person' && ownerId === actor.id),
    }),
  );
}

type Read = Result<Pick<TextToStore, 'outline' | 'corrections' | 'source'>>;

async function fromFile(
  actor: Actor,
  app: App,
  { name, bytes }: { name: string; bytes: Uint8Array },
  language: string,
): Promise<Read> {
  const hash = sha256(bytes);
  const corrections = await knownCorrections(actor, app, hash);
  const read = await app.reader.read(bytes, { name, language, corrections, from: 'file' });
  if (!read.ok) return read;
  return ok({ outline: read.value.outline, corrections, source: { name: name.slice(0, 200), sha256: hash } });
}

async function fromUpload(actor: Actor, app: App, upload: string): Promise<Read> {
  const draft = await draftOf(actor, app, upload);
  if (!draft.ok) return draft;
  const read = await readUpload(accountIdOf(actor) ?? '', app, upload, draft.value);
  if (!read.ok) return read;
  const { name, corrections } = draft.value;
  return ok({ outline: read.value.outline, corrections, source: { name: name.slice(0, 200), sha256: upload } });
}
