import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

export interface MenuProps {
  label: ReactNode;
  /** What a screen reader says when the visible label alone would not do. */
  ariaLabel?: string;
  /** Which edge of the button the panel keeps to. */
  align?: 'start' | 'end';
  bare?: boolean;
  children: ReactNode;
}

/** A disclosure of links and buttons (class menu-item). Opens without scripts; with them it also closes on Escape and outside. */
export function Menu({ label, ariaLabel, align = 'start', bare, children }: MenuProps) {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const details = ref.current;
    if (!details) return;
    const onPointer = (event: Event) => {
      if (details.open && !details.contains(event.target as Node)) details.open = false;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !details.open) return;
      const hadFocus = details.contains(document.activeElement);
      details.open = false;
      if (hadFocus) details.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('focusin', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('focusin', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  const className = `menu${align === 'end' ? ' menu-end' : ''}${bare ? ' menu-bare' : ''}`;
  return (
    <details className={className} ref={ref}>
      <summary aria-label={ariaLabel}>
        <span className="menu-label">{label}</span>
      </summary>
      <div className="menu-panel">{children}</div>
    </details>
  );
}
