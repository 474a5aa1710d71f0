import { fail, ok, type Result } from '#app/domain/result';
import { detectLanguage } from '#app/domain/treaty/language';
import type { Furniture, Source, SourceLine, Uncertain } from '#app/domain/treaty/outline';
import { bandsOf } from './pdf-bands';
import type { BandRow } from './pdf-bands';
import { columnsOf } from './pdf-columns';
import type { PdfPage } from './pdf-file.server';
import { lineOf, linesOf, piecesOf, readingOf } from './pdf-lines';
import type { Line, Piece, Reading } from './pdf-lines';
import { noteMark, notesFrom } from './pdf-notes';
import { placeLines } from './pdf-paragraphs';
import type { Flowing, Placed } from './pdf-paragraphs';

/** A line with what it is; `region` counts columns through the file. */
interface Entry {
  readonly line: Line;
  readonly page: number;
  readonly region: number;
  readonly furniture?: Furniture['what'];
}

/** What a page came to: its lines in reading order. */
interface Laid {
  readonly top: Entry[];
  readonly columns: Entry[][];
  readonly bottom: Entry[];
  readonly beside: number;
  readonly page: number;
}

const refuse = (detail: string) => fail('unreadable', { detail });

/** Lines with hints out of the painted pages of a PDF. Fails with `unreadable` when they hold no text, or a wide table. */
export function sourceOf(pages: readonly PdfPage[]): Result<Source> {
  if (!pages.some((page) => page.glyphs.some((g) => g.text.trim() !== ''))) {
    return refuse('This PDF holds pictures of pages and no text; it needs text recognition (OCR) first.');
  }
  const reading = readingOf(pages.map((page) => page.glyphs));
  const laid = layPages(pages, reading);
  if (laid.filter((page) => page.beside > 3).length > laid.filter((page) => page.columns.length > 0).length / 2) {
    return refuse(
      'This PDF is a table of four or more columns side by side; import one of the texts that it compares.',
    );
  }
  const entries = inReadingOrder(laid);
  const text = entries.filter((one) => !one.furniture);
  if (text.length === 0) return refuse('This PDF holds no text but headers and page numbers.');
  const { numbers, ...source } = linesFrom(entries, placeLines(flowOf(text), reading.rightToLeft));
  return ok({ ...source, uncertain: doubtsOf(pages, laid, entries, numbers) });
}

function rowsOf(glyphs: PdfPage['glyphs'], reading: Reading): BandRow[] {
  const rows: Piece[][] = [];
  for (const piece of piecesOf(glyphs)) {
    const row = rows.at(-1);
    if (row && piece.y - (row[0] as Piece).y < Math.min(piece.size, (row[0] as Piece).size) * 0.3) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((pieces) => {
    let line: Line | undefined;
    return { pieces, y: (pieces[0] as Piece).y, line: () => (line ??= lineOf(pieces, reading)) };
  });
}

/** The size in which most of the text is set. */
function bodySize(rows: readonly (readonly BandRow[])[]): number {
  const counts = new Map<number, number>();
  let body = 10;
  for (const row of rows.flat()) {
    for (const piece of row.pieces) {
      const size = Math.round(piece.size * 4) / 4;
      const n = (counts.get(size) ?? 0) + piece.glyphs.length;
      counts.set(size, n);
      if (n > (counts.get(body) ?? 0)) body = size;
    }
  }
  return body;
}

function layPages(pages: readonly PdfPage[], reading: Reading): Laid[] {
  const rows = pages.map((page) => rowsOf(page.glyphs, reading));
  const bands = bandsOf(pages.map((page, i) => ({ height: page.height, rows: rows[i] as BandRow[] })));
  const body = bodySize(rows.map((list, i) => list.filter((_, k) => !bands[i]?.has(k))));
  const marks = new Set<string>();
  let region = 0;
  let going = false;
  return pages.map((page, i): Laid => {
    const list = rows[i] as BandRow[];
    const taken = bands[i] as ReadonlyMap<number, Furniture['what']>;
    const entry = (row: BandRow, what: Furniture['what']): Entry => ({
      line: row.line(),
      page: i + 1,
      region: -1,
      furniture: what,
    });
    const bandsAt = (low: boolean) =>
      list.flatMap((row, k) => {
        const what = taken.get(k);
        return what && row.y > page.height / 2 === low ? [entry(row, what)] : [];
      });
    const pieces = list.flatMap((row, k) => (taken.has(k) ? [] : row.pieces));
    const found = columnsOf(pieces, page.width, reading.rightToLeft);
    const lines = found.regions.map((some) => linesOf(some, reading));
    for (const line of lines.flat()) for (const mark of line.marks) marks.add(mark.text);
    let went = false;
    const columns = lines.map((some): Entry[] => {
      region += 1;
      const from = notesFrom(some, body, page.rules, marks, going);
      const last = some.at(-1);
      if (from < some.length && last) went = !/[.!?。؟]["”»)\]]*\s*$/u.test(last.raw);
      return some.map((line, k) => ({
        line,
        page: i + 1,
        region,
        ...(k >= from ? { furniture: 'footnote' as const } : line.artifact ? { furniture: 'note' as const } : {}),
      }));
    });
    going = went;
    const askew = linesOf(piecesOf(page.askew.map((g) => ({ ...g, y: g.y, x: g.x, end: g.x + g.size * 0.5 }))), {
      ...reading,
      spaced: true,
    });
    const odd = askew.map((line): Entry => ({ line, page: i + 1, region: -1, furniture: 'note' }));
    return { top: bandsAt(false), columns, bottom: [...odd, ...bandsAt(true)], beside: found.beside, page: i + 1 };
  });
}

/**
 * Page by page, column by column; except that two languages that take turns (facing pages, columns side by side) are
 * given one after the other.
 */
function inReadingOrder(laid: readonly Laid[]): Entry[] {
  const parts = laid.flatMap((page) => [page.top, ...page.columns, page.bottom]);
  const tongue = parts.map((part) => {
    const words = part
      .filter((one) => !one.furniture)
      .map((one) => one.line.text)
      .join(' ');
    return words.length < 60 ? 'und' : detectLanguage(words);
  });
  const counts = new Map<string, number>();
  parts.forEach((part, i) => {
    const language = tongue[i] as string;
    if (language !== 'und')
      counts.set(language, (counts.get(language) ?? 0) + part.reduce((n, one) => n + one.line.text.length, 0));
  });
  const total = [...counts.values()].reduce((a, b) => a + b, 0);
  const two = [...counts].filter(([, n]) => n > total * 0.25).map(([language]) => language);
  const known = tongue.filter((one) => one !== 'und');
  const turns = known.filter((one, i) => i > 0 && one !== known[i - 1]).length;
  if (two.length !== 2 || turns < 3) return parts.flat();
  const first: Entry[] = [];
  const second: Entry[] = [];
  let current = two[0] as string;
  parts.forEach((part, i) => {
    if (two.includes(tongue[i] as string)) current = tongue[i] as string;
    (current === two[1] ? second : first).push(...part);
  });
  return known[0] === two[1] ? [...second, ...first] : [...first, ...second];
}

/** Each line with the margins of its column: the widest of its page or, where that is narrow, of the columns like it. */
function flowOf(entries: readonly Entry[]): Flowing[] {
  const edges = new Map<number, { left: number; right: number }>();
  for (const { line, region } of entries) {
    const edge = edges.get(region);
    edges.set(region, { left: Math.min(edge?.left ?? Infinity, line.x), right: Math.max(edge?.right ?? 0, line.end) });
  }
  // A column that holds two short lines has no margins of its own; it takes those of a column that includes it.
  const common = [...edges.values()];
  const boxes = new Map<number, { left: number; right: number }>();
  for (const [region, edge] of edges) {
    const around = common.filter(
      (c) => c.left <= edge.left + 4 && c.right >= edge.right - 4 && c.right - c.left < (edge.right - edge.left) * 12,
    );
    const widest = around.reduce((a, b) => (b.right - b.left > a.right - a.left ? b : a), edge);
    const alike = common.filter((c) => Math.abs(c.left - edge.left) < 4 || Math.abs(c.right - edge.right) < 4);
    boxes.set(region, alike.length > 1 && widest.right - widest.left < (edge.right - edge.left) * 1.6 ? widest : edge);
  }
  return entries.map(({ line, page, region }) => ({
    line,
    page,
    region,
    ...(boxes.get(region) as { left: number; right: number }),
  }));
}

/** Margins that differ by less than a hair are one margin. */
function indentsOf(placed: readonly Placed[]): Map<number, number> {
  const steps = new Map<number, number>();
  let step = -Infinity;
  for (const indent of placed.map((one) => one.indent).sort((a, b) => a - b)) {
    if (indent - step > 2.5) step = indent;
    steps.set(indent, Math.round(step));
  }
  return steps;
}

function linesFrom(
  entries: readonly Entry[],
  placed: readonly Placed[],
): Pick<Source, 'lines' | 'furniture' | 'raw'> & { numbers: Map<Entry, number> } {
  const indents = indentsOf(placed);
  const lines: SourceLine[] = [];
  const raw: string[] = [];
  const furniture: Furniture[] = [];
  const numbers = new Map<Entry, number>();
  let k = 0;
  for (const entry of entries) {
    const { line, page } = entry;
    const place = entry.furniture ? undefined : placed[k++];
    if (place?.continues === false && lines.length > 0) {
      lines.push({ text: '', line: lines.length + 1 });
      raw.push('');
    }
    const n = lines.length + 1;
    numbers.set(entry, n);
    raw.push(line.raw);
    if (!place) {
      lines.push({ text: line.raw, line: n, furniture: entry.furniture ?? 'note', hints: { page } });
      continue;
    }
    for (const mark of line.marks) furniture.push({ what: 'markup', text: mark.text, line: n, column: mark.column });
    lines.push({
      text: line.text,
      line: n,
      hints: {
        ...(place.centred ? { centred: true } : { indent: indents.get(place.indent) ?? 0 }),
        size: Math.round(line.size * 10) / 10,
        ...(line.bold ? { bold: true } : {}),
        page,
        ...(place.continues === undefined ? {} : { continues: place.continues }),
      },
    });
  }
  return { lines, furniture, raw: raw.join('\n'), numbers };
}

const named = (pages: readonly number[]): string => {
  const ranges: string[] = [];
  for (let i = 0; i < pages.length; i += 1) {
    const from = pages[i] as number;
    while (pages[i + 1] === (pages[i] as number) + 1) i += 1;
    ranges.push(from === pages[i] ? String(from) : `${from}-${pages[i]}`);
  }
  const shown = ranges.slice(0, 12).join(', ') + (ranges.length > 12 ? ', …' : '');
  return `${pages.length > 1 ? 'Pages' : 'Page'} ${shown}`;
};

function doubtsOf(
  pages: readonly PdfPage[],
  laid: readonly Laid[],
  entries: readonly Entry[],
  numbers: ReadonlyMap<Entry, number>,
): Uncertain[] {
  const where = (page: number) => {
    const entry = entries.find((one) => one.page >= page);
    return `line ${(entry && numbers.get(entry)) ?? 1}`;
  };
  const doubts: Uncertain[] = [];
  const note = (list: readonly number[], words: string) => {
    const [first] = list;
    if (first !== undefined) doubts.push({ what: `${named(list)}: ${words}`, where: where(first) });
  };
  const those = (test: (page: PdfPage, i: number) => boolean) =>
    pages.flatMap((page, i) => (test(page, i) ? [i + 1] : []));
  note(
    those((page) => page.glyphs.length === 0 && page.drawn),
    'there is no text, only a picture or nothing; what it shows is not in this outline.',
  );
  note(
    those((page) => page.glyphs.length > 0 && page.glyphs.filter((g) => g.hidden).length > page.glyphs.length * 0.5),
    'the words come from text recognition of a scanned picture; they may be misread.',
  );
  note(
    those((_, i) => (laid[i]?.beside ?? 1) > 2),
    'text stands in three or more columns, perhaps a table; it was read column by column.',
  );
  note(
    those((page) => page.askew.filter((g) => g.text.trim() !== '').length > 30),
    'text that stands at another angle was left out.',
  );
  const unknown = those((page) => page.glyphs.some((g) => /[\ue000-\uf8ff\ufffd]/.test(g.text)));
  note(unknown, 'some characters have no meaning in this file’s fonts; compare the words with the page.');
  const notes = new Set(entries.filter((one) => one.furniture === 'footnote').map((one) => noteMark(one.line)));
  const strange = entries.filter((one) => !one.furniture && one.line.marks.some((mark) => !notes.has(mark.text)));
  note(
    [...new Set(strange.map((one) => one.page))],
    'raised numbers or signs were taken for marks of notes, but no note begins with them.',
  );
  return doubts;
}
