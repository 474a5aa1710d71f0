import { fail, ok, type Result } from '#app/domain/result';
import { correct } from '#app/domain/treaty/corrections';
import type { Outline, Source } from '#app/domain/treaty/outline';
import { outlineOfSource } from '#app/domain/treaty/outline-of-source';
import { isTableDoubt } from '#app/domain/treaty/tables';
import { checkSize } from './decode';
import type { ImportOptions } from './import-format';
import { importFormatOf } from './index';

/**
 * The outline of a source, with the corrections of `options` on it. Fails with `unreadable` when it holds no article;
 * the detail says why where that is known.
 */
export function outlineOf(source: Source, options: ImportOptions = {}): Result<Outline> {
  const outline = outlineOfSource(correct(source, options.corrections ?? []), options.language ?? source.language);
  if (outline.provisions.length > 0) return ok(outline);
  const detail =
    'No article was found in this file: no line begins with a label such as “Article 1”, “Artículo 1” or “第一条”.';
  const table = outline.uncertain.find(isTableDoubt);
  return fail('unreadable', { detail: table ? table.what : detail });
}

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
  const source = await importFormatOf(name, bytes).read(bytes, more);
  return source.ok ? outlineOf(source.value, more) : source;
}
