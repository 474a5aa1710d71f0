import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { firstStart, type ConcernMark } from '#app/domain/concern/mark';
import type { Span } from './blocks';
import { placeCards, slotsBetween } from './card-layout';
import type { Slot, Wish } from './card-layout';
import type { Frame, TreatyView } from './treaty-view';

/** Stands for the form of a new concern among the numbers of the cards. */
export const DRAFT = 0;

export interface CardPlacesInput {
  view: TreatyView | null;
  frame: Frame | null;
  /** In reading order. */
  concerns: readonly ConcernMark[];
  open: number | null;
  /** Null: no form is open. For the whole treaty the form stands on top. */
  draft: { readonly span: Span | null } | null;
  unpiled: ReadonlySet<number>;
  stack: RefObject<HTMLElement>;
  /** Cards that must stay although they are out of sight: somebody writes in them or has the focus there. */
  keep: readonly (number | null)[];
}

export interface CardPlaces {
  /** Slots to draw, from top to bottom; null until the page has been measured. */
  slots: readonly Slot[] | null;
  height: number;
  /** Every slot that is drawn reports its element here. */
  report: (number: number, element: HTMLElement | null) => void;
}

const GAP = 12;
const PILE = 34;
const DRIFT = 260;

/** Where the cards stand beside their passages, and which of them are near enough to be drawn. */
export function useCardPlaces(input: CardPlacesInput): CardPlaces {
  const { view, frame, concerns, open, draft, unpiled, stack, keep } = input;
  const { heights, version, report } = useHeights();
  const layout = frame?.layout ?? -1;
  const [shift, setShift] = useState(0);

  // The stack begins lower than the text, under the margin's own head.
  useLayoutEffect(() => {
    if (!view || !stack.current) return;
    const top = stack.current.getBoundingClientRect().top + window.scrollY;
    setShift(top - view.extent().pageTop);
  }, [view, layout, stack]);

  const tops = useMemo(() => {
    const found = new Float64Array(concerns.length);
    if (!view || layout < 0) return found;
    concerns.forEach((concern, i) => {
      const start = firstStart(concern);
      found[i] = start < 0 ? 0 : Math.max(0, view.topOf(start) - shift);
    });
    return found;
  }, [view, layout, concerns, shift]);

  const pinned = draft ? DRAFT : open;
  const pinnedTop = useMemo(() => {
    if (!view || pinned === null || layout < 0) return 0;
    const span = pinned === DRAFT ? draft?.span : view.spotsOf(pinned)[0];
    return span ? Math.max(0, view.exactTopOf(span) - shift) : 0;
  }, [view, layout, pinned, draft?.span, shift]);

  const placed = useMemo(() => {
    if (!view || layout < 0) return null;
    const wishes: Wish[] = concerns.map((concern, i) => ({
      number: concern.number,
      top: concern.number === pinned ? pinnedTop : (tops[i] ?? 0),
      height: heights.get(concern.number) ?? guessedHeight(concern),
    }));
    if (pinned !== null && !wishes.some((wish) => wish.number === pinned)) {
      const at = wishes.findIndex((wish) => wish.top > pinnedTop);
      const own = { number: pinned, top: pinnedTop, height: heights.get(pinned) ?? 360 };
      wishes.splice(at < 0 ? wishes.length : at, 0, own);
    }
    const never = open === null ? unpiled : new Set([...unpiled, open]);
    return placeCards(wishes, { gap: GAP, pileHeight: PILE, drift: DRIFT, open: pinned, unpiled: never });
    // `version` stands for what is in `heights`.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- its reasons to run are listed; the rest is read as it is
  }, [view, layout, concerns, tops, pinned, pinnedTop, open, unpiled, heights, version]);

  const slots = useMemo(() => {
    if (!placed || !frame) return null;
    const screen = frame.bottom - frame.top;
    const [from, to] = slotsBetween(placed, frame.top - shift - screen / 2, frame.bottom - shift + screen / 2);
    const kept = (slot: Slot) => !slot.pile && keep.includes(slot.numbers[0] ?? null);
    return placed.filter((slot, i) => (i >= from && i < to) || kept(slot));
  }, [placed, frame, shift, keep]);

  const last = placed?.at(-1);
  return { slots, height: Math.max(view?.extent().height ?? 0, last ? last.top + last.height : 0), report };
}

/** A card nobody has drawn yet: by the length of its words. A later measurement only moves what is out of sight. */
function guessedHeight({ length, placements }: ConcernMark): number {
  const quoted = placements[0]?.scope === 'passage' ? 58 : 26;
  return 76 + quoted + 21 * Math.ceil((length || 30) / 44);
}

function useHeights() {
  const heights = useRef(new Map<number, number>()).current;
  const elements = useRef(new Map<number, HTMLElement>()).current;
  const [version, setVersion] = useState(0);
  const observer = useRef<ResizeObserver | null>(null);

  const report = useCallback(
    (number: number, element: HTMLElement | null) => {
      observer.current ??= new ResizeObserver((entries) => {
        let changed = false;
        for (const { target, borderBoxSize } of entries) {
          const own = Number((target as HTMLElement).dataset.slot);
          const height = borderBoxSize[0]?.blockSize ?? 0;
          if (height === 0 || Math.abs((heights.get(own) ?? -9) - height) < 1) continue;
          heights.set(own, height);
          changed = true;
        }
        if (changed) setVersion((before) => before + 1);
      });
      const before = elements.get(number);
      if (before && before !== element) observer.current.unobserve(before);
      if (element) {
        elements.set(number, element);
        observer.current.observe(element);
      } else {
        elements.delete(number);
      }
    },
    [heights, elements],
  );
  useEffect(
    () => () => {
      observer.current?.disconnect();
      observer.current = null;
    },
    [],
  );
  return { heights, version, report };
}
