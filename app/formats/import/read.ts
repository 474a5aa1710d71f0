import { fail, ok, type Result } from '#app/domain/result';
import { conserved } from '#app/domain/treaty/conserved';
import { correct, withoutAccepted, type Correction } from '#app/domain/treaty/corrections';
import type { Outline, Source, Uncertain } from '#app/domain/treaty/outline';
import { segment } from '#app/domain/treaty/segment';
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

/** The outline of a source: its own, or segmented as corrected. Fails with `unreadable` when it holds no article. */
export function outlineOf(source: Source, options: ReadOptions = {}): Result<Outline> {
  const corrected = source.outline ? source : correct(source, options.corrections ?? []);
  const language = options.language ?? source.language;
  const made = source.outline ?? segment(corrected.lines, language === undefined ? {} : { language });
  if (made.provisions.length === 0) {
    return fail('unreadable', {
      detail:
        'No article was found in this file: no line begins with a label such as “Article 1”, “Artículo 1” or “第一条”.',
    });
  }
  const furniture = source.furniture?.length
    ? [...made.furniture, ...source.furniture].sort((a, b) => a.line - b.line)
    : made.furniture;
  const doubts = withoutAccepted([...(corrected.uncertain ?? []), ...made.uncertain], corrected);
  const outline = { ...made, furniture, uncertain: doubts };
  const lost = lostWords(corrected, outline);
  return ok(lost ? { ...outline, uncertain: [lost, ...outline.uncertain] } : outline);
}

/** Rule 1 is tried on every file that is read, not only in tests: a person is told of words that went astray. */
function lostWords(source: Source, outline: Outline): Uncertain | null {
  const whole = conserved(source.raw ?? source.lines.map((one) => one.text).join('\n'), outline);
  if (whole.ok) return null;
  const [verb, words] =
    whole.missing === undefined ? ['has more than', whole.extra] : ['lacks words of', whole.missing];
  return { what: `The outline ${verb} the file, near “${words}”. Please compare the two.`, where: 'line 1' };
}

/** Reads a treaty from a file of any known format; fails as `readSource` and `outlineOf` do. */
export async function readTreaty(
  bytes: Uint8Array,
  options: ReadOptions & { readonly name?: string } = {},
): Promise<Result<Outline>> {
  const source = await readSource(bytes, options);
  return source.ok ? outlineOf(source.value, options) : source;
}
