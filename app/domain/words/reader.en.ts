import { taxonomyEn } from './taxonomy.en';
import type { TaxonomyWords } from './taxonomy.en';

/** One template for each plural form of CLDR that the language has; "{n}" stands for the number. */
export type Plural = { readonly other: string } & Readonly<
  Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>
>;

/** Every word of the reader in one language. Words in braces are filled in: {n}, {citation}, {number}, {key} ... */
export interface ReaderWords {
  /** BCP 47 tag of these words, which picks the plural form. */
  readonly locale: string;
  readonly taxonomy: TaxonomyWords;
  readonly treatyText: string;
  readonly contents: string;
  readonly findInContents: string;
  readonly nothingFound: string;
  readonly concerns: string;
  readonly concernCount: Plural;
  readonly concernsHere: Plural;
  readonly moreHere: Plural;
  readonly newConcerns: Plural;
  readonly replies: Plural;
  readonly words: Plural;
  readonly allConcerns: string;
  readonly concern: string;
  readonly wholeTreaty: string;
  readonly contributor: string;
  readonly removed: string;
  readonly close: string;
  readonly loading: string;
  readonly noConcerns: string;
  readonly noneShown: string;
  readonly next: string;
  readonly previous: string;
  /** {names} is a list in the language of these words. */
  readonly present: string;
  readonly filter: {
    readonly title: string;
    readonly show: string;
    readonly open: string;
    readonly all: string;
    readonly category: string;
    readonly everyCategory: string;
    readonly severity: string;
    readonly everySeverity: string;
    readonly clear: string;
  };
  readonly passage: {
    readonly toolbar: string;
    readonly selected: string;
    readonly raise: string;
    readonly raiseOn: string;
    readonly raiseOnTreaty: string;
    readonly copyLink: string;
    readonly copyQuotation: string;
    readonly quotation: string;
    readonly copied: string;
    readonly notCopied: string;
    readonly changed: string;
    readonly narrow: string;
    readonly narrowHint: string;
    readonly narrowUse: string;
    readonly narrowWhole: string;
    readonly provisionText: string;
    /** The citation of a passage that runs over several provisions. */
    readonly across: string;
    readonly source: string;
  };
  readonly sheet: { readonly open: string; readonly close: string; readonly earlier: string; readonly later: string };
  readonly keys: {
    readonly title: string;
    readonly on: string;
    readonly next: string;
    readonly previous: string;
    readonly raise: string;
    readonly close: string;
    readonly help: string;
  };
}

/** The reader in English. */
export const readerEn: ReaderWords = {
  locale: 'en',
  taxonomy: taxonomyEn,
  treatyText: 'Treaty text',
  contents: 'Contents',
  findInContents: 'Find an article',
  nothingFound: 'No heading has these words.',
  concerns: 'Concerns',
  concernCount: { one: '{n} concern', other: '{n} concerns' },
  concernsHere: { one: '{n} concern here', other: '{n} concerns here' },
  moreHere: { one: '{n} more concern here', other: '{n} more concerns here' },
  newConcerns: { one: 'Show {n} new concern', other: 'Show {n} new concerns' },
  replies: { one: '{n} reply', other: '{n} replies' },
  words: { one: '{n} word', other: '{n} words' },
  allConcerns: 'All concerns',
  concern: 'Concern {number}',
  wholeTreaty: 'The whole treaty',
  contributor: 'A contributor',
  removed: 'This concern was removed.',
  close: 'Close',
  loading: 'Loading',
  noConcerns: 'No concerns yet. Select words in the text to raise the first.',
  noneShown: 'No concern matches this filter.',
  next: 'Next concern',
  previous: 'Previous concern',
  present: 'Also here: {names}',
  filter: {
    title: 'Filter',
    show: 'Show',
    open: 'Open',
    all: 'All',
    category: 'Which kind',
    everyCategory: 'Every category',
    severity: 'How grave',
    everySeverity: 'Every severity',
    clear: 'Clear the filter',
  },
  passage: {
    toolbar: 'Passage',
    selected: 'Passage selected. Press {key} to raise a concern.',
    raise: 'Raise a concern',
    raiseOn: 'Raise a concern on {citation}',
    raiseOnTreaty: 'Raise a concern on the whole treaty',
    copyLink: 'Copy link',
    copyQuotation: 'Copy quotation',
    quotation: '“{quote}” ({source})',
    copied: 'Copied',
    notCopied: 'The browser did not allow copying.',
    changed: 'Something has changed the text on this page (a translation, perhaps). Reload it to raise a concern.',
    narrow: 'Narrow the passage',
    narrowHint: 'Select the words that you mean: with the mouse, or with Shift and the arrow keys.',
    narrowUse: 'Use these words',
    narrowWhole: 'Use the whole provision',
    provisionText: 'Text of the provision',
    across: '{first} to {last}',
    source: '{citation}, {treaty}, {version}',
  },
  sheet: { open: 'Concerns ({n})', close: 'Close', earlier: 'Earlier concerns', later: 'Later concerns' },
  keys: {
    title: 'Keys',
    on: 'Use single keys as shortcuts',
    next: 'Next concern',
    previous: 'Previous concern',
    raise: 'Raise a concern on the selected words',
    close: 'Close what is open',
    help: 'Show these keys',
  },
};
