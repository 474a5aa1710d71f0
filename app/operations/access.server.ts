import { fail, ok, type Result } from '#app/domain/result';
import { may, mayRead, type Operation } from '#app/domain/review/policy';
import { standingIn, type ReviewStanding } from '#app/store/review/reviews.server';
import { accountIdOf, type Actor, type App } from './app.server';

/**
 * The review that `slug` names, if the actor may do `operation` in it. A review that she may not read and one that is not
 * there give the same failure. Codes: not-found, sign-in-needed, forbidden.
 */
export function enterReview(
  actor: Actor,
  app: App,
  slug: string,
  operation: Operation,
  more: { author?: boolean } = {},
): Result<ReviewStanding> {
  const review = standingIn(app.store, slug, accountIdOf(actor));
  if (!review) return fail('not-found');
  if (actor.kind === 'operator') return ok({ ...review, role: 'coordinator' });
  const standing = { signedIn: actor.kind === 'person', role: review.role, visibility: review.visibility, ...more };
  if (!mayRead(standing)) return fail('not-found');
  if (may(operation, standing)) return ok(review);
  return fail(actor.kind === 'person' ? 'forbidden' : 'sign-in-needed');
}
