import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { inReadingOrder, type ConcernCard, type ConcernMark } from '#app/domain/concern/mark';
import type { ReaderSelf } from '#app/domain/review/reader';
import type { ReadPage } from '#app/domain/review/sent-page';
import type { ReaderWords } from '#app/domain/words/reader.en';
import type { Span } from './blocks';
import { Contents } from './contents';
import { passageFragment, quotation } from './copy';
import { updateCounts } from './live-counts';
import { Margin } from './margin';
import { MarginHead } from './margin-head';
import { isIntact } from './offsets';
import { OpenCard } from './open-card';
import { passageOf } from './passage';
import type { Passage } from './passage';
import { PassageToolbar } from './passage-toolbar';
import { fill, formatNumber } from './say';
import { isShown, NO_FILTER, paintedOf, spotsOf } from './spots';
import { TreatyRegion } from './treaty-region';
import { useArrivals } from './use-arrivals';
import { useDraft } from './use-draft';
import { useLighting } from './use-lighting';
import { useSelectedPassage } from './use-selected-passage';
import { useShortcuts } from './use-shortcuts';
import { useTreatyPointer } from './use-treaty-pointer';
import { useCurrent, useFrame, useMedia, useTreatyView } from './use-treaty-view';
import './reader-parts.css';

export interface NewConcernSlot {
  /** Another form for another number; the same one, words and all, while its passage is narrowed. */
  readonly form: number;
  readonly passage: Passage;
  /** "Narrow the passage": stands under the quote in the form. */
  readonly narrow: ReactNode;
  readonly onCancel: () => void;
  readonly onPosted: (number: number) => void;
}

export interface ReaderHrefs {
  readonly concern: (number: number) => string;
  /** The list of the concerns on one provision, as the counts in the text link to it. */
  readonly provision: (eId: string) => string;
  readonly all: string;
}

export interface ReaderProps {
  page: ReadPage;
  /** The words of a concern's card; null until they have come. */
  cardOn: (number: number) => ConcernCard | null;
  /** These cards are about to be seen, and their words have not come. */
  onNear: (concerns: readonly ConcernMark[]) => void;
  /** Null until the personal answer has come. */
  self: ReaderSelf | null;
  /** On the server the text's HTML; in the browser the empty string. */
  treatyHtml: string;
  words: ReaderWords;
  hrefs: ReaderHrefs;
  /** Null in the first render of the browser, as on the server, whose page is the same for everyone. */
  openNumber: number | null;
  onOpen: (number: number | null) => void;
  /** A passage to take up again, as from a kept draft; another object begins anew. */
  resume?: Passage | null;
  renderThread: (number: number) => ReactNode;
  renderNewConcern: (slot: NewConcernSlot) => ReactNode;
}

// For whoever writes, and for whoever asks for the keys.
const KeysHelp = lazy(() => import('./keys-help').then((parts) => ({ default: parts.KeysHelp })));
const PassageNarrower = lazy(() => import('./passage-narrower').then((parts) => ({ default: parts.PassageNarrower })));

const WIDE = '(min-width: 900px)';
const NOBODY: readonly string[] = [];

/** Contents, treaty, margin. The text itself belongs to the server; everything here stands beside it. */
export function Reader(props: ReaderProps) {
  const { page, self, words, hrefs, openNumber, onOpen } = props;
  const region = useRef<HTMLElement>(null);
  const view = useTreatyView(region);
  const frame = useFrame(view);
  const current = useCurrent(view);
  const beside = useMedia(WIDE);
  const [filter, setFilter] = useState(NO_FILTER);
  const [here, setHere] = useState<readonly number[]>([]);
  const [hovered, setHovered] = useState<readonly number[]>([]);
  const [takeFocus, setTakeFocus] = useState<'card' | 'here' | null>(null);
  const [sheet, setSheet] = useState(false);
  /** Null until it has been asked for. */
  const [help, setHelp] = useState<boolean | null>(null);
  const [said, setSaid] = useState('');
  const { draft, begin, beginTreaty, narrow, end } = useDraft(view, words.passage.across);
  const { span: selected, dismiss } = useSelectedPassage(view);
  const mayRaise = self?.can.raise ?? false;

  const wanted = useMemo(() => [openNumber], [openNumber]);
  const { settled, waiting, show } = useArrivals(view, frame, page.concerns, wanted);
  const marks = useMemo(() => new Map(page.concerns.map((one) => [one.number, one])), [page.concerns]);
  const opened = openNumber === null ? undefined : marks.get(openNumber);
  // The open concern stays although a filter hides its like.
  const extra = opened && !isShown(opened, filter) ? opened : null;
  const ordered = useMemo(() => inReadingOrder(settled), [settled]);
  const shown = useMemo(() => ordered.filter((one) => one === extra || isShown(one, filter)), [ordered, filter, extra]);
  const painted = useMemo(
    () => page.concerns.filter((one) => one === extra || isShown(one, filter)),
    [page.concerns, filter, extra],
  );
  useEffect(() => view?.setConcerns(spotsOf(painted), paintedOf(painted)), [view, painted]);
  useEffect(() => view?.setContents(page.contents.map((row) => row.eId)), [view, page.contents]);

  const counted = useRef(page.concerns);
  useEffect(() => {
    if (counted.current === page.concerns) return;
    updateCounts(region.current as HTMLElement, counted.current, page.concerns, hrefs.provision, words);
    counted.current = page.concerns;
  }, [page.concerns, hrefs, words]);

  const lit = useMemo(
    () => [...new Set([...hovered, ...(openNumber === null ? [] : [openNumber])])],
    [hovered, openNumber],
  );
  // Every card under the pointer lights, but of passages over each other only the innermost: else none could be seen.
  const innermost = hovered[0] ?? null;
  const shining = useMemo(() => [openNumber, innermost].filter((one) => one !== null), [openNumber, innermost]);
  useLighting(view, shining, draft?.span ?? null);

  const open = useCallback(
    (number: number, how: { here?: readonly number[]; focus?: 'card' | 'here' | null } = {}) => {
      setHere((before) => how.here ?? (before.includes(number) ? before : []));
      setTakeFocus(how.focus === undefined ? 'card' : how.focus);
      setSheet(true);
      onOpen(number);
    },
    [onOpen],
  );
  const openCard = useCallback((number: number) => open(number), [open]);
  const refocus = useRef<number | null>(null);
  const close = useCallback(() => {
    const inside = document.activeElement?.closest('.concern-card.is-open') !== null;
    refocus.current = inside ? openNumber : null;
    onOpen(null);
  }, [openNumber, onOpen]);
  // The address changes in its own time: the card is there again only once it has.
  useEffect(() => {
    if (openNumber !== null || refocus.current === null) return;
    const link = document.querySelector<HTMLElement>(`.card-open[data-concern="${refocus.current}"]`);
    refocus.current = null;
    link?.focus({ preventScroll: true });
  }, [openNumber]);
  const light = useCallback((number: number | null) => setHovered(number === null ? [] : [number]), []);

  // Opening leaves the page where it is, unless the words are out of sight (a link, a key, the back button).
  useEffect(() => {
    if (openNumber !== null) setSheet(true);
  }, [openNumber]);
  useEffect(() => {
    if (!beside && !sheet) return;
    const span = view && openNumber !== null ? view.spotsOf(openNumber)[0] : undefined;
    if (span) view?.bringIntoSight(span, beside ? 0.3 : 0.09, beside ? 1 : 0.24);
    // Only when another concern opens or the sheet comes up over it, not whenever the layout changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when another concern opens
  }, [view, openNumber, sheet]);

  const step = (by: 1 | -1) => {
    const at = shown.findIndex((one) => one.number === openNumber);
    const offset = view?.offsetInSight() ?? 0;
    const ahead = shown.findIndex((one) => (one.placements[0]?.start ?? -1) >= offset);
    const from = at >= 0 ? at + by : by === 1 ? ahead : (ahead < 0 ? shown.length : ahead) - 1;
    const next = shown[Math.max(0, Math.min(shown.length - 1, from))];
    if (next) open(next.number);
  };

  const raise = useCallback(
    (passage: Passage) => {
      if (!view || !mayRaise) return;
      const { start, end: stop } = passage;
      if (start !== null && stop !== null && !isIntact(view.blocks, { start, end: stop })) {
        return setSaid(words.passage.changed);
      }
      dismiss();
      setSheet(true);
      begin(passage);
    },
    [view, mayRaise, begin, dismiss, words],
  );
  const { resume } = props;
  useEffect(() => {
    if (resume) raise(resume);
  }, [resume, raise]);
  const raiseSelected = () => {
    if (view && selected) return raise(passageOf(view.blocks, selected, words.passage.across));
    document.activeElement?.closest('.provision')?.querySelector<HTMLElement>(':scope > .p-tools > .p-raise')?.click();
  };
  const copy = (text: string) => {
    const done = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    done.then(
      () => setSaid(words.passage.copied),
      () => setSaid(words.passage.notCopied),
    );
  };
  const copyPassage = (span: Span, what: 'link' | 'quotation') => {
    if (!view) return;
    const passage = passageOf(view.blocks, span, words.passage.across);
    const source = { treaty: page.review.treaty, version: page.text.versionLabel };
    copy(
      what === 'link'
        ? `${location.origin}${location.pathname}${passageFragment(passage)}`
        : quotation(passage, source, words),
    );
  };

  useTreatyPointer(view, {
    onPress: (numbers) => {
      const first = numbers[0];
      if (first !== undefined) open(first, { here: numbers, focus: beside ? null : 'card' });
    },
    onHover: setHovered,
    onRaise: raise,
    onCount: (eId) => {
      const on = page.concerns.filter((one) => one.placements.some((placement) => placement.eIds.includes(eId)));
      const first = on[0];
      if (first) open(first.number, { here: on.map((one) => one.number) });
      return first !== undefined;
    },
  });
  const { on, setOn } = useShortcuts({
    onNext: () => step(1),
    onPrevious: () => step(-1),
    onRaise: raiseSelected,
    onHelp: () => setHelp(true),
    onEscape: () => {
      if (selected) dismiss();
      else if (draft) end(true);
      else if (openNumber !== null) close();
      else setSheet(false);
    },
  });
  useEffect(() => {
    setSaid(selected && mayRaise && on ? fill(words.passage.selected, { key: 'C' }) : '');
  }, [selected, mayRaise, on, words]);

  const sheetState = view && !beside ? (sheet ? 'open' : 'closed') : undefined;
  return (
    <>
      <div className="reader" data-raise={mayRaise ? 'yes' : 'no'}>
        <Contents
          rows={page.contents}
          language={page.text.language}
          current={current}
          ready={view !== null}
          words={words}
        />
        <TreatyRegion
          ref={region}
          html={props.treatyHtml}
          label={words.treatyText}
          language={page.text.language}
          direction={page.text.direction}
          beside={page.text.beside !== null}
        />
        <section
          className="margin"
          aria-label={words.concerns}
          data-sheet={sheetState}
          data-single={openNumber !== null || draft ? 'yes' : undefined}
        >
          <div className="sheet-head">
            <strong>{words.concerns}</strong>
            <button type="button" className="button button-quiet button-small" onClick={() => setSheet(false)}>
              {words.sheet.close}
            </button>
          </div>
          <MarginHead
            count={shown.length}
            waiting={waiting}
            ready={view !== null}
            mayRaise={mayRaise}
            present={self?.present ?? NOBODY}
            filter={filter}
            words={words}
            onFilter={setFilter}
            onNext={() => step(1)}
            onPrevious={() => step(-1)}
            onShowWaiting={show}
            onRaiseOnTreaty={beginTreaty}
            onHelp={() => setHelp(true)}
          />
          <Margin
            view={view}
            frame={frame}
            beside={beside}
            concerns={shown}
            cardOn={props.cardOn}
            onNear={props.onNear}
            language={page.text.language}
            any={page.concerns.length > 0}
            open={openNumber}
            lit={lit}
            draft={draft}
            words={words}
            hrefOf={hrefs.concern}
            allHref={hrefs.all}
            onOpen={openCard}
            onLight={light}
            renderOpen={(number) => (
              <OpenCard
                number={number}
                concern={marks.get(number) ?? null}
                here={here.includes(number) ? here.flatMap((one) => marks.get(one) ?? []) : []}
                takeFocus={takeFocus}
                words={words}
                onOpen={(to, focus) => open(to, { focus })}
                onClose={close}
              >
                {props.renderThread(number)}
              </OpenCard>
            )}
            renderDraft={() =>
              draft && view
                ? props.renderNewConcern({
                    form: draft.form,
                    passage: draft.passage,
                    narrow:
                      draft.span && draft.whole.start !== null && draft.whole.end !== null ? (
                        <PassageNarrower
                          view={view}
                          whole={{ start: draft.whole.start, end: draft.whole.end }}
                          chosen={draft.span}
                          words={words}
                          onChoose={narrow}
                        />
                      ) : null,
                    onCancel: () => end(true),
                    onPosted: (number) => {
                      end(false);
                      open(number);
                    },
                  })
                : null
            }
          />
        </section>
        {sheetState && !selected ? (
          <button type="button" className="sheet-toggle" aria-expanded={sheet} onClick={() => setSheet(!sheet)}>
            {fill(words.sheet.open, { n: formatNumber(shown.length, words.locale) })}
          </button>
        ) : null}
      </div>
      {view && selected ? (
        <PassageToolbar
          view={view}
          span={selected}
          words={words.passage}
          onRaise={mayRaise ? raiseSelected : null}
          keys={on}
          onCopyLink={() => copyPassage(selected, 'link')}
          onCopyQuotation={() => copyPassage(selected, 'quotation')}
          onDismiss={dismiss}
        />
      ) : null}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {help === null ? null : (
        <Suspense>
          <KeysHelp open={help} on={on} words={words} onChange={setOn} onClose={() => setHelp(false)} />
        </Suspense>
      )}
    </>
  );
}
