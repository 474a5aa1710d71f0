import type { ConcernMark } from '#app/domain/concern/mark';
import type { Scope } from '#app/domain/concern/thread';
import type { Category, Severity } from '#app/domain/concern/taxonomy';
import type { Painted } from './layers';

/** A placement with words under it: what can be painted, pointed at and stood beside. */
export interface Spot {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly scope: Scope;
  readonly eIds: readonly string[];
}

export interface MarginFilter {
  readonly resolved: boolean;
  readonly category: Category | '';
  readonly severity: Severity | '';
}
export const NO_FILTER: MarginFilter = { resolved: false, category: '', severity: '' };

export const isShown = (concern: ConcernMark, filter: MarginFilter): boolean =>
  (filter.resolved || concern.status === 'open') &&
  (filter.category === '' || concern.category === filter.category) &&
  (filter.severity === '' || concern.severity === filter.severity);

export function spotsOf(concerns: readonly ConcernMark[]): Spot[] {
  const spots: Spot[] = [];
  for (const { number, placements } of concerns) {
    for (const { scope, start, end, eIds } of placements) {
      if (start !== null && end !== null && end > start) spots.push({ number, start, end, scope, eIds });
    }
  }
  return spots;
}

/** A concern on a whole provision is not painted: colour from end to end says nothing about which words. */
export function paintedOf(concerns: readonly ConcernMark[]): Painted[] {
  const painted: Painted[] = [];
  for (const { category, status, placements } of concerns) {
    const name = status === 'open' ? `c-${category}` : 'c-resolved';
    for (const { scope, start, end } of placements) {
      if (scope === 'passage' && start !== null && end !== null) painted.push({ name, start, end });
    }
  }
  return painted;
}
