import type { Piece } from './pdf-lines';

/** The columns of a page in reading order. Where they stand side by side, `beside` says how many at most. */
export interface Columns {
  readonly regions: readonly (readonly Piece[])[];
  readonly beside: number;
}

interface Gutter {
  readonly x: number;
  /** Pieces between these two baselines stand on one side or the other. */
  readonly top: number;
  readonly bottom: number;
  readonly rows: number;
}

const LEAST_ROWS = 4;
const DEEPEST = 6;

const rowsIn = (pieces: readonly Piece[]): number => {
  let rows = 0;
  let y = -Infinity;
  for (const piece of pieces) {
    if (piece.y - y > piece.size * 0.3) rows += 1;
    y = piece.y;
  }
  return rows;
};
const left = (pieces: readonly Piece[]) => Math.min(...pieces.map((p) => p.x));
const right = (pieces: readonly Piece[]) => Math.max(...pieces.map((p) => p.end));

/** True when both sides are columns of running text: wide, several lines each, with a clear strip between them. */
function gutterIn(span: readonly Piece[], x: number, width: number): Gutter | null {
  const sides = [span.filter((p) => p.end <= x), span.filter((p) => p.x >= x)] as const;
  if (sides.some((side) => side.length < LEAST_ROWS)) return null;
  const top = Math.max(...sides.map((side) => (side[0] as Piece).y));
  const bottom = Math.min(...sides.map((side) => (side.at(-1) as Piece).y));
  const inner = sides.map((side) => side.filter((p) => p.y >= top - p.size && p.y <= bottom + p.size));
  const rows = Math.min(...inner.map(rowsIn));
  if (rows < LEAST_ROWS) return null;
  const [a, b] = inner as [Piece[], Piece[]];
  const size = (a[0] as Piece).size;
  if (left(b) - right(a) < size * 0.7) return null;
  for (const side of inner) {
    const wide = right(side) - left(side);
    if (wide < width * 0.15) return null;
    const full = side.filter((p) => p.end - p.x > wide * 0.6).length;
    if (full < rowsIn(side) * 0.4) return null;
  }
  return { x, top: Math.min(...span.map((p) => p.y)), bottom: Math.max(...span.map((p) => p.y)), rows };
}

function bestGutter(pieces: readonly Piece[], width: number): Gutter | null {
  const [from, to] = [left(pieces), right(pieces)];
  if (to - from < width * 0.3) return null;
  let best: Gutter | null = null;
  const step = Math.max(3, (to - from) / 120);
  for (let x = from + (to - from) * 0.15; x < to - (to - from) * 0.15; x += step) {
    let span: Piece[] = [];
    const tryIt = () => {
      const found = span.length >= LEAST_ROWS * 2 ? gutterIn(span, x, width) : null;
      if (found && found.rows > (best?.rows ?? 0)) best = found;
      span = [];
    };
    for (const piece of pieces) {
      if (piece.x < x && piece.end > x) tryIt();
      else span.push(piece);
    }
    tryIt();
  }
  return best;
}

function split(pieces: readonly Piece[], width: number, rightToLeft: boolean, depth: number): Columns {
  const gutter = depth < DEEPEST && pieces.length >= LEAST_ROWS * 2 ? bestGutter(pieces, width) : null;
  if (!gutter) return { regions: pieces.length > 0 ? [pieces] : [], beside: 1 };
  const inside = pieces.filter(
    (p) => p.y >= gutter.top && p.y <= gutter.bottom && !(p.x < gutter.x && p.end > gutter.x),
  );
  const taken = new Set(inside);
  const go = (some: readonly Piece[]) => split(some, width, rightToLeft, depth + 1);
  const above = go(pieces.filter((p) => !taken.has(p) && p.y <= gutter.top));
  const below = go(pieces.filter((p) => !taken.has(p) && p.y > gutter.top));
  const sides = [go(inside.filter((p) => p.end <= gutter.x)), go(inside.filter((p) => p.x >= gutter.x))] as [
    Columns,
    Columns,
  ];
  const [first, second] = rightToLeft ? [sides[1], sides[0]] : sides;
  return {
    regions: [...above.regions, ...first.regions, ...second.regions, ...below.regions],
    beside: Math.max(above.beside, below.beside, first.beside + second.beside),
  };
}

/** Columns of running text on a page, found by the empty strip between them. `width` is the page's. */
export function columnsOf(pieces: readonly Piece[], width: number, rightToLeft: boolean): Columns {
  const inOrder = [...pieces].sort((a, b) => a.y - b.y);
  return split(inOrder, width, rightToLeft, 0);
}
