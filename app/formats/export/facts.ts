import type { Report, ReportCell, ReportEntry } from '#app/domain/report/model';

/** What an entry is, in the order in which every format says it: category, severity, ask if any, status with its reason. */
export function factsOf(entry: ReportEntry, { words }: Report): { label: string; value: string }[] {
  const status = entry.statusReason ? `${entry.status.name}: ${entry.statusReason}` : entry.status.name;
  return [
    { label: words.category, value: entry.category.name },
    { label: words.severity, value: entry.severity.name },
    ...(entry.ask ? [{ label: words.ask, value: entry.ask.name }] : []),
    { label: words.status, value: status },
  ];
}

/** The parts after the front matter that a report has: what is asked and the numbers only when there are concerns. */
export function hasConcerns(report: Report): boolean {
  return report.totals.concerns > 0;
}

/** A cell as words alone. */
export function cellText(cell: ReportCell): string {
  return typeof cell === 'object' ? cell.map(({ text }) => text).join(', ') : String(cell);
}
