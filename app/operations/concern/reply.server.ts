import { canonicalJson } from '#app/domain/concern/canonical-json';
import { replySchema } from '#app/domain/concern/form';
import { readForm } from '#app/domain/form';
import { fail, ok, type Result } from '#app/domain/result';
import { concernByNumber, insertReply, replyBySubmission } from '#app/store/concern/concerns.server';
import { write } from '#app/store/database.server';
import { appendEvent } from '#app/store/review/events.server';
import { indexWords } from '#app/store/search.server';
import { enterReview } from '../access.server';
import { newId, type Actor, type App } from '../app.server';
import { editReply } from './edit-reply.server';
import { bodyOfForm, revisionOf, searchable, speakerOf } from './words.server';

/** Deeper than this an answer stands beside what it answers: no screen shows more, and no chain can exhaust a stack. */
const DEEPEST = 24;

/**
 * Answers a concern or a reply (`parent`) and gives the reply's id. The same submission again gives the same reply; a
 * tombstone can still be answered. Codes: not-found, sign-in-needed, forbidden, invalid, too-large.
 */
export async function reply(
  actor: Actor,
  app: App,
  slug: string,
  number: number,
  fields: Record<string, string>,
): Promise<Result<{ id: string }>> {
  const entered = enterReview(actor, app, slug, 'reply');
  if (!entered.ok) return entered;
  if (actor.kind !== 'person') return fail('sign-in-needed');
  const review = entered.value;
  const form = readForm(replySchema, fields);
  if (!form.ok) return form;
  const concern = await concernByNumber(app.store.prisma, review.id, number);
  if (!concern) return fail('not-found');
  const body = bodyOfForm(form.value, 'Write your reply first.');
  if (!body.ok) return body;
  const parents = new Map(concern.replies.map((r) => [r.id, r.parentId]));
  let parentId = form.value.parent || null;
  if (parentId && !parents.has(parentId)) return fail('not-found');
  const line: string[] = [];
  for (let at = parentId; at; at = parents.get(at) ?? null) line.unshift(at);
  if (line.length >= DEEPEST) parentId = line[DEEPEST - 2] ?? null;
  const speaker = await speakerOf(app.store.prisma, review.id, actor.id, form.value);
  if (!speaker.ok) return speaker;

  const now = app.now();
  const { submission } = form.value;
  const again = await replyBySubmission(app.store.prisma, actor.id, submission);
  if (again) {
    if (again.concernId !== concern.id) return fail('invalid');
    const stored = again.revisions[0];
    if (!stored || stored.body === '' || stored.body === canonicalJson(body.value)) return ok({ id: again.id });
    const edited = await editReply(actor, app, slug, number, {
      ...fields,
      reply: again.id,
      revision: String(stored.ordinal),
    });
    return edited.ok ? ok({ id: again.id }) : edited;
  }
  const result = await write(app.store, async (tx) => {
    const twin = await replyBySubmission(tx, actor.id, submission);
    if (twin) return twin.concernId === concern.id ? ok({ id: twin.id }) : fail('invalid');
    const id = newId();
    await insertReply(
      tx,
      { id, concernId: concern.id, parentId, authorId: actor.id, ...speaker.value, createdAt: now, submission },
      { id: newId(), createdAt: now, ...revisionOf(body.value, { ordinal: 1 }) },
    );
    await indexWords(tx, { reviewId: review.id, concernId: concern.id, itemId: id, words: searchable('', body.value) });
    await appendEvent(tx, {
      id: newId(),
      reviewId: review.id,
      kind: 'reply-posted',
      concernId: concern.id,
      replyId: id,
      actorId: actor.id,
      createdAt: now,
    });
    return ok({ id });
  });
  app.hub.publish(review.id);
  return result;
}
