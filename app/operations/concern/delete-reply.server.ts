import { fail, ok, type Result } from '#app/domain/result';
import { buryReply, concernByNumber } from '#app/store/concern/concerns.server';
import { write } from '#app/store/database.server';
import { appendEvent } from '#app/store/review/events.server';
import { indexWords } from '#app/store/search.server';
import { enterReview } from '../access.server';
import { accountIdOf, newId, type Actor, type App } from '../app.server';

/** Leaves a tombstone of a reply; answers to it stay. Codes: not-found, sign-in-needed, forbidden. */
export async function deleteReply(
  actor: Actor,
  app: App,
  slug: string,
  number: number,
  id: string,
): Promise<Result<null>> {
  const readable = enterReview(actor, app, slug, 'read-thread');
  if (!readable.ok) return readable;
  const concern = await concernByNumber(app.store.prisma, readable.value.id, number);
  const row = concern?.replies.find((r) => r.id === id);
  if (!concern || !row) return fail('not-found');
  const entered = enterReview(actor, app, slug, 'delete-reply', { author: row.authorId === accountIdOf(actor) });
  if (!entered.ok) return entered;
  const reviewId = entered.value.id;
  await write(app.store, async (tx) => {
    const now = app.now();
    if (!(await buryReply(tx, id, now))) return;
    await indexWords(tx, { reviewId, concernId: concern.id, itemId: id, words: '' });
    await appendEvent(tx, {
      id: newId(),
      reviewId,
      kind: 'reply-deleted',
      concernId: concern.id,
      replyId: id,
      actorId: accountIdOf(actor),
      createdAt: now,
    });
  });
  app.hub.publish(reviewId);
  return ok(null);
}
