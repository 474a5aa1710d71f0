import { readAs } from './forced';
import type { Label } from './forced';
import type { Hyphens } from './hyphens';
import { beginsWithLevelWord } from './levels';
import { itemOf, levelOf } from './row-labels';
import type { Row } from './rows';
import { CLAUSE_END, ENDS_OPEN, SENTENCE_END } from './wording';

/** A paragraph of the source: one row, or several that were one before they were wrapped. */
export interface Unit {
  text: string;
  /** Its rows as they stood: what was taken out between them is not part of it. */
  readonly rows: Row[];
  readonly line: number;
  readonly column: number;
  readonly hints: Row['hints'];
  readonly as: Row['as'];
  readonly plain: boolean;
  readonly blank: boolean;
  /** The row before it runs to the margin, in a text that is wrapped. */
  readonly afterFull: boolean;
  level: Label['level'];
  item: Label['item'];
}

// Patterns anchored at the end look at a short tail only, so that their cost does not grow with the paragraph.
const tail = (s: string) => s.slice(-60);
const LAST_MARKS = -16;
export const endsClause = (s: string): boolean => CLAUSE_END.test(s.slice(LAST_MARKS));
export const endsSentence = (s: string): boolean => SENTENCE_END.test(s.slice(LAST_MARKS));
export const startsLower = (s: string): boolean => /^\p{Ll}/u.test(s);
export const isUpper = (s: string): boolean => /\p{Lu}/u.test(s) && !/\p{Ll}/u.test(s);
const uncased = (s: string): boolean => /^[\p{Lo}\p{Nd}]/u.test(s);
export { tail };

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
  if (row.plain || before.plain || before.as === 'heading') return false;
  if (row.as === undefined && row.hints.continues !== undefined) return row.hints.continues;
  if (label || row.hints.paragraph || row.hints.headingLevel || before.hints.headingLevel) return false;
  const apart = row.blank && !row.broken;
  const alone = levelOf(before)?.rest === '';
  if (apart || alone) return false;
  const open = !endsClause(before.text) || ENDS_OPEN.test(tail(before.text));
  const comma = /[,،，]\s*$/u.test(tail(before.text));
  if (startsLower(row.text) && (open || (width > 0 && comma))) return true;
  if (width === 0) return false;
  const full = fills(before.text, row.text, width);
  if (row.broken) return full && open && uncased(row.text);
  return full;
}

const tight = (a: string, b: string): boolean =>
  /\p{L}[-\u2010]$/u.test(tail(a)) ||
  (/[\p{Script=Han}，。；：、）」』]$/u.test(tail(a)) && /^[\p{Script=Han}（「『]/u.test(b));

/** A unit while rows are still joined to it: its words in pieces, so that joining many costs no more than a few. */
interface Growing {
  readonly unit: Unit;
  readonly pieces: string[];
}

/** Puts a row to the unit that it goes on with. */
function goOn({ unit, pieces }: Growing, row: Row, hyphens: Hyphens): void {
  const before = unit.rows.at(-1) as Row;
  const broken = hyphens.isBroken(before, row);
  if (broken) pieces.push((pieces.pop() as string).slice(0, -1));
  if (!broken && !before.soft && !tight(before.text, row.text)) pieces.push(' ');
  pieces.push(row.text);
  unit.rows.push(row);
}

function grown({ unit, pieces }: Growing): Unit {
  if (pieces.length === 1) return unit;
  unit.text = pieces.join('');
  if (unit.plain) return unit;
  // What was read off the first row alone must be read again off the whole paragraph.
  const again = readAs(unit.text, unit.as);
  if (unit.level || unit.as) unit.level = again.level;
  if (unit.item) unit.item = again.item;
  return unit;
}

const NO_LABEL: Label = { level: null, item: null };
const labelOf = (row: Row): Label => {
  const level = levelOf(row);
  return { level, item: level ? null : itemOf(row) };
};

/** Paragraphs out of rows: wrapped lines are put together again, labels always begin a paragraph of their own. */
export function unitsOf(rows: readonly Row[], width: number, hyphens: Hyphens): Unit[] {
  const units: Growing[] = [];
  let before: Row | null = null;
  for (const row of rows) {
    const plain = row.plain === true;
    const { level, item } = plain ? NO_LABEL : row.as ? readAs(row.text, row.as) : labelOf(row);
    const strong = item !== null && item.wrapper !== 'bare';
    const last = units.at(-1);
    // "... measures taken under / Article 5 shall apply": a mention goes on with its sentence, except after a heading.
    const mention =
      before !== null &&
      level === null &&
      !row.blank &&
      row.hints.continues !== false &&
      !row.hints.paragraph &&
      !last?.unit.level &&
      !units.at(-2)?.unit.level &&
      !endsClause(before.text) &&
      beginsWithLevelWord(row.text);
    const own = (row.as !== undefined && row.as !== 'text') || level !== null || strong;
    if (last && before && (row.goesOn || (!own && mention) || joins(before, row, width, own))) {
      goOn(last, row, hyphens);
    } else {
      const blank = row.hints.continues === false || (row.blank && !row.broken);
      const afterFull = width > 0 && !row.blank && before !== null && fills(before.text, row.text, width);
      const { text, line, column, hints, as } = row;
      const unit: Unit = { text, rows: [row], line, column, hints, as, plain, blank, afterFull, level, item };
      units.push({ unit, pieces: [text] });
    }
    before = row;
  }
  return units.map(grown);
}
