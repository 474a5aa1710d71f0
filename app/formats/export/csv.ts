import { stringify } from 'csv-stringify/sync';
import { bodyText } from '#app/domain/concern/body';
import type { Report, ReportEntry } from '#app/domain/report/model';

/** What spreadsheets take for a formula at the start of a cell, with the fullwidth twins; some skip white space first. */
const FORMULA = /^(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;

/** A cell that opens as the words it holds: an apostrophe keeps a spreadsheet from computing it. */
const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const quotes = ({ placements }: ReportEntry): string =>
  placements.flatMap(({ quote }) => (quote === null ? [] : [quote])).join('\n\n');

/** Column names are for programs: the same in every language. */
const COLUMNS: Readonly<Record<string, (entry: ReportEntry, report: Report) => string | number>> = {
  number: (entry) => entry.number,
  citation: (entry) => entry.citation,
  eIds: (entry) => [...new Set(entry.placements.flatMap(({ eIds }) => eIds))].join(' '),
  quote: quotes,
  category: (entry) => entry.category.name,
  severity: (entry) => entry.severity.name,
  ask: (entry) => entry.ask?.name ?? '',
  status: (entry) => entry.status.name,
  status_reason: (entry) => entry.statusReason,
  organisation: (entry) => entry.author.organisation ?? '',
  constituency: (entry, { words }) =>
    entry.author.constituency ? words.constituencies[entry.author.constituency] : '',
  author: (entry) => entry.author.name ?? '',
  concern: (entry) => bodyText(entry.body),
  replies: (entry) => entry.replyCount,
  created: (entry) => entry.createdOn,
  link: (entry) => entry.url,
};

/**
 * One row a concern after a header row: RFC 4180 with CRLF, UTF-8 with a byte order mark (spreadsheets need it to read
 * Arabic and Chinese). Line ends inside cells are LF.
 */
export function writeCsv(report: Report): Uint8Array {
  const columns = Object.entries(COLUMNS);
  const rows = report.sections.flatMap(({ entries }) =>
    entries.map((entry) =>
      columns.map(([, value]) => {
        const cell = value(entry, report);
        return typeof cell === 'number' ? cell : defused(cell);
      }),
    ),
  );
  const text = stringify([columns.map(([name]) => name), ...rows], { bom: true, record_delimiter: '\r\n' });
  return new TextEncoder().encode(text);
}
