import type { AuthorView } from '../concern/thread';
import { cleanBody, cleanLine, cleanText } from './clean';
import type { ReportConcernInput, ReportInput, ReportPlacementInput, ReportReplyInput } from './input';
import type { ReportEntry, ReportPlacement, ReportReply, ReportSelector } from './model';

const day = (iso: string): string => iso.slice(0, 10);

function cleanAuthor({ name, organisation, constituency }: AuthorView): AuthorView {
  return {
    name: name === null ? null : cleanLine(name) || null,
    organisation: organisation === null ? null : cleanLine(organisation) || null,
    constituency,
  };
}

function selectorOf(placement: ReportPlacementInput, characters: string): ReportSelector | null {
  const { start, end, prefix, suffix } = placement;
  if (placement.scope === 'treaty' || start === null || end === null) return null;
  return { start, end, exact: characters.slice(start, end), prefix: prefix ?? '', suffix: suffix ?? '' };
}

function toPlacement(placement: ReportPlacementInput, input: ReportInput): ReportPlacement {
  return {
    scope: placement.scope,
    citation: cleanLine(placement.citation) || input.words.wholeTreaty,
    eIds: placement.eIds,
    quote: placement.scope === 'passage' && placement.quote !== null ? cleanText(placement.quote).trim() : null,
    selector: selectorOf(placement, input.treaty.characters),
  };
}

/** Replies with words, and the tombstones above them; a tombstone that nobody answered is left out. */
function toReplies(
  replies: readonly ReportReplyInput[],
  above: string,
  url: string,
  input: ReportInput,
): ReportReply[] {
  return replies.flatMap((reply, at) => {
    const label = `${above}.${at + 1}`;
    const below = toReplies(reply.replies, label, url, input);
    if (reply.body === null && below.length === 0) return [];
    const author = reply.body === null ? null : cleanAuthor(reply.author);
    return {
      id: reply.id,
      label,
      url: `${url}#reply-${encodeURIComponent(reply.id)}`,
      author,
      byline: author === null ? '' : input.words.replied(input.words.author(author), day(reply.createdAt)),
      createdOn: author === null ? null : day(reply.createdAt),
      body: reply.body === null ? null : cleanBody(reply.body),
      replies: below,
    };
  });
}

const countReplies = (replies: readonly ReportReply[]): number =>
  replies.reduce((count, reply) => count + (reply.body === null ? 0 : 1) + countReplies(reply.replies), 0);

const byPlace = (a: ReportPlacementInput, b: ReportPlacementInput) =>
  a.ordinal - b.ordinal || (a.start ?? -1) - (b.start ?? -1) || (a.end ?? -1) - (b.end ?? -1);

/** An entry with where it belongs: its first placement in reading order, null for the whole treaty. */
export interface PlacedEntry {
  readonly entry: ReportEntry;
  readonly first: ReportPlacementInput | null;
}

function toEntry(concern: ReportConcernInput, input: ReportInput): PlacedEntry | null {
  if (concern.body === null) return null;
  const { words, options } = input;
  const whole = concern.placements.length === 0 || concern.placements.some(({ scope }) => scope === 'treaty');
  const placements = [...concern.placements].sort(byPlace);
  const shown = placements.map((placement) => toPlacement(placement, input));
  const author = cleanAuthor(concern.author);
  const replies = options.replies ? toReplies(concern.replies, String(concern.number), concern.url, input) : [];
  const entry: ReportEntry = {
    number: concern.number,
    label: words.concern(concern.number),
    anchor: `concern-${concern.number}`,
    citation: [...new Set(shown.map(({ citation }) => citation))].join('; ') || words.wholeTreaty,
    placements: shown,
    category: { id: concern.category, name: words.categories[concern.category] },
    severity: { id: concern.severity, name: words.severities[concern.severity] },
    ask: concern.ask === null ? null : { id: concern.ask, name: words.asks[concern.ask] },
    status: { id: concern.status, name: words.statuses[concern.status] },
    statusReason: cleanLine(concern.statusReason ?? ''),
    author,
    byline: words.raised(words.author(author), day(concern.createdAt)),
    createdOn: day(concern.createdAt),
    url: concern.url,
    body: cleanBody(concern.body),
    replies,
    replyCount: countReplies(replies),
  };
  return { entry, first: whole ? null : placements[0]! };
}

const inReadingOrder = (a: PlacedEntry, b: PlacedEntry): number => {
  if (a.first === null || b.first === null)
    return Number(b.first === null) - Number(a.first === null) || a.entry.number - b.entry.number;
  return byPlace(a.first, b.first) || a.entry.number - b.entry.number;
};

/** The concerns that the options choose, those on the whole treaty first, then in reading order, then by number. */
export function chosenEntries(input: ReportInput): PlacedEntry[] {
  const { statuses, categories } = input.options;
  return input.concerns
    .filter((concern) => statuses.includes(concern.status) && categories.includes(concern.category))
    .flatMap((concern) => toEntry(concern, input) ?? [])
    .sort(inReadingOrder);
}
