import type { Category, Severity, Status } from './taxonomy';
import type { AuthorView, ConcernSummary, PlacementView } from './thread';

export type MarkPlacement = Pick<PlacementView, 'scope' | 'start' | 'end' | 'eIds'>;

/** A concern without its words: enough to paint, count, filter and find it. The reader's page carries one for every concern. */
export interface ConcernMark {
  readonly number: number;
  readonly category: Category;
  readonly severity: Severity;
  readonly status: Status;
  /** A tombstone: its words are gone, and it counts nowhere. */
  readonly gone: boolean;
  /** UTF-16 units of the summary, to the next ten: how much room its card will need. */
  readonly length: number;
  readonly placements: readonly MarkPlacement[];
}

/** The words of a concern's card in the margin, which come when the card is near. */
export interface ConcernCard {
  readonly number: number;
  readonly author: AuthorView;
  /** As in `ConcernSummary`; null for a tombstone. */
  readonly summary: string | null;
  readonly replies: number;
  /** Of its first placement. */
  readonly citation: string;
}

/** What one stretch of a text answers: the cards of the concerns that begin in it, as they are at `sequence`. */
export interface CardStretch {
  readonly sequence: number;
  readonly cards: readonly ConcernCard[];
}

export const markOf = (concern: ConcernSummary): ConcernMark => ({
  number: concern.number,
  category: concern.category,
  severity: concern.severity,
  status: concern.status,
  gone: concern.summary === null,
  length: 10 * Math.ceil((concern.summary?.length ?? 0) / 10),
  placements: concern.placements.map(({ scope, start, end, eIds }) => ({ scope, start, end, eIds })),
});

export const cardOf = ({ number, author, summary, replies, placements }: ConcernSummary): ConcernCard => ({
  number,
  author,
  summary,
  replies,
  citation: placements[0]?.citation ?? '',
});

type Placed = { readonly placements: readonly { readonly start: number | null }[] };

/** Where a concern first stands in the text; -1 for the whole treaty, which comes before everything. */
export function firstStart(concern: Placed): number {
  let first = Infinity;
  for (const placement of concern.placements) first = Math.min(first, placement.start ?? -1);
  return first === Infinity ? -1 : first;
}

/** In reading order; of those that begin at the same word the first that was given. O(n log n). */
export function inReadingOrder<T extends Placed>(concerns: readonly T[]): T[] {
  const count = concerns.length;
  // Numbers sort natively, several times faster than objects by a callback.
  const keys = Float64Array.from(concerns, (concern, i) => (firstStart(concern) + 1) * count + i).sort();
  return Array.from(keys, (key) => concerns[key % count] as T);
}

/** Canonical characters (UTF-16 units) in a stretch: a screen or two. A text never changes, so neither do its stretches. */
const STRETCH = 4096;
/** The stretch of what is on the whole treaty, before the first of the text. */
export const WHOLE = -1;

/** The stretch that a concern begins in: `WHOLE`, or from 0 up. */
export const stretchOf = (concern: Placed): number => Math.floor(firstStart(concern) / STRETCH);
/** Offsets of a stretch, half-open. */
export const offsetsOf = (stretch: number): { readonly from: number; readonly to: number } => ({
  from: stretch * STRETCH,
  to: (stretch + 1) * STRETCH,
});
