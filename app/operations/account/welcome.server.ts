import { countPeople } from '#app/store/account/accounts.server';
import { FIRST_VISIT, insertInvitation, revokeFirstVisits } from '#app/store/account/invitations.server';
import { write } from '#app/store/database.server';
import { sha256, newId, newToken, type App } from '../app.server';

const FIRST_VISIT_DAYS = 7;

/**
 * The one-time link's secret for the first coordinator's account, made anew at each start until somebody has an account; null
 * after that. `sampleReviewId`: she also becomes coordinator there, so that her first visit is not to an empty house.
 */
export async function welcome(app: App, sampleReviewId: string | null): Promise<string | null> {
  if ((await countPeople(app.store.prisma)) > 0) return null;
  const token = newToken();
  await write(app.store, async (tx) => {
    const now = app.now();
    await revokeFirstVisits(tx, now);
    await insertInvitation(tx, {
      id: newId(),
      tokenHash: sha256(token),
      reviewId: sampleReviewId,
      role: 'coordinator',
      organisationId: null,
      invitedById: null,
      note: FIRST_VISIT,
      createdAt: now,
      expiresAt: new Date(now.getTime() + FIRST_VISIT_DAYS * 86_400_000),
    });
  });
  return token;
}
