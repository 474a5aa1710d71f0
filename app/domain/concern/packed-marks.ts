import type { ConcernMark, MarkPlacement } from './mark';
import { inReadingOrder } from './mark';
import { CATEGORIES, SEVERITIES, STATUSES } from './taxonomy';
import { SCOPES } from './thread';

/**
 * Marks as columns, which compress to a few bytes a concern and are read in one go. Every column is in reading order.
 */
export interface PackedMarks {
  /** Every eId that some mark names, once, in order of first use. */
  readonly eIds: readonly string[];
  readonly numbers: readonly number[];
  /** Four characters each, digits of base 36: category, severity, status (and 2 more for a tombstone), tens of the length. */
  readonly kinds: string;
  /** How many placements each has. */
  readonly counts: readonly number[];
  /** Of each placement: scope, start less the start before it, length, how many eIds, their positions. Whole treaty: scope only. */
  readonly places: readonly number[];
}

const DIGITS = 36;
const TREATY = SCOPES.indexOf('treaty');

/** Linear but for the sorting. Numbers keep their order where two begin at the same word. */
export function packMarks(marks: readonly ConcernMark[]): PackedMarks {
  const ordered = inReadingOrder(marks);
  const positions = new Map<string, number>();
  const position = (eId: string): number => {
    const known = positions.get(eId);
    if (known !== undefined) return known;
    positions.set(eId, positions.size);
    return positions.size - 1;
  };
  const places: number[] = [];
  let before = 0;
  for (const { scope, start, end, eIds } of ordered.flatMap((mark) => mark.placements)) {
    places.push(SCOPES.indexOf(scope));
    if (scope === 'treaty') continue;
    const from = start ?? 0;
    places.push(from - before, (end ?? from) - from, eIds.length, ...eIds.map(position));
    before = from;
  }
  return {
    eIds: [...positions.keys()],
    numbers: ordered.map((mark) => mark.number),
    kinds: ordered.map(kindOf).join(''),
    counts: ordered.map((mark) => mark.placements.length),
    places,
  };
}

function kindOf({ category, severity, status, gone, length }: ConcernMark): string {
  return [
    CATEGORIES.findIndex((one) => one.id === category),
    SEVERITIES.indexOf(severity),
    STATUSES.indexOf(status) + (gone ? STATUSES.length : 0),
    Math.min(DIGITS - 1, length / 10),
  ]
    .map((digit) => digit.toString(DIGITS))
    .join('');
}

/** The marks in reading order, as they were packed. Linear. */
export function unpackMarks({ eIds, numbers, kinds, counts, places }: PackedMarks): ConcernMark[] {
  let at = 0;
  let before = 0;
  const next = (): number => places[at++] ?? 0;
  const placement = (): MarkPlacement => {
    const scope = next();
    if (scope === TREATY) return { scope: 'treaty', start: null, end: null, eIds: [] };
    const start = (before += next());
    const end = start + next();
    const named: string[] = [];
    for (let left = next(); left > 0; left--) named.push(eIds[next()] ?? '');
    return { scope: SCOPES[scope] ?? 'passage', start, end, eIds: named };
  };
  return numbers.map((number, i) => {
    const digit = (k: number): number => parseInt(kinds[4 * i + k] ?? '0', DIGITS);
    const state = digit(2);
    const placements: MarkPlacement[] = [];
    for (let left = counts[i] ?? 0; left > 0; left--) placements.push(placement());
    return {
      number,
      category: CATEGORIES[digit(0)]?.id ?? CATEGORIES[0].id,
      severity: SEVERITIES[digit(1)] ?? SEVERITIES[0],
      status: STATUSES[state % STATUSES.length] ?? STATUSES[0],
      gone: state >= STATUSES.length,
      length: 10 * digit(3),
      placements,
    };
  });
}
