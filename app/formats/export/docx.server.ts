import type { Paragraph } from 'docx';
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  LeaderType,
  Packer,
  PageNumber,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild,
} from 'docx';
import { directionOf } from '#app/domain/report/direction';
import type { Report, ReportCell, ReportEntry, ReportReply, ReportTable } from '#app/domain/report/model';
import { DOCX_NUMBERING, docxStyles, replyStyle, RULE } from './docx-styles';
import { bodyParagraphs, outside, paragraph, runs, type Place } from './docx-text';
import { reproducible } from './docx-zip';
import { factsOf, hasConcerns } from './facts';

type Part = Paragraph | Table | TableOfContents;

/** Room between the margins of an A4 page, in twentieths of a point. */
const WIDTH = 9000;

/** Word takes letters, digits and underscores. */
const bookmark = (anchor: string): string => anchor.replace(/[^A-Za-z0-9]/g, '_');

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const LINE = { style: BorderStyle.SINGLE, size: 4, color: RULE };

/** Everything that is written for one report, with what all parts of it need. */
class Writer {
  private lists = 0;
  private readonly place: Place;

  constructor(private readonly report: Report) {
    this.place = { direction: report.words.direction, list: () => ++this.lists };
  }

  private get direction() {
    return this.report.words.direction;
  }

  private plain(text: string, style?: string): Paragraph {
    const direction = directionOf(text, this.direction);
    return paragraph(direction, { ...(style && { style }), children: runs(text, direction) });
  }

  private heading(text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel], anchor?: string): Paragraph {
    const children: ParagraphChild[] = runs(text, this.direction);
    return paragraph(this.direction, {
      heading: level,
      children: anchor ? [new Bookmark({ id: bookmark(anchor), children })] : children,
    });
  }

  private cell(value: ReportCell, width: number, numeric: boolean, style: string, bold = false): TableCell {
    const children =
      typeof value === 'object'
        ? value.flatMap(({ text, anchor }, at) => [
            ...(at > 0 ? [new TextRun(', ')] : []),
            new InternalHyperlink({
              anchor: bookmark(anchor),
              children: runs(text, this.direction, { style: 'Hyperlink' }),
            }),
          ])
        : runs(String(value), this.direction, { bold });
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      children: [paragraph(this.direction, { style, children, ...(numeric && { alignment: AlignmentType.END }) })],
    });
  }

  private table({ columns, rows, total }: ReportTable): Table {
    const numeric = columns.filter((column) => column.numeric).length;
    const narrow = 1350;
    const wide = Math.floor((WIDTH - numeric * narrow) / (columns.length - numeric));
    const widths = columns.map((column) => (column.numeric ? narrow : wide));
    const row = (cells: readonly ReportCell[], style: string, more: { tableHeader?: boolean; bold?: boolean } = {}) =>
      new TableRow({
        cantSplit: true,
        ...(more.tableHeader && { tableHeader: true }),
        children: cells.map((value, at) =>
          this.cell(value, widths[at]!, columns[at]!.numeric, style, more.bold ?? false),
        ),
      });
    const labels = columns.map(({ label }) => label);
    return new Table({
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      ...(this.direction === 'rtl' && { visuallyRightToLeft: true }),
      borders: { top: NONE, left: NONE, right: NONE, insideVertical: NONE, bottom: LINE, insideHorizontal: LINE },
      rows: [
        row(labels, 'HeaderCell', { tableHeader: true }),
        ...rows.map((cells) => row(cells, 'Cell')),
        ...(total ? [row(total, 'Cell', { bold: true })] : []),
      ],
    });
  }

  private front(): Part[] {
    const { report } = this;
    const { words } = report;
    return [
      this.plain(words.report, 'Small'),
      paragraph(directionOf(report.title, this.direction), {
        heading: HeadingLevel.TITLE,
        children: runs(report.title, directionOf(report.title, this.direction)),
      }),
      this.plain(report.subtitle, 'Subtitle'),
      ...report.brief.map((text) => this.plain(text)),
      this.heading(words.about, HeadingLevel.HEADING_1),
      ...report.meta.map(({ label, value, href }) =>
        paragraph(this.direction, {
          spacing: { after: 40 },
          children: [
            ...runs(`${label}: `, this.direction, { bold: true }),
            ...(href ? [outside(href, value, this.direction)] : runs(value, this.direction)),
          ],
        }),
      ),
      paragraph(this.direction, { spacing: { after: 60 }, children: [] }),
      ...report.method.map((text) => this.plain(text)),
      ...(hasConcerns(report) ? [] : [this.plain(words.nothing)]),
    ];
  }

  private summary(): Part[] {
    const { words, asks, tables } = this.report;
    return [
      this.plain(words.contents, 'ContentsHeading'),
      new TableOfContents(words.contents, {
        hyperlink: true,
        headingStyleRange: '1-2',
        beginDirty: false,
        tabLeader: LeaderType.NONE,
      }),
      ...(asks.rows.length > 0
        ? [
            paragraph(this.direction, {
              heading: HeadingLevel.HEADING_1,
              pageBreakBefore: true,
              children: runs(words.asked, this.direction),
            }),
            this.table(asks),
          ]
        : []),
      this.heading(words.numbers, HeadingLevel.HEADING_1),
      ...tables.flatMap((table) => [this.plain(table.caption, 'TableCaption'), this.table(table)]),
    ];
  }

  private reply(reply: ReportReply, level: number): Part[] {
    const style = replyStyle(level);
    const place = { ...this.place, style };
    const head =
      reply.body === null
        ? runs(this.report.words.removed, this.direction, { italics: true })
        : [...runs(`${reply.label}  `, this.direction, { bold: true }), ...runs(reply.byline, this.direction)];
    return [
      paragraph(this.direction, { style, keepNext: reply.body !== null, children: head }),
      ...(reply.body ? bodyParagraphs(reply.body, place) : []),
      ...reply.replies.flatMap((below) => this.reply(below, level + 1)),
    ];
  }

  private entry(entry: ReportEntry): Part[] {
    const { report } = this;
    const { treaty, words } = report;
    const facts = factsOf(entry, report).flatMap(({ label, value }, at) => [
      ...runs(`${at > 0 ? '   ' : ''}${label}: `, this.direction),
      ...runs(value, this.direction, { bold: true }),
    ]);
    return [
      this.heading(`${entry.label} · ${entry.citation}`, HeadingLevel.HEADING_2, entry.anchor),
      paragraph(this.direction, { style: 'Facts', children: facts }),
      ...entry.placements.flatMap(({ citation, quote }) =>
        quote === null
          ? []
          : [
              ...(entry.placements.length > 1 ? [this.plain(citation, 'Cited')] : []),
              paragraph(treaty.direction, {
                style: 'Passage',
                children: runs(quote, treaty.direction, { language: treaty.language }),
              }),
            ],
      ),
      ...bodyParagraphs(entry.body, this.place),
      paragraph(this.direction, {
        style: 'Small',
        children: [...runs(`${entry.byline}\n`, this.direction), outside(entry.url, entry.url, this.direction)],
      }),
      ...(entry.replies.length > 0 ? [this.heading(words.replies, HeadingLevel.HEADING_3)] : []),
      ...entry.replies.flatMap((reply) => this.reply(reply, 1)),
    ];
  }

  private footer(): Footer {
    const [before = '', between = '', after = ''] = this.report.words.page('\u0001', '\u0001').split('\u0001');
    return new Footer({
      children: [
        paragraph(this.direction, {
          style: 'Small',
          alignment: AlignmentType.END,
          children: [new TextRun({ children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after] })],
        }),
      ],
    });
  }

  document(): Document {
    const { report } = this;
    return new Document({
      creator: 'Proviso',
      lastModifiedBy: 'Proviso',
      title: report.title,
      styles: docxStyles(report),
      numbering: DOCX_NUMBERING,
      sections: [
        {
          properties: {
            page: {
              size: { width: 11906, height: 16838 },
              margin: { top: 1420, bottom: 1420, left: 1453, right: 1453 },
            },
          },
          footers: { default: this.footer() },
          children: [
            ...this.front(),
            ...(hasConcerns(report) ? this.summary() : []),
            ...report.sections.flatMap((section) => [
              this.heading(section.heading, HeadingLevel.HEADING_1, section.anchor),
              ...(section.context ? [this.plain(section.context, 'Context')] : []),
              ...section.entries.flatMap((entry) => this.entry(entry)),
            ]),
          ],
        },
      ],
    });
  }
}

/**
 * The report as a Word document: heading styles, a contents field with its entries (Word adds page numbers when asked to
 * update it), no outside reference but links, no person and no date but the filing date in its properties.
 */
export async function writeDocx(report: Report): Promise<Uint8Array> {
  const packed = await Packer.toArrayBuffer(new Writer(report).document());
  return reproducible(new Uint8Array(packed), report.filedOn);
}
