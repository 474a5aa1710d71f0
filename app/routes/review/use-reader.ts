import { useSearchParams } from '@remix-run/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { markOf, type ConcernMark } from '#app/domain/concern/mark';
import type { ConcernSummary } from '#app/domain/concern/thread';
import type { ReaderSelf } from '#app/domain/review/reader';
import { readPage, type SentPage } from '#app/domain/review/sent-page';
import { useLive } from '#app/features/live/use-live';
import { useCards } from './use-cards';

/** The personal answer behind the shared page; null until it has come. */
export function useSelf(slug: string) {
  const [self, setSelf] = useState<ReaderSelf | null>(null);
  useEffect(() => {
    let here = true;
    fetch(`/reviews/${slug}/me`, { headers: { Accept: 'application/json' } })
      .then((response) => (response.ok ? (response.json() as Promise<ReaderSelf>) : null))
      .then((answer) => here && answer && setSelf(answer))
      .catch(() => undefined);
    return () => {
      here = false;
    };
  }, [slug]);
  const setPresent = useCallback(
    (present: readonly string[]) => setSelf((before) => before && { ...before, present }),
    [],
  );
  return { self, setPresent };
}

interface Changes {
  readonly sequence: number;
  readonly concerns: readonly ConcernSummary[];
}

/** The page's concerns kept as they are now: live events say that something changed, and only that is fetched. */
export function useReaderPage(sent: SentPage, onPresent: (names: readonly string[]) => void) {
  const loaded = useMemo(() => readPage(sent), [sent]);
  const { cardOn, onNear, takeChanges } = useCards(sent);
  const [concerns, setConcerns] = useState(loaded.concerns);
  const [changed, setChanged] = useState<ReadonlyMap<number, number>>(new Map());
  const sequence = useRef(loaded.sequence);
  const slug = loaded.review.slug;
  const text = loaded.text.id;
  const running = useRef<Promise<void> | null>(null);
  const again = useRef(false);

  const refresh = useCallback((): Promise<void> => {
    if (running.current) {
      again.current = true;
      return running.current;
    }
    const fetchChanges = async () => {
      do {
        again.current = false;
        const response = await fetch(
          `/reviews/${slug}/changes?after=${sequence.current}&text=${encodeURIComponent(text)}`,
        );
        if (!response.ok) return;
        const changes = (await response.json()) as Changes;
        sequence.current = Math.max(sequence.current, changes.sequence);
        if (changes.concerns.length === 0) continue;
        takeChanges(changes.concerns, changes.sequence);
        setConcerns((before) => merge(before, changes.concerns));
        setChanged((before) => {
          const next = new Map(before);
          for (const { number } of changes.concerns) next.set(number, (before.get(number) ?? 0) + 1);
          return next;
        });
      } while (again.current);
    };
    running.current = fetchChanges()
      .catch(() => undefined)
      .finally(() => {
        running.current = null;
      });
    return running.current;
  }, [slug, text, takeChanges]);

  useLive(slug, loaded.sequence, {
    onEvent: () => void refresh(),
    onPresent,
    // Whoever may no longer read sees what everybody else sees.
    onEnded: () => location.reload(),
  });
  return { page: { ...loaded, concerns }, cardOn, onNear, changed, refresh };
}

/** Changed ones in place, new ones at the end; a deleted one without answers goes. */
function merge(before: readonly ConcernMark[], changes: readonly ConcernSummary[]): ConcernMark[] {
  const now = new Map(before.map((concern) => [concern.number, concern]));
  for (const concern of changes) {
    if (concern.summary === null && concern.replies === 0) now.delete(concern.number);
    else now.set(concern.number, markOf(concern));
  }
  return [...now.values()].sort((a, b) => a.number - b.number);
}

/** The open thread, named by `?concern=12`. Null in the first render, whose page is the same for everybody. */
export function useOpenConcern(): [number | null, (number: number | null) => void] {
  const [query, setQuery] = useSearchParams();
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const named = Number(query.get('concern'));
  const open = useCallback(
    (number: number | null) =>
      setQuery(
        (before) => {
          const next = new URLSearchParams(before);
          if (number === null) next.delete('concern');
          else next.set('concern', String(number));
          return next;
        },
        { preventScrollReset: true, replace: number === null },
      ),
    [setQuery],
  );
  return [ready && Number.isSafeInteger(named) && named > 0 ? named : null, open];
}
