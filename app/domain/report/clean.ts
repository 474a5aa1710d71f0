import type { Body, List, TextSpan } from '../concern/body';
import { cleanCharacters, plainCharacters } from '../concern/characters';
import { safeLink } from '../concern/link';

/** Words as every format can hold and show them; line ends stay. */
export const cleanText = (text: string): string => plainCharacters(cleanCharacters(text));

/** Words on one line. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ').trim();

/** A web or mail address that may be a link, or null. */
export const cleanLink = (href: string): string | null => safeLink(href);

function cleanSpan({ t, b, i, href }: TextSpan): TextSpan {
  const link = href === undefined ? null : cleanLink(href);
  return { t: cleanText(t), ...(b && { b }), ...(i && { i }), ...(link !== null && { href: link }) };
}

const cleanSpans = (spans: readonly TextSpan[]): TextSpan[] => spans.map(cleanSpan).filter((span) => span.t !== '');

function cleanList({ ordered, items }: List): List {
  return { ordered, items: items.map(({ c, sub }) => ({ c: cleanSpans(c), ...(sub && { sub: cleanList(sub) }) })) };
}

/**
 * A body with clean words and safe links only. What is stored has passed the same rules at the door; a file that leaves
 * the house does not rely on that.
 */
export function cleanBody(body: Body): Body {
  return {
    v: 1,
    blocks: body.blocks.map((block) =>
      block.k === 'list' ? { k: 'list', ...cleanList(block) } : { k: block.k, c: cleanSpans(block.c) },
    ),
  };
}
