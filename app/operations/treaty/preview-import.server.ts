import { fail, ok, type Result } from '#app/domain/result';
import type { Outline } from '#app/domain/treaty/outline';
import { sha256, type Actor, type App } from '../app.server';

/** The outline of an uploaded file, which is kept for the confirmation; no text is stored. Codes: sign-in-needed, too-large, unreadable. */
export async function previewImport(
  actor: Actor,
  app: App,
  file: { name: string; bytes: Uint8Array },
  language?: string,
): Promise<Result<{ outline: Outline; upload: string }>> {
  if (actor.kind !== 'person') return fail('sign-in-needed');
  const outline = await app.reader.read(file.bytes, { name: file.name, ...(language ? { language } : {}) });
  if (!outline.ok) return outline;
  const upload = sha256(file.bytes);
  await app.uploads.keep(actor.id, upload, file.bytes);
  return ok({ outline: outline.value, upload });
}

/** A file that the actor uploaded for a preview; null when it is gone. */
export async function uploadedFile(actor: Actor, app: App, upload: string): Promise<Uint8Array | null> {
  return actor.kind === 'person' ? app.uploads.find(actor.id, upload) : null;
}
