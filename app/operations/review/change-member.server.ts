import { z } from 'zod';
import { readForm } from '#app/domain/form';
import { fail, ok, type Result } from '#app/domain/result';
import { ROLES } from '#app/domain/review/roles';
import { revokeInvitationsOf } from '#app/store/account/invitations.server';
import { write } from '#app/store/database.server';
import { appendEvent } from '#app/store/review/events.server';
import { countCoordinators, memberOf, removeMember, setRole } from '#app/store/review/reviews.server';
import { enterReview } from '../access.server';
import { accountIdOf, newId, type Actor, type App } from '../app.server';

const schema = z.object({ account: z.string().min(1).max(80), role: z.enum([...ROLES, 'none']) });

/**
 * Gives a member another role, or ends the membership (`none`), at once: open streams close. The last coordinator stays.
 * Codes: not-found, sign-in-needed, forbidden, invalid, conflict.
 */
export async function changeMember(
  actor: Actor,
  app: App,
  slug: string,
  fields: Record<string, string>,
): Promise<Result<null>> {
  const review = enterReview(actor, app, slug, 'change-member');
  if (!review.ok) return review;
  const form = readForm(schema, fields);
  if (!form.ok) return form;
  const { account, role } = form.value;
  const reviewId = review.value.id;
  const result = await write(app.store, async (tx): Promise<Result<null>> => {
    const member = await memberOf(tx, reviewId, account);
    if (!member) return fail('not-found');
    if (member.role === 'coordinator' && role !== 'coordinator' && (await countCoordinators(tx, reviewId)) === 1)
      return fail('conflict', { detail: 'A review needs a coordinator. Make somebody else coordinator first.' });
    if (role === 'none') await removeMember(tx, reviewId, account);
    else await setRole(tx, reviewId, account, role);
    // Links that she made as coordinator would let her, or anybody, back in.
    if (role !== 'coordinator') await revokeInvitationsOf(tx, reviewId, account, app.now());
    await appendEvent(tx, {
      id: newId(),
      reviewId,
      kind: 'member-changed',
      actorId: accountIdOf(actor),
      createdAt: app.now(),
    });
    return ok(null);
  });
  if (result.ok) app.hub.publish(reviewId);
  return result;
}
