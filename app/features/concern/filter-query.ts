import type { Category, Constituency, Severity, Status } from '#app/domain/concern/taxonomy';

export interface Filters {
  readonly q: string;
  readonly category: readonly Category[];
  readonly severity: readonly Severity[];
  readonly status: readonly Status[];
  readonly constituency: readonly Constituency[];
  /** The id of an organisation; empty: every one. */
  readonly organisation: string;
  /** The eId of a provision, which stands for all inside it; empty: every one. */
  readonly provision: string;
  /** `own`: not what lies inside it. */
  readonly within?: '' | 'own';
}

export const NO_FILTERS: Filters = {
  q: '',
  category: [],
  severity: [],
  status: [],
  constituency: [],
  organisation: '',
  provision: '',
};

export function isFiltered(filters: Filters): boolean {
  return filterQuery(filters) !== '';
}

/** The query of a page of the list, without "?": what the form itself would send, less the empty fields and page 1. */
export function filterQuery(filters: Filters, page = 1): string {
  const query = new URLSearchParams();
  for (const name of ['q', 'organisation', 'provision'] as const)
    if (filters[name].trim()) query.set(name, filters[name].trim());
  for (const name of ['category', 'severity', 'status', 'constituency'] as const)
    for (const value of filters[name]) query.append(name, value);
  if (filters.provision && filters.within) query.set('within', filters.within);
  if (page > 1) query.set('page', String(page));
  return query.toString();
}
