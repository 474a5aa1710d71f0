import type { AuthorView } from '../concern/thread';
import type { Category, Status } from '../concern/taxonomy';
import type { TaxonomyWords } from '../words/taxonomy.en';
import type { Direction } from './direction';

/** Every word that a report says by itself, in one language. Dates are ISO days ("2026-03-14"), counts whole numbers. */
export interface ReportWords extends TaxonomyWords {
  /** BCP 47 tag of these words, and the direction in which they are written. */
  readonly language: string;
  readonly direction: Direction;

  readonly report: string;
  readonly contents: string;
  readonly about: string;
  readonly asked: string;
  readonly numbers: string;
  readonly concerns: string;

  readonly treaty: string;
  readonly version: string;
  readonly textLanguage: string;
  readonly text: string;
  readonly sha256: string;
  readonly unofficialText: string;
  readonly review: string;
  readonly filed: string;
  readonly included: string;

  readonly provision: string;
  readonly category: string;
  readonly severity: string;
  readonly ask: string;
  readonly status: string;
  readonly total: string;
  readonly constituency: string;
  readonly constituencyUnknown: string;
  readonly organisation: string;
  readonly organisations: string;
  readonly replies: string;
  readonly wholeTreaty: string;
  readonly removed: string;
  readonly nothing: string;
  readonly byCategory: string;
  readonly byConstituency: string;

  readonly concern: (number: number) => string;
  readonly page: (page: string, of: string) => string;
  readonly date: (day: string) => string;
  readonly languageName: (tag: string) => string;
  readonly counts: (concerns: number, replies: number | null, organisations: number) => string;
  /** "Article 28. Search and seizure": a provision's citation with its heading, if it has one. */
  readonly heading: (citation: string, heading: string) => string;
  readonly subtitle: (treaty: string, version: string) => string;
  readonly author: (author: AuthorView) => string;
  readonly raised: (author: string, day: string) => string;
  readonly replied: (author: string, day: string) => string;
  /** Which concerns the report holds. `statuses` and `categories` are those chosen, null for all of them. */
  readonly selection: (statuses: readonly Status[] | null, categories: readonly Category[] | null) => string;
  readonly method: readonly string[];
  readonly withoutReplies: string;
  readonly unofficialNote: string;
}
