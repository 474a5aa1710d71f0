import type { Furniture, SourceLine } from './outline';
import { visible } from './canonical';

/** A stretch of a row that stands in the source as it is: where it begins in the row's text and on the source's line. */
interface Span {
  readonly at: number;
  readonly column: number;
}

/** A line of the source that is not blank, as the passes over it see it. */
export interface Row {
  readonly text: string;
  readonly line: number;
  /** 0, or where the piece of a split line begins. */
  readonly column: number;
  readonly spans: readonly Span[];
  readonly hints: NonNullable<SourceLine['hints']>;
  readonly as: SourceLine['as'];
  readonly goesOn: boolean;
  /** Blank lines stand before it. */
  readonly blank: boolean;
  /** A soft hyphen ends it: its last word goes on in the next row. */
  readonly soft: boolean;
  /** Something was taken out between it and the row before. */
  readonly broken: boolean;
  /** Words only, whatever they look like: a line of a table, a footnote that could not be told for sure. */
  readonly plain?: boolean;
}

/** What a pass over the rows left, and what it took out. */
export interface Cleared {
  readonly rows: readonly Row[];
  readonly furniture: readonly Furniture[];
  readonly uncertain: readonly { readonly what: string; readonly where: string; readonly line: number }[];
}

/** True when a person said how this row is to be read. */
export const isForced = (row: Row): boolean => row.as !== undefined || row.goesOn || row.column > 0;

// A broken word that a format glued together again: "Octo\u00ad ber".
const BROKEN_WORD = /\u00ad\s+(?=\p{Ll})/gu;
const ENDS_SOFT = /\u00ad\s*$/u;
// A character with its marks: what NFC and the writing out of ligatures change is never longer than that.
const CHARACTERS = /[^\p{M}]\p{M}*|\p{M}+/gsu;

/** Where the characters of `text`, that is the visible ones of `source` from `lead` on, stand in `source`. */
function spansOf(source: string, text: string, lead: number, column: number): Span[] {
  if (source.startsWith(text, lead)) return [{ at: 0, column: column + lead }];
  const spans: Span[] = [];
  let at = 0;
  for (const { 0: piece, index } of source.slice(lead).matchAll(CHARACTERS)) {
    const last = spans.at(-1);
    const here = column + lead + index;
    if (!last || here - last.column !== at - last.at) spans.push({ at, column: here });
    at += visible(piece).length;
    if (at >= text.length) break;
  }
  return spans;
}

/** The rows of a source: blank lines are folded into the row after them, lines declared to be furniture left out. */
export function rowsOf(lines: readonly SourceLine[]): Row[] {
  const rows: Row[] = [];
  let blank = true;
  let broken = false;
  for (const one of lines) {
    const source = one.text.replace(BROKEN_WORD, (gap) => '\u00ad'.repeat(gap.length));
    const text = visible(source).trim();
    if (text === '') {
      blank = true;
      continue;
    }
    if (one.furniture) {
      broken = true;
      continue;
    }
    const column = one.column ?? 0;
    const lead = source.length - source.trimStart().length;
    rows.push({
      text,
      line: one.line,
      column,
      spans: spansOf(source, text, lead, column),
      hints: one.hints ?? {},
      as: one.as,
      goesOn: one.joins === true,
      blank: blank || column > 0,
      soft: ENDS_SOFT.test(one.text.slice(-8)),
      broken,
    });
    blank = false;
    broken = false;
  }
  return rows;
}

/** Where on the source's line a place in a row stands. */
export function columnAt(row: Row, at: number): number {
  let found = row.spans[0] as Span;
  for (const span of row.spans) if (span.at <= at) found = span;
  return found.column + at - found.at;
}

/** A stretch of a row as furniture. */
export const pieceOf = (row: Row, what: Furniture['what'], from: number, to: number): Furniture => ({
  what,
  text: row.text.slice(from, to),
  line: row.line,
  column: columnAt(row, from),
});

/** A row as furniture. */
export const wholeRow = (row: Row, what: Furniture['what']): Furniture => ({
  what,
  text: row.text,
  line: row.line,
  ...(row.column > 0 && row.spans.length === 1 ? { column: columnAt(row, 0) } : {}),
});

/** Rows one after the other as one piece of furniture; a row whose line is split stands for itself. */
export function blockOf(rows: readonly Row[], what: Furniture['what']): Furniture[] {
  const first = rows[0];
  if (!first) return [];
  if (rows.some((row) => row.column > 0)) return rows.map((row) => wholeRow(row, what));
  return [{ what, text: rows.map((row) => row.text).join('\n'), line: first.line }];
}

/** A row without some stretches of its text (in order, not touching); null when nothing is left. */
export function cutFrom(row: Row, cuts: readonly (readonly [number, number])[]): Row | null {
  let text = '';
  const spans: Span[] = [];
  let from = 0;
  const add = (to: number) => {
    for (const [i, span] of row.spans.entries()) {
      const end = row.spans[i + 1]?.at ?? row.text.length;
      const [a, b] = [Math.max(from, span.at), Math.min(to, end)];
      if (a < b) spans.push({ at: text.length + a - from, column: span.column + a - span.at });
    }
    text += row.text.slice(from, to);
  };
  for (const [a, b] of cuts) {
    // The space on one side goes with what stood between two words.
    add(/\s/.test(row.text.charAt(a - 1)) && /\s/.test(row.text.charAt(b)) ? a - 1 : a);
    from = b;
  }
  add(row.text.length);
  const kept = text.trimEnd();
  const lead = kept.length - kept.trimStart().length;
  if (kept.length === lead) return null;
  const moved = spans.map((span) => ({
    at: Math.max(0, span.at - lead),
    column: span.column + Math.max(0, lead - span.at),
  }));
  return { ...row, text: kept.slice(lead), spans: moved };
}

/** The rows without those at the given places; what stands after a gap knows of it. */
export function keep(rows: readonly Row[], out: { has(i: number): boolean }): Row[] {
  const kept: Row[] = [];
  let broken = false;
  rows.forEach((row, i) => {
    if (out.has(i)) broken = true;
    else {
      kept.push(broken ? { ...row, broken: true } : row);
      broken = false;
    }
  });
  return kept;
}
