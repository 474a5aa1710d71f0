import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { draftOfKey, type Draft, type DraftContent } from './draft';
import { readDraft, removeDraft, writeDraft } from './draft-store';

/** `off`: no key. `blocked`: this browser keeps nothing. */
export type DraftState = 'off' | 'loading' | 'ready' | 'blocked';

export interface DraftKeeper {
  readonly state: DraftState;
  /** What was kept when the form opened. */
  readonly found: Draft | null;
  /**
   * Keeps it in the next pause of 300 ms, after a second even without one, and when the page goes away; null: there is
   * nothing (any more) to keep.
   */
  save(content: DraftContent | null): void;
  /** Writes now what `save` still holds back. */
  flush(): void;
  /** Throws the draft away: the person said so, or the server has the words. */
  clear(): Promise<void>;
}

const PAUSE = 300;
/** Somebody who types without a pause loses no more than this in a crash. */
const LONGEST = 1000;

/** Keeps one form's words on this device. `key` comes from `draftKey`; null keeps nothing. */
export function useDraft(key: string | null): DraftKeeper {
  const place = useMemo(() => (key === null ? null : draftOfKey(key)), [key]);
  const [state, setState] = useState<DraftState>(place ? 'loading' : 'off');
  const [found, setFound] = useState<Draft | null>(null);
  const pending = useRef<{ content: DraftContent | null; since: number; timer: ReturnType<typeof setTimeout> } | null>(
    null,
  );

  const flush = useCallback(() => {
    const held = pending.current;
    if (!held || !place) return;
    clearTimeout(held.timer);
    pending.current = null;
    const done = held.content ? writeDraft(place, place.slot, held.content) : removeDraft(place, place.slot);
    done.catch(() => setState('blocked'));
  }, [place]);

  useEffect(() => {
    setFound(null);
    setState(place ? 'loading' : 'off');
    if (!place) return;
    let here = true;
    readDraft(place, place.slot).then(
      (draft) => {
        if (!here) return;
        setFound(draft);
        setState('ready');
      },
      () => here && setState('blocked'),
    );
    const whenHidden = () => document.visibilityState === 'hidden' && flush();
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      here = false;
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', whenHidden);
      flush();
    };
  }, [place, flush]);

  const save = useCallback(
    (content: DraftContent | null) => {
      if (!place) return;
      const now = performance.now();
      const since = pending.current?.since ?? now;
      if (pending.current) clearTimeout(pending.current.timer);
      pending.current = { content, since, timer: setTimeout(flush, Math.min(PAUSE, since + LONGEST - now)) };
    },
    [place, flush],
  );

  const clear = useCallback(async () => {
    if (pending.current) clearTimeout(pending.current.timer);
    pending.current = null;
    setFound(null);
    if (place) await removeDraft(place, place.slot).catch(() => setState('blocked'));
  }, [place]);

  return { state, found, save, flush, clear };
}
