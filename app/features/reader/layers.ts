import type { Span } from './blocks';

/** Disjoint stretches of one name, ascending: what one highlight paints. */
export interface Layer {
  readonly name: string;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

export interface Painted extends Span {
  readonly name: string;
}

/** Where two or more passages of any kind lie over each other: painted on top, so that nested ones can be told apart. */
export const SEVERAL = 'c-several';

/** Spans to layers: one a name, overlapping stretches of the same name joined, and one for what several cover. */
export function layersOf(spans: readonly Painted[]): Layer[] {
  const count = spans.length;
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = (spans[i]?.start ?? 0) * count + i;
  keys.sort();
  const byName = new Map<string, number[]>();
  const several: number[] = [];
  let reach = -1;
  for (const key of keys) {
    const span = spans[key % count];
    if (!span || span.end <= span.start) continue;
    let run = byName.get(span.name);
    if (!run) byName.set(span.name, (run = []));
    extend(run, span.start, span.end);
    if (span.start < reach) extend(several, span.start, Math.min(span.end, reach));
    reach = Math.max(reach, span.end);
  }
  if (several.length > 0) byName.set(SEVERAL, several);
  return [...byName].map(([name, run]) => ({
    name,
    starts: Float64Array.from({ length: run.length / 2 }, (_, i) => run[2 * i] ?? 0),
    ends: Float64Array.from({ length: run.length / 2 }, (_, i) => run[2 * i + 1] ?? 0),
  }));
}

/** Spans come by start; a run is [start, end, start, end, ...], disjoint. */
function extend(run: number[], start: number, end: number): void {
  const last = run[run.length - 1];
  if (last === undefined || start > last) run.push(start, end);
  else if (end > last) run[run.length - 1] = end;
}
