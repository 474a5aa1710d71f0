import { runOf } from './docx-styles';
import type { RunProperties, Style, Styles } from './docx-styles';
import { symbolOf } from './docx-symbols';
import type { Tally } from './docx-tally';
import { childOf, elementsOf, valueOf } from './docx-xml';
import type { XmlElement } from './docx-xml';

/** A stretch of words of one make. */
export interface Piece {
  readonly text: string;
  readonly bold: boolean;
  readonly size: number | undefined;
  /** It is the result of a field that makes a table of contents or an index. */
  readonly contents: boolean;
  /** A footnote's mark that the author typed: taken out of the sentence. */
  readonly mark: boolean;
}

/** The words of a paragraph: one list of pieces for each line that it breaks into. */
export interface Words {
  readonly lines: Piece[][];
  /** Lines that begin after a page or column break, which ends a paragraph for the eye. */
  readonly fresh: Set<number>;
  /** Text boxes that hang on it, in order. */
  readonly boxes: XmlElement[];
  hidden: boolean;
}

export const noWords = (): Words => ({ lines: [[]], fresh: new Set(), boxes: [], hidden: false });

/** Gives the number that stands for a note, and remembers that the note was referred to. */
export type Refer = (kind: 'footnote' | 'endnote', id: string, typed: boolean) => void;

interface Field {
  code: string;
  inResult: boolean;
}

interface Within {
  readonly style: Style;
  readonly run: RunProperties;
  /** The words that follow in this run are a note's own mark. */
  mark: boolean;
  /** Inside an insertion that is tracked. */
  readonly changed: boolean;
}

const SKIPPED = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:fldData',
  'w:delText',
  'w:delInstrText',
  'w:rubyPr',
  // Ruby is how a word is read aloud; the word is its base.
  'w:rt',
]);
const CONTENTS_FIELD = /^\s*(?:TOC|TOA|INDEX)\b/i;
const COMPUTED_FIELD = /^\s*(?:LISTNUM|AUTONUM|AUTONUMLGL|AUTONUMOUT)\b/i;
const LINE_ENDS = /[\n\r\f\v\u0085\u2028\u2029]+/g;
const LONGEST_CODE = 500;

// Alternatives nest; whether an element speaks is asked again at every level around it.
const SPEAKS = new WeakMap<XmlElement, boolean>();

function speaks(element: XmlElement): boolean {
  const known = SPEAKS.get(element);
  if (known !== undefined) return known;
  const found = elementsOf(element).some((one) => one.name === 'w:t' || one.name === 'w:txbxContent' || speaks(one));
  SPEAKS.set(element, found);
  return found;
}

/** The branch of a `mc:AlternateContent` to read: the first with words, so that no text box is read twice. */
export function branchOf(alternate: XmlElement): XmlElement | undefined {
  const branches = elementsOf(alternate).filter(({ name }) => name === 'mc:Choice' || name === 'mc:Fallback');
  return branches.find(speaks) ?? branches[0];
}

const charactersOf = (one: XmlElement) => one.children.filter((text) => typeof text === 'string').join('');

/** Reads the words of paragraphs, in document order: fields may run from one paragraph into the next. */
export class WordReader {
  private readonly fields: Field[] = [];
  /** How many of the open fields are still at their instruction, and how many list contents. */
  private coding = 0;
  private listing = 0;
  /** What a note's own mark in front of its text reads. */
  noteMark = '';

  constructor(
    private readonly styles: Styles,
    private readonly tally: Tally,
    private readonly refer: Refer,
  ) {}

  /** Reads a paragraph's content and adds it to `into`. */
  read(paragraph: XmlElement, style: Style, into: Words): Words {
    this.inside(paragraph, { style, run: this.styles.run(style, {}, {}), mark: false, changed: false }, into);
    return into;
  }

  private inside(parent: XmlElement, within: Within, into: Words): void {
    for (const one of elementsOf(parent)) this.take(one, within, into);
  }

  private take(one: XmlElement, within: Within, into: Words): void {
    if (SKIPPED.has(one.name)) return;
    switch (one.name) {
      case 'w:r': {
        const properties = childOf(one, 'w:rPr');
        const named = this.styles.characters(valueOf(properties, 'w:rStyle'));
        const run = this.styles.run(within.style, runOf(properties), named);
        return this.inside(one, { ...within, run, mark: false }, into);
      }
      case 'w:t':
      case 'm:t':
        return this.put(charactersOf(one), within, into);
      case 'w:tab':
      case 'w:ptab':
        return this.put('\t', within, into);
      case 'w:noBreakHyphen':
        return this.put('\u2011', within, into);
      case 'w:softHyphen':
        return this.put('\u00ad', within, into);
      case 'w:sym':
        return this.putSymbol(one, within, into);
      case 'w:cr':
        return this.break(false, within, into);
      case 'w:br':
        return this.break(['page', 'column'].includes(one.attributes['w:type'] ?? ''), within, into);
      case 'w:ins':
      case 'w:moveTo':
        this.tally.changed(one);
        return this.inside(one, { ...within, changed: true }, into);
      case 'w:del':
      case 'w:moveFrom':
        return this.tally.changed(one);
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return this.putReference(one, within);
      case 'w:footnoteRef':
      case 'w:endnoteRef':
        return this.put(this.noteMark, within, into);
      case 'mc:AlternateContent': {
        const branch = branchOf(one);
        return branch && this.inside(branch, within, into);
      }
      case 'w:txbxContent':
        into.boxes.push(one);
        return;
      case 'pic:pic':
      case 'v:imagedata':
        return this.tally.add('pictures');
      case 'w:altChunk':
      case 'w:subDoc':
        return this.tally.add('files');
      default:
        return this.takeField(one, within, into);
    }
  }

  private takeField(one: XmlElement, within: Within, into: Words): void {
    const field = this.fields.at(-1);
    if (one.name === 'w:instrText') {
      if (field && !field.inResult && field.code.length < LONGEST_CODE) field.code += charactersOf(one);
      return;
    }
    if (one.name === 'w:fldSimple') {
      this.beginField(one.attributes['w:instr'] ?? '');
      this.beginResult();
      this.inside(one, within, into);
      return this.endField();
    }
    if (one.name !== 'w:fldChar') return this.inside(one, within, into);
    const type = one.attributes['w:fldCharType'];
    if (type === 'begin') this.beginField('');
    if (type === 'separate') this.beginResult();
    if (type === 'end') this.endField();
  }

  private beginField(code: string): void {
    this.fields.push({ code, inResult: false });
    this.coding += 1;
  }

  private beginResult(): void {
    const field = this.fields.at(-1);
    if (!field || field.inResult) return;
    field.inResult = true;
    this.coding -= 1;
    if (CONTENTS_FIELD.test(field.code)) this.listing += 1;
  }

  private endField(): void {
    const field = this.fields.pop();
    if (!field) return;
    if (!field.inResult) this.coding -= 1;
    else if (CONTENTS_FIELD.test(field.code)) this.listing -= 1;
    if (COMPUTED_FIELD.test(field.code)) this.tally.add('computed');
  }

  private put(text: string, within: Within, into: Words): void {
    if (text === '' || this.coding > 0) return;
    if (!within.changed) this.tally.unchanged();
    const { bold = false, hidden = false, size, otherSize, rightToLeft } = within.run;
    if (hidden) {
      into.hidden ||= text.trim() !== '';
      return;
    }
    into.lines.at(-1)?.push({
      text: text.replace(LINE_ENDS, ' '),
      bold,
      size: rightToLeft ? (otherSize ?? size) : size,
      contents: this.listing > 0,
      mark: within.mark,
    });
  }

  private putSymbol(one: XmlElement, within: Within, into: Words): void {
    const font = one.attributes['w:font'] ?? within.run.font ?? '';
    const shown = symbolOf(font, one.attributes['w:char'] ?? '');
    if (shown === null) this.tally.add('symbols');
    this.put(shown ?? '\ufffd', within, into);
  }

  private break(fresh: boolean, within: Within, into: Words): void {
    if (within.run.hidden || this.coding > 0) return;
    if (fresh) into.fresh.add(into.lines.length);
    into.lines.push([]);
  }

  private putReference(one: XmlElement, within: Within): void {
    if (within.run.hidden) return;
    const kind = one.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    const typed = ['1', 'true', 'on'].includes(one.attributes['w:customMarkFollows'] ?? '');
    this.refer(kind, one.attributes['w:id'] ?? '', typed);
    within.mark = typed;
  }
}
