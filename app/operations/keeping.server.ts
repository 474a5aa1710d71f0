import { chmod, copyFile, rename, rm, stat } from 'node:fs/promises';
import type { Body } from '#app/domain/concern/body';
import { copyDatabase, faultsOf, livingRevisions, openForLooking } from '#app/store/keeping.server';
import type { App } from './app.server';
import { revisionOf } from './concern/words.server';

/** Writes a whole copy of the database to `file`, readable by its owner only; checked before it gets its name. Throws one sentence. */
export async function backUp(app: App, file: string): Promise<void> {
  if (await stat(file).catch(() => null)) throw new Error(`${file} is there already; choose another name.`);
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

/** Puts a back-up in place of the database, once it has been checked. The server must not run. What was there stays beside it as `.before-restore`. */
export async function restore(file: string, settings: { databaseFile: string }): Promise<void> {
  const { databaseFile } = settings;
  let faults: string[];
  try {
    const copy = openForLooking(file);
    faults = faultsOf(copy);
    copy.close();
  } catch {
    throw new Error(`${file} is no back-up of Proviso; nothing was changed.`);
  }
  if (faults.length > 0) throw new Error(`The back-up is not whole; nothing was changed. ${faults.join(' ')}`);
  const incoming = `${databaseFile}.incoming`;
  await copyFile(file, incoming);
  await chmod(incoming, 0o600);
  for (const tail of ['', '-wal', '-shm'])
    await rename(databaseFile + tail, `${databaseFile}.before-restore${tail}`).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  await rename(incoming, databaseFile);
}

/** What is wrong with the database: structure, references, hashes of texts and revisions. Empty when it is whole. */
export async function verify(app: App): Promise<string[]> {
  const faults = faultsOf(app.store.raw);
  for (const row of livingRevisions(app.store)) {
    const { ordinal, category, severity, ask } = row;
    const again = revisionOf(JSON.parse(row.body) as Body, { ordinal, category, severity, ask });
    if (again.sha256 !== row.sha256) faults.push(`Revision ${row.id} does not agree with its hash.`);
  }
  return faults;
}
