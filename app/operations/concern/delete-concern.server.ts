import { fail, ok, type Result } from '#app/domain/result';
import { buryConcern, concernByNumber } from '#app/store/concern/concerns.server';
import { write } from '#app/store/database.server';
import { appendEvent } from '#app/store/review/events.server';
import { indexWords } from '#app/store/search.server';
import { enterReview } from '../access.server';
import { accountIdOf, newId, type Actor, type App } from '../app.server';

/** Leaves a tombstone: the concern's words are gone from every revision and from search; its replies stay. Codes: not-found, sign-in-needed, forbidden. */
export async function deleteConcern(actor: Actor, app: App, slug: string, number: number): Promise<Result<null>> {
  const readable = enterReview(actor, app, slug, 'read-thread');
  if (!readable.ok) return readable;
  const concern = await concernByNumber(app.store.prisma, readable.value.id, number);
  if (!concern) return fail('not-found');
  const entered = enterReview(actor, app, slug, 'delete-concern', { author: concern.authorId === accountIdOf(actor) });
  if (!entered.ok) return entered;
  const reviewId = entered.value.id;
  await write(app.store, async (tx) => {
    const now = app.now();
    if (!(await buryConcern(tx, concern.id, now))) return;
    await indexWords(tx, { reviewId, concernId: concern.id, itemId: concern.id, words: '' });
    await appendEvent(tx, {
      id: newId(),
      reviewId,
      kind: 'concern-deleted',
      concernId: concern.id,
      actorId: accountIdOf(actor),
      createdAt: now,
    });
  });
  app.hub.publish(reviewId);
  return ok(null);
}
