import { chmodSync, existsSync } from 'node:fs';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Database from 'better-sqlite3';
import { PrismaClient } from './generated/client';
import { migrate } from './migrate.server';
import { holdOpen, inTurn } from './open-lock.server';
import { prepareSearch } from './search.server';

/** What every connection must run with; `openDatabase` sets it and then asserts it. FULL: at NORMAL a power cut loses acknowledged rows. */
const PRAGMAS = {
  busy_timeout: 5000,
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  trusted_schema: 0,
} as const;
/** Below this SQLite can corrupt a WAL database that two connections write (WAL-reset bug). */
const OLDEST_SQLITE = [3, 51, 3] as const;
/** Values that one statement may carry: what the SQLite in better-sqlite3 is compiled with. */
export const MOST_VALUES = 32_766;

export type Client = Omit<PrismaClient, '$transaction' | '$connect' | '$disconnect' | '$on' | '$extends'>;

/** The database of one running Proviso. `prisma` for rows, `raw` for the few hot reads, full-text search and back-ups. */
export interface Store {
  readonly prisma: PrismaClient;
  readonly raw: Database.Database;
  readonly file: string;
  close(): Promise<void>;
}

/**
 * Opens the SQLite file, applies pending migrations, and asserts every pragma on both connections. Several processes may, also
 * at once. Throws one plain sentence.
 */
export async function openDatabase(file: string, migrations: string): Promise<Store> {
  const release = holdOpen(file);
  try {
    return await openHeld(file, migrations, release);
  } catch (error) {
    release();
    throw error;
  }
}

async function openHeld(file: string, migrations: string, release: () => void): Promise<Store> {
  const raw = await inTurn(file, () => {
    const isNew = !existsSync(file);
    const opened = new Database(file);
    if (isNew) chmodSync(file, 0o600);
    assertVersion(opened);
    for (const [name, value] of Object.entries(PRAGMAS)) opened.pragma(`${name} = ${value}`);
    migrate(opened, migrations);
    prepareSearch(opened);
    return opened;
  });

  const inner = new PrismaBetterSqlite3({ url: `file:${file}` });
  const prisma = new PrismaClient({
    adapter: {
      provider: inner.provider,
      adapterName: inner.adapterName,
      connect: async () => {
        const connection = await inner.connect();
        for (const [name, value] of Object.entries(PRAGMAS))
          await connection.executeScript(`PRAGMA ${name} = ${value}`);
        // Prisma takes the limit of old SQLites for granted, 999, and then cannot read a thread with more replies than that.
        connection.getConnectionInfo = () => ({ supportsRelationJoins: false, maxBindValues: MOST_VALUES });
        return connection;
      },
    },
  });
  for (const [name, value] of Object.entries(PRAGMAS)) {
    const [row] = await prisma.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`);
    assertPragma(name, Object.values(row ?? {})[0], value);
    assertPragma(name, raw.pragma(name, { simple: true }), value);
  }
  return {
    prisma,
    raw,
    file,
    close: async () => {
      await prisma.$disconnect();
      raw.pragma('wal_checkpoint(TRUNCATE)');
      raw.close();
      release();
    },
  };
}

/**
 * The only way to write. Prisma opens transactions with a plain BEGIN, and a read before the first write makes them fail when
 * another process writes at once; so the first statement here is a write that takes the lock.
 */
export function write<T>(store: Store, work: (tx: Client) => Promise<T>): Promise<T> {
  return store.prisma.$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe(`UPDATE "_prisma_migrations" SET applied_steps_count = 1 WHERE 0`);
      return work(tx);
    },
    { maxWait: 10_000, timeout: 20_000 },
  );
}

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** A raw read for the hot paths, compiled once for each database: compiling it costs several times what running it does. */
export function prepared<P extends unknown[], R>(store: Store, sql: string): Database.Statement<P, R> {
  const known = statements.get(store.raw) ?? new Map<string, Database.Statement>();
  statements.set(store.raw, known);
  let statement = known.get(sql);
  if (!statement) known.set(sql, (statement = store.raw.prepare(sql)));
  return statement as unknown as Database.Statement<P, R>;
}

function assertPragma(name: string, found: unknown, wanted: string | number) {
  if (String(found) !== String(wanted))
    throw new Error(`SQLite runs with ${name}=${String(found)}; Proviso needs ${wanted}.`);
}

function assertVersion(db: Database.Database) {
  const version = db.prepare<[], { v: string }>('SELECT sqlite_version() AS v').get()!.v;
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const [a, b, c] = OLDEST_SQLITE;
  if (major < a || (major === a && (minor < b || (minor === b && patch < c))))
    throw new Error(`SQLite ${version} can corrupt this database; Proviso needs ${OLDEST_SQLITE.join('.')} or newer.`);
}
