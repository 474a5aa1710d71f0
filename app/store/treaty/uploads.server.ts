import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const KEPT_MS = 24 * 3600_000;
const MOST_EACH = 5;

/** Uploaded files between the preview of an import and its confirmation: by account and SHA-256, for a day, a few each. */
export interface Uploads {
  keep(accountId: string, sha256: string, bytes: Uint8Array): Promise<void>;
  find(accountId: string, sha256: string): Promise<Uint8Array | null>;
  forget(accountId: string, sha256: string): Promise<void>;
}

export function uploadsIn(folder: string): Uploads {
  // Both parts are made by us (UUID, hexadecimal); anything else names no file.
  const pathOf = (accountId: string, sha256: string) =>
    /^[0-9a-f-]{36}$/.test(accountId) && /^[0-9a-f]{64}$/.test(sha256) ? join(folder, accountId, sha256) : null;
  return {
    async keep(accountId, sha256, bytes) {
      const path = pathOf(accountId, sha256);
      if (!path) return;
      const mine = join(folder, accountId);
      await mkdir(mine, { recursive: true, mode: 0o700 });
      await tidy(mine);
      await writeFile(path, bytes, { mode: 0o600 });
    },
    async find(accountId, sha256) {
      const path = pathOf(accountId, sha256);
      return path ? readFile(path).catch(() => null) : null;
    },
    async forget(accountId, sha256) {
      const path = pathOf(accountId, sha256);
      if (path) await rm(path, { force: true });
    },
  };
}

async function tidy(folder: string): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => ({
      path: join(folder, name),
      at: (await stat(join(folder, name))).mtimeMs,
    })),
  );
  files.sort((a, b) => b.at - a.at);
  const old = files.filter((file, i) => i >= MOST_EACH - 1 || Date.now() - file.at > KEPT_MS);
  await Promise.all(old.map((file) => rm(file.path, { force: true })));
}
