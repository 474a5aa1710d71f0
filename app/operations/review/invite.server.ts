import { z } from 'zod';
import { readForm } from '#app/domain/form';
import { fail, ok, type Result } from '#app/domain/result';
import { ROLES } from '#app/domain/review/roles';
import { represents } from '#app/store/account/accounts.server';
import { insertInvitation } from '#app/store/account/invitations.server';
import { enterReview } from '../access.server';
import { accountIdOf, newId, newToken, sha256, type Actor, type App } from '../app.server';

const DAYS = 7;
const schema = z.object({
  role: z.enum(ROLES, { error: 'Choose a role.' }),
  organisation: z.string().max(80).default(''),
  note: z.string().trim().max(120, 'Use at most 120 characters.').default(''),
});

/**
 * Makes an invitation and gives its single-use link, which is shown once and not stored. With an organisation (one that the
 * actor may speak for) whoever takes it may speak for that too. Codes: not-found, sign-in-needed, forbidden, invalid.
 */
export async function invite(
  actor: Actor,
  app: App,
  slug: string,
  fields: Record<string, string>,
): Promise<Result<{ link: string }>> {
  const review = enterReview(actor, app, slug, 'invite');
  if (!review.ok) return review;
  const form = readForm(schema, fields);
  if (!form.ok) return form;
  const invitedById = accountIdOf(actor);
  const organisationId = form.value.organisation || null;
  if (organisationId && !(invitedById && (await represents(app.store.prisma, invitedById, organisationId))))
    return fail('invalid', { fields: { organisation: 'Choose an organisation that you may speak for.' } });
  const token = newToken();
  const now = app.now();
  await insertInvitation(app.store.prisma, {
    id: newId(),
    tokenHash: sha256(token),
    reviewId: review.value.id,
    role: form.value.role,
    organisationId,
    invitedById,
    note: form.value.note,
    createdAt: now,
    expiresAt: new Date(now.getTime() + DAYS * 86_400_000),
  });
  return ok({ link: `${app.publicUrl}/join/${token}` });
}
