import type { Report, ReportCell, ReportEntry, ReportReply, ReportTable } from '#app/domain/report/model';
import { factsOf, hasConcerns } from './facts';
import { bodyBlocks, inline, line, link, quoted } from './markdown-text';

const cell = (value: ReportCell): string =>
  typeof value === 'object' ? value.map(({ text, url }) => link(text, url)).join(', ') : inline(String(value));

/** CommonMark has no tables: a list says the same, "Overbroad scope: Red line 1, Serious 2, Total 3". */
function tableList({ columns, rows, total }: ReportTable): string {
  return [...rows, ...(total ? [total] : [])]
    .map(([head, ...cells]) => {
      const parts = cells.map((value, at) => {
        const column = columns[at + 1]!;
        return column.numeric ? `${inline(column.label)} ${cell(value)}` : cell(value);
      });
      return `- ${line(cell(head!))}: ${parts.join(', ')}`;
    })
    .join('\n');
}

function replyBlocks(reply: ReportReply, report: Report): string[] {
  const { words } = report;
  const head =
    reply.body === null ? `*${inline(words.removed)}*` : `**${inline(reply.label)}** ${inline(reply.byline)}`;
  const blocks = [head, ...(reply.body ? bodyBlocks(reply.body) : [])];
  return [...blocks, ...reply.replies.flatMap((below) => replyBlocks(below, report))];
}

function entryBlocks(entry: ReportEntry, report: Report): string[] {
  const { words } = report;
  return [
    `### ${inline(entry.label)} · ${inline(entry.citation)}`,
    factsOf(entry, report)
      .map(({ label, value }) => `- ${inline(label)}: ${inline(value)}`)
      .join('\n'),
    ...entry.placements.flatMap(({ citation, quote }) => {
      const which = entry.placements.length > 1 ? [line(`${inline(citation)}:`)] : [];
      return quote === null ? [] : [...which, quoted(quote)];
    }),
    ...bodyBlocks(entry.body),
    `${line(inline(entry.byline))}. ${link(entry.url, entry.url)}`,
    ...(entry.replies.length > 0
      ? [
          `#### ${inline(words.replies)}`,
          entry.replies
            .flatMap((reply) => replyBlocks(reply, report))
            .join('\n\n')
            .replace(/^/gm, '> ')
            .replace(/ +$/gm, ''),
        ]
      : []),
  ];
}

function blocksOf(report: Report): string[] {
  const { words } = report;
  return [
    `# ${inline(report.title)}`,
    `${line(inline(report.subtitle))}`,
    ...report.brief.map((paragraph) => line(inline(paragraph))),
    `## ${inline(words.about)}`,
    report.meta
      .map(({ label, value, href }) => `- ${inline(label)}: ${href ? link(value, href) : inline(value)}`)
      .join('\n'),
    ...report.method.map((paragraph) => line(inline(paragraph))),
    ...(hasConcerns(report) ? [] : [line(inline(words.nothing))]),
    ...(report.asks.rows.length > 0 ? [`## ${inline(words.asked)}`, tableList(report.asks)] : []),
    ...(hasConcerns(report)
      ? [
          `## ${inline(words.numbers)}`,
          ...report.tables.flatMap((table) => [`### ${inline(table.caption)}`, tableList(table)]),
        ]
      : []),
    ...report.sections.flatMap((section) => [
      `## ${inline(section.heading)}`,
      ...(section.context ? [line(inline(section.context))] : []),
      ...section.entries.flatMap((entry) => entryBlocks(entry, report)),
    ]),
  ];
}

/** The report as CommonMark in UTF-8. No words of people can start markup: each is escaped for where it stands. */
export function writeMarkdown(report: Report): Uint8Array {
  return new TextEncoder().encode(`${blocksOf(report).join('\n\n')}\n`);
}
