import { readLevel } from '#app/domain/treaty/levels';
import type { Furniture } from '#app/domain/treaty/outline';
import { frameOf, inMain, mainOf } from './html-frame';
import { append, runOn, tidyMarks, type PageLine, type Piece } from './html-line';
import { labelled, listLabels } from './html-lists';
import { findNotes, type Notes } from './html-notes';
import { headingLevelOf, indentOf, isBold, isCentred, isStruck } from './html-style';
import { cellLabel, cellsOf, rowsOf, tableUse, withoutLabels } from './html-tables';
import { around, attribute, BLOCKS, children, isElement, isText, isUnseen, seenText } from './html-tree';
import type { Element, Node } from './html-tree';

/** Several versions of the articles stand side by side in one table. */
export class SideBySide extends Error {}

interface Context {
  readonly indent: number;
  readonly level: number;
  readonly depth: number;
  readonly style: string;
  readonly bold: boolean;
  readonly centred: boolean;
  readonly linked: boolean;
  readonly rtl: boolean;
  readonly pre: boolean;
  /** Inside a row that is one line. */
  readonly flat: boolean;
  readonly unexplained: boolean;
  readonly line: Furniture['what'] | undefined;
  readonly piece: Furniture['what'] | undefined;
}
const START: Context = {
  indent: 0,
  level: 0,
  depth: -1,
  style: '',
  bold: false,
  centred: false,
  linked: false,
  rtl: false,
  pre: false,
  flat: false,
  unexplained: false,
  line: undefined,
  piece: undefined,
};
// Nobody sees them; a reader of text would be surprised by them.
const CONTROLS = /[\0-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]/g;
// No heading is broken over more lines than these.
const LONGEST_HEADING = 12;
const CONTROL_ELEMENTS = /^(?:button|select|option|optgroup|textarea)$/;

/** Writes a page down line by line, as a person reads it. */
class Writer {
  readonly lines: PageLine[] = [];
  pictures = 0;
  firstPicture = 0;
  private pieces: Piece[] = [];
  private context: Context | null = null;
  private counts = { all: 0, bold: 0, linked: 0 };
  private prefix = '';
  /** Where the label in front stands: words that go on below it stand further in. */
  private prefixIndent = 0;
  private lineIndent: number | null = null;
  private unexplained = false;
  /** The line ends in a space so far. Asking the growing line itself would cost its length each time. */
  private spaced = false;
  private block = 0;
  private opens = true;
  private listDepth: number | null = null;

  constructor(
    private readonly notes: Notes,
    private readonly main: Element | null,
  ) {}

  private add(value: string, c: Context): void {
    const words = value.replace(CONTROLS, '');
    if (c.pre && !c.flat) {
      words.split('\n').forEach((line, i) => {
        if (i > 0) this.endLine();
        this.put(line, c);
      });
    } else this.put(words.replace(/[ \t\n\f\r]+/g, ' '), c);
  }

  private put(words: string, c: Context): void {
    let text = words;
    if (!c.pre && (this.pieces.length === 0 || this.spaced) && text.startsWith(' ')) text = text.slice(1);
    if (text === '' || (this.pieces.length === 0 && text.trim() === '' && !c.pre)) return;
    if (this.prefix !== '' && text.trim() !== '') {
      this.pieces.unshift({ text: `${this.prefix} `, what: undefined });
      this.prefix = '';
      this.lineIndent = this.prefixIndent;
    }
    this.unexplained ||= c.unexplained;
    if (!this.context || (this.context.line === undefined && c.line !== undefined)) this.context = c;
    const size = text.replace(/\s+/g, '').length;
    this.counts.all += size;
    if (c.bold) this.counts.bold += size;
    if (c.linked) this.counts.linked += size;
    this.spaced = text.endsWith(' ');
    const last = this.pieces.at(-1);
    if (last && last.what === c.piece) last.text += text;
    else this.pieces.push({ text, what: c.piece });
  }

  private endLine(): void {
    const pieces = this.pieces;
    const c = this.context;
    this.pieces = [];
    this.context = null;
    const { all, bold, linked } = this.counts;
    this.counts = { all: 0, bold: 0, linked: 0 };
    const [indent, unexplained] = [this.lineIndent ?? c?.indent ?? 0, this.unexplained];
    this.lineIndent = null;
    this.unexplained = false;
    if (!c || all === 0) return;
    for (let last = pieces.at(-1); last; last = pieces.at(-1)) {
      last.text = last.text.trimEnd();
      if (last.text !== '') break;
      pieces.pop();
    }
    if (c.line === undefined) tidyMarks(pieces);
    const hints = {
      indent,
      ...(c.style === '' ? {} : { style: c.style }),
      ...(c.level > 0 ? { headingLevel: c.level } : {}),
      ...(this.listDepth === null ? {} : { listLevel: this.listDepth }),
      ...(bold === all ? { bold: true } : {}),
      ...(c.centred ? { centred: true } : {}),
      ...(this.opens ? { paragraph: true } : {}),
    };
    this.listDepth = null;
    this.lines.push({
      pieces: pieces.filter((piece) => piece.text !== ''),
      block: this.block,
      opens: this.opens,
      furniture: c.line,
      hints,
      linked: linked === all,
      unexplained,
    });
    this.opens = false;
  }

  /** A block begins or ends here. */
  private boundary(c: Context): void {
    if (c.flat) {
      this.put(' ', c);
      return;
    }
    this.endLine();
    const first = this.lines.findLastIndex((line) => line.block !== this.block) + 1;
    const mine = this.lines.slice(first);
    const one =
      mine.length > 1 &&
      mine.length <= LONGEST_HEADING &&
      mine.every(({ hints }) => hints.headingLevel ?? hints.bold ?? hints.centred);
    if (one && mine.every((line) => line.furniture === mine[0]?.furniture)) {
      this.lines.length = first;
      for (const line of mine) {
        const last = this.lines[first] ? (this.lines.at(-1) as PageLine) : null;
        if (last && runOn(last, line)) append(last, line);
        else this.lines.push(line);
      }
    }
    if (mine.length > 0) this.block += 1;
    this.opens = true;
  }

  private contextOf(element: Element, c: Context): Context {
    const block = BLOCKS.has(element.tagName);
    const style = attribute(element, 'style');
    const dir = attribute(element, 'dir').toLowerCase();
    const rtl = dir === '' ? c.rtl : dir === 'rtl';
    const frame = block ? frameOf(element, this.main) : undefined;
    const note = this.notes.notes.has(element) ? 'footnote' : undefined;
    const href = attribute(element, 'href');
    const mark = this.notes.marks.has(element) ? 'footnote' : undefined;
    const aside = isStruck(element) || CONTROL_ELEMENTS.test(element.tagName) ? 'note' : undefined;
    const permalink =
      element.tagName === 'a' && /^\s*[¶#§🔗↑↩^]\s*$/u.test(seenText(element, 6)) ? 'markup' : undefined;
    const inner = inMain(element, this.main) && c.line === 'note' ? undefined : c.line;
    return {
      indent: c.indent + (block ? indentOf(element, rtl) : 0),
      level: block ? headingLevelOf(element) || c.level : c.level,
      depth: c.depth,
      style: block ? attribute(element, 'class').trim().slice(0, 100) || c.style : c.style,
      bold: c.bold || isBold(element),
      centred: block ? c.centred || isCentred(element) : c.centred,
      linked: c.linked || (element.tagName === 'a' && href !== '' && !href.startsWith('#')),
      rtl,
      pre: c.pre || /^(?:pre|textarea|xmp)$/.test(element.tagName) || /white-space\s*:\s*(?:pre|break)/i.test(style),
      flat: c.flat,
      unexplained: c.unexplained || this.notes.unexplained.has(element),
      line: note ?? frame ?? inner,
      piece: c.piece ?? mark ?? aside ?? permalink,
    };
  }

  visit(node: Node, outer: Context): void {
    if (isText(node)) this.add(node.value, outer);
    if (!isElement(node) || isUnseen(node)) return;
    const { tagName } = node;
    if (tagName === 'br') {
      if (outer.flat) this.put(' ', outer);
      else if (this.pieces.length > 0) this.endLine();
      // An empty line between two breaks parts paragraphs.
      else if (!this.opens) this.boundary(outer);
      return;
    }
    if (tagName === 'img') this.picture(node, outer);
    const c = this.contextOf(node, outer);
    const block = BLOCKS.has(tagName);
    if (block) this.boundary(c);
    if (tagName === 'table') this.table(node, c);
    else if (/^(?:ol|ul|menu|dir)$/.test(tagName)) this.list(node, c);
    else {
      if (tagName === 'q') this.put('“', c);
      for (const child of node.childNodes) this.visit(child, c);
      if (tagName === 'q') this.put('”', c);
    }
    if (block) this.boundary(c);
  }

  private picture(image: Element, c: Context): void {
    if (c.line !== undefined || attribute(image, 'alt').trim() === '') return;
    this.pictures += 1;
    if (this.pictures === 1) this.firstPicture = this.lines.length;
  }

  private label(label: string, indent: number): void {
    if (this.prefix === '') this.prefixIndent = indent;
    this.prefix = this.prefix === '' ? label : `${this.prefix} ${label}`;
  }

  private list(list: Element, c: Context): void {
    const labels = listLabels(list);
    const depth = list.tagName === 'ol' ? c.depth + 1 : c.depth;
    for (const child of list.childNodes) {
      const label = isElement(child) && !c.flat ? (labels.get(child) ?? '') : '';
      if (label !== '') {
        this.boundary(c);
        this.label(label, Math.max(0, c.indent - 20));
        if (label !== '•') this.listDepth = depth;
      }
      this.visit(child, { ...c, depth });
      this.prefix = '';
      this.listDepth = null;
    }
  }

  private table(table: Element, c: Context): void {
    const use = c.flat ? 'rows' : tableUse(table);
    if (use === 'side by side' && c.line === undefined) throw new SideBySide();
    for (const caption of children(table)) if (caption.tagName === 'caption') this.visit(caption, c);
    for (const row of rowsOf(table)) {
      if (isUnseen(row)) continue;
      const inner = this.contextOf(row, c);
      if (use === 'layout') this.boxes(row, inner);
      else this.row(row, { ...inner, style: 'table' });
    }
  }

  /** A row whose cells only place a label beside its words. */
  private boxes(row: Element, c: Context): void {
    this.boundary(c);
    const cells = cellsOf(row);
    const rest = withoutLabels(cells);
    const labels = cells.slice(0, cells.length - rest.length);
    for (const cell of labels) {
      const label = cellLabel(cell) as string;
      if (readLevel(label)) this.visit(cell, c);
      else if (rest[0] && !labelled(rest[0])) this.label(label, c.indent);
      else this.visit(cell, c);
    }
    const inner = labels.length > 0 ? { ...c, indent: c.indent + 40 } : c;
    for (const cell of rest) this.visit(cell, inner);
    this.boundary(c);
  }

  private row(row: Element, c: Context): void {
    this.boundary(c);
    cellsOf(row).forEach((cell, i) => {
      const last = this.pieces.at(-1);
      if (i > 0 && last) {
        last.text = last.text.trimEnd();
        this.put('\t', { ...c, pre: true });
        this.spaced = true;
      }
      for (const child of cell.childNodes) this.visit(child, { ...c, flat: true });
    });
    this.boundary(c);
  }
}

/** What a page shows, line by line. */
export interface PageLines {
  readonly lines: PageLine[];
  /** Pictures with a description of their own, and how many lines stand before the first. */
  readonly pictures: { readonly count: number; readonly after: number };
}

/** The lines of a page in reading order. Throws `SideBySide` for a table that sets versions of the articles beside each other. */
export function pageLines(root: Element): PageLines {
  const body = children(root).find((one) => one.tagName === 'body') ?? root;
  const main = mainOf(body);
  const writer = new Writer(findNotes(body), main);
  const rtl = [root, body].some((one) => attribute(one, 'dir').toLowerCase() === 'rtl');
  const outside = main && around(main) !== null ? ('note' as const) : undefined;
  writer.visit(body, { ...START, rtl, line: outside });
  return { lines: writer.lines, pictures: { count: writer.pictures, after: writer.firstPicture } };
}
