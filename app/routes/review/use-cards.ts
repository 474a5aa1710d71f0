import { useCallback, useEffect, useRef, useState } from 'react';
import { cardOf, stretchOf, type CardStretch, type ConcernCard, type ConcernMark } from '#app/domain/concern/mark';
import type { ConcernSummary } from '#app/domain/concern/thread';
import type { SentPage } from '#app/domain/review/sent-page';

interface Known {
  readonly card: ConcernCard;
  /** Sequence of the review that the card is of. */
  readonly at: number;
}

/**
 * The words of the margin's cards: the first came with the page, the others are fetched a stretch of the text at a time when
 * `onNear` says that they are about to be seen. An older answer never replaces a newer one.
 */
export function useCards(loaded: SentPage) {
  const [known, setKnown] = useState<ReadonlyMap<number, Known>>(
    () => new Map(loaded.cards.map((card) => [card.number, { card, at: loaded.sequence }])),
  );
  const [failed, setFailed] = useState(0);
  const asked = useRef(new Set<number>()).current;
  const pauses = useRef(new Set<ReturnType<typeof setTimeout>>()).current;
  useEffect(() => () => pauses.forEach(clearTimeout), [pauses]);

  const take = useCallback((cards: readonly ConcernCard[], at: number) => {
    setKnown((before) => {
      const now = new Map(before);
      for (const card of cards) if ((now.get(card.number)?.at ?? -1) <= at) now.set(card.number, { card, at });
      return now;
    });
  }, []);
  const takeChanges = useCallback(
    (concerns: readonly ConcernSummary[], at: number) => take(concerns.map(cardOf), at),
    [take],
  );

  const base = `/reviews/${loaded.review.slug}/cards/${loaded.text.version}/${loaded.text.language}`;
  const onNear = useCallback(
    (concerns: readonly ConcernMark[]) => {
      for (const stretch of new Set(concerns.map(stretchOf))) {
        if (asked.has(stretch)) continue;
        asked.add(stretch);
        fetch(`${base}/${stretch}`)
          .then(async (response) => {
            if (!response.ok) throw new Error(String(response.status));
            const { cards, sequence } = (await response.json()) as CardStretch;
            take(cards, sequence);
          })
          .catch(() => {
            const pause = setTimeout(() => {
              pauses.delete(pause);
              asked.delete(stretch);
              setFailed((times) => times + 1);
            }, 4000);
            pauses.add(pause);
          });
      }
      // Another object after a failure: whoever still needs the stretch then asks again.
      void failed;
    },
    [base, asked, pauses, take, failed],
  );
  const cardOn = useCallback((number: number) => known.get(number)?.card ?? null, [known]);
  return { cardOn, onNear, takeChanges };
}
