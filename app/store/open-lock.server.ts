import { chmodSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * Who has a database open is told between processes by SQLite's own locks on an empty file beside it. The system takes them back
 * when a process ends, however it ends, so none is ever left behind. Nothing is written into that file.
 */
function lockBeside(databaseFile: string, patience: number): Database.Database {
  const lock = new Database(`${databaseFile}.lock`, { timeout: patience });
  chmodSync(`${databaseFile}.lock`, 0o600);
  // No journal: a process killed while it holds the lock must leave nothing that the next one would have to undo.
  lock.pragma('journal_mode = OFF');
  return lock;
}

function locking(lock: Database.Database, sql: string, refusal: string) {
  try {
    lock.exec(sql);
  } catch (error) {
    lock.close();
    throw (error as { code?: string }).code === 'SQLITE_BUSY' ? new Error(refusal) : error;
  }
}

const START_MS = 60_000;

/** Says that this process has the database open, until the returned function is called. Any number may, but none during a restore. */
export function holdOpen(databaseFile: string): () => void {
  const lock = lockBeside(databaseFile, START_MS);
  locking(
    lock,
    'BEGIN; SELECT 1 FROM sqlite_master',
    'A restore of this database is under way. Try again when it is done.',
  );
  return () => void lock.close();
}

/** Does `work` while no other process that opens this database does its own: setting it up is for one at a time. */
export async function inTurn<T>(databaseFile: string, work: () => T | Promise<T>): Promise<T> {
  const lock = lockBeside(databaseFile, START_MS);
  locking(lock, 'BEGIN IMMEDIATE', 'Another Proviso is still preparing this database. Try again when it is done.');
  try {
    return await work();
  } finally {
    lock.close();
  }
}

/** Does `work` while nobody has the database open, and keeps everybody out meanwhile. Throws one sentence when somebody has. */
export async function whileClosed<T>(databaseFile: string, work: () => Promise<T>): Promise<T> {
  const lock = lockBeside(databaseFile, 0);
  locking(
    lock,
    'BEGIN EXCLUSIVE',
    'The database is in use; nothing was changed. Stop the server and every other command on it first.',
  );
  try {
    return await work();
  } finally {
    lock.close();
  }
}
