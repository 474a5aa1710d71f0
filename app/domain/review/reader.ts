import type { ConcernSummary } from '../concern/thread';
import type { Role } from './roles';

/** What the reader's page carries for everyone of one audience: nothing personal. */
export interface ReaderPage {
  readonly review: {
    readonly slug: string;
    readonly title: string;
    readonly treaty: string;
    readonly unofficial: boolean;
  };
  readonly text: {
    readonly id: string;
    readonly version: string;
    readonly versionLabel: string;
    readonly language: string;
    readonly direction: 'ltr' | 'rtl';
    /** False on another version or language than the review is on: one reads there, and raises nothing. */
    readonly own: boolean;
    /** BCP 47 tags of the texts of this version, this one's too. */
    readonly languages: readonly string[];
    /** The language that stands beside it, if one does. */
    readonly beside: string | null;
  };
  readonly audience: Audience;
  /** Sequence of the newest event of the review that this page knows: where the live stream starts. */
  readonly sequence: number;
  readonly contents: readonly ContentsRow[];
  readonly concerns: readonly ConcernSummary[];
}
export type Audience = 'public' | 'reader' | 'writer';

/** A row of the contents: levels above the article and articles, in reading order. */
export interface ContentsRow {
  readonly eId: string;
  readonly kind: string;
  readonly label: string;
  readonly heading: string;
  readonly depth: number;
  /** Concerns on it or inside it, by category, in the order of the taxonomy. */
  readonly heat: readonly { readonly category: string; readonly count: number }[];
}

/** The one small personal answer that follows the page (GET /reviews/:review/me). */
export interface ReaderSelf {
  readonly account: { readonly id: string; readonly handle: string; readonly name: string } | null;
  readonly role: Role | null;
  readonly can: { readonly raise: boolean; readonly reply: boolean };
  /** Organisations that this person may speak for. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly present: readonly string[];
}
