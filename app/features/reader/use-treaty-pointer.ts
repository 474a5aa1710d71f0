import { useEffect, useRef } from 'react';
import { provisionPassage } from './passage';
import type { Passage } from './passage';
import type { TreatyView } from './treaty-view';

export interface TreatyPointer {
  /** Concerns under the pressed words, innermost first; never empty. */
  onPress: (numbers: readonly number[]) => void;
  onHover: (numbers: readonly number[]) => void;
  onRaise: (passage: Passage) => void;
  /** The link beside a provision that says how many concerns it has; false lets the link be followed. */
  onCount: (eId: string) => boolean;
}

/** One listener of each kind for the whole text, however many provisions and passages it has. */
export function useTreatyPointer(view: TreatyView | null, handlers: TreatyPointer): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    if (!view) return;
    const root = view.blocks.root;
    let frame = 0;
    let hovered = '';
    let block: Element | null = null;
    const hover = (numbers: readonly number[], over: Element | null) => {
      // On the block alone: a class on the region would have every block styled anew.
      const next = numbers.length > 0 ? over : null;
      if (next !== block) {
        block?.classList.remove('is-over-passage');
        next?.classList.add('is-over-passage');
        block = next;
      }
      const key = numbers.join();
      if (key === hovered) return;
      hovered = key;
      latest.current.onHover(numbers);
    };
    const onMove = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || event.buttons !== 0 || frame !== 0) return;
      const { clientX, clientY, target } = event;
      frame = requestAnimationFrame(() => {
        frame = 0;
        const over = textAround(target);
        hover(over ? view.numbersAt(clientX, clientY) : [], over);
      });
    };
    const onLeave = () => {
      cancelAnimationFrame(frame);
      frame = 0;
      hover([], null);
    };
    const onClick = (event: MouseEvent) => {
      const target = event.target as Element;
      const raise = target.closest<HTMLElement>('.p-raise');
      if (raise) {
        const provision = raise.closest('.provision');
        const passage = provision && provisionPassage(view.blocks, provision);
        if (passage) latest.current.onRaise(passage);
        return;
      }
      const count = target.closest('.p-count');
      if (count) {
        const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
        const eId = count.closest('.provision')?.id;
        if (plain && eId && latest.current.onCount(eId)) event.preventDefault();
        return;
      }
      // Letting go after selecting is a click as well.
      if (!textAround(target) || root.ownerDocument.getSelection()?.isCollapsed === false) return;
      const numbers = view.numbersAt(event.clientX, event.clientY);
      if (numbers.length > 0) latest.current.onPress(numbers);
    };
    root.addEventListener('pointermove', onMove, { passive: true });
    root.addEventListener('pointerleave', onLeave);
    root.addEventListener('click', onClick);
    return () => {
      cancelAnimationFrame(frame);
      root.removeEventListener('pointermove', onMove);
      root.removeEventListener('pointerleave', onLeave);
      root.removeEventListener('click', onClick);
    };
  }, [view]);
}

const textAround = (target: EventTarget | null): Element | null =>
  (target as Element | null)?.closest?.('[data-s]') ?? null;
