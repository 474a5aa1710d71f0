import { useEffect, useRef, useState } from 'react';

export interface Shortcuts {
  onNext: () => void;
  onPrevious: () => void;
  onRaise: () => void;
  onHelp: () => void;
  /** Works with single keys switched off as well. */
  onEscape: () => void;
}

const STORED = 'proviso.keys';

/**
 * Single keys, while nobody writes. Speech users set them off by accident, so they can be switched off; the choice stays
 * in this browser.
 */
export function useShortcuts(shortcuts: Shortcuts): { on: boolean; setOn: (on: boolean) => void } {
  const [on, setOn] = useState(true);
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => setOn(stored() !== 'off'), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return;
      const target = event.target as Element | null;
      if (target?.closest?.('input, textarea, select, [contenteditable=""], [contenteditable="true"], dialog')) return;
      if (event.key === 'Escape') return latest.current.onEscape();
      if (!on) return;
      const { onNext, onPrevious, onRaise, onHelp } = latest.current;
      const run = { j: onNext, n: onNext, k: onPrevious, p: onPrevious, c: onRaise, '?': onHelp }[event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [on]);
  return {
    on,
    setOn: (next) => {
      setOn(next);
      try {
        localStorage.setItem(STORED, next ? 'on' : 'off');
      } catch {
        // A browser that keeps nothing: the choice lasts as long as the page.
      }
    },
  };
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}
