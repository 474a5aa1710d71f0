import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { ConcernMark } from '#app/domain/concern/mark';
import type { ReaderWords } from '#app/domain/words/reader.en';
import { fill, plural } from './say';

export interface OpenCardProps {
  number: number;
  /** Null when the page does not know it (yet). */
  concern: ConcernMark | null;
  /** Concerns that lie over each other where somebody pressed, this one among them. */
  here: readonly ConcernMark[];
  /** Moves the focus in, as after a key or in the sheet: to the card, or to the switch between those that overlap. */
  takeFocus: 'card' | 'here' | null;
  words: ReaderWords;
  onOpen: (number: number, focus: 'card' | 'here') => void;
  onClose: () => void;
  children: ReactNode;
}

export function OpenCard({ number, concern, here, takeFocus, words, onOpen, onClose, children }: OpenCardProps) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const target = takeFocus === 'here' ? card.current?.querySelector<HTMLElement>('[aria-pressed="true"]') : null;
    if (takeFocus) (target ?? card.current)?.focus({ preventScroll: true });
  }, [takeFocus, number]);
  return (
    <article
      ref={card}
      tabIndex={-1}
      id={`concern-${number}`}
      className={`concern-card is-open c-${concern?.category ?? 'none'}${concern?.status === 'resolved' ? ' is-resolved' : ''}`}
      aria-label={fill(words.concern, { number })}
    >
      <div className="card-top card-bar">
        {here.length > 1 ? <Here number={number} here={here} words={words} onOpen={onOpen} /> : <span />}
        <button
          type="button"
          className="button button-quiet button-small button-icon"
          aria-label={words.close}
          onClick={onClose}
        >
          <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
            <path d="M1.5 1.5l9 9m0-9l-9 9" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
          </svg>
        </button>
      </div>
      {children}
    </article>
  );
}

/** Every concern under the pressed words, innermost first; arrow keys go round. */
function Here({ number, here, words, onOpen }: Pick<OpenCardProps, 'number' | 'here' | 'words' | 'onOpen'>) {
  const group = useRef<HTMLDivElement>(null);
  const at = here.findIndex((one) => one.number === number);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const sideways = event.key === 'ArrowRight' || event.key === 'ArrowLeft';
    const rtl = sideways && group.current !== null && getComputedStyle(group.current).direction === 'rtl';
    const to = here[(at + (rtl ? -step : step) + here.length) % here.length];
    event.preventDefault();
    if (!to) return;
    onOpen(to.number, 'here');
  };
  const label = plural(words.concernsHere, here.length, words.locale);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys of the buttons inside bubble to here
    <div ref={group} className="card-here" role="group" aria-label={label} onKeyDown={onKeyDown}>
      <span aria-hidden="true">{label}</span>
      {here.map((one) => (
        <button
          key={one.number}
          type="button"
          className={`chip c-${one.category}`}
          aria-pressed={one.number === number}
          aria-label={`${fill(words.concern, { number: one.number })}, ${words.taxonomy.categories[one.category]}`}
          tabIndex={one.number === number ? 0 : -1}
          onClick={() => onOpen(one.number, 'here')}
        >
          {one.number}
        </button>
      ))}
    </div>
  );
}
