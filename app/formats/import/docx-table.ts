import { readItem } from '#app/domain/treaty/items';
import { detectLanguage } from '#app/domain/treaty/language';
import { readLevel } from '#app/domain/treaty/levels';
import { append, isBlank, joined, wordsOf } from './docx-line';
import type { Line } from './docx-line';

/** A cell, at the column of the grid where it begins, 0-based. */
export interface Cell {
  readonly column: number;
  readonly lines: readonly Line[];
}
export type Row = readonly Cell[];

/** What a table says, in reading order. */
export interface Arranged {
  readonly lines: Line[];
  /** Where the columns are one text in several languages: the further ones, each from top to bottom. */
  readonly aside: Line[][];
  /** The number of columns, when they are texts that were meant to be compared and had to be kept row by row. */
  readonly compared?: number;
}

// Below this a column says too little to tell its language by.
const ENOUGH = 80;
const SAMPLE = 200;
const LONGEST_SIDE_HEADING = 120;

const isLabel = (text: string): boolean => {
  if (text.length > 60) return false;
  return readLevel(text)?.rest === '' || readItem(`${text}\tX`)?.rest === 'X';
};

/** A row as lines: labels in front of the words they belong to, else each cell after the one before it. */
function arrangeRow(cells: readonly (readonly Line[])[]): { lines: Line[]; plain: boolean } {
  const last = cells.at(-1) ?? [];
  const before = cells.slice(0, -1);
  const texts = before.map((cell) => cell.map((line) => wordsOf(line).trim()));
  if (texts.every((cell) => cell.every(isLabel))) {
    const even = before.every((cell) => cell.length === last.length);
    if (even)
      return { lines: last.map((line, i) => joined([...before.map((cell) => cell[i] as Line), line])), plain: true };
    if (before.every((cell) => cell.length === 1)) {
      const first = joined([...before.flat(), last[0] as Line]);
      return { lines: [first, ...last.slice(1)], plain: true };
    }
  }
  const [side] = texts;
  const headed = before.length === 1 && side?.length === 1 && (side[0]?.length ?? 0) <= LONGEST_SIDE_HEADING;
  if (headed && last.length > 1) return { lines: [...before.flat(), ...last], plain: true };
  if (cells.every((cell) => cell.length === 1)) return { lines: [joined(cells.flat())], plain: false };
  return { lines: cells.flat(), plain: false };
}

/**
 * The columns of a table that says the same in several languages, or null. Where the tables before did so in as many,
 * one with too few words to tell by does too.
 */
function languages(rows: readonly Row[], before: number): Line[][] | null {
  const columns = new Map<number, Line[]>();
  for (const row of rows) {
    for (const { column, lines } of row) {
      const mine = columns.get(column);
      if (mine) append(mine, lines);
      else columns.set(column, [...lines]);
    }
  }
  const spoken = [...columns]
    .sort(([a], [b]) => a - b)
    .map(([, lines]) => lines)
    .filter((lines) => lines.some((line) => !isBlank(line)));
  if (spoken.length < 2) return null;
  const texts = spoken.map((lines) => lines.slice(0, SAMPLE).map(wordsOf).join('\n'));
  const tags = texts.map((text) => (text.length < ENOUGH ? 'und' : detectLanguage(text)));
  const told = tags.filter((tag) => tag !== 'und');
  if (new Set(told).size !== told.length) return null;
  return told.length === tags.length || before === tags.length ? spoken : null;
}

/**
 * Puts a table's cells in reading order. A table that only lays out labels, or a column beside a margin of headings,
 * reads like the text around it; languages side by side are parted; anything else is kept row by row, cells that hold
 * one line each on one line with tabs between. `before`: in how many languages the tables before were, 1 for none.
 */
export function arrange(rows: readonly Row[], before: number): Arranged {
  const apart = languages(rows, before);
  if (apart) return { lines: apart[0] as Line[], aside: apart.slice(1) };
  const lines: Line[] = [];
  let compared = 0;
  for (const row of rows) {
    const cells = row.map((cell) => cell.lines.filter((line) => !isBlank(line))).filter((cell) => cell.length > 0);
    if (cells.length < 2) {
      append(lines, row.length === 1 ? row.flatMap((cell) => cell.lines) : cells.flat());
      continue;
    }
    const arranged = arrangeRow(cells);
    append(lines, arranged.lines);
    if (!arranged.plain) compared = Math.max(compared, cells.length);
  }
  return { lines, aside: [], ...(compared === 0 ? {} : { compared }) };
}
