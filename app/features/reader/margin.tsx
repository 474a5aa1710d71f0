import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { ConcernCard, ConcernMark } from '#app/domain/concern/mark';
import { FIRST_CARDS } from '#app/domain/review/sent-page';
import type { ReaderWords } from '#app/domain/words/reader.en';
import { quoteOf } from './blocks';
import type { Span } from './blocks';
import { MarginCard } from './margin-card';
import { plural } from './say';
import type { TreatyView } from './treaty-view';
import { DRAFT, useCardPlaces } from './use-card-places';
import type { Frame } from './treaty-view';

export interface MarginProps {
  view: TreatyView | null;
  frame: Frame | null;
  /** Wide enough for cards beside their passages; else the margin is a list (a sheet on a phone). */
  beside: boolean;
  /** What is shown, in reading order. */
  concerns: readonly ConcernMark[];
  cardOn: (number: number) => ConcernCard | null;
  onNear: (concerns: readonly ConcernMark[]) => void;
  /** Of the text, for the words quoted from it. */
  language: string;
  /** Whether the review has any at all, shown or not. */
  any: boolean;
  open: number | null;
  lit: readonly number[];
  draft: { readonly span: Span | null } | null;
  words: ReaderWords;
  hrefOf: (number: number) => string;
  allHref: string;
  onOpen: (number: number) => void;
  onLight: (number: number | null) => void;
  renderOpen: (number: number) => ReactNode;
  renderDraft: () => ReactNode;
}

/** What a list grows by. */
const PAGE = 30;
const NOTHING: ReadonlySet<number> = new Set();

/** Where passages and cards meet: cards beside their words, or a list where there is no room beside. */
export const Margin = memo(function Margin(props: MarginProps) {
  const { view, frame, beside, concerns, cardOn, onNear, open, lit, draft, words, hrefOf, onOpen, onLight } = props;
  const stack = useRef<HTMLDivElement>(null);
  const [unpiled, setUnpiled] = useState(NOTHING);
  const [focused, setFocused] = useState<number | null>(null);
  const keep = useMemo(() => [open, draft ? DRAFT : null, focused], [open, draft, focused]);
  const at = beside ? view : null;
  const places = useCardPlaces({ view: at, frame, concerns, open, draft, unpiled, stack, keep });
  const byNumber = useMemo(() => new Map(concerns.map((concern) => [concern.number, concern])), [concerns]);
  const list = useList(concerns, view, beside || open !== null || draft !== null);

  const unpile = (numbers: readonly number[]) => {
    setUnpiled((before) => new Set([...before, ...numbers]));
    // The button is gone after this; the focus goes to the first of what it stood for.
    requestAnimationFrame(() => {
      stack.current
        ?.querySelector<HTMLElement>(`[data-slot="${numbers[0]}"] .card-open`)
        ?.focus({ preventScroll: true });
    });
  };

  const inside = (number: number): ReactNode => {
    if (number === DRAFT) return props.renderDraft();
    if (number === open) return props.renderOpen(number);
    const concern = byNumber.get(number);
    if (!concern) return null;
    return (
      <MarginCard
        concern={concern}
        card={cardOn(number)}
        quote={view ? quoteFor(view, concern) : ''}
        language={props.language}
        href={hrefOf(number)}
        lit={lit.includes(number)}
        words={words}
        onOpen={onOpen}
        onLight={onLight}
      />
    );
  };

  // One list for both ways of showing, so that a half-written reply outlives a turned phone.
  const drawn =
    places.slots ?? list.numbers(draft, open).map((number) => ({ top: null, numbers: [number], pile: false }));
  useEffect(() => {
    if (!view) return;
    const single = drawn.flatMap(({ numbers, pile }) => (pile ? [] : (numbers[0] ?? [])));
    const bare = single.filter((number) => number !== open && !cardOn(number));
    if (bare.length > 0) onNear(bare.flatMap((number) => byNumber.get(number) ?? []));
  });
  return (
    <>
      {list.hasEarlier && !places.slots ? (
        <button type="button" className="button button-quiet button-small" onClick={list.earlier}>
          {words.sheet.earlier}
        </button>
      ) : null}
      <div
        ref={stack}
        className={places.slots ? 'margin-stack is-placed' : 'margin-stack'}
        style={places.slots ? { blockSize: places.height } : undefined}
        onFocus={(event) => setFocused(slotNumber(event.target))}
        onBlur={() => setFocused(null)}
      >
        {concerns.length === 0 && !draft && open === null ? (
          <p className="margin-empty">{props.any ? words.noneShown : words.noConcerns}</p>
        ) : null}
        {drawn.map(({ top, numbers, pile }) => {
          const style = top === null ? undefined : { insetBlockStart: top };
          const number = numbers[0] ?? DRAFT;
          if (pile) {
            return (
              <div key={`pile-${number}`} className="card-slot" style={style}>
                <button type="button" className="card-pile" onClick={() => unpile(numbers)}>
                  {plural(words.moreHere, numbers.length, words.locale)}
                </button>
              </div>
            );
          }
          return (
            <Slot key={number} number={number} style={style} report={places.report}>
              {inside(number)}
            </Slot>
          );
        })}
      </div>
      {list.hasLater && !places.slots ? (
        <button type="button" className="button button-quiet button-small js-only" onClick={list.later}>
          {words.sheet.later}
        </button>
      ) : null}
      <p className="card-foot">
        <a href={props.allHref}>{words.allConcerns}</a>
      </p>
    </>
  );
});

interface SlotProps {
  number: number;
  style: { insetBlockStart: number } | undefined;
  report: (number: number, element: HTMLElement | null) => void;
  children: ReactNode;
}

function Slot({ number, style, report, children }: SlotProps) {
  const ref = useCallback((element: HTMLElement | null) => report(number, element), [report, number]);
  return (
    <div ref={ref} className="card-slot" data-slot={number} style={style}>
      {children}
    </div>
  );
}

/** A list of a page at a time, which begins at what is in sight when the list comes up. */
function useList(concerns: readonly ConcernMark[], view: TreatyView | null, hidden: boolean) {
  const [range, setRange] = useState({ from: 0, to: FIRST_CARDS });
  useEffect(() => {
    if (!view || hidden) return;
    const offset = view.offsetInSight();
    const at = concerns.findIndex((concern) => (concern.placements[0]?.start ?? -1) >= offset);
    const from = Math.max(0, at < 0 ? concerns.length - PAGE : at);
    setRange({ from, to: from + PAGE });
    // Only when the list comes up: it must not jump while somebody reads it.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when what is shown changes
  }, [view, hidden]);
  return {
    numbers: (draft: unknown, open: number | null): number[] => {
      if (draft) return open === null ? [DRAFT] : [DRAFT, open];
      if (open !== null && view) return [open];
      return concerns.slice(range.from, range.to).map((concern) => concern.number);
    },
    hasEarlier: range.from > 0 && !hidden,
    hasLater: range.to < concerns.length && !hidden && view !== null,
    earlier: () => setRange(({ from, to }) => ({ from: Math.max(0, from - PAGE), to })),
    later: () => setRange(({ from, to }) => ({ from, to: to + PAGE })),
  };
}

function quoteFor(view: TreatyView, { placements }: ConcernMark): string {
  const first = placements[0];
  if (first?.scope !== 'passage' || first.start === null || first.end === null) return '';
  // Two lines are shown.
  const quote = quoteOf(view.blocks, { start: first.start, end: Math.min(first.end, first.start + 160) });
  return first.end > first.start + 160 ? `${quote}…` : quote;
}

function slotNumber(target: EventTarget): number | null {
  const slot = (target as Element).closest<HTMLElement>('[data-slot]');
  return slot ? Number(slot.dataset.slot) : null;
}
