import { bracketFaults, directionsOf, logical, plainLetters } from './pdf-bidi';
import type { Glyph } from './pdf-glyphs';

/** Characters that stand close together on one baseline: a line of a column, or a part of it. */
export interface Piece {
  readonly glyphs: Glyph[];
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
}

/** Raised small type inside a line: the mark of a note, unless it is part of a word. */
export interface Mark {
  readonly text: string;
  /** Where it stands in `raw`, in UTF-16 units. */
  readonly column: number;
}

/** A line of type, its words in reading order. */
export interface Line {
  /** Marks of notes left out. */
  readonly text: string;
  readonly raw: string;
  readonly marks: readonly Mark[];
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly bold: boolean;
  /** Width of its first word: would it have fitted on the line before? */
  readonly firstWord: number;
  /** All of it is marked in the file as no part of the text. */
  readonly artifact: boolean;
}

/** How the characters of a whole file are to be read. */
export interface Reading {
  /** Most letters are of a script that is written from right to left. */
  readonly rightToLeft: boolean;
  /** Spaces are painted as characters, so that a gap alone is none unless it is wide. */
  readonly spaced: boolean;
  /** Brackets in right-to-left text come as they look. */
  readonly mirrored: boolean;
  /** How wide each digit of each font is where it is widest; one that is much narrower is drawn raised by the font. */
  readonly digits: ReadonlyMap<string, number>;
  /** The file paints soft hyphens where it means hyphens. */
  readonly hyphens: boolean;
}

// Asked of every character: the common answer first.
const isSpace = (text: string) => text === ' ' || ((text < '!' || text > '\x7f') && /^[\s\u00a0]+$/u.test(text));
const isCombining = (text: string) => text >= '\u0300' && /^\p{M}+$/u.test(text);
const isHan = (text: string) => text >= '\u3000' && HAN.test(text);
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** Pieces of a page: runs on one baseline, parted where a gap is wider than any space between words. */
export function piecesOf(glyphs: readonly Glyph[]): Piece[] {
  const rows: Glyph[][] = [];
  const inOrder = [...glyphs].sort((a, b) => a.y - b.y);
  let row: Glyph[] = [];
  for (const glyph of inOrder) {
    const last = row.at(-1);
    if (last && glyph.y - last.y > Math.min(glyph.size, last.size) * 0.08) {
      rows.push(row);
      row = [];
    }
    row.push(glyph);
  }
  if (row.length > 0) rows.push(row);
  return rows.flatMap(partsOf);
}

function partsOf(row: readonly Glyph[]): Piece[] {
  const pieces: Piece[] = [];
  let part: Glyph[] = [];
  let end = -Infinity;
  const close = () => {
    const shown = part.filter((g) => !isSpace(g.text));
    if (shown.length > 0) pieces.push(pieceOf(part));
    part = [];
  };
  for (const glyph of [...row].sort((a, b) => a.x - b.x)) {
    const space = isSpace(glyph.text);
    if (part.length > 0 && !space && glyph.x - end > glyph.size * 1.1) close();
    part.push(glyph);
    if (!space) end = Math.max(part.length === 1 ? -Infinity : end, glyph.end);
  }
  close();
  return pieces;
}

function pieceOf(glyphs: Glyph[]): Piece {
  const shown = glyphs.filter((g) => !isSpace(g.text));
  return {
    glyphs,
    x: Math.min(...shown.map((g) => g.x)),
    end: Math.max(...shown.map((g) => g.end)),
    y: (shown[0] as Glyph).y,
    size: Math.max(...shown.map((g) => g.size)),
  };
}

interface Open {
  readonly pieces: Piece[];
  readonly raised: Set<Glyph>;
  y: number;
  size: number;
  x: number;
  end: number;
}

/** All pieces as one line, whatever their heights. */
export function lineOf(pieces: readonly Piece[], reading: Reading): Line {
  const [first] = pieces as [Piece];
  return finish(
    { pieces: [...pieces], raised: new Set(), y: first.y, size: first.size, x: first.x, end: first.end },
    reading,
  );
}

/** Lines out of the pieces of one column, from top to bottom; small raised and lowered type goes to the line it stands on. */
export function linesOf(pieces: readonly Piece[], reading: Reading): Line[] {
  const open: Open[] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y)) {
    const last = open.at(-1);
    if (last && piece.y - last.y < Math.min(piece.size, last.size) * 0.15) {
      last.pieces.push(piece);
      last.size = Math.max(last.size, piece.size);
      last.x = Math.min(last.x, piece.x);
      last.end = Math.max(last.end, piece.end);
    } else {
      open.push({ pieces: [piece], raised: new Set(), y: piece.y, size: piece.size, x: piece.x, end: piece.end });
    }
  }
  const lines: Open[] = [];
  open.forEach((line, i) => {
    const [above, below] = [lines.at(-1), open[i + 1]];
    const within = (host: Open) => line.x > host.x - host.size * 0.7 && line.end < host.end + host.size * 4;
    const small = (host: Open) => line.size < host.size * 0.86;
    if (below && small(below) && within(below) && below.y - line.y < below.size * 0.65) {
      below.pieces.push(...line.pieces);
      for (const glyph of line.pieces.flatMap((p) => p.glyphs)) below.raised.add(glyph);
    } else if (above && small(above) && within(above) && line.y - above.y < above.size * 0.45) {
      above.pieces.push(...line.pieces);
    } else lines.push(line);
  });
  return lines.map((line) => finish(line, reading));
}

interface Cluster {
  text: string;
  readonly x: number;
  readonly end: number;
  readonly size: number;
  readonly raised: boolean;
}

const DIGIT = /^[0-9]$/;
const digitKey = (glyph: Glyph) => `${glyph.text} ${glyph.font}`;
const digitWidth = (glyph: Glyph) => (glyph.end - glyph.x) / glyph.size;
const isSmallDigit = (glyph: Glyph, { digits }: Reading) =>
  DIGIT.test(glyph.text) && digitWidth(glyph) < (digits.get(digitKey(glyph)) ?? 0) * 0.78;

/** Marks join the character that they stand on; what is painted twice to look bold counts once. */
function clustersOf(line: Open, reading: Reading): Cluster[] {
  const glyphs = line.pieces.flatMap((p) => p.glyphs).sort((a, b) => a.x + a.end - (b.x + b.end));
  const clusters: Cluster[] = [];
  const loose: Glyph[] = [];
  for (const glyph of glyphs) {
    const letters = plainLetters(glyph.text);
    const text = reading.hyphens && letters === '\u00ad' ? '-' : letters;
    if (isCombining(text)) {
      loose.push(glyph);
      continue;
    }
    const last = clusters.at(-1);
    const twice = last?.text === text && !isSpace(text) && Math.abs(glyph.x - last.x) < glyph.size * 0.12;
    if (twice && glyph.end - glyph.x > glyph.size * 0.13) continue;
    clusters.push({
      text,
      x: glyph.x,
      end: glyph.end,
      size: glyph.size,
      raised: line.raised.has(glyph) || isSmallDigit(glyph, reading),
    });
  }
  for (const mark of loose) {
    const centre = (mark.x + mark.end) / 2;
    let nearest: Cluster | undefined;
    for (const one of clusters) {
      if (isSpace(one.text)) continue;
      const away = (c: Cluster) => Math.max(0, c.x - centre, centre - c.end);
      if (!nearest || away(one) < away(nearest)) nearest = one;
    }
    if (nearest) nearest.text += plainLetters(mark.text);
  }
  return clusters;
}

/** With spaces of its own: one for a painted space, one for a gap that is wide enough to be one. */
function spaced(clusters: readonly Cluster[], reading: Reading): Cluster[] {
  const gaps: number[] = [];
  for (let i = 1; i < clusters.length; i += 1)
    gaps.push(((clusters[i] as Cluster).x - (clusters[i - 1] as Cluster).end) / (clusters[i] as Cluster).size);
  const middle = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const least = Math.max(0, middle) + (reading.spaced ? 0.3 : 0.17);
  const out: Cluster[] = [];
  clusters.forEach((one, i) => {
    const last = out.at(-1);
    if (isSpace(one.text)) {
      // A space that the next word is painted over is none.
      const next = clusters[i + 1];
      const covered = next && last && !isHan(last.text) && next.x - last.end < one.size * 0.04 && one.end > one.x;
      if (last && last.text !== ' ' && !covered) out.push({ ...one, text: ' ', raised: false });
      return;
    }
    if (last && last.text !== ' ') {
      // Between Chinese and other letters programs leave some room that is no space.
      const han = Number(isHan(one.text)) + Number(isHan(last.text));
      const gap = (one.x - last.end) / Math.max(one.size, last.size);
      if (gap > (han === 2 ? 1.5 : han === 1 ? 0.6 : least))
        out.push({ text: ' ', x: last.end, end: one.x, size: one.size, raised: false });
    }
    out.push(one);
  });
  while (out.at(-1)?.text === ' ') out.pop();
  return out;
}

// Ordinals and units stay: "1er", "no", "km2". What is taken out are numbers, signs, and single letters after a word.
const NOTE_MARK = /^[[(]?(?:\p{Nd}{1,3}(?:\s?[,;–-]\s?\p{Nd}{1,3})*|[*†‡§¶#]{1,4}|[a-z])[\])]?$/u;
const UNIT = /(?:^|[\s\p{Nd}])(?:[kcm]?m|\p{Nd}+)$/u;

function isMark(raised: string, before: string): boolean {
  if (!NOTE_MARK.test(raised)) return false;
  if (/^[a-z]$/.test(raised))
    return /[\p{L}.,;:)”"]$/u.test(before) && !/\p{Nd}\.?$/u.test(before) && !/\bn$/i.test(before);
  return !(UNIT.test(before) && /^[23]$/.test(raised) && /m$/.test(before)) && !/(?:^|\s)10$/.test(before);
}

function finish(line: Open, reading: Reading): Line {
  const clusters = spaced(clustersOf(line, reading), reading);
  const { right, left } = directionsOf(clusters.map((c) => c.text).join(''));
  const backwards = right > 0 && (reading.rightToLeft || right > left);
  const order = backwards
    ? inReadingOrder(clusters, reading)
    : clusters.map((one) => ({ text: one.text, raised: one.raised }));
  let text = '';
  let raw = '';
  const marks: Mark[] = [];
  for (let i = 0; i < order.length;) {
    const one = order[i] as { text: string; raised: boolean };
    if (!one.raised) {
      text += one.text;
      raw += one.text;
      i += 1;
      continue;
    }
    let to = i;
    let run = '';
    while (order[to]?.raised) run += order[to++]?.text ?? '';
    const mark = run.trim();
    if (isMark(mark, text.trimEnd())) marks.push({ text: mark, column: raw.length + run.indexOf(mark) });
    else text += run;
    raw += run;
    i = to;
  }
  const word = backwards ? [...clusters].reverse() : clusters;
  const stop = word.findIndex((c, i) => i > 0 && (c.text === ' ' || isHan(c.text)));
  return {
    text,
    raw,
    marks,
    y: line.y,
    ...typeOf(line),
    firstWord: widthOf(word.slice(0, stop < 0 ? word.length : stop)),
  };
}

function widthOf(clusters: readonly Cluster[]): number {
  let [from, to] = [Infinity, 0];
  for (const { x, end } of clusters) {
    if (x < from) from = x;
    if (end > to) to = end;
  }
  return Math.max(0, to - from);
}

/** The type of a line, raised marks aside. */
function typeOf(line: Open): Pick<Line, 'x' | 'end' | 'size' | 'font' | 'bold' | 'artifact'> {
  const sizes: number[] = [];
  const fonts: string[] = [];
  let [x, end, bold, artifact] = [Infinity, -Infinity, 0, true];
  for (const piece of line.pieces) {
    for (const glyph of piece.glyphs) {
      if (isSpace(glyph.text)) continue;
      artifact &&= glyph.artifact;
      if (line.raised.has(glyph)) continue;
      sizes.push(glyph.size);
      fonts.push(glyph.font);
      if (glyph.bold) bold += 1;
      if (glyph.x < x) x = glyph.x;
      if (glyph.end > end) end = glyph.end;
    }
  }
  return { x, end, size: commonest(sizes), font: commonest(fonts), bold: bold > sizes.length * 0.6, artifact };
}

function inReadingOrder(clusters: readonly Cluster[], reading: Reading): { text: string; raised: boolean }[] {
  // Raised marks are kept apart from the digits beside them by a private sign.
  const painted: string[] = [];
  const raised: string[] = [];
  for (let i = 0; i < clusters.length;) {
    const one = clusters[i] as Cluster;
    if (!one.raised) {
      painted.push(one.text);
      i += 1;
      continue;
    }
    let run = '';
    while (clusters[i]?.raised) run += clusters[i++]?.text ?? '';
    raised.push(run);
    painted.push(String.fromCodePoint(0xf0000 + raised.length - 1));
  }
  return logical(painted, reading.mirrored).map((text) => {
    const at = (text.codePointAt(0) ?? 0) - 0xf0000;
    return at >= 0 && at < raised.length ? { text: raised[at] as string, raised: true } : { text, raised: false };
  });
}

/** The most frequent of a list. */
export function commonest<T>(list: readonly T[]): T {
  const counts = new Map<T, number>();
  let best = list[0] as T;
  for (const one of list) {
    const n = (counts.get(one) ?? 0) + 1;
    counts.set(one, n);
    if (n > (counts.get(best) ?? 0)) best = one;
  }
  return best;
}

/** Learns from all pages how the file is to be read. */
export function readingOf(pages: readonly (readonly Glyph[])[]): Reading {
  let [right, left, spaces, letters, hyphens] = [0, 0, 0, 0, 0];
  const digits = new Map<string, number>();
  for (const glyphs of pages) {
    const text = glyphs.map((g) => plainLetters(g.text)).join('');
    const found = directionsOf(text);
    right += found.right;
    left += found.left;
    spaces += (text.match(/[ \u00a0]/g) ?? []).length;
    letters += text.length;
    // Painted between two letters of one line, a soft hyphen is a hyphen.
    glyphs.forEach((g, i) => {
      if (DIGIT.test(g.text)) digits.set(digitKey(g), Math.max(digits.get(digitKey(g)) ?? 0, digitWidth(g)));
      const next = glyphs[i + 1];
      if (g.text === '\u00ad' && next && next.x > g.x && next.y - g.y < g.size * 0.2) hyphens += 1;
    });
  }
  const rightToLeft = right > left;
  const reading = { rightToLeft, spaced: spaces > letters * 0.06, mirrored: true, digits, hyphens: hyphens > 0 };
  if (right === 0) return reading;
  // Brackets are tried both ways on the lines that have any, and the better way is kept.
  let faults = 0;
  let tried = 0;
  for (const glyphs of pages) {
    for (const piece of piecesOf(glyphs)) {
      if (tried > 400 || !piece.glyphs.some((g) => /[()«»[\]]/.test(g.text))) continue;
      tried += 1;
      const line = (mirrored: boolean) => bracketFaults(linesOf([piece], { ...reading, mirrored })[0]?.raw ?? '');
      faults += line(true) - line(false);
    }
  }
  return { ...reading, mirrored: faults <= 0 };
}
