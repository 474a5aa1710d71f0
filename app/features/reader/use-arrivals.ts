import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { firstStart, type ConcernMark } from '#app/domain/concern/mark';
import type { Frame, TreatyView } from './treaty-view';

/**
 * Concerns that came after the page did. One whose card would push cards that somebody is reading waits until it is asked
 * for or the reader has moved on; its passage is painted at once, which moves nothing.
 */
export function useArrivals(
  view: TreatyView | null,
  frame: Frame | null,
  concerns: readonly ConcernMark[],
  wanted: readonly (number | null)[],
): { settled: readonly ConcernMark[]; waiting: number; show: () => void } {
  const known = useRef<Set<number>>();
  known.current ??= new Set(concerns.map((concern) => concern.number));
  const [version, setVersion] = useState(0);

  const waiting = useMemo(() => {
    const seen = known.current ?? new Set<number>();
    const held = new Set<number>();
    if (concerns.length === seen.size) return held;
    for (const concern of concerns) {
      if (seen.has(concern.number)) continue;
      const start = firstStart(concern);
      const top = view && start >= 0 ? view.topOf(start) : 0;
      const near = view && frame && top > frame.top - (frame.bottom - frame.top) && top < frame.bottom;
      if (near && !wanted.includes(concern.number)) held.add(concern.number);
      else seen.add(concern.number);
    }
    return held;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when concerns arrive
  }, [concerns, view, frame, wanted, version]);

  const settled = useMemo(
    () => (waiting.size === 0 ? concerns : concerns.filter((concern) => !waiting.has(concern.number))),
    [concerns, waiting],
  );
  const show = useCallback(() => {
    for (const concern of concerns) known.current?.add(concern.number);
    setVersion((before) => before + 1);
  }, [concerns]);
  useEffect(() => {
    // A number that is gone (removed, or another text) may come again.
    const present = new Set(concerns.map((concern) => concern.number));
    for (const number of known.current ?? []) if (!present.has(number)) known.current?.delete(number);
  }, [concerns]);
  return { settled, waiting: waiting.size, show };
}
