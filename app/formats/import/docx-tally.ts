import type { Uncertain } from '#app/domain/treaty/outline';
import type { XmlElement } from './docx-xml';

/** What else a file holds that a person must hear of; `line` is 1-based, where the first of it was met. */
interface Met {
  n: number;
  line: number;
}
const KINDS = ['changes', 'hidden', 'pictures', 'files', 'symbols', 'numbers', 'computed'] as const;
type Kind = (typeof KINDS)[number];

const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;
const SENTENCES: Readonly<Record<Kind, (n: number) => string>> = {
  changes: (n) =>
    `This file holds ${many(n, 'tracked change', 'tracked changes')}; it was read as if all were accepted.`,
  hidden: (n) => `${many(n, 'paragraph holds', 'paragraphs hold')} hidden words; these were left out.`,
  pictures: (n) => `This file holds ${many(n, 'picture', 'pictures')}; words that stand in a picture were not read.`,
  files: (n) =>
    `${many(n, 'other file is', 'other files are')} put inside this one (altChunk or sub-document); the words there were not read.`,
  symbols: (n) => `${many(n, 'symbol', 'symbols')} of a symbol font could not be read and became “\ufffd”.`,
  numbers: (n) =>
    `${many(n, 'automatic number is', 'automatic numbers are')} in a format that is not known; digits were written instead.`,
  computed: (n) =>
    `${many(n, 'number is', 'numbers are')} computed by Word in the running text (LISTNUM or AUTONUM) and could not be read.`,
};

/** Counts what was met in a file besides its words. */
export class Tally {
  private readonly met = new Map<Kind, Met>();
  private change = '';
  /** 1-based number of the line that is being read. */
  line = 1;

  add(kind: Kind): void {
    const met = this.met.get(kind);
    if (met) met.n += 1;
    else this.met.set(kind, { n: 1, line: this.line });
  }

  /**
   * Counts a `w:ins`, `w:del`, `w:moveFrom` or `w:moveTo`. As in Word, pieces of one kind by one author at one time
   * that stand side by side are one change.
   */
  changed(element: XmlElement): void {
    const { 'w:author': author = '', 'w:date': date = '' } = element.attributes;
    const key = [element.name, author, date].join('\n');
    if (key !== this.change) this.add('changes');
    this.change = key;
  }

  /** Words that nobody changed part one change from the next. */
  unchanged(): void {
    this.change = '';
  }

  /** One sentence for each kind that was met, changes first. */
  sentences(): Uncertain[] {
    return KINDS.flatMap((kind) => {
      const met = this.met.get(kind);
      return met ? [{ what: SENTENCES[kind](met.n), where: `line ${met.line}`, line: met.line }] : [];
    });
  }
}
