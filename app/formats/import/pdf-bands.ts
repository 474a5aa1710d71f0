import { readLevel } from '#app/domain/treaty/levels';
import type { Furniture } from '#app/domain/treaty/outline';
import type { Line, Piece } from './pdf-lines';

/** A line across a page, before columns are looked for. Its words are put together only where they are asked for. */
export interface BandRow {
  readonly pieces: readonly Piece[];
  readonly y: number;
  readonly line: () => Line;
}

/** A page as the search for running headers and footers sees it: its rows from top to bottom. */
export interface BandPage {
  readonly height: number;
  readonly rows: readonly BandRow[];
}

interface Candidate {
  readonly page: number;
  readonly row: number;
  readonly key: string;
  readonly numbers: readonly number[];
  readonly y: number;
  readonly text: string;
}

const DEPTH = 5;
const BAND = 0.2;
const ROMAN = /^[ivxlc]{1,7}$/;
const VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function roman(text: string): number {
  const values = [...text].map((c) => VALUES[c] ?? 0);
  return values.reduce((sum, v, i) => sum + (v < (values[i + 1] ?? 0) ? -v : v), 0);
}

/** The line apart from its numbers, and the numbers. */
function shapeOf(raw: string): { key: string; numbers: number[] } {
  const numbers: number[] = [];
  const text = raw.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const alone = text.replace(/^[\s\-–—[(]+|[\s\-–—\])]+$/gu, '');
  if (ROMAN.test(alone)) return { key: text.replace(alone, '#'), numbers: [roman(alone)] };
  const key = text.replace(/\p{Nd}+/gu, (digits) => {
    numbers.push(Number([...digits].map((d) => digitValue(d)).join('')));
    return '#';
  });
  return { key, numbers };
}

const digitValue = (digit: string): number => {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
  return code < 0x80 ? code - 48 : (code - zero) % 10;
};

/** The same line on two pages: its numbers are equal, or count with the pages. */
function agree(a: Candidate, b: Candidate): boolean {
  if (a.key !== b.key || Math.abs(a.y - b.y) > 4) return false;
  const apart = b.page - a.page;
  let counted = 0;
  const same = a.numbers.every((n, i) => {
    const delta = (b.numbers[i] ?? NaN) - n;
    if (delta === apart) counted += 1;
    return delta === 0 || delta === apart;
  });
  if (!same) return false;
  // "Article 1" at the top of page 1 and "Article 2" at the top of page 2 are headings that happen to stand there.
  return counted === 0 || !readLevel(a.text);
}

const WORDY = /\p{L}{2}/u;
const PAGE_WORD =
  /^[\s\-–—/|.()[\]#]*(?:page|pág\.?|página|стр\.?|страница|صفحة|seite|pagina|第)?[\s#]*(?:of|de|sur|из|من|von|van|页|頁|\/)?[\s\-–—/|.()[\]#]*$/iu;
// Codes that printers set at the foot of a first page: "V.03-91190 (E)", "*0391190*".
const JOB = /^[*\s]*(?:[A-Z]{1,4}[.\s-]?)?\d{2}-?\d{4,6}[*\s]*(?:\([A-Z]\)[\s*\d]*)?$/u;

function kindOf(key: string): Furniture['what'] {
  return PAGE_WORD.test(key) ? 'page-number' : 'running-header';
}

/**
 * Running headers, footers, page and job numbers: the outermost rows of a page that return on others at the same
 * height, apart from numbers that count with the pages. Gives, for every page, the rows that are furniture.
 */
export function bandsOf(pages: readonly BandPage[]): Map<number, Furniture['what']>[] {
  const found = pages.map(() => new Map<number, Furniture['what']>());
  const written = pages.filter((page) => page.rows.length > 0).length;
  const least = written <= 5 ? 1 : 2;
  for (const edge of ['top', 'bottom'] as const) {
    const groups = new Map<string, Candidate[]>();
    const all = pages.map((page, p) => {
      const order = page.rows.map((_, i) => i);
      const outer = (edge === 'top' ? order : order.reverse()).slice(0, DEPTH);
      return outer.flatMap((i): Candidate[] => {
        const row = page.rows[i] as BandRow;
        const away = edge === 'top' ? row.y : page.height - row.y;
        const line = row.line();
        if (away > page.height * BAND || line.raw.length > 200) return [];
        const { key, numbers } = shapeOf(line.raw);
        const one = {
          page: p,
          row: i,
          key,
          numbers,
          y: away,
          text: line.raw,
        };
        const group = groups.get(key);
        if (group) group.push(one);
        else groups.set(key, [one]);
        return [one];
      });
    });
    const judged = all.map((list, p) =>
      list.map((one) => {
        const line = (pages[p]?.rows[one.row] as BandRow).line();
        const others = (groups.get(one.key) ?? []).filter((other) => other.page !== p && agree(one, other)).length;
        const enough = WORDY.test(one.key.replace(/#/g, '')) ? others >= least : others >= 1;
        const job = edge === 'bottom' && JOB.test(line.raw.trim());
        return { one, job, sure: job || line.artifact, like: enough };
      }),
    );
    // Where the text reaches to on the pages: a line that returns within it is a line of the text.
    const reach = judged
      .flatMap((list) => list.find(({ sure, like }) => !sure && !like)?.one.y ?? [])
      .sort((a, b) => a - b);
    const text = reach[Math.floor(reach.length * 0.12)] ?? Infinity;
    judged.forEach((list, p) => {
      for (const { one, job, sure, like } of list) {
        if (!sure && !(like && one.y < text - 1)) break;
        found[p]?.set(one.row, job ? 'note' : kindOf(one.key));
      }
    });
  }
  return found;
}
