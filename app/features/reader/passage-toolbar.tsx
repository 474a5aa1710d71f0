import { useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { ReaderWords } from '#app/domain/words/reader.en';
import { liveRange } from './blocks';
import type { Span } from './blocks';
import type { TreatyView } from './treaty-view';

export interface PassageToolbarProps {
  view: TreatyView;
  span: Span;
  words: ReaderWords['passage'];
  /** Null hides the button: this person may not raise concerns. */
  onRaise: (() => void) | null;
  /** Whether C works, so that it may be shown. */
  keys: boolean;
  onCopyLink: () => void;
  onCopyQuotation: () => void;
  onDismiss: () => void;
}

const ROOM = 8;

/** Stands at the selected passage and leaves both the selection and the focus alone. */
export function PassageToolbar(props: PassageToolbarProps) {
  const { view, span, words, onRaise, keys, onCopyLink, onCopyQuotation, onDismiss } = props;
  const bar = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = bar.current;
    const range = liveRange(view.blocks, span);
    if (element && range) place(element, range);
  }, [view, span]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onDismiss();
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    const tools = [...(bar.current?.querySelectorAll('button') ?? [])];
    const at = tools.indexOf(document.activeElement as HTMLButtonElement);
    if (at < 0) return;
    const rtl = bar.current !== null && getComputedStyle(bar.current).direction === 'rtl';
    const step = (event.key === 'ArrowRight') === rtl ? -1 : 1;
    tools[(at + step + tools.length) % tools.length]?.focus();
    event.preventDefault();
  };
  // A press on a button would take the focus, and in some browsers the selection with it.
  const keep = (event: PointerEvent) => event.preventDefault();
  return (
    <div
      ref={bar}
      className="passage-toolbar"
      role="toolbar"
      aria-label={words.toolbar}
      onKeyDown={onKeyDown}
      onPointerDown={keep}
      onMouseDown={(event) => event.preventDefault()}
    >
      {onRaise ? (
        <button type="button" className="passage-tool" onClick={onRaise} aria-keyshortcuts={keys ? 'c' : undefined}>
          {words.raise}
          {keys ? <kbd aria-hidden="true">C</kbd> : null}
        </button>
      ) : null}
      <button type="button" className="passage-tool" onClick={onCopyLink}>
        {words.copyLink}
      </button>
      <button type="button" className="passage-tool" onClick={onCopyQuotation}>
        {words.copyQuotation}
      </button>
    </div>
  );
}

/** Above the first line of the passage where there is room, else under its last line; always inside the window. */
function place(element: HTMLElement, range: Range): void {
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
  const first = rects[0];
  const last = rects.at(-1);
  if (!first || !last) return;
  const own = element.getBoundingClientRect();
  const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const header = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 64;
  const above = first.top - own.height - ROOM;
  const below = last.bottom + ROOM;
  const inWindow = above >= header ? above : Math.min(below, view.height - own.height - ROOM);
  const left = Math.max(ROOM, Math.min(first.left, view.width - own.width - ROOM));
  const parent = element.offsetParent;
  const from = parent && getComputedStyle(parent).position !== 'static' ? parent : document.documentElement;
  const origin = from.getBoundingClientRect();
  element.style.top = `${Math.max(header, inWindow) - origin.top}px`;
  element.style.left = `${left - origin.left}px`;
}
