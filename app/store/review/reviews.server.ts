import type { Role, Visibility } from '#app/domain/review/roles';
import { prepared, type Client, type Store } from '../database.server';

/** What the hot paths need to know of a review, and how one account stands in it. */
export interface ReviewStanding {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly visibility: Visibility;
  readonly sequence: number;
  readonly textId: string;
  readonly treatyId: string;
  readonly role: Role | null;
  /** How many texts its treaty has. */
  readonly texts: number;
}

/** One raw read by slug: it stands in front of every answer about a review, cached ones too. */
export function standingIn(store: Store, slug: string, accountId: string | null): ReviewStanding | null {
  const find = prepared<[string | null, string], ReviewStanding>(
    store,
    `SELECT r.id, r.slug, r.title, r.visibility, r.sequence, r.textId, r.treatyId, m.role,
       (SELECT COUNT(*) FROM Version v JOIN Text t ON t.versionId = v.id WHERE v.treatyId = r.treatyId) AS texts
     FROM Review r LEFT JOIN Member m ON m.reviewId = r.id AND m.accountId = ? WHERE r.slug = ?`,
  );
  return find.get(accountId, slug) ?? null;
}

export const reviewById = (db: Client, id: string) =>
  db.review.findUniqueOrThrow({
    where: { id },
    include: { treaty: true, text: { select: { id: true, language: true, version: true } } },
  });

/** Public reviews and those that the account is a member of, newest first. */
export const reviewsVisibleTo = (db: Client, accountId: string | null) =>
  db.review.findMany({
    where: { OR: [{ visibility: 'public' }, ...(accountId ? [{ members: { some: { accountId } } }] : [])] },
    include: {
      treaty: true,
      members: accountId ? { where: { accountId } } : { take: 0 },
      _count: { select: { concerns: { where: { deletedAt: null } } } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });

export const insertReview = (
  db: Client,
  row: {
    id: string;
    slug: string;
    title: string;
    brief: string;
    treatyId: string;
    textId: string;
    visibility: string;
    createdAt: Date;
  },
) => db.review.create({ data: row });

export const reviewSlugTaken = async (db: Client, slug: string) => (await db.review.count({ where: { slug } })) > 0;

export const updateReview = (db: Client, id: string, data: { title: string; brief: string; visibility: string }) =>
  db.review.update({ where: { id }, data });

export const membersOf = (db: Client, reviewId: string) =>
  db.member.findMany({
    where: { reviewId },
    include: { account: { select: { id: true, handle: true, name: true } } },
    orderBy: [{ createdAt: 'asc' }, { accountId: 'asc' }],
  });

export const memberOf = (db: Client, reviewId: string, accountId: string) =>
  db.member.findUnique({ where: { reviewId_accountId: { reviewId, accountId } } });

export const addMember = (
  db: Client,
  row: { reviewId: string; accountId: string; role: string; pseudonym: string; createdAt: Date },
) =>
  db.member.upsert({
    where: { reviewId_accountId: { reviewId: row.reviewId, accountId: row.accountId } },
    create: row,
    update: {},
  });

export const setRole = (db: Client, reviewId: string, accountId: string, role: string) =>
  db.member.updateMany({ where: { reviewId, accountId }, data: { role } });
export const removeMember = (db: Client, reviewId: string, accountId: string) =>
  db.member.deleteMany({ where: { reviewId, accountId } });
export const countCoordinators = (db: Client, reviewId: string) =>
  db.member.count({ where: { reviewId, role: 'coordinator' } });
