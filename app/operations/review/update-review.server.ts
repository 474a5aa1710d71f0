import { z } from 'zod';
import { nameSchema } from '#app/domain/account/credentials';
import { readForm } from '#app/domain/form';
import { ok, type Result } from '#app/domain/result';
import { VISIBILITIES } from '#app/domain/review/roles';
import { write } from '#app/store/database.server';
import { appendEvent } from '#app/store/review/events.server';
import { updateReview as update } from '#app/store/review/reviews.server';
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
