import type { Furniture, Outline, Source, Uncertain } from './outline';
import { visible } from './canonical';
import { conserved } from './conserved';
import { withoutAccepted } from './corrections';
import { segment } from './segment';

const SPACES = /\s+/g;
const sizeOf = (s: string) => visible(s).replace(SPACES, '').length;

/**
 * For places in a line's text, in order, the places in the line as it came, of which `pieces` (in order) were taken out.
 * The two agree in the characters that are neither white space nor invisible.
 */
function placesIn(raw: string, pieces: readonly Furniture[], text: string, places: readonly number[]): number[] {
  let [inText, wanted, inRaw, counted, next] = [0, 0, 0, 0, 0];
  return places.map((place) => {
    wanted += sizeOf(text.slice(inText, place));
    inText = place;
    while (inRaw < raw.length) {
      const piece = pieces[next];
      if (piece && inRaw >= (piece.column as number)) {
        inRaw = (piece.column as number) + piece.text.length;
        next += 1;
        continue;
      }
      const more = sizeOf(raw.charAt(inRaw));
      if (more > 0 && counted >= wanted) break;
      counted += more;
      inRaw += 1;
    }
    return inRaw;
  });
}

function byLineOf(furniture: readonly Furniture[]): Map<number, Furniture[]> {
  const byLine = new Map<number, Furniture[]>();
  for (const one of furniture) {
    if (one.column === undefined) continue;
    const here = byLine.get(one.line);
    if (here) here.push(one);
    else byLine.set(one.line, [one]);
  }
  for (const list of byLine.values()) list.sort((a, b) => (a.column as number) - (b.column as number));
  return byLine;
}

/**
 * The columns of what the segmenter took out count in the lines' texts; where the format had taken markup out of a line
 * before, they are moved to count in the line as it came.
 */
function moved(source: Source, furniture: readonly Furniture[]): readonly Furniture[] {
  const markup = byLineOf(source.furniture ?? []);
  if (markup.size === 0 || source.raw === undefined) return furniture;
  const raws = source.raw.split(/\r\n|\r|\n/);
  const texts = new Map<number, string>();
  for (const { line, text } of source.lines) texts.set(line, (texts.get(line) ?? '') + text);
  const columns = new Map<Furniture, number>();
  for (const [line, mine] of byLineOf(furniture)) {
    const pieces = markup.get(line);
    if (!pieces) continue;
    const places = mine.map((one) => one.column as number);
    const found = placesIn(raws[line - 1] ?? '', pieces, texts.get(line) ?? '', places);
    mine.forEach((one, i) => columns.set(one, found[i] as number));
  }
  return furniture.map((one) => ({ ...one, ...(columns.has(one) ? { column: columns.get(one) } : {}) }));
}

/** Rule 1 is tried on every file that is read, not only in tests: a person is told of words that went astray. */
function lostWords(source: Source, outline: Outline): Uncertain | null {
  // A file that is nothing but an outline has no words beside it to compare.
  if (source.outline && source.lines.length === 0) return null;
  const whole = conserved(source.raw ?? source.lines.map((one) => one.text).join('\n'), outline);
  if (whole.ok) return null;
  const [verb, words] =
    whole.missing === undefined ? ['has more than', whole.extra] : ['lacks words of', whole.missing];
  const what = `The outline ${verb} the file, near “${words}”. Please compare the two.`;
  return { what, where: 'line 1', line: 1 };
}

/**
 * The outline of a source: its own, or segmented, with what the format took out and doubted, less the doubts that a
 * person has accepted. `provisions` is empty when the source holds no article.
 */
export function outlineOfSource(source: Source, language: string | undefined = source.language): Outline {
  const made = source.outline ?? segment(source.lines, language === undefined ? {} : { language });
  const furniture = [...moved(source, made.furniture), ...(source.furniture ?? [])].sort((a, b) => a.line - b.line);
  const outline = { ...made, furniture };
  const lost = made.provisions.length > 0 ? lostWords(source, outline) : null;
  const uncertain = [...(lost ? [lost] : []), ...(source.uncertain ?? []), ...made.uncertain];
  return { ...outline, uncertain: withoutAccepted(uncertain, source) };
}
