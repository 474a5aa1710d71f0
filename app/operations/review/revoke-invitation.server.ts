import { fail, ok, type Result } from '#app/domain/result';
import { revokeInvitation as revoke } from '#app/store/account/invitations.server';
import { enterReview } from '../access.server';
import type { Actor, App } from '../app.server';

/** Withdraws an invitation that nobody has used. Codes: not-found, sign-in-needed, forbidden. */
export async function revokeInvitation(actor: Actor, app: App, slug: string, id: string): Promise<Result<null>> {
  const review = enterReview(actor, app, slug, 'revoke-invitation');
  if (!review.ok) return review;
  const ended = await revoke(app.store.prisma, review.value.id, id, app.now());
  return ended > 0 ? ok(null) : fail('not-found');
}
