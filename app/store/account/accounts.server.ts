import { prepared, type Client, type Store } from '../database.server';

export interface AccountRow {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly suspendedAt: Date | null;
}

/** Accounts that somebody can sign in to: the sample's invented people have no password. */
export const countPeople = (db: Client) => db.account.count({ where: { passwordHash: { not: '' } } });
export const accountByHandle = (db: Client, handle: string): Promise<AccountRow | null> =>
  db.account.findUnique({ where: { handle } });
export const accountById = (db: Client, id: string): Promise<AccountRow | null> =>
  db.account.findUnique({ where: { id } });

export function insertAccount(
  db: Client,
  row: { id: string; handle: string; name: string; passwordHash: string; createdAt: Date },
) {
  return db.account.create({ data: row });
}

export const setPassword = (db: Client, id: string, passwordHash: string) =>
  db.account.update({ where: { id }, data: { passwordHash } });

export const insertSession = (
  db: Client,
  row: { id: string; tokenHash: string; accountId: string; createdAt: Date; seenAt: Date; expiresAt: Date },
) => db.session.create({ data: row });

export const sessionsOf = (db: Client, accountId: string) =>
  db.session.findMany({ where: { accountId }, orderBy: { createdAt: 'desc' } });

/** Ends one session of one account, or all but `keep`. Gives how many ended. */
export async function endSessions(db: Client, accountId: string, which: { id: string } | { allBut: string | null }) {
  const where = 'id' in which ? { accountId, id: which.id } : { accountId, id: { not: which.allBut ?? '' } };
  return (await db.session.deleteMany({ where })).count;
}

export const endSessionByToken = (db: Client, tokenHash: string) => db.session.deleteMany({ where: { tokenHash } });

/** A live session and its account in one raw read: it stands in front of every page. Null when unknown, expired, idle or suspended. */
export function findSession(store: Store, tokenHash: string, now: Date, idleSeconds: number) {
  const row = prepared<
    [string],
    { id: string; accountId: string; handle: string; name: string; seenAt: string; expiresAt: string }
  >(
    store,
    `SELECT s.id, s.accountId, a.handle, a.name, s.seenAt, s.expiresAt FROM Session s JOIN Account a ON a.id = s.accountId
     WHERE s.tokenHash = ? AND a.suspendedAt IS NULL`,
  ).get(tokenHash);
  if (!row) return null;
  const seenAt = new Date(row.seenAt);
  if (new Date(row.expiresAt) <= now || now.getTime() - seenAt.getTime() > idleSeconds * 1000) return null;
  return { ...row, seenAt };
}

export const touchSession = (db: Client, id: string, seenAt: Date) =>
  db.session.updateMany({ where: { id }, data: { seenAt } });

export const throttleOf = (db: Client, key: string) => db.throttle.findUnique({ where: { key } });
export const setThrottle = (db: Client, key: string, failures: number, windowEnd: Date) =>
  db.throttle.upsert({ where: { key }, create: { key, failures, windowEnd }, update: { failures, windowEnd } });
export const uncountThrottle = (db: Client, key: string) =>
  db.throttle.updateMany({ where: { key, failures: { gt: 0 } }, data: { failures: { decrement: 1 } } });
/** Forgets the counts whose time is over. */
export const endedThrottles = (db: Client, now: Date) => db.throttle.deleteMany({ where: { windowEnd: { lte: now } } });

export const organisationsOf = (db: Client, accountId: string) =>
  db.organisation.findMany({ where: { people: { some: { accountId } } }, orderBy: { name: 'asc' } });
export const organisationBySlug = (db: Client, slug: string) => db.organisation.findUnique({ where: { slug } });
export const insertOrganisation = (
  db: Client,
  row: { id: string; slug: string; name: string; constituency: string; createdAt: Date },
) => db.organisation.create({ data: row });
export const addRepresentative = (db: Client, accountId: string, organisationId: string, createdAt: Date) =>
  db.representative.upsert({
    where: { accountId_organisationId: { accountId, organisationId } },
    create: { accountId, organisationId, createdAt },
    update: {},
  });
export async function represents(db: Client, accountId: string, organisationId: string): Promise<boolean> {
  return (await db.representative.count({ where: { accountId, organisationId } })) > 0;
}
