/** Kinds of provision, outermost first; `recital` stands inside `preamble`. */
export const PROVISION_KINDS = [
  'preamble',
  'recital',
  'part',
  'title',
  'chapter',
  'section',
  'article',
  'paragraph',
  'point',
  'subpoint',
  'annex',
  'conclusions',
] as const;
export type ProvisionKind = (typeof PROVISION_KINDS)[number];

/**
 * A provision as an importer found it: a tree in reading order. `text` is its own text before its children, `closing`
 * its own text after them (flush text). Strings are canonical characters (see `canonicalise`): NFC, single spaces, no
 * soft hyphens, no labels. Several unnumbered blocks of one provision's own text are separated by "\n".
 */
export interface Provision {
  readonly eId: string;
  readonly kind: ProvisionKind;
  /** The label without punctuation or level word: "28", "4", "a", "ii", "IV"; empty when it carries none. */
  readonly number: string;
  /** The label as it stood in the source, up to the words it introduces: "Article 28", "المادة 1:", "(a)", "1 -". */
  readonly label?: string;
  readonly heading: string;
  readonly text: string;
  readonly closing?: string;
  readonly children: readonly Provision[];
}

/** Something taken out of the text: page number, running header, contents page, footnote. */
export interface Furniture {
  readonly what: 'page-number' | 'running-header' | 'contents' | 'footnote' | 'note' | 'markup';
  readonly text: string;
  /** 1-based line of the source on which it begins; a text of several lines has "\n" between them. */
  readonly line: number;
  /** Where on that line it begins, 0-based in UTF-16 units; absent: its first occurrence that is still unclaimed. */
  readonly column?: number;
}

/** A decision the importer could not be sure of, for a person to accept or correct. */
export interface Uncertain {
  readonly what: string;
  /** eId of the provision, or `line N` of the source. */
  readonly where: string;
}

/**
 * A line (or, in formats that have them, a paragraph) of a source, as every format reader hands it to `segment`. Blank
 * lines are handed over too: they tell where paragraphs end.
 */
export interface SourceLine {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  readonly hints?: {
    /** Distance from the margin, in any unit that is the same throughout. */
    readonly indent?: number;
    readonly style?: string;
    /** 1 is the highest. */
    readonly headingLevel?: number;
    readonly page?: number;
  };
}

/** The structure of one text. Input minus `furniture` equals labels, headings and text put together again, whitespace aside. */
export interface Outline {
  readonly title: string;
  /** BCP 47 tag, e.g. "en", "ar", "zh". */
  readonly language: string;
  readonly provisions: readonly Provision[];
  readonly furniture: readonly Furniture[];
  readonly uncertain: readonly Uncertain[];
}
