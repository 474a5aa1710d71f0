import type { Report, ReportCell, ReportEntry, ReportReply, ReportTable } from '#app/domain/report/model';
import { factsOf, hasConcerns } from './facts';
import { bodyHtml, escapeHtml, htmlLines, htmlLink } from './html-text';
import { HTML_STYLE } from './html-style';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const paragraphs = (texts: readonly string[]): string =>
  texts.map((text) => `<p dir="auto">${escapeHtml(text)}</p>`).join('\n');
const anchorLink = (anchor: string, text: string): string => `<a href="#${escapeHtml(anchor)}">${escapeHtml(text)}</a>`;

const cellHtml = (cell: ReportCell): string =>
  typeof cell === 'object'
    ? cell.map(({ text, anchor }) => anchorLink(anchor, text)).join(', ')
    : `<bdi>${escapeHtml(String(cell))}</bdi>`;

function tableHtml({ caption, columns, rows, total, id }: ReportTable): string {
  const row = (cells: readonly ReportCell[]) =>
    `<tr>${cells
      .map((cell, at) => {
        const style = columns[at]!.numeric ? ' class="number"' : '';
        return at === 0 ? `<th scope="row">${cellHtml(cell)}</th>` : `<td${style}>${cellHtml(cell)}</td>`;
      })
      .join('')}</tr>`;
  const head = columns.map(
    ({ label, numeric }) => `<th scope="col"${numeric ? ' class="number"' : ''}>${escapeHtml(label)}</th>`,
  );
  return `<table${id === 'asks' ? ' aria-labelledby="asked"' : ''}>${id === 'asks' ? '' : `<caption>${escapeHtml(caption)}</caption>`}
<thead><tr>${head.join('')}</tr></thead>
<tbody>${rows.map(row).join('\n')}</tbody>${total ? `\n<tfoot>${row(total)}</tfoot>` : ''}
</table>`;
}

function metaHtml({ meta }: Report): string {
  const rows = meta.map(({ label, value, href }) => {
    const shown = href ? htmlLink(href, escapeHtml(value)) : escapeHtml(value);
    return `<dt>${escapeHtml(label)}</dt><dd${/^[0-9a-f]{64}$/.test(value) ? ' class="hash"' : ''}><bdi>${shown}</bdi></dd>`;
  });
  return `<dl class="meta">\n${rows.join('\n')}\n</dl>`;
}

function contentsHtml(report: Report): string {
  const { words } = report;
  const item = (anchor: string, text: string, inside = '') => `<li>${anchorLink(anchor, text)}${inside}</li>`;
  const entries = report.sections.map(({ anchor, heading, entries }) =>
    item(
      anchor,
      heading,
      `<ol>${entries.map((entry) => item(entry.anchor, `${entry.label}: ${entry.citation}`)).join('\n')}</ol>`,
    ),
  );
  return `<nav aria-labelledby="contents"><h2 id="contents">${escapeHtml(words.contents)}</h2>
<ol>
${[
  item('about', words.about),
  ...(report.asks.rows.length > 0 ? [item('asked', words.asked)] : []),
  ...(hasConcerns(report) ? [item('numbers', words.numbers)] : []),
  ...entries,
].join('\n')}
</ol></nav>`;
}

function replyHtml(reply: ReportReply, report: Report): string {
  const head =
    reply.body === null
      ? `<p class="by">${escapeHtml(report.words.removed)}</p>`
      : `<p class="by">${escapeHtml(reply.label)} <bdi>${escapeHtml(reply.byline)}</bdi></p>\n${bodyHtml(reply.body)}`;
  return `<div class="reply">${head}${reply.replies.map((below) => replyHtml(below, report)).join('\n')}</div>`;
}

function entryHtml(entry: ReportEntry, report: Report): string {
  const { words, treaty } = report;
  const facts = factsOf(entry, report).map(({ label, value }) => {
    const grave = entry.severity.id === 'red-line' && value === entry.severity.name ? ' class="red-line"' : '';
    return `<div><dt>${escapeHtml(label)}</dt><dd${grave}><bdi>${escapeHtml(value)}</bdi></dd></div>`;
  });
  const passages = entry.placements.flatMap(({ citation, quote }) => {
    if (quote === null) return [];
    const cited = entry.placements.length > 1 ? `<p class="cited">${escapeHtml(citation)}</p>\n` : '';
    const lang = `lang="${escapeHtml(treaty.language)}" dir="${treaty.direction}"`;
    return [`${cited}<blockquote class="passage" ${lang}>${htmlLines(quote)}</blockquote>`];
  });
  const replies = entry.replies.map((reply) => replyHtml(reply, report));
  return `<article aria-labelledby="${entry.anchor}">
<h3 id="${entry.anchor}">${escapeHtml(entry.label)} · <bdi>${escapeHtml(entry.citation)}</bdi></h3>
<dl class="facts">${facts.join('')}</dl>
${passages.join('\n')}
${bodyHtml(entry.body)}
<p class="by"><bdi>${escapeHtml(entry.byline)}</bdi><br>${htmlLink(entry.url, escapeHtml(entry.url))}</p>
${replies.length > 0 ? `<h4>${escapeHtml(words.replies)}</h4>\n${replies.join('\n')}` : ''}
</article>`;
}

/**
 * The report as one HTML file that needs nothing else and can be printed: no script, no outside resource (its own
 * content security policy says so), every word escaped.
 */
export function writeHtml(report: Report): Uint8Array {
  const { words } = report;
  const heading = (id: string, text: string) => `<h2 id="${id}">${escapeHtml(text)}</h2>`;
  const html = `<!doctype html>
<html lang="${escapeHtml(words.language)}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(report.title)}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<header>
<p class="kicker">${escapeHtml(words.report)}</p>
<h1><bdi>${escapeHtml(report.title)}</bdi></h1>
<p class="subtitle"><bdi>${escapeHtml(report.subtitle)}</bdi></p>
${paragraphs(report.brief)}
</header>
${contentsHtml(report)}
<main>
${heading('about', words.about)}
${metaHtml(report)}
${paragraphs(report.method)}
${hasConcerns(report) ? '' : `<p class="nothing">${escapeHtml(words.nothing)}</p>`}
${report.asks.rows.length > 0 ? `${heading('asked', words.asked)}\n${tableHtml(report.asks)}` : ''}
${hasConcerns(report) ? `${heading('numbers', words.numbers)}\n${report.tables.map(tableHtml).join('\n')}` : ''}
${report.sections
  .map(
    (section) => `<section aria-labelledby="${section.anchor}">
${heading(section.anchor, section.heading)}
${section.context ? `<p class="context">${escapeHtml(section.context)}</p>` : ''}
${section.entries.map((entry) => entryHtml(entry, report)).join('\n')}
</section>`,
  )
  .join('\n')}
</main>
</body>
</html>
`;
  return new TextEncoder().encode(html);
}
