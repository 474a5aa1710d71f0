import { fail, ok, type Result } from '#app/domain/result';
import { conserved } from '#app/domain/treaty/conserved';
import type { Outline, Source, Uncertain } from '#app/domain/treaty/outline';
import { segment } from '#app/domain/treaty/segment';
import { checkSize } from './decode';
import type { ImportOptions } from './import-format';
import { importFormatOf } from './index';

/** The outline of a source: its own, or segmented. Fails with `unreadable` when it holds no article. */
export function outlineOf(source: Source, options: ImportOptions = {}): Result<Outline> {
  const language = options.language ?? source.language;
  const made = source.outline ?? segment(source.lines, language === undefined ? {} : { language });
  if (made.provisions.length === 0) {
    return fail('unreadable', {
      detail:
        'No article was found in this file: no line begins with a label such as “Article 1”, “Artículo 1” or “第一条”.',
    });
  }
  const furniture = source.furniture?.length
    ? [...made.furniture, ...source.furniture].sort((a, b) => a.line - b.line)
    : made.furniture;
  const outline = { ...made, furniture, uncertain: [...(source.uncertain ?? []), ...made.uncertain] };
  const lost = lostWords(source, outline);
  return ok(lost ? { ...outline, uncertain: [lost, ...outline.uncertain] } : outline);
}

/** Rule 1 is tried on every file that is read, not only in tests: a person is told of words that went astray. */
function lostWords(source: Source, outline: Outline): Uncertain | null {
  // A file that is nothing but an outline has no words beside it to compare.
  if (source.outline && source.lines.length === 0) return null;
  const whole = conserved(source.raw ?? source.lines.map((one) => one.text).join('\n'), outline);
  if (whole.ok) return null;
  const [verb, words] =
    whole.missing === undefined ? ['has more than', whole.extra] : ['lacks words of', whole.missing];
  return { what: `The outline ${verb} the file, near “${words}”. Please compare the two.`, where: 'line 1' };
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
