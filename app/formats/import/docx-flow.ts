import { append } from './docx-line';
import type { Line } from './docx-line';
import type { Numbering } from './docx-numbering';
import type { Label } from './docx-numbering';
import { paragraphOf } from './docx-styles';
import type { ParagraphProperties, Style, Styles } from './docx-styles';
import { arrange } from './docx-table';
import type { Cell, Row } from './docx-table';
import type { Tally } from './docx-tally';
import { branchOf, noWords } from './docx-words';
import type { Piece, WordReader, Words } from './docx-words';
import { childOf, elementsOf, flagOf, numberOf, valueOf } from './docx-xml';
import type { XmlElement } from './docx-xml';

const CONTENTS_STYLE = /^(?:toc|contents|table of (?:contents|figures|authorities)|index)(?: heading| ?\d)?$/i;
const LONGEST_HEADING = 250;
const WORD = /[\p{L}\p{N}]/u;
const tenth = (n: number) => Math.round(n * 10) / 10;

interface Held {
  readonly words: Words;
  readonly own: ParagraphProperties;
  readonly style: Style;
}

/** A table that could only be kept row by row. */
export interface Compared {
  readonly lines: readonly Line[];
  readonly columns: number;
}

/** Reads blocks (paragraphs, tables, what wraps them) into lines, in document order. */
export class Flow {
  /** Lines of the further columns of tables that set languages side by side, by column. */
  readonly aside: Line[][] = [];
  readonly compared: Compared[] = [];
  /** The lines of the body, then of the notes; those of cells are put into them when their table is done. */
  readonly lines: Line[] = [];
  /** In how many languages the tables so far set the text side by side; 1 when they do not. */
  private languages = 1;
  private inContents = false;
  /** Words whose paragraph mark was deleted: the next paragraph takes them in front. */
  private held: Held | null = null;

  constructor(
    private readonly styles: Styles,
    private readonly numbering: Numbering,
    private readonly words: WordReader,
    private readonly tally: Tally,
  ) {}

  /** Reads everything in a body, a note, a cell or a text box into lines. */
  read(parent: XmlElement, into: Line[]): Line[] {
    const before = this.held;
    this.held = null;
    this.blocks(parent, into);
    this.release(into);
    this.held = before;
    return into;
  }

  private blocks(parent: XmlElement, into: Line[]): void {
    for (const one of elementsOf(parent)) this.block(one, into);
  }

  private block(one: XmlElement, into: Line[]): void {
    switch (one.name) {
      case 'w:p':
        return this.paragraph(one, into);
      case 'w:tbl':
        this.release(into);
        return this.table(one, into);
      case 'w:sdt': {
        const gallery = valueOf(childOf(childOf(one, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
        const before = this.inContents;
        this.inContents ||= gallery === 'Table of Contents';
        const content = childOf(one, 'w:sdtContent');
        if (content) this.blocks(content, into);
        this.inContents = before;
        return;
      }
      case 'mc:AlternateContent': {
        const branch = branchOf(one);
        return branch && this.blocks(branch, into);
      }
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
      case 'w:smartTag':
        return this.blocks(one, into);
      case 'w:altChunk':
      case 'w:subDoc':
        return this.tally.add('files');
      case 'm:oMathPara':
      case 'm:oMath':
        return this.put(this.words.read(one, this.styles.paragraph(undefined), noWords()), {}, undefined, into);
      default:
        return;
    }
  }

  private paragraph(element: XmlElement, into: Line[]): void {
    this.tally.line = this.lines.length + 1;
    const properties = childOf(element, 'w:pPr');
    const style = this.styles.paragraph(valueOf(properties, 'w:pStyle'));
    const own = paragraphOf(properties);
    const words = this.words.read(element, style, this.held?.words ?? noWords());
    this.held = null;
    const mark = childOf(properties, 'w:rPr');
    const change = mark && elementsOf(mark).find(({ name }) => /^w:(?:ins|del|moveFrom|moveTo)$/.test(name));
    if (change) this.tally.changed(change);
    else this.tally.unchanged();
    const joins = change?.name === 'w:del' || change?.name === 'w:moveFrom';
    const dropped = ['drop', 'margin'].includes(childOf(properties, 'w:framePr')?.attributes['w:dropCap'] ?? '');
    if (joins || dropped) this.held = { words, own, style };
    else if (silent(words) && words.boxes.length === 0 && flagOf(mark, 'w:vanish')) {
      if (words.hidden) this.tally.add('hidden');
    } else this.put(words, own, style, into);
  }

  private release(into: Line[]): void {
    const { held } = this;
    this.held = null;
    // A paragraph deleted whole, at the end of what it stands in, leaves nothing.
    if (held && !silent(held.words)) this.put(held.words, held.own, held.style, into);
  }

  private put(words: Words, own: ParagraphProperties, named: Style | undefined, into: Line[]): void {
    const style = named ?? this.styles.paragraph(undefined);
    if (words.hidden) this.tally.add('hidden');
    const label = this.numbering.next(own, style);
    if (label?.unknown !== undefined) this.tally.add('numbers');
    words.lines.forEach((pieces, i) => into.push(this.line(pieces, i, words, own, style, label)));
    for (const box of words.boxes) this.read(box, into);
  }

  private line(
    pieces: readonly Piece[],
    i: number,
    words: Words,
    own: ParagraphProperties,
    style: Style,
    label: Label | null,
  ): Line {
    const text = pieces.map((one) => (one.mark ? '' : one.text)).join('');
    const front = i === 0 && label && label.text !== '' ? labelled(label, text) : '';
    const spoken = pieces.filter((one) => one.text.trim() !== '');
    const contents =
      this.inContents || CONTENTS_STYLE.test(style.name) || (spoken.length > 0 && spoken.every((one) => one.contents));
    const main = spoken.reduce<Piece | undefined>((a, b) => (a && a.text.length >= b.text.length ? a : b), undefined);
    const level = headingLevel(text, own, style);
    const hints: Line['hints'] = {
      indent: tenth(indent(own, style, label, i === 0)),
      ...(style.name === '' ? {} : { style: style.name }),
      ...(level === null ? {} : { headingLevel: level }),
      ...(label && i === 0 ? { listLevel: label.level } : {}),
      ...(main?.size === undefined ? {} : { size: main.size }),
      ...(spoken.length > 0 && spoken.every((one) => one.bold) ? { bold: true } : {}),
      ...((own.centred ?? style.paragraph.centred) ? { centred: true } : {}),
      ...(i === 0 || words.fresh.has(i) ? { paragraph: true } : {}),
    };
    return {
      pieces: [...(front === '' ? [] : [{ text: front, mark: false }]), ...pieces],
      ...(contents && front + text !== '' ? { furniture: 'contents' as const } : {}),
      hints,
    };
  }

  private table(table: XmlElement, into: Line[]): void {
    const { lines, aside, compared } = arrange(this.rows(table), this.languages);
    if (aside.length > 0) this.languages = aside.length + 1;
    append(into, lines);
    aside.forEach((column, i) => append((this.aside[i] ??= []), column));
    if (compared !== undefined) this.compared.push({ lines, columns: compared });
  }

  private rows(table: XmlElement): Row[] {
    const rows: Row[] = [];
    for (const one of unwrapped(table, 'w:tr')) {
      const properties = childOf(one, 'w:trPr');
      const change = childOf(properties, 'w:del') ?? childOf(properties, 'w:ins');
      if (change) this.tally.changed(change);
      if (change?.name === 'w:del') continue;
      let column = numberOf(valueOf(properties, 'w:gridBefore')) ?? 0;
      const cells: Cell[] = [];
      for (const cell of unwrapped(one, 'w:tc')) {
        const about = childOf(cell, 'w:tcPr');
        const deleted = childOf(about, 'w:cellDel');
        if (deleted) this.tally.changed(deleted);
        else cells.push({ column, lines: this.read(cell, []) });
        column += numberOf(valueOf(about, 'w:gridSpan')) ?? 1;
      }
      rows.push(cells);
    }
    return rows;
  }
}

/** The elements of one name in a table or row, those included that stand in content controls and the like. */
function unwrapped(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap((one) => {
    if (one.name === name) return [one];
    return /^w:(?:sdt|sdtContent|customXml|smartTag|ins|moveTo)$/.test(one.name) ? unwrapped(one, name) : [];
  });
}

const silent = (words: Words) => words.lines.every((line) => line.every((piece) => piece.text.trim() === ''));

/** A label glued to its text by Word ("suffix: nothing") would make another number or word of it. */
function labelled(label: Label, text: string): string {
  const glued = label.after === '' && WORD.test(label.text.slice(-1)) && WORD.test(text.slice(0, 1));
  return text === '' ? label.text : label.text + (glued ? ' ' : label.after);
}

/**
 * The level that the style or the paragraph claims. Law firms number whole clauses with heading styles: what is long,
 * or ends like a sentence, is no heading.
 */
function headingLevel(text: string, own: ParagraphProperties, style: Style): number | null {
  const shown = text.trim();
  if (shown.length > LONGEST_HEADING || /[.;:,。；：，؛،]$/u.test(shown)) return null;
  const named = /^heading ([1-9])$/i.exec(style.name)?.[1] ?? (/^title$/i.test(style.name) ? '1' : undefined);
  const outline = own.outline ?? style.paragraph.outline ?? (named === undefined ? undefined : Number(named) - 1);
  return outline === undefined || outline < 0 || outline > 8 ? null : outline + 1;
}

function indent(own: ParagraphProperties, style: Style, label: Label | null, first: boolean): number {
  // A style's numbering lies under the style's own indent, a paragraph's own numbering over it.
  const over = own.numId === undefined && style.indentOverNumbering;
  const [near, far] = over ? [style.paragraph, label?.indent] : [label?.indent, style.paragraph];
  const start = own.start ?? near?.start ?? far?.start ?? 0;
  const firstLine = own.firstLine ?? near?.firstLine ?? far?.firstLine ?? 0;
  return first ? start + firstLine : start;
}
