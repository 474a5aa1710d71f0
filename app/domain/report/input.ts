import type { Body } from '../concern/body';
import type { Ask, Category, Severity, Status } from '../concern/taxonomy';
import type { AuthorView, Scope } from '../concern/thread';
import type { ProvisionKind } from '../treaty/outline';
import type { Direction } from './direction';
import type { ReportWords } from './words';

export interface ReportTreatyInput {
  readonly title: string;
  readonly versionLabel: string;
  /** BCP 47 tag of the text. */
  readonly language: string;
  readonly direction: Direction;
  readonly unofficial: boolean;
  /** Lower-case hexadecimal. */
  readonly textSha256: string;
  /** The text's canonical characters: what the placements' offsets count in. */
  readonly characters: string;
}

export interface ReportProvisionInput {
  readonly eId: string;
  /** "Article 28(4)" */
  readonly citation: string;
  readonly kind: ProvisionKind;
  readonly number: string;
  readonly heading: string;
}

export interface ReportPlacementInput {
  readonly scope: Scope;
  /** "Article 28(4)"; empty for the whole treaty. */
  readonly citation: string;
  readonly eIds: readonly string[];
  /** Place in reading order among all placements; ties are broken by `start`. */
  readonly ordinal: number;
  /** The words themselves; null for a whole provision and for the whole treaty. */
  readonly quote: string | null;
  /** UTF-16 units of the text's characters, half-open; null for the whole treaty. */
  readonly start: number | null;
  readonly end: number | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
}

export interface ReportReplyInput {
  readonly id: string;
  readonly author: AuthorView;
  /** Null: a tombstone. */
  readonly body: Body | null;
  /** ISO 8601; only the day is shown. */
  readonly createdAt: string;
  readonly replies: readonly ReportReplyInput[];
}

export interface ReportConcernInput {
  readonly number: number;
  readonly id: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly ask: Ask | null;
  readonly status: Status;
  readonly statusReason?: string | null;
  /** Null: a tombstone; it is left out. */
  readonly body: Body | null;
  readonly author: AuthorView;
  /** ISO 8601; only the day is shown. */
  readonly createdAt: string;
  /** Absolute address of the thread. */
  readonly url: string;
  readonly placements: readonly ReportPlacementInput[];
  readonly replies: readonly ReportReplyInput[];
}

export interface ReportOptions {
  readonly order: 'provision' | 'category';
  /** What to include: exactly these, nothing else. */
  readonly statuses: readonly Status[];
  readonly categories: readonly Category[];
  readonly replies: boolean;
}

/** All that a report is made of. Authors come as anyone may see them (`visibleAuthor`), never as they are stored. */
export interface ReportInput {
  readonly review: { readonly title: string; readonly slug: string; readonly brief: string };
  readonly treaty: ReportTreatyInput;
  /** In reading order. */
  readonly provisions: readonly ReportProvisionInput[];
  readonly concerns: readonly ReportConcernInput[];
  readonly options: ReportOptions;
  /** ISO day, "2026-03-14": the only date that files and their metadata carry besides those of concerns. */
  readonly filedOn: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly words: ReportWords;
}
