import type { Body } from '../concern/body';
import type { Ask, Category, Severity, Status } from '../concern/taxonomy';
import type { AuthorView, Scope } from '../concern/thread';
import type { ReportTreatyInput } from './input';
import type { ReportWords } from './words';

/** An id that programs know, with the name that people read. */
export interface Named<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

/** Where to find an anchor's words again. Offsets are UTF-16 units of the treaty's characters; strings are verbatim. */
export interface ReportSelector {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface ReportPlacement {
  readonly scope: Scope;
  /** Never empty: "Article 28(4)", or the words for the whole treaty. */
  readonly citation: string;
  readonly eIds: readonly string[];
  /** Null: the whole provision or treaty. */
  readonly quote: string | null;
  readonly selector: ReportSelector | null;
}

/** A reply; without author, day and body it is a tombstone, kept because it has replies. */
export interface ReportReply {
  readonly id: string;
  /** "Concern 12" has replies "12.1", "12.1.1", ...: counted before tombstones fall away. */
  readonly label: string;
  readonly url: string;
  readonly author: AuthorView | null;
  readonly byline: string;
  readonly createdOn: string | null;
  readonly body: Body | null;
  readonly replies: readonly ReportReply[];
}

export interface ReportEntry {
  readonly number: number;
  /** "Concern 12" */
  readonly label: string;
  /** "concern-12": where links inside the document go. */
  readonly anchor: string;
  /** Citations of all placements, each once, joined by "; ". */
  readonly citation: string;
  readonly placements: readonly ReportPlacement[];
  readonly category: Named<Category>;
  readonly severity: Named<Severity>;
  readonly ask: Named<Ask> | null;
  readonly status: Named<Status>;
  /** Empty when none was given. */
  readonly statusReason: string;
  readonly author: AuthorView;
  /** "Raised by ..., 3 March 2026" */
  readonly byline: string;
  /** ISO day. */
  readonly createdOn: string;
  readonly url: string;
  readonly body: Body;
  readonly replies: readonly ReportReply[];
  /** Replies in this report that have words. */
  readonly replyCount: number;
}

export interface ReportSection {
  /** "section-3" */
  readonly anchor: string;
  readonly heading: string;
  /** The chapter or part around it; empty when there is none. */
  readonly context: string;
  readonly entries: readonly ReportEntry[];
}

/** A concern of this report: `anchor` inside the document, `url` on the web. */
export interface ReportLink {
  readonly text: string;
  readonly anchor: string;
  readonly url: string;
}

/** Words, a count, or links to concerns of this report. */
export type ReportCell = string | number | readonly ReportLink[];

/** A table with one header row; every row has a cell for every column and starts with its own header. */
export interface ReportTable {
  readonly id: 'asks' | 'categories' | 'constituencies' | 'organisations';
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly ReportCell[])[];
  readonly total: readonly ReportCell[] | null;
}

/**
 * The critique report, ready to be written in any format. Every string for people is NFC, without control, bidi
 * formatting or (bodies and quotes aside) line ends; only selectors are verbatim.
 */
export interface Report {
  readonly words: ReportWords;
  readonly title: string;
  readonly subtitle: string;
  readonly brief: readonly string[];
  readonly treaty: ReportTreatyInput;
  readonly reviewUrl: string;
  /** Address of the text that placements count in. */
  readonly textUrl: string;
  readonly filedOn: string;
  readonly meta: readonly { readonly label: string; readonly value: string; readonly href?: string }[];
  readonly method: readonly string[];
  readonly totals: { readonly concerns: number; readonly replies: number; readonly organisations: number };
  /** What is asked, by provision; no rows when nobody asks for anything. */
  readonly asks: ReportTable;
  readonly tables: readonly ReportTable[];
  readonly sections: readonly ReportSection[];
}
