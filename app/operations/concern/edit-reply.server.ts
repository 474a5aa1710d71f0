import { editReplySchema } from '#app/domain/concern/form';
import { readForm } from '#app/domain/form';
import { fail, ok, type Result } from '#app/domain/result';
import { concernByNumber, insertReplyRevision, replyById } from '#app/store/concern/concerns.server';
import { write } from '#app/store/database.server';
import { appendEvent } from '#app/store/review/events.server';
import { indexWords } from '#app/store/search.server';
import { enterReview } from '../access.server';
import { accountIdOf, newId, type Actor, type App } from '../app.server';
import { bodyOfForm, revisionOf, searchable } from './words.server';

/** Adds a revision to one's own reply; conflicts as in `editConcern`. Codes: not-found, sign-in-needed, forbidden, invalid, too-large, gone, conflict. */
export async function editReply(
  actor: Actor,
  app: App,
  slug: string,
  number: number,
  fields: Record<string, string>,
): Promise<Result<{ revision: number }>> {
  const readable = enterReview(actor, app, slug, 'read-thread');
  if (!readable.ok) return readable;
  const form = readForm(editReplySchema, fields);
  if (!form.ok) return form;
  const concern = await concernByNumber(app.store.prisma, readable.value.id, number);
  const row = concern?.replies.find((r) => r.id === form.value.reply);
  if (!concern || !row) return fail('not-found');
  const entered = enterReview(actor, app, slug, 'edit-reply', { author: row.authorId === accountIdOf(actor) });
  if (!entered.ok) return entered;
  const body = bodyOfForm(form.value, 'Write your reply first.');
  if (!body.ok) return body;

  const reviewId = entered.value.id;
  const result = await write(app.store, async (tx): Promise<Result<{ revision: number }>> => {
    const current = await replyById(tx, concern.id, row.id);
    const newest = current?.revisions[0];
    if (!current || !newest || current.deletedAt) return fail('gone', { detail: 'This reply was deleted.' });
    const ordinal = newest.ordinal + 1;
    const revision = revisionOf(body.value, { ordinal });
    if (newest.ordinal !== form.value.revision) {
      if (newest.body === revision.body) return ok({ revision: newest.ordinal });
      return fail('conflict', {
        detail: 'This reply was changed since you opened it.',
        theirs: { revision: newest.ordinal, body: JSON.parse(newest.body) as unknown },
      });
    }
    const now = app.now();
    await insertReplyRevision(tx, row.id, { id: newId(), createdAt: now, ...revision });
    await indexWords(tx, { reviewId, concernId: concern.id, itemId: row.id, words: searchable('', body.value) });
    await appendEvent(tx, {
      id: newId(),
      reviewId,
      kind: 'reply-edited',
      concernId: concern.id,
      replyId: row.id,
      actorId: accountIdOf(actor),
      createdAt: now,
    });
    return ok({ revision: ordinal });
  });
  if (result.ok) app.hub.publish(reviewId);
  return result;
}
