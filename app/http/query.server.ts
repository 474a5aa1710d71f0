import { filterSchema, type ConcernFilter } from '#app/domain/concern/filter';
import { reportChoiceSchema, type ReportChoice } from '#app/operations/report/build-report.server';

/** The number of a concern in an address, as we write it and no other way; 0, which no concern has, for anything else. */
export const concernNumber = (id: string | undefined): number => (/^[1-9]\d{0,8}$/.test(id ?? '') ? Number(id) : 0);

/** The filter in an address; what it does not know it leaves out, so that an old link still shows a list. */
export function concernFilter(url: URL): ConcernFilter {
  const query = url.searchParams;
  return filterSchema.parse({
    q: (query.get('q') ?? '').slice(0, 400),
    category: query.getAll('category'),
    severity: query.getAll('severity'),
    status: query.getAll('status'),
    constituency: query.getAll('constituency'),
    organisation: (query.get('organisation') ?? '').slice(0, 200),
    provision: (query.get('provision') ?? '').slice(0, 300),
    within: query.get('within') ?? '',
    page: query.get('page') ?? 1,
  });
}

/** What an address asks of a report. */
export function reportChoice(url: URL): ReportChoice {
  const query = url.searchParams;
  return reportChoiceSchema.parse({
    order: query.get('order') ?? undefined,
    status: query.getAll('status'),
    category: query.getAll('category'),
    // A form sends `replies=0` from a hidden field and then `replies=1` when the box is ticked.
    replies: query.getAll('replies').at(-1),
  });
}
