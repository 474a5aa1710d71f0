import { z } from 'zod';
import { readForm } from '#app/domain/form';
import { fail, ok, type Result } from '#app/domain/result';
import { correctionsSchema, type Correction } from '#app/domain/treaty/corrections';
import { READ_AS } from '#app/domain/treaty/outline';
import { say } from '#app/domain/words/words';
import { accountIdOf, type Actor, type App } from '../app.server';
import { draftOf, keepDraft, readUpload, type Draft } from './upload.server';

const schema = z.object({
  change: z.enum(['read-as', 'split', 'accept', 'undo', 'language']),
  line: z.coerce.number().int().min(1).default(1),
  column: z.coerce.number().int().min(0).default(0),
  as: z.enum([...READ_AS, 'joins']).optional(),
  /** For a split: the words with which the new paragraph begins. */
  words: z.string().max(500).default(''),
  /** For an acceptance: the doubt. */
  what: z.string().max(2000).default(''),
  /** For an undo: the correction's place in the list. */
  index: z.coerce.number().int().min(0).default(0),
  language: z.string().max(35).default(''),
});
type Change = z.output<typeof schema>;

/**
 * Takes one more thing that the owner of an upload says of its source, or takes one back. What leaves no article is not
 * taken. Codes: sign-in-needed, gone, invalid, unreadable, too-many.
 */
export async function correctImport(
  actor: Actor,
  app: App,
  upload: string,
  fields: Record<string, string>,
): Promise<Result<null>> {
  const draft = await draftOf(actor, app, upload);
  if (!draft.ok) return draft;
  const form = readForm(schema, fields);
  if (!form.ok) return form;
  const me = accountIdOf(actor) ?? '';
  const read = await readUpload(me, app, upload, draft.value);
  if (!read.ok) return read;
  const change = form.value;
  const piece = read.value.lines.find((one) => one.line === change.line && (one.column ?? 0) === change.column);
  if (!piece && change.change !== 'undo' && change.change !== 'language')
    return fail('invalid', { detail: say('import.no-line') });
  const next = changed(draft.value, change, piece?.text ?? '');
  if (!next.ok) return next;
  const kept = correctionsSchema.safeParse(next.value.corrections);
  if (!kept.success) return fail('invalid', { detail: say('import.too-many-corrections') });
  const works = await readUpload(me, app, upload, next.value);
  if (!works.ok) return works;
  await keepDraft(me, app, upload, next.value);
  return ok(null);
}

function changed(draft: Draft, change: Change, text: string): Result<Draft> {
  const { line, column } = change;
  const place = column > 0 ? { line, column } : { line };
  const add = (one: Correction): Result<Draft> => ok({ ...draft, corrections: [...draft.corrections, one] });
  switch (change.change) {
    case 'language':
      return ok({ ...draft, language: change.language || null });
    case 'undo':
      return ok({ ...draft, corrections: draft.corrections.filter((_, i) => i !== change.index) });
    case 'accept':
      return add({ line, accepts: change.what });
    case 'split': {
      const at = text.indexOf(change.words.trim());
      if (at <= 0 || change.words.trim() === '')
        return fail('invalid', { fields: { words: say('import.split-words-missing') } });
      return add({ line, splits: column + at });
    }
    case 'read-as': {
      if (change.as === undefined) return fail('invalid', { fields: { as: say('import.choose-reading') } });
      // The last word on a line counts: an earlier reading of it is taken back.
      const others = draft.corrections.filter(
        (one) =>
          !(
            one.line === line &&
            ('as' in one || 'joins' in one) &&
            (('column' in one ? one.column : 0) ?? 0) === column
          ),
      );
      const one: Correction = change.as === 'joins' ? { ...place, joins: true } : { ...place, as: change.as };
      return ok({ ...draft, corrections: [...others, one] });
    }
  }
}
