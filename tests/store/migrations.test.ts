import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '#app/operations/keeping.server';
import { freshApp } from './fresh-app';
import { openDatabase, write } from '#app/store/database.server';
import { emptyLog } from '#app/store/keeping.server';
import { migrate } from '#app/store/migrate.server';
import { searchWords } from '#app/store/search.server';
import { schemaSql } from '../../scripts/schema-sql.mjs';

const ROOT = join(import.meta.dirname, '../..');
const MIGRATIONS = join(ROOT, 'prisma/migrations');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proviso-store-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the schema of a database says, without what SQLite and the stores behind one file (search, history) keep for themselves. */
const shape = (db: Database.Database) =>
  db
    .prepare<[], { type: string; name: string; tbl_name: string; sql: string }>(
      `SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name <> '_prisma_migrations'
       AND tbl_name NOT LIKE 'Search%' AND name NOT LIKE 'sqlite_%' ORDER BY type, name`,
    )
    .all();
const migrated = () => {
  const db = new Database(':memory:');
  migrate(db, MIGRATIONS);
  return db;
};

describe('the migrations', () => {
  it('together amount to prisma/schema.prisma', async () => {
    const wanted = new Database(':memory:');
    wanted.exec(await schemaSql());
    const [found, meant] = [shape(migrated()), shape(wanted)];
    expect(meant.length).toBeGreaterThan(20);
    expect(found).toEqual(meant);
  });

  it('give every reference an index that begins with it', () => {
    const db = migrated();
    const tables = shape(db).filter((row) => row.type === 'table');
    const bare: string[] = [];
    let references = 0;
    for (const { name } of tables) {
      const leading = new Set<string>();
      for (const index of db.pragma(`index_list("${name}")`) as { name: string; partial: number }[]) {
        const [first] = db.pragma(`index_info("${index.name}")`) as { name: string }[];
        if (first && !index.partial) leading.add(first.name);
      }
      for (const { from } of db.pragma(`foreign_key_list("${name}")`) as { from: string }[]) {
        references += 1;
        if (!leading.has(from)) bare.push(`${name}.${from}`);
      }
    }
    expect(references).toBeGreaterThan(20);
    expect(bare).toEqual([]);
  });

  it('are applied once, however often the database is opened', async () => {
    const file = join(folder, 'twice.db');
    await (await openDatabase(file, MIGRATIONS)).close();
    const store = await openDatabase(file, MIGRATIONS);
    expect(migrate(store.raw, MIGRATIONS)).toEqual([]);
    expect(statSync(file).mode & 0o077).toBe(0);
    await store.close();
  });

  it('refuse, in one sentence, a database that a newer Proviso made, and leave it as it was', async () => {
    const file = join(folder, 'newer.db');
    await (await openDatabase(file, MIGRATIONS)).close();
    const db = new Database(file);
    db.exec(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, applied_steps_count) VALUES ('x', 'x', '9999_later', 1)`,
    );
    const before = shape(db);
    await expect(openDatabase(file, MIGRATIONS)).rejects.toThrow(/^[^\n]*9999_later[^\n]*\.$/);
    expect(shape(db)).toEqual(before);
    db.close();
  });
});

describe('both connections', () => {
  it('run with every pragma that keeps what was acknowledged', async () => {
    const store = await openDatabase(join(folder, 'pragmas.db'), MIGRATIONS);
    const wanted = {
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      busy_timeout: 5000,
      secure_delete: 1,
      trusted_schema: 0,
    };
    for (const [name, value] of Object.entries(wanted)) {
      expect(store.raw.pragma(name, { simple: true }), `raw ${name}`).toBe(value);
      const [row] = await store.prisma.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`);
      const found = Object.values(row!)[0];
      expect(typeof value === 'number' ? Number(found) : found, `prisma ${name}`).toBe(value);
    }
    await store.close();
  });
});

describe('emptying the write-ahead log', () => {
  it('gives way to a transaction that is open in the same process, and empties it afterwards', async () => {
    const store = await openDatabase(join(folder, 'log.db'), MIGRATIONS);
    await write(store, async (tx) => {
      await tx.throttle.create({ data: { key: 'words', failures: 0, windowEnd: new Date(0) } });
      // Were it to wait, nothing here could go on until it gave up with the lock still held.
      expect(emptyLog(store)).toBe(false);
    });
    expect(emptyLog(store)).toBe(true);
    expect(statSync(join(folder, 'log.db-wal')).size).toBe(0);
    expect(store.raw.pragma('busy_timeout', { simple: true })).toBe(5000);
    await store.close();
  });
});

describe('two processes that write at once', () => {
  const WRITES = 300;
  /** A process that reads a count and writes it back one higher, as operations do: read, decide, write. */
  const WRITER = `
    import { openDatabase, write } from '#app/store/database.server';
    const [file, migrations, writes] = process.argv.slice(2);
    const store = await openDatabase(file, migrations);
    console.log('ready');
    await new Promise((resolve) => process.stdin.once('data', resolve));
    process.stdin.destroy();
    const errors = [];
    for (let i = 0; i < Number(writes); i += 1)
      await write(store, async (tx) => {
        const row = await tx.throttle.findUniqueOrThrow({ where: { key: 'count' } });
        await tx.throttle.update({ where: { key: 'count' }, data: { failures: row.failures + 1 } });
      }).catch((error) => errors.push(error.message));
    await store.close();
    console.log(JSON.stringify(errors));
  `;

  it('have no error and lose no write over 300 each', async () => {
    const file = join(folder, 'shared.db');
    const store = await openDatabase(file, MIGRATIONS);
    await store.prisma.throttle.create({ data: { key: 'count', failures: 0, windowEnd: new Date(0) } });
    await store.close();
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    const writer = join(ROOT, '.cache', `writer-${process.pid}.mjs`);
    await build({
      stdin: { contents: WRITER, resolveDir: ROOT, loader: 'ts' },
      outfile: writer,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      alias: { '#app': join(ROOT, 'app') },
      logLevel: 'error',
    });
    try {
      const two = [1, 2].map(() => {
        const child = spawn(process.execPath, [writer, file, MIGRATIONS, String(WRITES)], {
          stdio: ['pipe', 'pipe', 'inherit'],
        });
        let said = '';
        child.stdout.setEncoding('utf8');
        return {
          ready: new Promise<void>((resolve) =>
            child.stdout.on('data', (words: string) => {
              said += words;
              if (said.includes('ready\n')) resolve();
            }),
          ),
          go: () => child.stdin.write('go\n'),
          errors: new Promise<unknown>((resolve) =>
            child.once('close', (code) =>
              resolve(code === 0 ? JSON.parse(said.split('\n')[1] ?? 'null') : `ended with ${code}`),
            ),
          ),
        };
      });
      await Promise.all(two.map((one) => one.ready));
      for (const one of two) one.go();
      expect(await Promise.all(two.map((one) => one.errors))).toEqual([[], []]);
    } finally {
      rmSync(writer, { force: true });
    }
    const after = new Database(file);
    expect(after.prepare(`SELECT failures FROM Throttle WHERE key = 'count'`).pluck().get()).toBe(2 * WRITES);
    after.close();
  }, 120_000);
});

describe('a database of the first schema', () => {
  /** Made once by tests/fixtures/db/make.ts with the product as it was then; kept as it is for ever. */
  const FIRST = join(ROOT, 'tests/fixtures/db/0001.db');

  it('is brought up to date with everything in it, and passes verify', async () => {
    const data = join(folder, 'first');
    mkdirSync(data);
    copyFileSync(FIRST, join(data, 'proviso.db'));
    const { app } = await freshApp(data);
    try {
      const count = (what: string) => app.store.raw.prepare(`SELECT COUNT(*) FROM ${what}`).pluck().get();
      expect({
        treaties: count('Treaty'),
        articles: count(`Provision WHERE kind = 'article'`),
        accounts: count('Account'),
        members: count('Member'),
        concerns: count('Concern'),
        deleted: count('Concern WHERE deletedAt IS NOT NULL'),
        resolved: count(`Concern WHERE status = 'resolved'`),
        replies: count('Reply'),
        nested: count('Reply WHERE parentId IS NOT NULL'),
      }).toEqual({
        treaties: 1,
        articles: 3,
        accounts: 2,
        members: 2,
        concerns: 3,
        deleted: 1,
        resolved: 1,
        replies: 3,
        nested: 1,
      });
      expect(await verify(app)).toEqual([]);
      expect(migrate(app.store.raw, MIGRATIONS)).toEqual([]);
      const { id } = app.store.raw.prepare('SELECT id FROM Review').get() as { id: string };
      expect(searchWords(app.store.raw, id, 'good faith inspection').size).toBe(1);
      expect(searchWords(app.store.raw, id, 'withdrawn').size).toBe(0);
    } finally {
      await app.store.close();
    }
  });
});
