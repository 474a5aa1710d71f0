import { cardOf, inReadingOrder, markOf, type ConcernCard, type ConcernMark } from '../concern/mark';
import { packMarks, unpackMarks, type PackedMarks } from '../concern/packed-marks';
import type { ReaderPage } from './reader';

/** The reader's page as browsers get it: a mark for every concern, and the cards of those that show before any script has run. */
export interface SentPage extends Omit<ReaderPage, 'concerns'> {
  readonly marks: PackedMarks;
  readonly cards: readonly ConcernCard[];
}

/** The same with its marks unpacked, in reading order. */
export interface ReadPage extends Omit<ReaderPage, 'concerns'> {
  readonly concerns: readonly ConcernMark[];
}

/** How many cards come with the page: more than a screen holds. The others come by stretches of the text (`stretchOf`). */
export const FIRST_CARDS = 12;

export function sentPage({ concerns, ...page }: ReaderPage): SentPage {
  const first = inReadingOrder(concerns).filter((concern) => concern.status === 'open');
  return { ...page, marks: packMarks(concerns.map(markOf)), cards: first.slice(0, FIRST_CARDS).map(cardOf) };
}

export function readPage(sent: SentPage): ReadPage {
  const { marks, review, text, audience, sequence, contents } = sent;
  return { review, text, audience, sequence, contents, concerns: unpackMarks(marks) };
}
