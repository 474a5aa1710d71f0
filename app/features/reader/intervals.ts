/**
 * Which of many spans cover an offset: spans sorted by start, with the greatest end of each implicit subtree, so that one
 * article-long span among thousands costs nothing. Building is O(n log n), a query O(log n + found).
 */
export interface Intervals {
  /** Positions of the spans given, by start. */
  readonly order: Uint32Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly furthest: Float64Array;
}

export function indexIntervals(spans: readonly { readonly start: number; readonly end: number }[]): Intervals {
  const count = spans.length;
  // Sorting numbers natively is several times faster than sorting objects by a callback.
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = (spans[i]?.start ?? 0) * count + i;
  keys.sort();
  const order = new Uint32Array(count);
  const starts = new Float64Array(count);
  const ends = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const at = (keys[i] ?? 0) % count;
    order[i] = at;
    starts[i] = spans[at]?.start ?? 0;
    ends[i] = spans[at]?.end ?? 0;
  }
  const furthest = new Float64Array(count);
  const build = (low: number, high: number): number => {
    if (low >= high) return -1;
    const middle = (low + high) >>> 1;
    return (furthest[middle] = Math.max(ends[middle] ?? 0, build(low, middle), build(middle + 1, high)));
  };
  build(0, count);
  return { order, starts, ends, furthest };
}

/** Positions of the spans that share a character with [start, end), by start. */
export function overlapping(index: Intervals, start: number, end: number): number[] {
  const found: number[] = [];
  const visit = (low: number, high: number): void => {
    if (low >= high) return;
    const middle = (low + high) >>> 1;
    if ((index.furthest[middle] ?? 0) <= start) return;
    visit(low, middle);
    const from = index.starts[middle] ?? 0;
    if (from >= end) return;
    if ((index.ends[middle] ?? 0) > start) found.push(index.order[middle] ?? 0);
    visit(middle + 1, high);
  };
  visit(0, index.order.length);
  return found;
}

/** Positions of the spans that cover the character at `offset`, the innermost (shortest) first. */
export function covering(index: Intervals, offset: number, spans: readonly { start: number; end: number }[]): number[] {
  const length = (i: number) => (spans[i]?.end ?? 0) - (spans[i]?.start ?? 0);
  return overlapping(index, offset, offset + 1).sort((a, b) => length(a) - length(b) || a - b);
}
