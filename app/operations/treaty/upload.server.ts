import { fail, ok, type Result } from '#app/domain/result';
import { z } from 'zod';
import { correct, correctionsSchema, type Correction } from '#app/domain/treaty/corrections';
import type { Outline, Source, SourceLine } from '#app/domain/treaty/outline';
import { say } from '#app/domain/words/words';
import { recipeOfFile } from '#app/store/treaty/texts.server';
import { accountIdOf, type Actor, type App } from '../app.server';

/** What the owner of an upload has said of it so far. */
export interface Draft {
  /** The file's name. */
  readonly name: string;
  /** BCP 47 tag of the language to read; null: as detected. */
  readonly language: string | null;
  readonly corrections: readonly Correction[];
}
const draftSchema = z.object({
  name: z.string(),
  language: z.string().nullable(),
  corrections: correctionsSchema,
}) satisfies z.ZodType<Draft>;

const recipeSchema = z.object({ corrections: correctionsSchema });

/** Corrections that were made to a file with this hash before, in a text that the actor may read; none when it is new. */
export async function knownCorrections(actor: Actor, app: App, sha256: string): Promise<readonly Correction[]> {
  const recipe = await recipeOfFile(
    app.store.prisma,
    actor.kind === 'operator' ? 'operator' : { accountId: accountIdOf(actor) },
    sha256,
  );
  const known = recipeSchema.safeParse(recipe === null ? null : JSON.parse(recipe));
  return known.success ? known.data.corrections : [];
}

/** What the actor has said of an upload of hers. Codes: sign-in-needed, gone. */
export async function draftOf(actor: Actor, app: App, upload: string): Promise<Result<Draft>> {
  if (actor.kind !== 'person') return fail('sign-in-needed');
  const kept = await app.uploads.find(actor.id, upload, 'draft');
  if (!kept) return fail('gone', { detail: say('import.expired') });
  return ok(draftSchema.parse(JSON.parse(kept.toString('utf8'))));
}

/** Keeps what the actor says of an upload of hers. */
export const keepDraft = (accountId: string, app: App, upload: string, draft: Draft): Promise<void> =>
  app.uploads.keep(accountId, upload, 'draft', JSON.stringify(draft));

interface Read {
  readonly outline: Outline;
  readonly source: Source;
  /** The source's lines as corrected: those that were split are there in pieces. */
  readonly lines: readonly SourceLine[];
}
const KEPT = 4;
const caches = new WeakMap<App, Map<string, Read>>();

/** An upload as its draft has it read. Turning pages in it does not read it again. Codes: gone, unreadable, too-many. */
export async function readUpload(accountId: string, app: App, upload: string, draft: Draft): Promise<Result<Read>> {
  const cache = caches.get(app) ?? new Map<string, Read>();
  caches.set(app, cache);
  const key = `${accountId}\n${upload}\n${JSON.stringify(draft)}`;
  const kept = cache.get(key);
  if (kept) return ok(kept);
  const source = await app.uploads.find(accountId, upload, 'source');
  if (!source) return fail('gone', { detail: say('import.expired') });
  const { name, language, corrections } = draft;
  const job = { name, corrections, from: 'source' as const, ...(language ? { language } : {}) };
  const reading = await app.reader.read(source, job);
  if (!reading.ok) return reading;
  const whole = JSON.parse(source.toString('utf8')) as Source;
  const lines = whole.outline ? whole.lines : correct(whole, corrections).lines;
  const read = { outline: reading.value.outline, source: whole, lines };
  if (cache.size >= KEPT) cache.delete(cache.keys().next().value ?? '');
  cache.set(key, read);
  return ok(read);
}
