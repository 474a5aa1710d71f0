import yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { fail, ok, type Result } from '#app/domain/result';

const MEGABYTE = 1024 * 1024;

/** What a package may hold at most; sizes in bytes, inflated. `ratio` counts for what is larger than `small`. */
export const PACKAGE_LIMITS = {
  entries: 2000,
  entry: 20 * MEGABYTE,
  total: 60 * MEGABYTE,
  ratio: 200,
  small: MEGABYTE,
} as const;

/** The parts of an Office package: named streams in a zip file that has been looked over. Names in any case. */
export interface Package {
  has(name: string): boolean;
  /**
   * The bytes of a part, inflated piece by piece; null when there is no such part. Throws while it is read when the
   * data are damaged or longer than declared.
   */
  open(name: string): Promise<AsyncIterable<Uint8Array> | null>;
}

const refused = (detail: string) => fail('unreadable', { detail });

const SYMBOLIC_LINK = 0xa000;
const isLink = (entry: Entry) => ((entry.externalFileAttributes >>> 16) & 0xf000) === SYMBOLIC_LINK;
const megabytes = (bytes: number) => `${Math.ceil(bytes / MEGABYTE)} MB`;

/** Why one entry is refused, or null. */
function faultOf(entry: Entry): string | null {
  const { entry: most, ratio, small } = PACKAGE_LIMITS;
  const { fileName: name, uncompressedSize: size, compressedSize } = entry;
  if (entry.isEncrypted()) return 'This file is protected by a password; save it without one and try again.';
  if (isLink(entry) || [...name].some((c) => c < ' ') || name === '') {
    return 'This zip file holds a name that no Word file has; it was refused.';
  }
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    return 'This zip file is packed in a way that Word does not use; save it again in Word as .docx.';
  }
  if (size > most) return `A part of this Word file unpacks to ${megabytes(size)}; at most 20 MB are read.`;
  if (size > small && size > compressedSize * ratio) {
    return `A part of this Word file unpacks to more than ${ratio} times its size, as only a harmful file does; it was refused.`;
  }
  return null;
}

/** True when two entries claim the same bytes of the file. */
function overlap(entries: readonly Entry[]): boolean {
  const LOCAL_HEADER = 30;
  const byPlace = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  return byPlace.some((entry, i) => {
    const next = byPlace[i + 1];
    const end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.fileNameLength + entry.compressedSize;
    return next !== undefined && next.relativeOffsetOfLocalHeader < end;
  });
}

async function lookOver(zip: ZipFile): Promise<Result<Map<string, Entry>>> {
  if (zip.entryCount > PACKAGE_LIMITS.entries) {
    return refused(`This zip file holds ${zip.entryCount} files; a Word file of at most 2,000 parts can be read.`);
  }
  const parts = new Map<string, Entry>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const fault = faultOf(entry);
    if (fault !== null) return refused(fault);
    total += entry.uncompressedSize;
    if (total > PACKAGE_LIMITS.total) return refused('This Word file unpacks to more than 60 MB; that is too much.');
    // Part names are compared without regard to case (ECMA-376-2, 6.2.2.3).
    const key = entry.fileName.toLowerCase();
    if (parts.has(key)) return refused('This zip file holds two files of the same name; it was refused.');
    parts.set(key, entry);
  }
  if (overlap([...parts.values()])) {
    return refused('The files in this zip file lie on top of one another; it was refused.');
  }
  return ok(parts);
}

/**
 * Opens a zip file as an Office package. The whole directory is looked over before anything is inflated; nothing is
 * written anywhere. Fails with `unreadable` and one sentence: damaged, protected, or beyond `PACKAGE_LIMITS`.
 */
export async function openPackage(bytes: Uint8Array): Promise<Result<Package>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let zip: ZipFile;
  let parts: Result<Map<string, Entry>>;
  try {
    zip = await yauzl.fromBufferPromise(buffer, { strictFileNames: true, validateEntrySizes: true });
    parts = await lookOver(zip);
  } catch (error) {
    const named = error instanceof Error && /path|characters in fileName/i.test(error.message);
    return refused(
      named
        ? 'This zip file holds a name that no Word file has; it was refused.'
        : 'This file begins like a zip file but is damaged or cut off; save it again in Word as .docx.',
    );
  }
  if (!parts.ok) return parts;
  const found = parts.value;
  return ok({
    has: (name) => found.has(name.toLowerCase()),
    open: async (name) => {
      const entry = found.get(name.toLowerCase());
      return entry ? ((await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>) : null;
    },
  });
}
