import { fail, ok, type Result } from '#app/domain/result';
import { sha256, type Actor, type App } from '../app.server';
import { keepDraft, knownCorrections } from './upload.server';

/**
 * Reads an uploaded file and keeps it for the person to look at; no text is stored. A file that she corrected before comes
 * with its corrections. Codes: sign-in-needed, too-large, too-many, unreadable.
 */
export async function previewImport(
  actor: Actor,
  app: App,
  file: { name: string; bytes: Uint8Array },
): Promise<Result<{ upload: string }>> {
  if (actor.kind !== 'person') return fail('sign-in-needed');
  const upload = sha256(file.bytes);
  const corrections = await knownCorrections(actor, app, upload);
  const read = await app.reader.read(file.bytes, { name: file.name, corrections, from: 'file' });
  if (!read.ok) return read;
  await app.uploads.keep(actor.id, upload, 'source', read.value.source);
  await keepDraft(actor.id, app, upload, { name: file.name, language: null, corrections });
  return ok({ upload });
}
