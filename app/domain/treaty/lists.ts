import type { ProvisionKind } from './outline';
import type { ItemLabel, Way, Wrapper } from './items';
import { follows } from './numbers';
import type { Draft } from './tree';

/** A run of labels that is still open: its items are siblings under `host`. */
export interface OpenList {
  /** Null when its items stand outside every provision, because a person said so. */
  readonly host: Draft | null;
  readonly wrapper: Wrapper;
  /** Every way to read the labels so far, with the value of the last one. */
  ways: Map<Way, number>;
  suffix: number;
  item: Draft;
  readonly indent: number | undefined;
}

/** The ways in which `label` comes right after the list's last label; empty when it does not. */
export function continuing(list: OpenList, label: ItemLabel): Map<Way, number> {
  const ways = new Map<Way, number>();
  for (const [way, n] of label.ways) {
    const last = list.ways.get(way);
    if (last === undefined) continue;
    if (way === 'bullet' && list.wrapper !== label.wrapper) continue;
    if (way === 'bullet' || follows({ n: last, suffix: list.suffix }, { n, suffix: label.suffix })) ways.set(way, n);
    // Russian lists leave out ё, й, ъ, ы, ь as the drafter pleases; one letter skipped is no gap.
    else if (way === 'cyrillic-full' && n === last + 2) ways.set(way, n);
  }
  return ways;
}

/** The ways in which `label` jumps ahead in the list. */
export function jumping(list: OpenList, label: ItemLabel): Map<Way, number> {
  const ways = new Map<Way, number>();
  for (const [way, n] of label.ways) {
    const last = list.ways.get(way);
    if (last !== undefined && n >= last && n <= last + 5) ways.set(way, n);
  }
  return ways;
}

/** The ways in which `label` is the first of a list. */
export function beginning(label: ItemLabel): Map<Way, number> {
  return new Map([...label.ways].filter(([way, n]) => way === 'bullet' || (n === 1 && label.suffix === 0)));
}

const NUMERIC = new Set<Way>(['decimal', 'chinese', 'LETTER', 'ROMAN', 'circled']);

/** The kind of the items of a list under `host`. */
export function kindUnder(host: Draft | null, ways: ReadonlyMap<Way, number>, wrapper: Wrapper): ProvisionKind {
  if (host?.kind === 'paragraph') return 'point';
  if (host?.kind === 'point' || host?.kind === 'subpoint') return 'subpoint';
  const numeric = [...ways.keys()].every((way) => NUMERIC.has(way) || way.startsWith('decimal'));
  return numeric && wrapper !== 'quotes' ? 'paragraph' : 'point';
}

/** The way by which to name a label: the plainest of those still open. */
export function nameWay(ways: ReadonlyMap<Way, number>): [Way, number] {
  const order: readonly Way[] = ['decimal', 'letter', 'roman', 'abjad', 'cyrillic'];
  for (const way of order) {
    const n = ways.get(way);
    if (n !== undefined) return [way, n];
  }
  return [...ways][0] ?? ['bullet', 0];
}

/** Index of the last element for which `test` holds, or -1. */
export function lastWhere<T>(list: readonly T[], test: (one: T) => boolean): number {
  for (let i = list.length - 1; i >= 0; i -= 1) if (test(list[i] as T)) return i;
  return -1;
}
