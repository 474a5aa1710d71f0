import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BYTES = 32;

/** The key that signs what browsers keep: made at the first start, for the owner's eyes only, apart from the database and its back-ups. */
export function secretIn(folder: string): Uint8Array {
  const file = join(folder, 'secret.key');
  const kept = read(file);
  if (kept) return kept;
  const made = `${file}.${process.pid}`;
  writeFileSync(made, randomBytes(BYTES), { mode: 0o600, flush: true });
  try {
    // A link appears whole and never replaces: whoever starts beside us reads the same key.
    linkSync(made, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(made);
  }
  const key = read(file);
  if (!key) throw new Error(`${file} is not a key of Proviso; remove it and start again.`);
  return key;
}

function read(file: string): Uint8Array | null {
  try {
    const bytes = readFileSync(file);
    return bytes.length === BYTES ? bytes : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
