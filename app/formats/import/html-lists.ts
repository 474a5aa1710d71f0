import { readItem } from '#app/domain/treaty/items';
import { readLevel } from '#app/domain/treaty/levels';
import { toLetters, toRoman } from '#app/domain/treaty/numbers';
import { attribute, children, hasAttribute, seenText } from './html-tree';
import type { Element } from './html-tree';

const STYLE = /list-style(?:-type)?\s*:\s*([a-z-]+)/i;
const LIMIT = 1_000_000;
const integer = (value: string): number | null => {
  const n = /^\s*[+-]?\d{1,7}/.exec(value) ? Number.parseInt(value, 10) : null;
  return n !== null && Math.abs(n) <= LIMIT ? n : null;
};

function format(n: number, type: string): string {
  const countable = n >= 1 && n <= 3999;
  if (countable && /^(?:a|lower-(?:alpha|latin))$/.test(type)) return `${alphabetic(n)}.`;
  if (countable && /^(?:A|upper-(?:alpha|latin))$/.test(type)) return `${alphabetic(n).toUpperCase()}.`;
  if (countable && /^(?:i|lower-roman)$/.test(type)) return `${toRoman(n)}.`;
  if (countable && /^(?:I|upper-roman)$/.test(type)) return `${toRoman(n).toUpperCase()}.`;
  return `${n}.`;
}
// Browsers count ..., y, z, aa, ab, ...; toLetters is for labels of one alphabet.
const alphabetic = (n: number): string =>
  n <= 26 ? toLetters(n) : alphabetic(Math.floor((n - 1) / 26)) + toLetters(((n - 1) % 26) + 1);

/** True when a list item's own words begin with a label, so that the page counts nothing in front of it. */
export function labelled(item: Element): boolean {
  const start = seenText(item, 80).trim();
  const label = readItem(start);
  return (label !== null && label.wrapper !== 'bare' && label.wrapper !== 'bullet') || readLevel(start) !== null;
}

/** The labels that a browser shows in front of the items of a list, in their order; "" for none. */
export function listLabels(list: Element): ReadonlyMap<Element, string> {
  const items = children(list).filter((one) => one.tagName === 'li');
  const labels = new Map<Element, string>();
  const style = STYLE.exec(attribute(list, 'style'))?.[1]?.toLowerCase();
  const own = items.length > 0 && items.every(labelled);
  const type = style ?? attribute(list, 'type');
  const bullets = list.tagName !== 'ol' && !(style && /alpha|latin|roman|decimal/.test(style));
  const backwards = hasAttribute(list, 'reversed');
  let n = integer(attribute(list, 'start')) ?? (backwards ? items.length : 1);
  for (const item of items) {
    n = integer(attribute(item, 'value')) ?? n;
    const itemStyle = STYLE.exec(attribute(item, 'style'))?.[1]?.toLowerCase() ?? type;
    const none = own || itemStyle === 'none';
    labels.set(item, none ? '' : bullets ? '•' : format(n, attribute(item, 'type') || itemStyle));
    n += backwards ? -1 : 1;
  }
  return labels;
}
