import type { Result } from '#app/domain/result';
import type { Outline } from '#app/domain/treaty/outline';
import { checkSize } from './decode';
import type { ImportOptions } from './import-format';
import { importFormatOf } from './index';

/**
 * Reads a treaty from a file of any known format. `name` (the file's) helps where the bytes leave a choice. Fails with
 * `too-large` above 20 MB, or `unreadable` when it is empty, not the format it looks like, or holds no article; the
 * detail is one sentence for a person.
 */
export async function readTreaty(
  bytes: Uint8Array,
  options: ImportOptions & { readonly name?: string } = {},
): Promise<Result<Outline>> {
  const sized = checkSize(bytes);
  if (!sized.ok) return sized;
  const { name = '', ...more } = options;
  return importFormatOf(name, bytes).read(bytes, more);
}
