import { useCallback, useMemo, useRef, useState } from 'react';
import type { Span } from './blocks';
import { passageOf, provisionPassage, WHOLE_TREATY } from './passage';
import type { Passage } from './passage';
import type { TreatyView } from './treaty-view';

export interface Draft {
  /** Counts the passages that were begun; narrowing one is no new beginning. */
  readonly form: number;
  readonly passage: Passage;
  readonly span: Span | null;
  /** What the passage may be narrowed within. */
  readonly whole: Passage;
}

/** The passage of the concern that is being written, from the first press to the post. */
export function useDraft(view: TreatyView | null, across: string) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const from = useRef<HTMLElement | null>(null);

  const begin = useCallback(
    (passage: Passage) => {
      if (!view) return;
      from.current ??= document.activeElement as HTMLElement | null;
      setDraft((before) => {
        const form = before === null ? 1 : samePlace(before.passage, passage) ? before.form : before.form + 1;
        return { form, passage, span: spanOf(passage), whole: wholeOf(view, passage) };
      });
    },
    [view],
  );
  const beginTreaty = useCallback(() => begin(WHOLE_TREATY), [begin]);
  const narrow = useCallback(
    (span: Span, all: boolean) => {
      setDraft((before) => {
        if (!view || !before) return before;
        const passage = all && before.whole.scope === 'provision' ? before.whole : passageOf(view.blocks, span, across);
        return { ...before, passage, span };
      });
    },
    [view, across],
  );
  /** Ends it and gives the focus back to where it was begun, if that is still there. */
  const end = useCallback((giveBack: boolean) => {
    setDraft(null);
    const element = from.current;
    from.current = null;
    if (giveBack && element?.isConnected) element.focus({ preventScroll: true });
  }, []);
  return useMemo(() => ({ draft, begin, beginTreaty, narrow, end }), [draft, begin, beginTreaty, narrow, end]);
}

const samePlace = (one: Passage, other: Passage): boolean =>
  one.scope === other.scope && one.start === other.start && one.end === other.end;

const spanOf = ({ start, end }: Passage): Span | null => (start === null || end === null ? null : { start, end });

function wholeOf(view: TreatyView, passage: Passage): Passage {
  const provision = passage.eId === null ? null : view.blocks.root.ownerDocument.getElementById(passage.eId);
  if (!provision || passage.start === null || passage.end === null) return passage;
  const whole = provisionPassage(view.blocks, provision);
  const holds = whole?.start != null && whole.end != null && whole.start <= passage.start && whole.end >= passage.end;
  return whole && holds ? whole : passage;
}
