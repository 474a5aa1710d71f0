import { canonicalJson } from '#app/domain/concern/canonical-json';
import { newConcernSchema } from '#app/domain/concern/form';
import { readForm } from '#app/domain/form';
import { fail, ok, type Result } from '#app/domain/result';
import { concernBySubmission, insertConcern, takeNumber } from '#app/store/concern/concerns.server';
import { write } from '#app/store/database.server';
import { appendEvent } from '#app/store/review/events.server';
import { indexWords } from '#app/store/search.server';
import { enterReview } from '../access.server';
import { newId, type Actor, type App } from '../app.server';
import { editConcern } from './edit-concern.server';
import { loadText } from '../treaty/text-cache.server';
import { placementFor } from './passage.server';
import { bodyOfForm, revisionOf, searchable, speakerOf } from './words.server';

/**
 * Raises a concern on a passage, a provision or the whole treaty, and gives its number. The same submission again gives the
 * same concern, with the newest words as its next revision if they differ. Codes: not-found, sign-in-needed, forbidden, invalid, too-large.
 */
export async function raiseConcern(
  actor: Actor,
  app: App,
  slug: string,
  fields: Record<string, string>,
): Promise<Result<{ number: number }>> {
  const entered = enterReview(actor, app, slug, 'raise-concern');
  if (!entered.ok) return entered;
  if (actor.kind !== 'person') return fail('sign-in-needed');
  const review = entered.value;
  const form = readForm(newConcernSchema, fields);
  if (!form.ok) return form;
  const { submission, category, severity, ask } = form.value;
  const body = bodyOfForm(form.value, 'Say what your concern is.');
  if (!body.ok) return body;
  const again = await concernBySubmission(app.store.prisma, actor.id, submission);
  if (again) {
    if (again.reviewId !== review.id) return fail('invalid');
    // The answer was lost, and she changed her words before she tried again: they become the next revision.
    const stored = again.revisions[0];
    if (!stored || stored.body === '' || stored.body === canonicalJson(body.value)) return ok({ number: again.number });
    const edited = await editConcern(actor, app, slug, again.number, { ...fields, revision: String(stored.ordinal) });
    return edited.ok ? ok({ number: again.number }) : edited;
  }
  // Until concerns can be carried over, a review is about the words of one text.
  const text = await loadText(app, review.treatyId, { id: review.textId });
  if (!text || (form.value.text && form.value.text !== text.id))
    return fail('invalid', { fields: { passage: 'This review is about another version or language. Open it there.' } });
  const now = app.now();
  const placement = placementFor(text, text.provisions, form.value, now);
  if (!placement.ok) return placement;
  const speaker = await speakerOf(app.store.prisma, review.id, actor.id, form.value);
  if (!speaker.ok) return speaker;

  const id = newId();
  const number = await write(app.store, async (tx) => {
    const number = await takeNumber(tx, review.id);
    // Looked for again under the lock: a retry may have run beside this one.
    const twin = await concernBySubmission(tx, actor.id, submission);
    if (twin) throw new Twin(twin.number);
    await insertConcern(
      tx,
      { id, reviewId: review.id, number, authorId: actor.id, ...speaker.value, createdAt: now, submission },
      { id: newId(), createdAt: now, ...revisionOf(body.value, { ordinal: 1, category, severity, ask }) },
      [placement.value],
    );
    await indexWords(tx, {
      reviewId: review.id,
      concernId: id,
      itemId: id,
      words: searchable(placement.value.exact, body.value),
    });
    await appendEvent(tx, {
      id: newId(),
      reviewId: review.id,
      kind: 'concern-raised',
      concernId: id,
      actorId: actor.id,
      createdAt: now,
    });
    return number;
  }).catch((error: unknown) => {
    if (error instanceof Twin) return error.number;
    throw error;
  });
  app.hub.publish(review.id);
  return ok({ number });
}

// Rolls the transaction back, so that the number which was taken is free again.
class Twin extends Error {
  constructor(readonly number: number) {
    super('posted twice');
  }
}
