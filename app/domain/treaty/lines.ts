import type { SourceLine } from './outline';
import { visible } from './canonical';
import { readItem } from './items';
import type { ItemLabel } from './items';
import { beginsWithLevelWord, readLevel } from './levels';
import type { LevelLabel } from './levels';
import { CLAUSE_END, SENTENCE_END } from './wording';

/** A line of the source that is not blank, as the passes over it see it. */
export interface Row {
  readonly text: string;
  readonly line: number;
  readonly hints: NonNullable<SourceLine['hints']>;
  /** Blank lines stand before it. */
  readonly blank: boolean;
  /** Something was taken out between it and the row before. */
  broken: boolean;
}

/** A paragraph of the source: one row, or several that were one before they were wrapped. */
export interface Unit {
  text: string;
  /** Its rows as they stood: what was taken out between them is not part of it. */
  readonly rows: Row[];
  readonly line: number;
  readonly hints: NonNullable<SourceLine['hints']>;
  readonly blank: boolean;
  /** The row before it runs to the margin, in a text that is wrapped. */
  readonly afterFull: boolean;
  level: LevelLabel | null;
  item: ItemLabel | null;
}

// Patterns anchored at the end look at a short tail only, so that their cost does not grow with the paragraph.
const tail = (s: string) => s.slice(-60);
export const endsClause = (s: string): boolean => CLAUSE_END.test(tail(s));
export const endsSentence = (s: string): boolean => SENTENCE_END.test(tail(s));
export const startsLower = (s: string): boolean => /^\p{Ll}/u.test(s);
export const isUpper = (s: string): boolean => /\p{Lu}/u.test(s) && !/\p{Ll}/u.test(s);
const uncased = (s: string): boolean => /^[\p{Lo}\p{Nd}]/u.test(s);
export { tail };

/** The rows of a source: blank lines are folded into the row after them, lines declared to be furniture left out. */
export function rowsOf(lines: readonly SourceLine[]): Row[] {
  const rows: Row[] = [];
  let blank = true;
  let broken = false;
  for (const line of lines) {
    const text = visible(line.text).trim();
    if (text === '') {
      blank = true;
      continue;
    }
    if (line.furniture) {
      broken = true;
      continue;
    }
    rows.push({ text, line: line.line, hints: line.hints ?? {}, blank, broken });
    blank = false;
    broken = false;
  }
  return rows;
}

/** True when the first word of `b` had no room left on the line of `a`. Proportional type makes the margin vague. */
const fills = (a: string, b: string, width: number): boolean => {
  const word = /^\p{Script=Han}/u.test(b) ? 1 : (/^\S+/.exec(b)?.[0].length ?? 0);
  return a.length + 1 + Math.min(word, 20) > width * 0.93;
};

/** The width to which a text is wrapped, or 0 when its paragraphs stand on one line each. */
export function wrapWidth(rows: readonly Row[]): number {
  if (rows.length < 4) return 0;
  const lengths = rows.map((r) => r.text.length).sort((a, b) => a - b);
  // The longest lines of all may be a table or an address that could not be broken.
  const width = lengths[Math.floor(lengths.length * 0.97)] as number;
  const longest = lengths.at(-1) as number;
  if (width > 160 || longest > width * 2.5) return 0;
  let runs = 0;
  for (let i = 1; i < rows.length; i += 1) {
    const [a, b] = [rows[i - 1] as Row, rows[i] as Row];
    if (b.blank || !fills(a.text, b.text, width) || endsClause(a.text)) continue;
    if (startsLower(b.text) || uncased(b.text)) runs += 1;
  }
  return runs >= Math.max(2, rows.length * 0.1) ? width : 0;
}

function joins(before: Row, row: Row, width: number, label: boolean): boolean {
  if (label || row.hints.paragraph || row.hints.headingLevel || before.hints.headingLevel) return false;
  const open = !endsClause(before.text);
  const apart = row.blank && !row.broken;
  const alone = readLevel(before.text)?.rest === '';
  if (apart || alone) return false;
  const comma = /[,،，]\s*$/u.test(before.text);
  if (startsLower(row.text) && (open || (width > 0 && comma))) return true;
  if (width === 0) return false;
  const full = fills(before.text, row.text, width);
  if (row.broken) return full && open && uncased(row.text);
  return full;
}

const glue = (a: string, b: string): string => {
  const tight =
    /\p{L}-$/u.test(a) || (/[\p{Script=Han}，。；：、）」』]$/u.test(a) && /^[\p{Script=Han}（「『]/u.test(b));
  return tight ? a + b : `${a} ${b}`;
};

/** Paragraphs out of rows: wrapped lines are put together again, labels always begin a paragraph of their own. */
export function unitsOf(rows: readonly Row[], width: number): Unit[] {
  const units: Unit[] = [];
  let before: Row | null = null;
  for (const row of rows) {
    const level = readLevel(row.text);
    const item = level ? null : readItem(row.text);
    const strong = item !== null && item.wrapper !== 'bare';
    const last = units.at(-1);
    // "... measures taken under / Article 5 shall apply": a mention goes on with its sentence, except after a heading.
    const mention =
      last !== undefined &&
      level === null &&
      !row.blank &&
      !row.hints.paragraph &&
      !last.level &&
      !units.at(-2)?.level &&
      !endsClause(last.text) &&
      beginsWithLevelWord(row.text);
    if (last && before && (mention || joins(before, row, width, level !== null || strong))) {
      last.text = glue(last.text, row.text);
      last.rows.push(row);
      // What was read off the first row alone must be read again off the whole paragraph.
      if (last.level) last.level = readLevel(last.text);
      if (last.item) last.item = readItem(last.text);
    } else {
      const blank = row.blank && !row.broken;
      const afterFull = width > 0 && !row.blank && before !== null && fills(before.text, row.text, width);
      units.push({ text: row.text, rows: [row], line: row.line, hints: row.hints, blank, afterFull, level, item });
    }
    before = row;
  }
  return units;
}
