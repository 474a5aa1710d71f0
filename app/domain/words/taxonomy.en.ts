import type { Ask, Category, Constituency, Severity, Status } from '../concern/taxonomy';

/** The names that people read for the ids of `taxonomy.ts`, in one language. */
export interface TaxonomyWords {
  readonly categories: Readonly<Record<Category, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly asks: Readonly<Record<Ask, string>>;
  readonly constituencies: Readonly<Record<Constituency, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
}

/** English names of categories, severities, asks, constituencies and statuses. */
export const taxonomyEn: TaxonomyWords = {
  categories: {
    scope: 'Overbroad scope',
    uncertainty: 'Legal uncertainty',
    intent: 'No intent or harm threshold',
    research: 'Researcher criminalisation',
    expression: 'Expression and press',
    children: 'Children and survivors',
    surveillance: 'Intrusive surveillance',
    safeguards: 'Weak safeguards and remedy',
    compelled: 'Compelled assistance and security weakening',
    data: 'Data compulsion and data protection',
    cooperation: 'Unsafe cooperation',
    secrecy: 'Secrecy',
    liability: 'Intermediary liability',
    jurisdiction: 'Jurisdiction and conflicting duties',
    equality: 'Equality and gender',
    process: 'Process and governance',
  },
  severities: { 'red-line': 'Red line', serious: 'Serious', improvement: 'Improvement' },
  asks: {
    delete: 'Delete',
    narrow: 'Narrow',
    define: 'Define',
    safeguard: 'Add a safeguard',
    mandatory: 'Make mandatory',
    exemption: 'Add an exemption',
    declaration: 'Interpretive declaration',
    reservation: 'Reservation',
    'implementing-law': 'Implementing law',
    'do-not-ratify': 'Do not ratify',
  },
  constituencies: {
    'civil-society': 'Civil society',
    industry: 'Industry',
    academia: 'Academia',
    technical: 'Technical community',
    'public-body': 'Public body',
  },
  statuses: { open: 'Open', resolved: 'Resolved' },
};
