import type { Scope } from '#app/domain/concern/thread';
import { lastAtMost, quoteOf } from './blocks';
import type { Blocks, Span } from './blocks';
import { fill } from './say';

/** What a new concern will be about. Offsets are null for the whole treaty only. */
export interface Passage {
  readonly scope: Scope;
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string;
  /** The innermost provision that holds all of it, else the one that it begins in; null for the whole treaty. */
  readonly eId: string | null;
  readonly citation: string;
}

export const WHOLE_TREATY: Passage = { scope: 'treaty', start: null, end: null, quote: '', eId: null, citation: '' };

export function passageOf(blocks: Blocks, span: Span, across: string): Passage {
  const first = provisionAt(blocks, span.start);
  const last = provisionAt(blocks, span.end - 1);
  let around = first;
  while (around && last && !around.contains(last)) around = around.parentElement?.closest('.provision') ?? null;
  const inOneArticle = around?.closest('.p-article, .p-recital, .p-annex, .p-preamble') ?? null;
  const whole = around && (inOneArticle || around === first) ? around : null;
  const ends = { first: citationOf(first), last: citationOf(last) };
  return {
    scope: 'passage',
    ...span,
    quote: quoteOf(blocks, span),
    eId: (whole ?? first)?.id ?? null,
    citation: whole ? citationOf(whole) : fill(across, ends),
  };
}

/** A provision with everything in it; null when it holds no words. */
export function provisionPassage(blocks: Blocks, provision: Element): Passage | null {
  const inside = provision.querySelectorAll<HTMLElement>('[data-s]');
  const first = inside[0];
  const last = inside[inside.length - 1];
  if (!first || !last) return null;
  const start = Number(first.dataset.s);
  const end = Number(last.dataset.s) + (last.textContent ?? '').length;
  const quote = quoteOf(blocks, { start, end });
  return { scope: 'provision', start, end, quote, eId: provision.id, citation: citationOf(provision) };
}

export function provisionAt(blocks: Blocks, offset: number): Element | null {
  return blocks.elements[Math.max(0, lastAtMost(blocks.starts, offset))]?.closest('.provision') ?? null;
}

/** The server wrote the citation on the provision's own button. */
export function citationOf(provision: Element | null): string {
  for (const child of provision?.children ?? []) {
    if (child.classList.contains('p-tools')) return child.querySelector('button')?.dataset.cite ?? '';
  }
  return '';
}
