import type { Scope } from '../concern/thread';
import type { Category } from '../concern/taxonomy';
import type { Code } from '../result';
import type { Attribution } from '../review/roles';
import type { Plural } from './reader.en';

/** Every word of threads, of the forms people write in and of the list of concerns. Words in braces are filled in. */
export interface ConcernWords {
  /** BCP 47 tag of these words: picks plural forms and formats dates. */
  readonly locale: string;
  readonly concern: string;
  readonly wholeTreaty: string;
  readonly contributor: string;
  readonly raised: string;
  readonly edited: string;
  readonly editedAt: string;
  readonly asks: string;
  readonly concernDeleted: string;
  readonly replyDeleted: string;
  readonly replies: Plural;
  readonly repliesTo: string;
  readonly inReplyTo: string;
  readonly aDeletedReply: string;
  readonly history: Plural;
  readonly wasResolved: string;
  readonly wasReopened: string;
  readonly reply: string;
  readonly resolve: string;
  readonly reopen: string;
  readonly edit: string;
  readonly remove: string;
  readonly cancel: string;
  readonly posting: string;
  readonly posted: string;
  readonly form: {
    readonly newConcern: string;
    readonly replyToConcern: string;
    readonly replyTo: string;
    readonly editConcern: string;
    readonly editReply: string;
    readonly resolveConcern: string;
    readonly reopenConcern: string;
    readonly deleteConcern: string;
    readonly deleteReply: string;
    readonly on: Readonly<Record<Scope, string>>;
    readonly postConcern: string;
    readonly postReply: string;
    readonly saveChanges: string;
    readonly yourReply: string;
    readonly replyPlaceholder: string;
    readonly body: string;
    readonly bodyPlaceholder: string;
    readonly category: string;
    readonly chooseCategory: string;
    readonly categoriesMean: string;
    readonly severity: string;
    readonly chooseSeverity: string;
    readonly severityHint: string;
    readonly ask: string;
    readonly noAsk: string;
    readonly optional: string;
    readonly more: string;
    readonly organisation: string;
    readonly myself: string;
    readonly attribution: string;
    readonly attributionHint: string;
    readonly reason: string;
    readonly reasonHint: string;
    readonly deleteConcernHint: string;
    readonly deleteReplyHint: string;
    readonly keep: string;
    readonly replyNeeded: string;
    readonly bodyNeeded: string;
    readonly refused: string;
  };
  /** One line each, for someone who meets the category for the first time. */
  readonly categoryHints: Readonly<Record<Category, string>>;
  readonly attributions: Readonly<Record<Attribution, string>>;
  /** Instead of `person-and-organisation`, for a person who speaks for none. */
  readonly attributionName: string;
  readonly draft: {
    readonly restored: string;
    readonly kept: string;
    readonly discard: string;
    readonly earlier: string;
    readonly useEarlier: string;
    readonly unkept: string;
    readonly unposted: string;
    readonly unpostedReply: string;
    readonly continue: string;
  };
  readonly conflict: {
    readonly title: string;
    readonly theirs: string;
    readonly mine: string;
    readonly useMine: string;
    readonly keepEditing: string;
    readonly noAsk: string;
  };
  readonly failures: Readonly<Record<Code | 'unreachable', string>>;
  readonly list: {
    readonly filters: string;
    readonly search: string;
    readonly searchHint: string;
    readonly category: string;
    readonly severity: string;
    readonly status: string;
    readonly constituency: string;
    readonly organisation: string;
    readonly everyOrganisation: string;
    readonly provision: string;
    readonly everyProvision: string;
    readonly more: string;
    readonly apply: string;
    readonly clear: string;
    readonly count: Plural;
    readonly found: Plural;
    readonly page: string;
    readonly pages: string;
    readonly next: string;
    readonly previous: string;
    readonly empty: string;
    readonly emptyHint: string;
    readonly nothingFound: string;
    readonly nothingFoundHint: string;
  };
}

/** Threads, forms and lists in English. */
export const concernEn: ConcernWords = {
  locale: 'en-GB',
  concern: 'Concern {number}',
  wholeTreaty: 'The whole treaty',
  contributor: 'A contributor',
  raised: 'Raised {date}',
  edited: 'Edited',
  editedAt: 'Edited {date}',
  asks: 'Asks:',
  concernDeleted: 'This concern was deleted.',
  replyDeleted: 'This reply was deleted.',
  replies: { one: '{n} reply', other: '{n} replies' },
  repliesTo: 'Replies to concern {number}',
  inReplyTo: 'In reply to {name}',
  aDeletedReply: 'a deleted reply',
  history: { one: '{n} change of status', other: '{n} changes of status' },
  wasResolved: 'Resolved by {name}, {date}:',
  wasReopened: 'Reopened by {name}, {date}:',
  reply: 'Reply',
  resolve: 'Resolve',
  reopen: 'Reopen',
  edit: 'Edit',
  remove: 'Delete',
  cancel: 'Cancel',
  posting: 'Posting',
  posted: 'Posted.',
  form: {
    newConcern: 'New concern',
    replyToConcern: 'Reply to concern {number}',
    replyTo: 'Reply to {name}',
    editConcern: 'Edit concern {number}',
    editReply: 'Edit your reply',
    resolveConcern: 'Resolve concern {number}',
    reopenConcern: 'Reopen concern {number}',
    deleteConcern: 'Delete concern {number}',
    deleteReply: 'Delete this reply',
    on: { passage: 'On a passage of {citation}', provision: 'On {citation}', treaty: 'On the whole treaty' },
    postConcern: 'Post concern',
    postReply: 'Post reply',
    saveChanges: 'Save changes',
    yourReply: 'Your reply',
    replyPlaceholder: 'Agree, object, add a source …',
    body: 'Concern',
    bodyPlaceholder: 'What could go wrong, for whom, and why these words allow it',
    category: 'Category',
    chooseCategory: 'Choose a category',
    categoriesMean: 'What the categories mean',
    severity: 'Severity',
    chooseSeverity: 'Choose how grave it is',
    severityHint:
      'Red line: the treaty cannot be supported with this. Serious: it must change. Improvement: it would be better.',
    ask: 'What should change',
    noAsk: 'Nothing in particular',
    optional: '(optional)',
    more: 'More',
    organisation: 'Speaking for',
    myself: 'Myself only',
    attribution: 'How you are named',
    attributionHint: 'Everyone who can read this review sees this, and reports say the same.',
    reason: 'Reason',
    reasonHint: 'Everyone who can read the thread sees it.',
    deleteConcernHint:
      'The words are removed everywhere and cannot be brought back. Replies stay. What was already downloaded cannot be recalled.',
    deleteReplyHint: 'The words are removed everywhere and cannot be brought back. Answers to it stay.',
    keep: 'Keep it',
    replyNeeded: 'Write your reply first.',
    bodyNeeded: 'Write your concern first.',
    refused: 'This could not be posted yet',
  },
  categoryHints: {
    scope: 'The words reach far more conduct, people or data than their purpose needs.',
    uncertainty: 'Readers cannot foresee what the words forbid, require or allow.',
    intent: 'Someone can be guilty without a wrongful purpose, or where no real harm was done.',
    research: 'Security research, testing or reporting of flaws could be treated as a crime.',
    expression: 'Speech, journalism, protest or association could be punished or chilled.',
    children: 'Children or survivors of abuse are left unprotected, or are harmed by the rule itself.',
    surveillance: 'Authorities could watch, intercept or collect more than is necessary.',
    safeguards: 'A judge, a limit, notice, oversight or a way to complain is missing or weak.',
    compelled: 'People or companies could be made to help break the security that others rely on.',
    data: 'Personal data could be demanded, kept or shared without proper limits.',
    cooperation: 'One state could use another to reach critics, exiles or acts that are no crime there.',
    secrecy: 'Orders, requests or their use stay hidden from those affected or from the public.',
    liability: 'Services answer for what their users do, and so are pushed to block or to spy.',
    jurisdiction: 'Several states claim the same case, or obeying one law means breaking another.',
    equality: 'Women, minorities or groups at risk bear the harm more than others.',
    process: 'How the treaty is made, run, reviewed or amended shuts people out.',
  },
  attributions: {
    'person-and-organisation': 'My name and my organisation',
    organisation: 'My organisation only',
    pseudonym: 'My pseudonym',
    withheld: 'Not at all: “A contributor”',
  },
  attributionName: 'My name',
  draft: {
    restored: 'Draft restored',
    kept: 'Draft kept on this device',
    discard: 'Discard',
    earlier: 'An earlier draft is kept on this device.',
    useEarlier: 'Use the earlier draft instead',
    unkept: 'Drafts cannot be kept on this device.',
    unposted: 'You have an unposted draft on {citation}.',
    unpostedReply: 'You have an unposted draft in concern {number}.',
    continue: 'Continue',
  },
  conflict: {
    title: 'Someone changed this while you were writing. Nothing is lost: both texts are here.',
    theirs: 'Their newest text',
    mine: 'Yours is below. You can take over parts of theirs before you save it.',
    useMine: 'Use mine over theirs',
    keepEditing: 'Keep editing',
    noAsk: 'No ask',
  },
  failures: {
    'not-found': 'This is not here, or is no longer yours to see. Your words are kept here.',
    'sign-in-needed': 'You are signed out. Sign in in another tab, then post again: your words are kept here.',
    forbidden: 'You may not do this in this review.',
    invalid: 'Something is missing or cannot be read.',
    conflict: 'Someone changed this while you were writing.',
    gone: 'This has been deleted. Your words are kept here: copy them if you need them.',
    'too-many': 'That was a lot in a short time. Wait a moment and try again: your words are kept here.',
    'too-large': 'This text is too long.',
    unreadable: 'This could not be read.',
    'storage-full': 'The server has no room left. Your words are kept here; try again later.',
    unreachable: 'Could not reach the server. Your words are kept here; try again.',
  },
  list: {
    filters: 'Find concerns',
    search: 'Search',
    searchHint: 'Words of concerns and replies',
    category: 'Category',
    severity: 'Severity',
    status: 'Status',
    constituency: 'Constituency',
    organisation: 'Organisation',
    everyOrganisation: 'Every organisation',
    provision: 'Provision',
    everyProvision: 'Every provision',
    more: 'Category, severity, status, constituency',
    apply: 'Show',
    clear: 'Clear filters',
    count: { one: '{n} concern', other: '{n} concerns' },
    found: { one: '{n} concern matches', other: '{n} concerns match' },
    page: 'Page {page} of {pages}',
    pages: 'Pages of concerns',
    next: 'Next page',
    previous: 'Previous page',
    empty: 'No concerns yet',
    emptyHint: 'Open the text, select the words that worry you and raise the first.',
    nothingFound: 'No concern matches',
    nothingFoundHint: 'Use fewer filters or other words.',
  },
};
