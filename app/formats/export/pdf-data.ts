import type { Block, Body, List, TextSpan } from '#app/domain/concern/body';
import { directionOf, type Direction } from '#app/domain/report/direction';
import type { Report, ReportEntry, ReportReply } from '#app/domain/report/model';
import { factsOf, hasConcerns } from './facts';

interface Line {
  readonly dir: Direction;
  readonly spans: readonly TextSpan[];
}
type PdfBlock =
  | (Line & { readonly k: 'p' | 'quote' })
  | { readonly k: 'list'; readonly dir: Direction; readonly ordered: boolean; readonly items: readonly PdfItem[] };
interface PdfItem extends Line {
  readonly sub: PdfBlock | null;
}

/** At most `most` characters, cut between characters, for the foot of a page. */
const shortened = (text: string, most: number): string => {
  const characters = [...text];
  return characters.length > most
    ? `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : text;
};

const textOf = (spans: readonly TextSpan[]): string => spans.map(({ t }) => t).join('');

const listText = ({ items }: List): string =>
  items.map(({ c, sub }) => textOf(c) + (sub ? listText(sub) : '')).join('');

function listData(list: List, otherwise: Direction): PdfBlock {
  const dir = directionOf(listText(list), otherwise);
  const items = list.items.map(({ c, sub }) => ({ dir, spans: c, sub: sub ? listData(sub, dir) : null }));
  return { k: 'list', dir, ordered: list.ordered, items };
}

const blockData = (block: Block, otherwise: Direction): PdfBlock =>
  block.k === 'list'
    ? listData(block, otherwise)
    : { k: block.k, dir: directionOf(textOf(block.c), otherwise), spans: block.c };

const bodyData = (body: Body, otherwise: Direction): PdfBlock[] =>
  body.blocks.map((block) => blockData(block, otherwise));

interface PdfReply {
  readonly label: string;
  readonly byline: string;
  readonly blocks: readonly PdfBlock[];
  readonly replies: readonly PdfReply[];
}

function replyData(reply: ReportReply, report: Report): PdfReply {
  return {
    label: reply.body === null ? '' : reply.label,
    byline: reply.body === null ? report.words.removed : reply.byline,
    blocks: reply.body === null ? [] : bodyData(reply.body, report.words.direction),
    replies: reply.replies.map((below) => replyData(below, report)),
  };
}

function entryData(entry: ReportEntry, report: Report) {
  const several = entry.placements.length > 1;
  return {
    anchor: entry.anchor,
    label: entry.label,
    citation: entry.citation,
    grave: entry.severity.id === 'red-line',
    facts: factsOf(entry, report),
    passages: entry.placements.flatMap(({ citation, quote }) =>
      quote === null ? [] : [{ cited: several ? citation : '', quote }],
    ),
    blocks: bodyData(entry.body, report.words.direction),
    byline: entry.byline,
    url: entry.url,
    replies: entry.replies.map((reply) => replyData(reply, report)),
  };
}

/** The report as plain data for the template: strings and numbers only, no markup, the directions already decided. */
export function pdfData(report: Report) {
  const { words, treaty } = report;
  const [year, month, day] = report.filedOn.split('-').map(Number);
  return {
    language: words.language.split('-')[0]!.toLowerCase(),
    direction: words.direction,
    textLanguage: treaty.language.split('-')[0]!.toLowerCase(),
    textDirection: treaty.direction,
    date: { year, month, day },
    title: report.title,
    shortTitle: shortened(report.title, 80),
    subtitle: report.subtitle,
    brief: report.brief.map((text) => ({ dir: directionOf(text, words.direction), spans: [{ t: text }] })),
    meta: report.meta.map(({ label, value, href }) => ({
      label,
      value,
      href: href ?? '',
      hash: value === treaty.textSha256,
    })),
    method: report.method,
    asks: report.asks.rows.length > 0 ? report.asks : null,
    tables: hasConcerns(report) ? report.tables : [],
    empty: !hasConcerns(report),
    sections: report.sections.map(({ heading, context, entries }) => ({
      heading,
      context,
      entries: entries.map((entry) => entryData(entry, report)),
    })),
    words: {
      report: words.report,
      contents: words.contents,
      about: words.about,
      asked: words.asked,
      numbers: words.numbers,
      replies: words.replies,
      nothing: words.nothing,
      page: words.page('%p', '%n'),
    },
  };
}
