import type { Client } from '../database.server';

export const insertInvitation = (
  db: Client,
  row: {
    id: string;
    tokenHash: string;
    reviewId: string | null;
    role: string;
    organisationId: string | null;
    invitedById: string | null;
    note: string;
    createdAt: Date;
    expiresAt: Date;
  },
) => db.invitation.create({ data: row });

/** An invitation that can still be used, with what it is for; null otherwise. */
export const openInvitation = (db: Client, tokenHash: string, now: Date) =>
  db.invitation.findFirst({
    where: { tokenHash, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    include: { review: true, organisation: true },
  });

/** Uses it up, once: false when somebody else was first. */
export async function useInvitation(db: Client, id: string, now: Date): Promise<boolean> {
  const { count } = await db.invitation.updateMany({
    where: { id, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}

export const invitationsOf = (db: Client, reviewId: string, now: Date) =>
  db.invitation.findMany({
    where: { reviewId, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    include: { organisation: true },
    orderBy: { createdAt: 'desc' },
  });

export const revokeInvitation = async (db: Client, reviewId: string, id: string, now: Date) =>
  (await db.invitation.updateMany({ where: { id, reviewId, usedAt: null }, data: { revokedAt: now } })).count;

/** Marks the link that the first start prints. */
export const FIRST_VISIT = 'first visit';

/** First-visit links that are still open are ended before a new one is made. */
export const revokeFirstVisits = (db: Client, now: Date) =>
  db.invitation.updateMany({
    where: { note: FIRST_VISIT, invitedById: null, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });

/** Ends what one person has invited to a review and nobody has used. */
export const revokeInvitationsOf = (db: Client, reviewId: string, invitedById: string, now: Date) =>
  db.invitation.updateMany({
    where: { reviewId, invitedById, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
