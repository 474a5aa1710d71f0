import type { Span } from './blocks';

/** Disjoint stretches of one name, ascending: what one highlight paints. */
export interface Layer {
  readonly name: string;
  readonly stretches: readonly Span[];
}

export interface Painted extends Span {
  readonly name: string;
}

/** Where two or more passages of any kind lie over each other: painted on top, so that nested ones can be told apart. */
export const SEVERAL = 'c-several';

/** Under one word at most this many passages are painted, the innermost; deeper tints are mud, and cost as much as clear ones. */
const DEPTH = 2;

/**
 * Spans to what is painted of them within one stretch of the text: one layer a name, overlapping stretches of the same name
 * joined, and one for what several cover. O(n log n) for n spans, and a little more where very many lie over each other.
 */
export function layersOf(spans: readonly Painted[], within: Span): Layer[] {
  const runs = new Map<string, { start: number; end: number }[]>();
  const add = (name: string, start: number, end: number) => {
    let run = runs.get(name);
    if (!run) runs.set(name, (run = []));
    const last = run.at(-1);
    if (last?.end === start) last.end = end;
    else if (last?.end !== end) run.push({ start, end });
  };
  sweep(spans, within, (covering, start, end) => {
    for (const i of covering.length <= DEPTH ? covering : innermost(spans, covering)) {
      add(spans[i]?.name ?? '', start, end);
    }
    if (covering.length > 1) add(SEVERAL, start, end);
  });
  return [...runs].map(([name, stretches]) => ({ name, stretches }));
}

/** Calls back for every stretch between two edges, in order, with the positions of the spans that cover it. */
function sweep(
  spans: readonly Painted[],
  within: Span,
  visit: (covering: readonly number[], start: number, end: number) => void,
): void {
  const count = spans.length;
  // An edge is its offset and the span it belongs to in one number, which sorts natively; ends come as `count + i`.
  const edges = new Float64Array(2 * count);
  for (let i = 0; i < count; i++) {
    edges[2 * i] = Math.max(spans[i]?.start ?? 0, within.start) * 2 * count + i;
    edges[2 * i + 1] = Math.min(spans[i]?.end ?? 0, within.end) * 2 * count + count + i;
  }
  edges.sort();
  const covering: number[] = [];
  let from = 0;
  for (const edge of edges) {
    const at = Math.floor(edge / (2 * count));
    const which = edge % (2 * count);
    if (at > from && covering.length > 0) visit(covering, from, at);
    from = at;
    if (which < count) covering.push(which);
    else {
      const gone = covering.indexOf(which - count);
      if (gone >= 0) covering.splice(gone, 1);
    }
  }
}

/** The shortest, the same that a press there opens first. */
function innermost(spans: readonly Painted[], covering: readonly number[]): number[] {
  const length = (i: number) => (spans[i]?.end ?? 0) - (spans[i]?.start ?? 0);
  return [...covering].sort((a, b) => length(a) - length(b)).slice(0, DEPTH);
}
