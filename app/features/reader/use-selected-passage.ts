import { useCallback, useEffect, useState } from 'react';
import type { Span } from './blocks';
import { selectedSpan } from './offsets';
import type { TreatyView } from './treaty-view';

const SETTLED = 250;

/**
 * The passage that is selected in the treaty: when the mouse is let go, and when a selection made by touch or by keys has
 * come to rest. `dismiss` forgets it without touching the selection.
 */
export function useSelectedPassage(view: TreatyView | null): { span: Span | null; dismiss: () => void } {
  const [span, setSpan] = useState<Span | null>(null);
  useEffect(() => {
    if (!view) return;
    const doc = view.blocks.root.ownerDocument;
    let pressed = false;
    let timer = 0;
    const read = () => {
      const found = selectedSpan(view.blocks, doc.getSelection());
      setSpan((before) =>
        before && found && before.start === found.start && before.end === found.end ? before : found,
      );
    };
    const onDown = (event: PointerEvent) => {
      pressed = event.pointerType === 'mouse' && event.button === 0;
    };
    const onUp = () => {
      if (!pressed) return;
      pressed = false;
      // The selection of a click inside a selection collapses only after the pointer is up.
      clearTimeout(timer);
      timer = window.setTimeout(read, 0);
    };
    const onChange = () => {
      const selection = doc.getSelection();
      if (!selection || selection.isCollapsed) return void setSpan(null);
      if (pressed) return;
      clearTimeout(timer);
      timer = window.setTimeout(read, SETTLED);
    };
    doc.addEventListener('pointerdown', onDown);
    doc.addEventListener('pointerup', onUp);
    doc.addEventListener('pointercancel', onUp);
    doc.addEventListener('selectionchange', onChange);
    return () => {
      clearTimeout(timer);
      doc.removeEventListener('pointerdown', onDown);
      doc.removeEventListener('pointerup', onUp);
      doc.removeEventListener('pointercancel', onUp);
      doc.removeEventListener('selectionchange', onChange);
    };
  }, [view]);
  return { span, dismiss: useCallback(() => setSpan(null), []) };
}
