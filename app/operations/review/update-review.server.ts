import { z } from 'zod';
import { nameSchema } from '#app/domain/account/credentials';
import { readForm } from '#app/domain/form';
import { fail, ok, type Result } from '#app/domain/result';
import { VISIBILITIES } from '#app/domain/review/roles';
import { say } from '#app/domain/words/words';
import { write } from '#app/store/database.server';
import { appendEvent } from '#app/store/review/events.server';
import { updateReview as update } from '#app/store/review/reviews.server';
import { treatyToShow } from '#app/store/treaty/texts.server';
import { enterReview } from '../access.server';
import { accountIdOf, newId, type Actor, type App } from '../app.server';

const schema = z.object({
  title: nameSchema,
  brief: z.string().trim().max(2000, 'Use at most 2,000 characters.').default(''),
  visibility: z.enum(VISIBILITIES),
});

/** Changes a review's title, brief and visibility. Codes: not-found, sign-in-needed, forbidden, invalid. */
export async function updateReview(
  actor: Actor,
  app: App,
  slug: string,
  fields: Record<string, string>,
): Promise<Result<null>> {
  const review = enterReview(actor, app, slug, 'update-review');
  if (!review.ok) return review;
  const form = readForm(schema, fields);
  if (!form.ok) return form;
  // A public review makes its text public: only the treaty's owner may do that with a private one.
  const opens = form.value.visibility === 'public' && review.value.visibility !== 'public' && actor.kind !== 'operator';
  if (opens && !(await treatyToShow(app.store.prisma, accountIdOf(actor), { id: review.value.treatyId })))
    return fail('invalid', { fields: { visibility: say('members.private-treaty') } });
  await write(app.store, async (tx) => {
    await update(tx, review.value.id, form.value);
    await appendEvent(tx, {
      id: newId(),
      reviewId: review.value.id,
      kind: 'review-changed',
      actorId: accountIdOf(actor),
      createdAt: app.now(),
    });
  });
  app.hub.publish(review.value.id);
  return ok(null);
}
