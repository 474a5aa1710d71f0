import type { Row } from './rows';

/** The mark of a note in a row: "1999,4", "Crime⁶", "公約（註1）". */
export interface Mark {
  readonly n: number;
  /** Index of the row. */
  readonly row: number;
  /** Half-open, in the row's text. */
  readonly from: number;
  readonly to: number;
  readonly style: MarkStyle;
}

/** How the number of a note is set: "註1" says what it is, "[1]" stands in brackets, "1" and "¹" by itself. */
export type MarkStyle = 'named' | 'bracketed' | 'bare';

/** What a note and its mark have in common. */
export const markKey = (style: MarkStyle, n: number): string => `${style} ${n}`;

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** The number of a note, raised or not, in digits of any script. */
export const noteNumber = (s: string): number =>
  Number([...s].map((one) => (SUPERSCRIPT.includes(one) ? SUPERSCRIPT.indexOf(one) : one.normalize('NFKC'))).join(''));

// Raised; in brackets; glued to a word of lower case or to the stop after a word, a year or a bracket.
const MARK =
  /(?<=\S)([¹²³⁰⁴-⁹]{1,3})|[(（[]\s?[註注]\s?(\p{Nd}{1,3})\s?[)）\]]|(?<=[\p{L})”"»’][,.;:]?)\[(\p{Nd}{1,2})\]|(?<!(?:^|[\s(])(?:arts?|paras?|nos?|pp?|vols?|sect|chap|ch)\.)(?<=\p{Ll}{3}|\p{Ll}[”"’»)]|[\p{Ll})”"’»][,.;:]|\p{Lo}{2}|[,.;:][”"’»]|(?<!\p{Nd})\p{Nd}{4}[,.;:])(\p{Nd}{1,2})(?=[\s,.;:)”"’»]|\p{Lu}|$)/gu;

const ANY_DIGIT = /[\p{Nd}¹²³⁰⁴-⁹]/u;

/** Every place of a row that may be the mark of a note. */
export function takeMarks(row: Row, at: number): Mark[] {
  const marks: Mark[] = [];
  if (!ANY_DIGIT.test(row.text)) return marks;
  // A note of its own begins with a number in brackets, not with its mark.
  for (const found of row.text.matchAll(MARK)) {
    if (found.index === 0) continue;
    const n = noteNumber(found[1] ?? found[2] ?? found[3] ?? found[4] ?? '');
    const style = found[2] !== undefined ? 'named' : found[3] !== undefined ? 'bracketed' : 'bare';
    if (n > 0) marks.push({ n, row: at, from: found.index, to: found.index + found[0].length, style });
  }
  return marks;
}
