import { formatNumber } from './docx-number-formats';
import { childOf, elementsOf, numberOf, valueOf } from './docx-xml';
import type { XmlElement } from './docx-xml';

type Kind = 'footnote' | 'endnote';

/** A note that the text refers to, with the mark that Word shows for it; an empty one when the author typed it. */
export interface Note {
  readonly content: XmlElement;
  readonly mark: string;
}

/** The notes of a document, counted in the order in which the text refers to them. */
export class Notes {
  private readonly contents = new Map<string, XmlElement>();
  private readonly counted: Record<Kind, number>;
  private readonly formats: Record<Kind, string>;
  private readonly listed = new Set<string>();
  /** Those that were referred to, in order. */
  readonly referred: Note[] = [];

  /** Each root of its part, where the file has one. */
  constructor(footnotes: XmlElement | undefined, endnotes: XmlElement | undefined, settings: XmlElement | undefined) {
    for (const [kind, root] of [
      ['footnote', footnotes],
      ['endnote', endnotes],
    ] as const) {
      for (const one of root ? elementsOf(root) : []) {
        if (one.name === `w:${kind}`) this.contents.set(`${kind} ${one.attributes['w:id'] ?? ''}`, one);
      }
    }
    const format = (kind: Kind) => valueOf(childOf(settings, `w:${kind}Pr`), 'w:numFmt');
    const start = (kind: Kind) => numberOf(valueOf(childOf(settings, `w:${kind}Pr`), 'w:numStart')) ?? 1;
    this.formats = { footnote: format('footnote') ?? 'decimal', endnote: format('endnote') ?? 'lowerRoman' };
    this.counted = { footnote: start('footnote') - 1, endnote: start('endnote') - 1 };
  }

  /** Takes a reference in the text. A note that is not there, or was referred to before, adds nothing. */
  refer(kind: Kind, id: string, typed: boolean): void {
    const key = `${kind} ${id}`;
    if (!typed) this.counted[kind] += 1;
    const content = this.contents.get(key);
    if (!content || this.listed.has(key)) return;
    this.listed.add(key);
    const n = this.counted[kind];
    const mark = typed ? '' : (formatNumber(n, this.formats[kind]) ?? String(n));
    this.referred.push({ content, mark });
  }
}
