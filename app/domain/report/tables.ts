import { ASKS, CATEGORIES, CONSTITUENCIES, SEVERITIES, type Constituency } from '../concern/taxonomy';
import type { ReportEntry, ReportReply, ReportTable } from './model';
import type { ReportWords } from './words';

const column = (label: string, numeric = false) => ({ label, numeric });
const where = (entries: readonly ReportEntry[], test: (entry: ReportEntry) => boolean) => entries.filter(test).length;

/** Categories that occur, by severity, with the totals of rows and columns. */
export function categoryTable(entries: readonly ReportEntry[], words: ReportWords): ReportTable {
  const counts = (some: readonly ReportEntry[]) => [
    ...SEVERITIES.map((severity) => where(some, (entry) => entry.severity.id === severity)),
    some.length,
  ];
  const rows = CATEGORIES.flatMap(({ id }) => {
    const some = entries.filter((entry) => entry.category.id === id);
    return some.length > 0 ? [[words.categories[id], ...counts(some)]] : [];
  });
  return {
    id: 'categories',
    caption: words.byCategory,
    columns: [
      column(words.category),
      ...SEVERITIES.map((id) => column(words.severities[id], true)),
      column(words.total, true),
    ],
    rows,
    total: [words.total, ...counts(entries)],
  };
}

/** Concerns by the constituency of their author's organisation; those who state none are counted, too. */
export function constituencyTable(entries: readonly ReportEntry[], words: ReportWords): ReportTable {
  const count = (id: Constituency | null) => where(entries, (entry) => entry.author.constituency === id);
  const rows = [
    ...CONSTITUENCIES.map((id) => [words.constituencies[id], count(id)] as const),
    [words.constituencyUnknown, count(null)] as const,
  ];
  return {
    id: 'constituencies',
    caption: words.byConstituency,
    columns: [column(words.constituency), column(words.concerns, true)],
    rows: rows.filter(([, number]) => number > 0),
    total: [words.total, entries.length],
  };
}

/** Same order on every machine: by letters without case and accents, then by the exact characters. */
function byName(a: string, b: string): number {
  const [fa, fb] = [a, b].map((name) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()) as [
    string,
    string,
  ];
  return fa < fb ? -1 : fa > fb ? 1 : a < b ? -1 : a > b ? 1 : 0;
}

const allReplies = (replies: readonly ReportReply[]): ReportReply[] =>
  replies.flatMap((reply) => [reply, ...allReplies(reply.replies)]);

/** Organisations that speak in this report, alphabetically, with how many concerns and replies they wrote. */
export function organisationTable(entries: readonly ReportEntry[], words: ReportWords, replies: boolean): ReportTable {
  const found = new Map<string, { constituency: Constituency | null; concerns: number; replies: number }>();
  const add = (author: ReportReply['author'], what: 'concerns' | 'replies') => {
    if (!author?.organisation) return;
    const row = found.get(author.organisation) ?? { constituency: null, concerns: 0, replies: 0 };
    row.constituency ??= author.constituency;
    row[what]++;
    found.set(author.organisation, row);
  };
  for (const entry of entries) {
    add(entry.author, 'concerns');
    for (const reply of allReplies(entry.replies)) add(reply.author, 'replies');
  }
  return {
    id: 'organisations',
    caption: words.organisations,
    columns: [
      column(words.organisation),
      column(words.constituency),
      column(words.concerns, true),
      ...(replies ? [column(words.replies, true)] : []),
    ],
    rows: [...found]
      .sort(([a], [b]) => byName(a, b))
      .map(([name, row]) => [
        name,
        row.constituency ? words.constituencies[row.constituency] : words.constituencyUnknown,
        row.concerns,
        ...(replies ? [row.replies] : []),
      ]),
    total: null,
  };
}

/** What is asked of each provision, in the entries' order, with the concerns that ask it. */
export function askTable(entries: readonly ReportEntry[], words: ReportWords): ReportTable {
  const citations = [...new Set(entries.map(({ citation }) => citation))];
  const rows = citations.flatMap((citation) =>
    ASKS.flatMap((ask) => {
      const who = entries.filter((entry) => entry.citation === citation && entry.ask?.id === ask);
      return who.length > 0
        ? [[citation, words.asks[ask], who.map(({ label, anchor, url }) => ({ text: label, anchor, url }))]]
        : [];
    }),
  );
  return {
    id: 'asks',
    caption: words.asked,
    columns: [column(words.provision), column(words.ask), column(words.concerns)],
    rows,
    total: null,
  };
}
