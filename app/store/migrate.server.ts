import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';

const HISTORY = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;

/**
 * Applies what is pending of `folder`, oldest first, and gives the names applied. All of it is one exclusive transaction
 * (SQLite's DDL is transactional), so a server killed in the middle leaves the old schema and two servers starting at once
 * do it once. The history is Prisma's own table, so its tools read it. Throws when the database knows a migration that this
 * program does not: it was made by a newer Proviso.
 */
export function migrate(db: Database.Database, folder: string): string[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const apply = db.transaction(() => {
    db.exec(HISTORY);
    const done = new Set(
      db
        .prepare<[], { name: string }>('SELECT migration_name AS name FROM "_prisma_migrations"')
        .all()
        .map((row) => row.name),
    );
    const unknown = [...done].find((name) => !names.includes(name));
    if (unknown)
      throw new Error(`This database was made by a newer Proviso (migration ${unknown}). Start that version.`);
    const record = db.prepare(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES (?, ?, ?, ?, ?, 1)`,
    );
    const pending = names.filter((name) => !done.has(name));
    for (const name of pending) {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      const now = Date.now();
      db.exec(sql);
      record.run(randomUUID(), createHash('sha256').update(sql).digest('hex'), name, now, Date.now());
    }
    return pending;
  });
  return apply.exclusive();
}
