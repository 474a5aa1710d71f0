import { chmod, copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Body } from '#app/domain/concern/body';
import { copyDatabase, faultsOf, livingRevisions, openForLooking } from '#app/store/keeping.server';
import { whileClosed } from '#app/store/open-lock.server';
import type { App } from './app.server';
import { revisionOf } from './concern/words.server';

/** Writes a whole copy of the database to `file`, readable by its owner only; checked before it gets its name. Throws one sentence. */
export async function backUp(app: App, file: string): Promise<void> {
  if (await stat(file).catch(() => null)) throw new Error(`${file} is there already; choose another name.`);
  if (!(await stat(dirname(file)).catch(() => null))?.isDirectory())
    throw new Error(`There is no folder ${dirname(file)}.`);
  const partial = `${file}.partial`;
  await rm(partial, { force: true });
  copyDatabase(app.store, partial);
  await chmod(partial, 0o600);
  const copy = openForLooking(partial);
  const faults = faultsOf(copy);
  copy.close();
  if (faults.length > 0) {
    await rm(partial, { force: true });
    throw new Error(`The copy is not whole, so it was not kept: ${faults.join(' ')}`);
  }
  await rename(partial, file);
}

/**
 * Puts a back-up in place of the database, once it has been checked. What was there stays beside it as `.before-restore`. Throws one
 * sentence, also while a server or another command has the database open.
 */
export async function restore(file: string, settings: { databaseFile: string }): Promise<void> {
  const { databaseFile } = settings;
  let faults: string[];
  try {
    const copy = openForLooking(file);
    try {
      faults = allFaults(copy);
    } finally {
      copy.close();
    }
  } catch {
    throw new Error(`${file} is no back-up of Proviso; nothing was changed.`);
  }
  if (faults.length > 0) throw new Error(`The back-up is not whole; nothing was changed. ${faults.join(' ')}`);
  await mkdir(dirname(databaseFile), { recursive: true, mode: 0o700 });
  await whileClosed(databaseFile, async () => {
    const incoming = `${databaseFile}.incoming`;
    await copyFile(file, incoming);
    await chmod(incoming, 0o600);
    for (const tail of ['', '-wal', '-shm'])
      await rename(databaseFile + tail, `${databaseFile}.before-restore${tail}`).catch(
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOENT') throw error;
        },
      );
    await rename(incoming, databaseFile);
  });
}

/** What is wrong with the database: structure, references, hashes of texts and revisions. Empty when it is whole. */
export async function verify(app: App): Promise<string[]> {
  return allFaults(app.store.raw);
}

function allFaults(db: ReturnType<typeof openForLooking>): string[] {
  const faults = faultsOf(db);
  if (faults.length > 0) return faults;
  for (const row of livingRevisions(db)) {
    const { ordinal, category, severity, ask } = row;
    if (hashAgain(row.body, { ordinal, category, severity, ask }) !== row.sha256)
      faults.push(`Revision ${row.id} does not agree with its hash.`);
  }
  return faults;
}

function hashAgain(body: string, rest: Parameters<typeof revisionOf>[1]): string | null {
  try {
    return revisionOf(JSON.parse(body) as Body, rest).sha256;
  } catch {
    return null;
  }
}
