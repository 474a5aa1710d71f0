import type { Furniture, SourceLine } from './outline';
import { endsClause, endsSentence, startsLower } from './lines';
import { markKey, noteNumber, takeMarks } from './note-marks';
import type { Mark, MarkStyle } from './note-marks';
import { inlineNotes } from './notes-inline';
import { itemOf, levelOf } from './row-labels';
import { cutFrom, isForced, keep, pieceOf, wholeRow } from './rows';
import type { Cleared, Row } from './rows';

const START =
  /^(?:([¹²³⁰⁴-⁹]{1,3})\s*|(\p{Nd}{1,3})(\s*)(?=[\p{Lu}\p{Lo}“"«])|(\[|[(（[]\s?[註注])\s?(\p{Nd}{1,3})\s?[)）\]]\s*)/u;
const RULE = /^[_—─-]{4,}$/u;
const LONGEST_NOTE = 12;
interface Start {
  readonly n: number;
  /** It can be nothing but the number of a note: raised, glued to the word after it, or named as one. */
  readonly sure: boolean;
  readonly style: MarkStyle;
}

/** The note's number with which a row begins. */
function startOf(text: string): Start | null {
  const found = START.exec(text);
  if (!found) return null;
  const [, raised, digits, gap, bracket, bracketed] = found;
  const n = noteNumber(raised ?? digits ?? bracketed ?? '');
  const style = bracket === undefined ? 'bare' : bracket === '[' ? 'bracketed' : 'named';
  return n > 0 ? { n, sure: raised !== undefined || bracketed !== undefined || gap === '', style } : null;
}

/** The notes that the format itself declared. */
const declaredNotes = (lines: readonly SourceLine[]): Start[] =>
  lines.flatMap((one) => (one.furniture === 'footnote' ? (startOf(one.text.trim()) ?? []) : []));

/** How many rows from `i` on are one note or several: up to a row that goes on with the sentence before, or a gap. */
function runOf(rows: readonly Row[], i: number, midSentence: boolean): number {
  let n = (startOf((rows[i] as Row).text) as Start).n;
  let to = i + 1;
  for (; to < rows.length && to - i < LONGEST_NOTE * 4; to += 1) {
    const row = rows[to] as Row;
    const start = startOf(row.text);
    if (start && start.n === n + 1) {
      n += 1;
      continue;
    }
    const done = endsSentence((rows[to - 1] as Row).text);
    if (isForced(row) || levelOf(row) || itemOf(row)) break;
    if (row.blank || row.broken || row.hints.page !== (rows[i] as Row).hints.page) break;
    if (done && (midSentence ? startsLower(row.text) : true)) break;
  }
  return to;
}

const short = (text: string) => (text.length > 50 ? `${text.slice(0, 50)}…` : text);

/**
 * Takes out footnotes that stand among the lines or inside a sentence, and their marks. A note is taken for one when
 * the text has its mark; where it has none, the words stay and a person is asked, unless several notes in a row with
 * rising numbers break a sentence in two: these are taken out, and a person is asked all the same.
 */
export function takeNotes(rows: readonly Row[], lines: readonly SourceLine[]): Cleared {
  const furniture: Furniture[] = [];
  const uncertain: { what: string; where: string; line: number }[] = [];
  const ask = (what: string, line: number) => uncertain.push({ what, where: `line ${line}`, line });
  const noteRows = new Set<number>();
  const plain = new Set<number>();
  const kept = new Map<number, Row>();
  const taken = new Map<string, number>();
  const marks = new Map<string, Mark[]>();
  rows.forEach((row, i) => {
    for (const mark of takeMarks(row, i)) {
      const key = markKey(mark.style, mark.n);
      const same = marks.get(key);
      if (same) same.push(mark);
      else marks.set(key, [mark]);
    }
  });
  const marked = (key: string, i: number) => ((marks.get(key) ?? [])[0]?.row ?? Infinity) <= i;

  let labels = 0;
  let body = -1;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as Row;
    if (isForced(row)) continue;
    const before = rows[body];
    const start = startOf(row.text);
    if (start && before) {
      const level = levelOf(before);
      const mid = !level && !endsClause(before.text) && !levelOf(rows[body - 1] ?? before);
      const to = runOf(rows, i, mid);
      const after = rows[to];
      const halves = mid && after !== undefined && startsLower(after.text) && !itemOf(after);
      const apart = start.sure || RULE.test((rows[i - 1] ?? row).text) || small(row, before);
      const notes = rows.slice(i, to).flatMap((one) => startOf(one.text) ?? []);
      const known = notes.every(({ style, n }) => marked(markKey(style, n), i));
      if ((halves || apart) && (known || (halves && notes.length > 1))) {
        for (let k = i; k < to; k += 1) noteRows.add(k);
        // A row may hold several notes that are named as such: "（註 1）... （註 2）...".
        const more = rows.slice(i, to).flatMap((one) => takeMarks(one, i).filter(({ style }) => style === 'named'));
        for (const { style, n } of [...notes, ...more]) taken.set(markKey(style, n), i);
        furniture.push(...rows.slice(i, to).map((one) => wholeRow(one, 'footnote')));
        if (!known) ask(`“${short(row.text)}” was taken for a footnote, though the text has no mark for it.`, row.line);
        i = to - 1;
        continue;
      }
      if (halves && start.n !== labels + 1) {
        for (let k = i; k < to; k += 1) plain.add(k);
        ask(`“${short(row.text)}” stands inside a sentence: it may be a footnote.`, row.line);
        body = to - 1;
        i = to - 1;
        continue;
      }
      if (start && !start.sure) labels = start.n;
    }
    if (levelOf(row)) labels = 0;
    body = i;
    const inside = inlineNotes(row.text, (n) => marked(markKey('bare', n), i));
    if (inside.length === 0) continue;
    const sure = inside.every((note) => marked(markKey('bare', note.n), i));
    if (!sure && inside.length < 2) {
      ask(`“${short(row.text.slice(inside[0]?.from))}” stands inside a sentence: it may be a footnote.`, row.line);
      continue;
    }
    for (const { from, to, n } of inside) {
      furniture.push(pieceOf(row, 'footnote', from, to));
      taken.set(markKey('bare', n), i);
    }
    const first = inside[0]?.from as number;
    if (!sure)
      ask(`“${short(row.text.slice(first))}” was taken for a footnote, though the text has no mark for it.`, row.line);
    const left = cutFrom(
      row,
      inside.map(({ from, to }) => [from, to] as const),
    );
    if (left) kept.set(i, left);
  }
  for (const { style, n } of declaredNotes(lines)) {
    const key = markKey(style, n);
    taken.set(key, taken.get(key) ?? rows.length);
  }

  const places = new Map(
    [...taken].map(([key, note]) => {
      const here = (marks.get(key) ?? []).filter((mark) => !noteRows.has(mark.row));
      return [key, (here.filter((mark) => mark.row <= note).at(-1) ?? here[0])?.row] as const;
    }),
  );
  const cut = rows.map((row, i) => {
    const now = kept.get(i) ?? row;
    const cuts =
      noteRows.has(i) || isForced(row)
        ? []
        : takeMarks(now, i).filter((mark) => places.get(markKey(mark.style, mark.n)) === i);
    const marked = cutFrom(
      now,
      cuts.map(({ from, to }) => [from, to] as const),
    );
    if (cuts.length === 0 || !marked) return plain.has(i) ? { ...now, plain: true } : now;
    furniture.push(...cuts.map(({ from, to }) => pieceOf(now, 'footnote', from, to)));
    return marked;
  });
  return { rows: keep(cut, noteRows), furniture, uncertain };
}

/** True when a row is set in smaller type than the row before it. */
const small = (row: Row, before: Row): boolean =>
  row.hints.size !== undefined && before.hints.size !== undefined && row.hints.size < before.hints.size * 0.92;
