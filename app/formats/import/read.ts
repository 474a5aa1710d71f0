import { fail, ok, type Result } from '#app/domain/result';
import { correct, type Correction } from '#app/domain/treaty/corrections';
import type { Outline, Source } from '#app/domain/treaty/outline';
import { outlineOfSource } from '#app/domain/treaty/outline-of-source';
import { isTableDoubt } from '#app/domain/treaty/tables';
import { checkSize } from './decode';
import type { ImportOptions } from './import-format';
import { importFormatOf } from './index';

export interface ReadOptions extends ImportOptions {
  /** What a person said of single lines of the source. */
  readonly corrections?: readonly Correction[];
}

/**
 * The source of a file of any known format. `name` (the file's) helps where the bytes leave a choice. Fails with
 * `too-large` above 20 MB, or `unreadable` when it is empty or not the format it looks like; the detail is one sentence
 * for a person.
 */
export async function readSource(
  bytes: Uint8Array,
  options: ImportOptions & { readonly name?: string } = {},
): Promise<Result<Source>> {
  const sized = checkSize(bytes);
  if (!sized.ok) return sized;
  const { name = '', ...more } = options;
  return importFormatOf(name, bytes).read(bytes, more);
}

/**
 * The outline of a source, with the corrections of `options` on it. Fails with `unreadable` when it holds no article;
 * the detail says why where that is known.
 */
export function outlineOf(source: Source, options: ReadOptions = {}): Result<Outline> {
  const outline = outlineOfSource(correct(source, options.corrections ?? []), options.language ?? source.language);
  if (outline.provisions.length > 0) return ok(outline);
  const detail =
    'No article was found in this file: no line begins with a label such as “Article 1”, “Artículo 1” or “第一条”.';
  const table = outline.uncertain.find(isTableDoubt);
  return fail('unreadable', { detail: table ? table.what : detail });
}

/** Reads a treaty from a file of any known format; fails as `readSource` and `outlineOf` do. */
export async function readTreaty(
  bytes: Uint8Array,
  options: ReadOptions & { readonly name?: string } = {},
): Promise<Result<Outline>> {
  const source = await readSource(bytes, options);
  return source.ok ? outlineOf(source.value, options) : source;
}
