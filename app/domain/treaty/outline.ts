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
  /** 1-based line of the source on which it begins; absent where a file's own structure was taken over. */
  readonly line?: number;
  /** Where on that line, when a correction split the line: the `column` of its piece. */
  readonly column?: number;
}

/** Kinds of what is taken out of a text. */
export const FURNITURE = ['page-number', 'running-header', 'contents', 'footnote', 'note', 'markup', 'hyphen'] as const;

/**
 * Something taken out of the text: page number, running header, contents page, footnote or its mark, the hyphen of a
 * word that was broken at the end of a line.
 */
export interface Furniture {
  readonly what: (typeof FURNITURE)[number];
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
  /** 1-based line of the source that it is about. */
  readonly line?: number;
}

/** What a person can say that a line is. */
export const READ_AS = [
  'furniture',
  'text',
  'heading',
  'part',
  'title',
  'chapter',
  'section',
  'article',
  'paragraph',
  'point',
  'subpoint',
  'annex',
] as const;
export type ReadAs = (typeof READ_AS)[number];

/**
 * A line (or, in formats that have them, a paragraph) of a source, as every format reader hands it to `segment`. Blank
 * lines are handed over too: they tell where paragraphs end.
 */
export interface SourceLine {
  /** The words as they stand, with an automatic number in front where the format counts one. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** Where on that line it begins, 0-based in UTF-16 units of the line's text: pieces of a split line share its number. */
  readonly column?: number;
  /** A person said what this is: it is obeyed, and what it settles is not doubted. */
  readonly as?: Exclude<ReadAs, 'furniture'>;
  /** A person said that this goes on with the line before it. */
  readonly joins?: boolean;
  /** The format itself says that this is not part of the text: a page header, a footnote, a signature list. */
  readonly furniture?: Furniture['what'];
  readonly hints?: {
    /** Distance from the margin on the side where reading starts, in any unit that is the same throughout. */
    readonly indent?: number;
    readonly style?: string;
    /** 1 is the highest. */
    readonly headingLevel?: number;
    /** Depth of the automatic numbering that counted this line, 0 is the outermost. */
    readonly listLevel?: number;
    /** Height of the type in points. */
    readonly size?: number;
    readonly bold?: boolean;
    readonly centred?: boolean;
    /** 1-based. */
    readonly page?: number;
    /** The whole line is a paragraph of its own: never a wrapped part of another. */
    readonly paragraph?: boolean;
    /**
     * The layout says that this line goes on with the paragraph of the line before it (furniture between them aside), or
     * that it does not. Absent: it does not tell.
     */
    readonly continues?: boolean;
  };
}

/** What a format reader makes of a file, before it is segmented. */
export interface Source {
  /** Every line in reading order; their numbers run 1, 2, 3 without a gap (the pieces of a split line share one). */
  readonly lines: readonly SourceLine[];
  /** Pieces of lines that the format took out of their `text` (markup, marks of footnotes), by line and column. */
  readonly furniture?: readonly Furniture[];
  /** The lines as they stood before those pieces were taken out, "\n" between them; absent: the lines' texts. */
  readonly raw?: string;
  /** BCP 47 tag, where the file says it. */
  readonly language?: string;
  /** Where the format could not be sure. */
  readonly uncertain?: readonly Uncertain[];
  /** Doubts that a person has looked at and found to be no trouble. */
  readonly accepted?: readonly { readonly line: number; readonly what: string }[];
  /** The file's own structure, in formats that have one (Akoma Ntoso, our JSON): it is not segmented. */
  readonly outline?: Outline;
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
