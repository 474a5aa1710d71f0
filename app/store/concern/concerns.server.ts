import { MOST_VALUES, prepared, type Client, type Store } from '../database.server';

const newest = { orderBy: { ordinal: 'desc' }, take: 1 } as const;
const first = { orderBy: { ordinal: 'asc' }, take: 1 } as const;
const people = {
  author: { select: { name: true } },
  organisation: { select: { name: true, constituency: true } },
} as const;

/** One concern with everything its thread shows, replies flat in order of time. */
export const concernByNumber = (db: Client, reviewId: string, number: number) =>
  db.concern.findUnique({
    where: { reviewId_number: { reviewId, number } },
    include: {
      ...people,
      revisions: newest,
      placements: { orderBy: { id: 'asc' } },
      statusChanges: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], include: { actor: { select: { name: true } } } },
      replies: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        include: { ...people, revisions: newest },
      },
    },
  });
export type ConcernRow = NonNullable<Awaited<ReturnType<typeof concernByNumber>>>;
export type ReplyRow = ConcernRow['replies'][number];

/** Prisma loads what belongs to a list of rows with one parameter a row, and SQLite takes `MOST_VALUES` of them. */
const MOST_ROWS = MOST_VALUES - 1000;

/** The numbers of a review's concerns in order, in parts whose concerns and replies together stay below the limit. */
async function partsOf(db: Client, reviewId: string, only?: readonly number[]): Promise<number[][]> {
  const wanted = only && new Set(only);
  const heads = await db.concern.findMany({
    where: { reviewId },
    select: { number: true, _count: { select: { replies: true } } },
    orderBy: { number: 'asc' },
  });
  const parts: number[][] = [];
  let rows = MOST_ROWS;
  for (const { number, _count } of heads) {
    if (wanted && !wanted.has(number)) continue;
    rows += 1 + _count.replies;
    if (rows > MOST_ROWS) {
      parts.push([]);
      rows = 1 + _count.replies;
    }
    parts.at(-1)!.push(number);
  }
  return parts;
}

const listPart = (db: Client, reviewId: string, numbers: number[]) =>
  db.concern.findMany({
    where: { reviewId, number: { in: numbers } },
    include: {
      ...people,
      revisions: newest,
      placements: { orderBy: { id: 'asc' } },
      _count: { select: { replies: { where: { deletedAt: null } } } },
    },
    orderBy: { number: 'asc' },
  });
export type ConcernListRow = Awaited<ReturnType<typeof listPart>>[number];

// CROSS JOIN keeps SQLite to this order, which has an index at each step: as a Prisma filter it took two minutes at 10,000.
const ON_TEXT = `SELECT DISTINCT c."number" FROM "Placement" p CROSS JOIN "Concern" c
  WHERE p."textId" = ? AND p."start" >= ? AND p."start" < ? AND c."id" = p."concernId" AND c."reviewId" = ?`;
const ON_TREATY = `SELECT DISTINCT c."number" FROM "Concern" c CROSS JOIN "Placement" p
  WHERE c."reviewId" = ? AND p."concernId" = c."id" AND p."scope" = 'treaty'`;

/** Numbers of the review's concerns with a placement on `textId` that begins in [from, to), or, below 0, on the whole treaty. */
export function numbersBetween(
  store: Store,
  reviewId: string,
  { textId, from, to }: { textId: string; from: number; to: number },
): number[] {
  const rows =
    from < 0
      ? prepared<[string], { number: number }>(store, ON_TREATY).all(reviewId)
      : prepared<[string, number, number, string], { number: number }>(store, ON_TEXT).all(textId, from, to, reviewId);
  return rows.map(({ number }) => number);
}

/** Concerns of a review (all, or those of the numbers given) in order of number, with what lists and the margin show. */
export async function concernsOf(db: Client, reviewId: string, numbers?: readonly number[]): Promise<ConcernListRow[]> {
  const rows: ConcernListRow[] = [];
  for (const part of await partsOf(db, reviewId, numbers)) rows.push(...(await listPart(db, reviewId, part)));
  return rows;
}

const threadPart = (db: Client, reviewId: string, numbers: number[]) =>
  db.concern.findMany({
    where: { reviewId, number: { in: numbers } },
    include: {
      ...people,
      revisions: newest,
      placements: { orderBy: { id: 'asc' } },
      statusChanges: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], include: { actor: { select: { name: true } } } },
      replies: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], include: { ...people, revisions: newest } },
    },
    orderBy: { number: 'asc' },
  });

/** As `concernByNumber`, for every concern of a review: what a report is made of. */
export async function threadsOf(db: Client, reviewId: string) {
  const rows: Awaited<ReturnType<typeof threadPart>> = [];
  for (const part of await partsOf(db, reviewId)) rows.push(...(await threadPart(db, reviewId, part)));
  return rows;
}

export const concernBySubmission = (db: Client, authorId: string, submission: string) =>
  db.concern.findUnique({
    where: { authorId_submission: { authorId, submission } },
    select: { id: true, number: true, reviewId: true, revisions: { ...newest, select: { ordinal: true, body: true } } },
  });
export const replyBySubmission = (db: Client, authorId: string, submission: string) =>
  db.reply.findUnique({
    where: { authorId_submission: { authorId, submission } },
    select: { id: true, concernId: true, revisions: { ...newest, select: { ordinal: true, body: true } } },
  });

/** Takes the next number of the review. It writes first, so two people posting at once never share one. */
export async function takeNumber(tx: Client, reviewId: string): Promise<number> {
  const { lastNumber } = await tx.review.update({
    where: { id: reviewId },
    data: { lastNumber: { increment: 1 } },
    select: { lastNumber: true },
  });
  return lastNumber;
}

export interface RevisionRow {
  readonly id: string;
  readonly ordinal: number;
  readonly category: string;
  readonly severity: string;
  readonly ask: string | null;
  readonly body: string;
  readonly sha256: string;
  readonly createdAt: Date;
}
export interface PlacementRow {
  readonly id: string;
  readonly textId: string;
  readonly scope: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly eIds: string;
  readonly outcome: string;
  readonly createdAt: Date;
}

export const insertConcern = (
  tx: Client,
  row: {
    id: string;
    reviewId: string;
    number: number;
    authorId: string;
    organisationId: string | null;
    attribution: string;
    pseudonym: string;
    createdAt: Date;
    submission: string;
  },
  revision: RevisionRow,
  placements: readonly PlacementRow[],
) =>
  tx.concern.create({
    data: { ...row, revisions: { create: revision }, placements: { create: [...placements] } },
    select: { id: true },
  });

export const insertRevision = (tx: Client, concernId: string, revision: RevisionRow) =>
  tx.concernRevision.create({ data: { ...revision, concernId } });

export const newestRevision = (tx: Client, concernId: string) =>
  tx.concernRevision.findFirst({ where: { concernId }, ...newest, orderBy: { ordinal: 'desc' } });

export const revisionsOf = (db: Client, concernId: string) =>
  db.concernRevision.findMany({ where: { concernId }, orderBy: { ordinal: 'asc' } });
export const replyRevisionsOf = (db: Client, replyId: string) =>
  db.replyRevision.findMany({ where: { replyId }, orderBy: { ordinal: 'asc' } });

export async function setStatus(
  tx: Client,
  change: { id: string; concernId: string; status: string; reason: string; actorId: string; createdAt: Date },
): Promise<boolean> {
  const { count } = await tx.concern.updateMany({
    where: { id: change.concernId, status: { not: change.status }, deletedAt: null },
    data: { status: change.status },
  });
  if (count === 0) return false;
  await tx.statusChange.create({ data: change });
  return true;
}

const GONE = { body: '', sha256: '' } as const;

/** A tombstone: the words of every revision and every quotation of the author's reasons are gone, the row and its replies stay. */
export async function buryConcern(tx: Client, id: string, deletedAt: Date): Promise<boolean> {
  const { count } = await tx.concern.updateMany({ where: { id, deletedAt: null }, data: { deletedAt } });
  if (count === 0) return false;
  await tx.concernRevision.updateMany({ where: { concernId: id }, data: GONE });
  await tx.statusChange.updateMany({ where: { concernId: id }, data: { reason: '' } });
  return true;
}

export async function buryReply(tx: Client, id: string, deletedAt: Date): Promise<boolean> {
  const { count } = await tx.reply.updateMany({ where: { id, deletedAt: null }, data: { deletedAt } });
  if (count === 0) return false;
  await tx.replyRevision.updateMany({ where: { replyId: id }, data: GONE });
  return true;
}

export const insertReply = (
  tx: Client,
  row: {
    id: string;
    concernId: string;
    parentId: string | null;
    authorId: string;
    organisationId: string | null;
    attribution: string;
    pseudonym: string;
    createdAt: Date;
    submission: string;
  },
  revision: { id: string; ordinal: number; body: string; sha256: string; createdAt: Date },
) => tx.reply.create({ data: { ...row, revisions: { create: revision } }, select: { id: true } });

export const replyById = (db: Client, concernId: string, id: string) =>
  db.reply.findFirst({ where: { id, concernId }, include: { revisions: { ...first, orderBy: { ordinal: 'desc' } } } });

export const insertReplyRevision = (
  tx: Client,
  replyId: string,
  revision: { id: string; ordinal: number; body: string; sha256: string; createdAt: Date },
) => tx.replyRevision.create({ data: { ...revision, replyId } });
