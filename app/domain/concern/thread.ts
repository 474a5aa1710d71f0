import type { Body } from './body';
import type { Ask, Category, Constituency, Severity, Status } from './taxonomy';

/** What a given viewer may see of an author; `attribution.ts` decides it. All null: "a contributor". */
export interface AuthorView {
  readonly name: string | null;
  readonly organisation: string | null;
  readonly constituency: Constituency | null;
}

export const SCOPES = ['passage', 'provision', 'treaty'] as const;
export type Scope = (typeof SCOPES)[number];

/** Where a concern lies in one text. Offsets are UTF-16 units of its canonical characters; null for the whole treaty. */
export interface PlacementView {
  readonly scope: Scope;
  readonly textId: string;
  readonly start: number | null;
  readonly end: number | null;
  /** Empty for a whole treaty; the quoted words otherwise (for a provision: its first words). */
  readonly quote: string;
  readonly eIds: readonly string[];
  /** "Article 28(4)"; empty for the whole treaty. */
  readonly citation: string;
}

/** What the viewer may do with one concern or reply; decided by the policy, never by the screen. */
export interface ThreadRights {
  readonly reply: boolean;
  readonly edit: boolean;
  readonly settle: boolean;
  readonly remove: boolean;
}

export interface ReplyView {
  readonly id: string;
  readonly author: AuthorView;
  /** Null: a tombstone, its words are gone. */
  readonly body: Body | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly editedAt: string | null;
  /** Ordinal of the newest revision, from 1; sent back with an edit so that nobody overwrites unseen words. */
  readonly revision: number;
  readonly can: { readonly reply: boolean; readonly edit: boolean; readonly remove: boolean };
  readonly replies: readonly ReplyView[];
}

export interface StatusChangeView {
  readonly status: Status;
  readonly reason: string;
  readonly by: AuthorView;
  readonly at: string;
}

/** One concern with all its replies, as one viewer sees it. */
export interface ThreadView {
  readonly id: string;
  readonly number: number;
  readonly author: AuthorView;
  readonly category: Category;
  readonly severity: Severity;
  readonly ask: Ask | null;
  readonly status: Status;
  readonly history: readonly StatusChangeView[];
  readonly body: Body | null;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly revision: number;
  readonly placements: readonly PlacementView[];
  readonly can: ThreadRights;
  readonly replies: readonly ReplyView[];
}

/** A concern as lists and the reader's margin show it: enough to recognise it, nothing that is personal to the viewer. */
export interface ConcernSummary {
  readonly number: number;
  readonly category: Category;
  readonly severity: Severity;
  readonly status: Status;
  readonly author: AuthorView;
  /** First words of the body, at most 160 characters; null for a tombstone. */
  readonly summary: string | null;
  readonly replies: number;
  readonly placements: readonly Omit<PlacementView, 'quote' | 'textId'>[];
}
