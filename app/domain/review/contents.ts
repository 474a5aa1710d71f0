import { CATEGORIES } from '../concern/taxonomy';
import type { SpannedProvision } from '../treaty/canonical';
import type { ContentsRow } from './reader';

const LEVELS = new Set(['preamble', 'part', 'title', 'chapter', 'section', 'article', 'annex', 'conclusions']);

/**
 * The contents of a text, articles and what stands above them, each with its concerns counted by category. `concerns`: the
 * category of each concern and the first eId of each of its placements. A concern counts once on its article and once on
 * each level above it. Linear.
 */
export function contentsOf(
  characters: string,
  provisions: readonly SpannedProvision[],
  concerns: readonly { readonly category: string; readonly eIds: readonly string[] }[],
): ContentsRow[] {
  const parentOf = new Map(provisions.map((p) => [p.eId, p.parent]));
  const tally = new Map<string, Map<string, number>>();
  for (const concern of concerns) {
    const reached = new Set<string>();
    for (const eId of concern.eIds)
      for (let at: string | null | undefined = eId; at; at = parentOf.get(at)) reached.add(at);
    for (const eId of reached) {
      const counts = tally.get(eId) ?? new Map<string, number>();
      tally.set(eId, counts);
      counts.set(concern.category, (counts.get(concern.category) ?? 0) + 1);
    }
  }
  return provisions
    .filter((p) => LEVELS.has(p.kind))
    .map((p) => ({
      eId: p.eId,
      kind: p.kind,
      label: p.kind === 'article' ? p.number : p.label,
      heading: p.blocks
        .filter((b) => b.role === 'heading')
        .map((b) => characters.slice(b.start, b.end))
        .join(' '),
      depth: p.depth,
      heat: CATEGORIES.flatMap(({ id }) => {
        const count = tally.get(p.eId)?.get(id) ?? 0;
        return count ? [{ category: id, count }] : [];
      }),
    }));
}
