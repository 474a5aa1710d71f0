import { useEffect, useId, useRef, useState } from 'react';
import type { ReaderWords } from '#app/domain/words/reader.en';
import { Button } from '#app/ui/buttons';
import { quoteOf } from './blocks';
import type { Span } from './blocks';
import { trimmed } from './offsets';
import { plural } from './say';
import type { TreatyView } from './treaty-view';

export interface PassageNarrowerProps {
  view: TreatyView;
  /** The whole that one may choose from. */
  whole: Span;
  chosen: Span;
  words: ReaderWords;
  onChoose: (span: Span, all: boolean) => void;
}

/**
 * Choosing words without a mouse: the provision stands in a field where every browser and screen reader already knows how
 * to select (Shift and arrows, by word, to the end), and nothing can be typed.
 */
export function PassageNarrower({ view, whole, chosen, words, onChoose }: PassageNarrowerProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const home = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  const [count, setCount] = useState(0);
  const [open, setOpen] = useState(false);
  const text = quoteOf(view.blocks, whole);

  useEffect(() => {
    const element = field.current;
    if (!element || !open) return;
    const refuse = (event: Event) => event.preventDefault();
    const onSelect = () => setCount(wordsIn(element.value.slice(element.selectionStart, element.selectionEnd)));
    element.addEventListener('beforeinput', refuse);
    element.addEventListener('drop', refuse);
    element.ownerDocument.addEventListener('selectionchange', onSelect);
    element.addEventListener('select', onSelect);
    element.focus({ preventScroll: true });
    element.setSelectionRange(chosen.start - whole.start, chosen.end - whole.start);
    onSelect();
    return () => {
      element.removeEventListener('beforeinput', refuse);
      element.removeEventListener('drop', refuse);
      element.ownerDocument.removeEventListener('selectionchange', onSelect);
      element.removeEventListener('select', onSelect);
    };
    // The selection belongs to the person once the field is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when another passage is chosen
  }, [open, whole.start, whole.end]);

  useEffect(() => {
    // The pressed button is gone: the focus goes to the one that opens the field again.
    if (wasOpen.current && !open) home.current?.querySelector('button')?.focus({ preventScroll: true });
    wasOpen.current = open;
  }, [open]);

  const use = () => {
    const element = field.current;
    if (!element) return;
    const picked = wholeWords(text, element.selectionStart, element.selectionEnd);
    const span = trimmed(view.blocks, { start: whole.start + picked[0], end: whole.start + picked[1] });
    if (!span) return;
    onChoose(span, span.start === whole.start && span.end === whole.end);
    setOpen(false);
  };

  if (!open) {
    return (
      <div ref={home}>
        <Button tone="quiet" size="small" aria-expanded={false} onClick={() => setOpen(true)}>
          {words.passage.narrow}
        </Button>
      </div>
    );
  }
  return (
    <div className="passage-narrower">
      <label className="field-label" htmlFor={id}>
        {words.passage.provisionText}
      </label>
      <p className="field-hint" id={`${id}-hint`}>
        {words.passage.narrowHint}
      </p>
      <textarea
        ref={field}
        id={id}
        className="input"
        aria-describedby={`${id}-hint`}
        dir="auto"
        rows={6}
        inputMode="none"
        spellCheck={false}
        value={text}
        onChange={() => {}}
      />
      <div className="cluster">
        <Button size="small" onClick={use} aria-disabled={count === 0 || undefined}>
          {words.passage.narrowUse}
        </Button>
        <Button
          tone="quiet"
          size="small"
          onClick={() => {
            onChoose(whole, true);
            setOpen(false);
          }}
        >
          {words.passage.narrowWhole}
        </Button>
        <span className="count" role="status">
          {plural(words.words, count, words.locale)}
        </span>
      </div>
    </div>
  );
}

const WORD = /[\p{L}\p{M}\p{N}’'-]/u;
const wordsIn = (text: string): number => text.match(/[\p{L}\p{M}\p{N}’'-]+/gu)?.length ?? 0;

/** Half a word at either end is taken whole, where the script has spaces between words. */
export function wholeWords(text: string, start: number, end: number): [number, number] {
  if (start >= end || !text.includes(' ')) return [start, end];
  let from = start;
  let to = end;
  while (from > 0 && WORD.test(text[from] ?? '') && WORD.test(text[from - 1] ?? '')) from -= 1;
  while (to < text.length && WORD.test(text[to - 1] ?? '') && WORD.test(text[to] ?? '')) to += 1;
  return [from, to];
}
