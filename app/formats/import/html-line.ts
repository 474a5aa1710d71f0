import { readItem } from '#app/domain/treaty/items';
import { readLevel } from '#app/domain/treaty/levels';
import type { Furniture, SourceLine } from '#app/domain/treaty/outline';

/** Words of a line, or a piece of it that is not part of the text. */
export interface Piece {
  text: string;
  readonly what: Furniture['what'] | undefined;
}

/** A line of the page while it is put together. */
export interface PageLine {
  readonly pieces: Piece[];
  /** Lines of one block have the same number. */
  readonly block: number;
  /** It begins a block: a paragraph, a heading, an item. */
  readonly opens: boolean;
  furniture: Furniture['what'] | undefined;
  hints: NonNullable<SourceLine['hints']>;
  /** All its words are links that lead away from this page. */
  readonly linked: boolean;
  /** It holds a raised number or letter that leads to no note. */
  readonly unexplained: boolean;
}

/** The words of a line without its pieces of furniture. */
export const wordsOf = (line: PageLine): string =>
  line.pieces
    .filter((piece) => piece.what === undefined)
    .map((piece) => piece.text)
    .join('');

const HAN = /[\p{Script=Han}。，、；：]$/u;
const STARTS_HAN = /^[\p{Script=Han}（「《]/u;

/** Adds a line to the one before it, with a space between where the script has any. */
export function append(line: PageLine, more: PageLine): void {
  const space = HAN.test(wordsOf(line)) && STARTS_HAN.test(wordsOf(more)) ? '' : ' ';
  line.pieces.push({ text: space, what: undefined }, ...more.pieces);
}

/** Whether two lines of one heading are one: "Article 1" over "Scope" are two, "Convention on" over "Crime" are one. */
export function runOn(line: PageLine, next: PageLine): boolean {
  const apart =
    readLevel(wordsOf(line))?.rest === '' || readLevel(wordsOf(next)) !== null || readItem(wordsOf(next)) !== null;
  return !apart;
}

/** Brackets around a mark go with it, and so does the space in front of it where none is needed after it. */
export function tidyMarks(pieces: Piece[]): void {
  pieces.forEach((piece, i) => {
    const [last, next] = [pieces[i - 1], pieces[i + 1]];
    if (piece.what !== 'footnote') return;
    if (last?.what === undefined && next?.what === undefined && last && next) {
      const open = /([([])$/.exec(last.text)?.[1];
      if (open && next.text.startsWith(open === '(' ? ')' : ']')) {
        piece.text = open + piece.text + next.text.charAt(0);
        last.text = last.text.slice(0, -1);
        next.text = next.text.slice(1);
      }
    }
    let k = i + 1;
    while (k < pieces.length && (pieces[k]?.what !== undefined || pieces[k]?.text === '')) k += 1;
    const after = pieces[k]?.text ?? '';
    const space = last && last.what === undefined ? (/\s+$/.exec(last.text)?.[0] ?? '') : '';
    if (space !== '' && !/^[\p{L}\p{Nd}(“«"'‘]/u.test(after)) {
      piece.text = space + piece.text;
      last!.text = last!.text.slice(0, -space.length);
    }
  });
}

/** The lines of a source, its text before pieces were taken out, and those pieces. */
export function sourceOf(lines: readonly PageLine[]): { lines: SourceLine[]; raw: string; furniture: Furniture[] } {
  const out: SourceLine[] = [];
  const raw: string[] = [];
  const furniture: Furniture[] = [];
  for (const line of lines) {
    if (line.opens && out.length > 0) {
      out.push({ text: '', line: out.length + 1 });
      raw.push('');
    }
    const number = out.length + 1;
    let column = 0;
    for (const { text, what } of line.pieces) {
      if (what !== undefined && line.furniture === undefined && text.trim() !== '') {
        furniture.push({ what, text, line: number, column });
      }
      column += text.length;
    }
    const whole = line.pieces.map((piece) => piece.text).join('');
    raw.push(whole);
    const text = line.furniture === undefined ? wordsOf(line) : whole;
    const mine = line.furniture === undefined ? {} : { furniture: line.furniture };
    out.push({ text, line: number, ...mine, hints: line.hints });
  }
  return { lines: out, raw: raw.join('\n'), furniture };
}
