import { z } from 'zod';
import { CATEGORIES, CONSTITUENCIES, SEVERITIES, STATUSES } from './taxonomy';
import type { ConcernSummary } from './thread';

/** Any number of values for one field of an address: unknown ones are left out, so that an old link still works. */
const some = <T extends string>(known: readonly T[]) =>
  z
    .array(z.string())
    .default([])
    .transform((values) => known.filter((value) => values.includes(value)));

/** Which concerns a list shows; all of it stands in the address. */
export const filterSchema = z.object({
  q: z.string().max(400).default(''),
  category: some(CATEGORIES.map((category) => category.id)),
  severity: some(SEVERITIES),
  status: some(STATUSES),
  constituency: some(CONSTITUENCIES),
  /** Name of an organisation as shown; empty for any. */
  organisation: z.string().max(200).default(''),
  /** eId of a provision: concerns on it or inside it; empty for any. */
  provision: z.string().max(300).default(''),
  /** own: only what lies on the provision itself, as the counts beside the text say. */
  within: z.enum(['', 'own']).catch('').default(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export type ConcernFilter = z.output<typeof filterSchema>;

/** Whether a concern passes everything but the words looked for. An empty choice lets all pass. */
export function passes(concern: ConcernSummary, filter: ConcernFilter): boolean {
  const chosen = (values: readonly string[], value: string | null) =>
    values.length === 0 || (value !== null && values.includes(value));
  const inside = (eId: string) =>
    eId === filter.provision || (filter.within !== 'own' && eId.startsWith(`${filter.provision}__`));
  return (
    chosen(filter.category, concern.category) &&
    chosen(filter.severity, concern.severity) &&
    chosen(filter.status, concern.status) &&
    chosen(filter.constituency, concern.author.constituency) &&
    (filter.organisation === '' || concern.author.organisation === filter.organisation) &&
    (filter.provision === '' || concern.placements.some((p) => p.eIds.some(inside)))
  );
}
