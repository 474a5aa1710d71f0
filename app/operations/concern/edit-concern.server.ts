import { editConcernSchema } from '#app/domain/concern/form';
import { readForm } from '#app/domain/form';
import { fail, ok, type Result } from '#app/domain/result';
import { concernByNumber, insertRevision, newestRevision } from '#app/store/concern/concerns.server';
import { write } from '#app/store/database.server';
import { appendEvent } from '#app/store/review/events.server';
import { indexWords } from '#app/store/search.server';
import { enterReview } from '../access.server';
import { accountIdOf, newId, type Actor, type App } from '../app.server';
import { bodyOfForm, revisionOf, searchable } from './words.server';

/**
 * Adds a revision to one's own concern. `revision` names the one that the author saw: if there is a newer one she gets it as
 * `theirs` and nothing is lost. Codes: not-found, sign-in-needed, forbidden, invalid, too-large, gone, conflict.
 */
export async function editConcern(
  actor: Actor,
  app: App,
  slug: string,
  number: number,
  fields: Record<string, string>,
): Promise<Result<{ revision: number }>> {
  const readable = enterReview(actor, app, slug, 'read-thread');
  if (!readable.ok) return readable;
  const concern = await concernByNumber(app.store.prisma, readable.value.id, number);
  if (!concern) return fail('not-found');
  const entered = enterReview(actor, app, slug, 'edit-concern', { author: concern.authorId === accountIdOf(actor) });
  if (!entered.ok) return entered;
  const form = readForm(editConcernSchema, fields);
  if (!form.ok) return form;
  const body = bodyOfForm(form.value, 'Say what your concern is.');
  if (!body.ok) return body;
  if (concern.deletedAt) return fail('gone', { detail: 'This concern was deleted.' });

  const reviewId = entered.value.id;
  const { category, severity, ask } = form.value;
  const result = await write(app.store, async (tx): Promise<Result<{ revision: number }>> => {
    const newest = await newestRevision(tx, concern.id);
    if (!newest || newest.body === '') return fail('gone', { detail: 'This concern was deleted.' });
    const now = app.now();
    const ordinal = newest.ordinal + 1;
    const revision = revisionOf(body.value, { ordinal, category, severity, ask });
    if (newest.ordinal !== form.value.revision) {
      // The same edit sent twice is not a conflict.
      if (
        newest.body === revision.body &&
        newest.category === category &&
        newest.severity === severity &&
        newest.ask === ask
      )
        return ok({ revision: newest.ordinal });
      return fail('conflict', {
        detail: 'This concern was changed since you opened it.',
        theirs: {
          revision: newest.ordinal,
          category: newest.category,
          severity: newest.severity,
          ask: newest.ask,
          body: JSON.parse(newest.body) as unknown,
        },
      });
    }
    await insertRevision(tx, concern.id, { id: newId(), createdAt: now, ...revision });
    await indexWords(tx, {
      reviewId,
      concernId: concern.id,
      itemId: concern.id,
      words: searchable(concern.placements.map((p) => p.exact).join('\n'), body.value),
    });
    await appendEvent(tx, {
      id: newId(),
      reviewId,
      kind: 'concern-edited',
      concernId: concern.id,
      actorId: accountIdOf(actor),
      createdAt: now,
    });
    return ok({ revision: ordinal });
  });
  if (result.ok) app.hub.publish(reviewId);
  return result;
}
