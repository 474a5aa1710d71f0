import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import type { Store } from './database.server';

/** A whole copy of the database as it is at one moment, also while others write. The target must not exist. */
export function copyDatabase(store: Store, target: string): void {
  store.raw.prepare('VACUUM INTO ?').run(target);
}

/**
 * Moves everything of the write-ahead log into the database and empties it; false when somebody is writing or reading. It does
 * not wait for them: the one who writes may be this process, which could not go on while we wait here.
 */
export function emptyLog(store: Store): boolean {
  const patience = store.raw.pragma('busy_timeout', { simple: true }) as number;
  store.raw.pragma('busy_timeout = 0');
  try {
    const [row] = store.raw.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return row?.busy === 0;
  } finally {
    store.raw.pragma(`busy_timeout = ${patience}`);
  }
}

/** What is wrong with a database file: structure, references, and the hashes of texts. Empty when it is whole. */
export function faultsOf(db: Database.Database): string[] {
  const faults: string[] = [];
  const integrity = db.pragma('integrity_check') as { integrity_check: string }[];
  for (const row of integrity) if (row.integrity_check !== 'ok') faults.push(`Structure: ${row.integrity_check}.`);
  if ((db.pragma('foreign_key_check') as unknown[]).length > 0) faults.push('A row refers to one that is not there.');
  if (faults.length > 0) return faults;
  for (const text of db
    .prepare<[], { id: string; characters: string; sha256: string }>('SELECT id, characters, sha256 FROM Text')
    .iterate())
    if (createHash('sha256').update(text.characters).digest('hex') !== text.sha256)
      faults.push(`Text ${text.id} does not agree with its hash.`);
  const gap = db
    .prepare(
      `SELECT r.slug FROM Review r WHERE r.sequence <> (SELECT COUNT(*) FROM Event e WHERE e.reviewId = r.id)
              OR r.lastNumber <> (SELECT COALESCE(MAX(c.number), 0) FROM Concern c WHERE c.reviewId = r.id)`,
    )
    .get() as { slug: string } | undefined;
  if (gap) faults.push(`Review ${gap.slug} does not agree with its events or numbers.`);
  const bare = db
    .prepare(
      'SELECT c.id FROM Concern c WHERE NOT EXISTS (SELECT 1 FROM ConcernRevision v WHERE v.concernId = c.id) OR NOT EXISTS (SELECT 1 FROM Placement p WHERE p.concernId = c.id)',
    )
    .get();
  if (bare) faults.push('A concern has no words or no place.');
  return faults;
}

/** Opens a file for looking only; throws when it is no database. */
export const openForLooking = (file: string) => new Database(file, { readonly: true, fileMustExist: true });

/** Every revision of a concern that still has its words. */
export const livingRevisions = (db: Database.Database) =>
  db
    .prepare<
      [],
      {
        id: string;
        ordinal: number;
        category: string;
        severity: string;
        ask: string | null;
        body: string;
        sha256: string;
      }
    >(`SELECT id, ordinal, category, severity, ask, body, sha256 FROM ConcernRevision WHERE body <> ''`)
    .iterate();
