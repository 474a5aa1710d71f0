import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const KEPT_MS = 24 * 3600_000;
const MOST_EACH = 5;

/** What is kept of an upload: its source as it was read (never the file itself), and what its owner has said of it so far. */
export type UploadPart = 'source' | 'draft';

/** Uploaded files between the preview of an import and its confirmation: by account and SHA-256, for a day, a few each. */
export interface Uploads {
  keep(accountId: string, sha256: string, part: UploadPart, bytes: Uint8Array | string): Promise<void>;
  find(accountId: string, sha256: string, part: UploadPart): Promise<Buffer | null>;
  /** Removes what is older than a day. */
  sweep(): Promise<void>;
}

export function uploadsIn(folder: string): Uploads {
  // Both names are made by us (UUID, hexadecimal); anything else names no file.
  const folderOf = (accountId: string, sha256: string) =>
    /^[0-9a-f-]{36}$/.test(accountId) && /^[0-9a-f]{64}$/.test(sha256) ? join(folder, accountId, sha256) : null;
  return {
    async keep(accountId, sha256, part, bytes) {
      const mine = folderOf(accountId, sha256);
      if (!mine) return;
      await mkdir(mine, { recursive: true, mode: 0o700 });
      await tidy(join(folder, accountId), sha256);
      // Written aside and moved: nobody finds half of it.
      const aside = join(mine, `${part}.${process.pid}.new`);
      await writeFile(aside, bytes, { mode: 0o600 });
      await rename(aside, join(mine, part));
    },
    async find(accountId, sha256, part) {
      const mine = folderOf(accountId, sha256);
      return mine ? readFile(join(mine, part)).catch(() => null) : null;
    },
    async sweep() {
      for (const account of await readdir(folder).catch(() => [])) await tidy(join(folder, account), null);
    },
  };
}

/** Removes what is old, and the oldest beyond the number that one account may have; never `current`. */
async function tidy(folder: string, current: string | null): Promise<void> {
  const others = (await readdir(folder)).filter((name) => name !== current);
  const uploads = await Promise.all(
    others.map(async (name) => ({ path: join(folder, name), at: (await stat(join(folder, name))).mtimeMs })),
  );
  uploads.sort((a, b) => b.at - a.at);
  const old = uploads.filter((one, i) => i >= MOST_EACH - 1 || Date.now() - one.at > KEPT_MS);
  await Promise.all(old.map((one) => rm(one.path, { recursive: true, force: true })));
}
