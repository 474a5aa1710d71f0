import { childOf, elementsOf, flagOf, numberOf, valueOf } from './docx-xml';
import type { XmlElement } from './docx-xml';

/** What a paragraph says about itself, or a style says for it. Distances in points, from the side where reading starts. */
export interface ParagraphProperties {
  /** 0 is the highest. */
  readonly outline?: number;
  readonly start?: number;
  /** Of the first line against `start`; negative when it hangs out. */
  readonly firstLine?: number;
  readonly centred?: boolean;
  readonly numId?: string;
  readonly level?: number;
}

/** What a run of characters says about itself, or a style says for it. Sizes in points. */
export interface RunProperties {
  readonly bold?: boolean;
  readonly hidden?: boolean;
  readonly size?: number;
  /** For right-to-left text. */
  readonly otherSize?: number;
  readonly rightToLeft?: boolean;
  readonly font?: string;
}

/** A paragraph or character style with all that it takes over from the styles it is based on. */
export interface Style {
  readonly id: string;
  readonly name: string;
  readonly paragraph: ParagraphProperties;
  readonly run: RunProperties;
  /** The style itself and those below it that take part in numbering, nearest first. */
  readonly chain: readonly string[];
  /** Where in `paragraph` the indent comes from a style that is as near as the numbering, or nearer. */
  readonly indentOverNumbering: boolean;
}

const PER_POINT: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, pc: 12, pi: 12 };

/** A distance in points: twentieths of a point, or (strict files) a number with its unit. */
function points(value: string | undefined): number | undefined {
  const unit = /^(-?[\d.]{1,12})(pt|in|cm|mm|pc|pi)$/.exec(value ?? '');
  if (unit) return Number(unit[1]) * (PER_POINT[unit[2] as string] as number);
  const twips = numberOf(value);
  return twips === undefined ? undefined : twips / 20;
}

const given = <T extends object>(value: { readonly [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

/** The indent that a `w:pPr` sets. In a right-to-left paragraph Word's "left" is the side where reading starts. */
export function indentOf(properties: XmlElement | undefined): Pick<ParagraphProperties, 'start' | 'firstLine'> {
  const at = childOf(properties, 'w:ind')?.attributes ?? {};
  const hanging = points(at['w:hanging']);
  return given<Pick<ParagraphProperties, 'start' | 'firstLine'>>({
    start: points(at['w:start'] ?? at['w:left']),
    firstLine: hanging === undefined ? points(at['w:firstLine']) : -hanging,
  });
}

/** What a `w:pPr` sets. */
export function paragraphOf(properties: XmlElement | undefined): ParagraphProperties {
  const numbering = childOf(properties, 'w:numPr');
  const align = valueOf(properties, 'w:jc');
  const outline = numberOf(valueOf(properties, 'w:outlineLvl'));
  return given<ParagraphProperties>({
    ...indentOf(properties),
    outline,
    centred: align === undefined ? undefined : align === 'center',
    numId: valueOf(numbering, 'w:numId'),
    level: numberOf(valueOf(numbering, 'w:ilvl')),
  });
}

/** What a `w:rPr` sets. */
export function runOf(properties: XmlElement | undefined): RunProperties {
  if (!properties) return {};
  const half = (name: string) => {
    const n = numberOf(valueOf(properties, name));
    return n === undefined ? undefined : n / 2;
  };
  const fonts = childOf(properties, 'w:rFonts')?.attributes;
  return given<RunProperties>({
    bold: flagOf(properties, 'w:b'),
    hidden: flagOf(properties, 'w:vanish'),
    size: half('w:sz'),
    otherSize: half('w:szCs'),
    rightToLeft: flagOf(properties, 'w:rtl'),
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
  });
}

// Word itself stops at ten or so; longer chains are no one's work.
const LONGEST_CHAIN = 50;
const NOTHING: Style = { id: '', name: '', paragraph: {}, run: {}, chain: [], indentOverNumbering: true };

/** The styles of a document, each with what it takes over. */
export class Styles {
  private readonly declared = new Map<string, XmlElement>();
  private readonly resolved = new Map<string, Style>();
  private readonly base: RunProperties;
  private normal = '';

  /** `root`: of styles.xml, where the file has one. */
  constructor(root: XmlElement | undefined) {
    const defaults = childOf(root, 'w:docDefaults');
    this.base = runOf(childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr'));
    for (const style of root ? elementsOf(root) : []) {
      const id = style.attributes['w:styleId'];
      if (style.name !== 'w:style' || id === undefined) continue;
      this.declared.set(id, style);
      const isDefault = ['1', 'true', 'on'].includes(style.attributes['w:default'] ?? '');
      if (isDefault && style.attributes['w:type'] === 'paragraph') this.normal = id;
    }
  }

  /** The style of a paragraph that names it, or names none. */
  paragraph(id: string | undefined): Style {
    return this.get(id !== undefined && this.declared.has(id) ? id : this.normal);
  }

  /** What a character style sets; nothing for one that is not known. */
  characters(id: string | undefined): RunProperties {
    return id === undefined ? {} : this.get(id).run;
  }

  /** The numbering to which a numbering style leads. */
  numberingOf(id: string): string | undefined {
    return valueOf(childOf(childOf(this.declared.get(id), 'w:pPr'), 'w:numPr'), 'w:numId');
  }

  /** A run of a paragraph with all that it takes over. Bold in the paragraph's style and in the run's cancel out. */
  run(style: Style, own: RunProperties, named: RunProperties): RunProperties {
    const toggled = (key: 'bold' | 'hidden') =>
      own[key] ?? ((style.run[key] ?? false) !== (named[key] ?? false) || (this.base[key] ?? false));
    const all = { ...this.base, ...style.run, ...named, ...own };
    return { ...all, bold: toggled('bold'), hidden: toggled('hidden') };
  }

  private get(id: string, above = 0): Style {
    const known = this.resolved.get(id);
    if (known) return known;
    // A style that leads back to itself finds nothing below it.
    this.resolved.set(id, NOTHING);
    const element = this.declared.get(id);
    if (!element) return NOTHING;
    const below = valueOf(element, 'w:basedOn');
    const under = below === undefined || above >= LONGEST_CHAIN ? NOTHING : this.get(below, above + 1);
    const paragraph = paragraphOf(childOf(element, 'w:pPr'));
    const indents = paragraph.start !== undefined || paragraph.firstLine !== undefined;
    const numbers = paragraph.numId !== undefined;
    const style: Style = {
      id,
      name: valueOf(element, 'w:name') ?? id,
      paragraph: { ...under.paragraph, ...paragraph },
      run: { ...under.run, ...runOf(childOf(element, 'w:rPr')) },
      chain: [id, ...under.chain],
      indentOverNumbering: numbers ? indents : indents || under.indentOverNumbering,
    };
    this.resolved.set(id, style);
    return style;
  }
}
