import { attribute } from './html-tree';
import type { Element } from './html-tree';

// EUR-Lex names its paragraphs, in the Official Journal's edition and in consolidated ones.
const HEADINGS: readonly (readonly [RegExp, number])[] = [
  [/^(?:oj-)?(?:doc-ti|hd-ti)$|^title-doc-(?:first|last)$/, 1],
  [/^(?:oj-)?ti-(?:section|grseq)-1$|^title-division-1$|^(?:title-annex|ti-annex)-?1?$/, 2],
  [/^(?:oj-)?ti-section-2$|^title-division-2$/, 3],
  [/^(?:oj-)?ti-art$|^title-article-norm$/, 4],
  [/^(?:oj-)?sti-art$|^stitle-article-norm$/, 5],
  // Pages of other houses: "article-title", "chapter_heading".
  [/^(?:article|chapter|section|part|annex)[-_]?(?:title|heading|head)$/, 4],
];
const UNITS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  em: 16,
  rem: 16,
  cm: 37.8,
  mm: 3.78,
  in: 96,
  pc: 16,
};
const LENGTH = /(?:^|;)\s*(?:margin|padding)-(?:left|right|inline-start)\s*:\s*([\d.]{1,8})(px|pt|r?em|cm|mm|in|pc)/gi;

/** The level of a heading, 1 the highest, or 0 for what is none. */
export function headingLevelOf(element: Element): number {
  const named = /^h([1-6])$/.exec(element.tagName);
  if (named) return Number(named[1]);
  if (attribute(element, 'role') === 'heading') return Math.min(9, Number(attribute(element, 'aria-level')) || 2);
  for (const name of attribute(element, 'class').toLowerCase().split(/\s+/)) {
    const found = HEADINGS.find(([pattern]) => pattern.test(name));
    if (found) return found[1];
  }
  return 0;
}

const RIGHT = /(?:margin|padding)-right/i;

/** How far an element stands in from the one around it, in CSS pixels, as far as the page itself says. */
export function indentOf(element: Element, rtl: boolean): number {
  if (/^(?:ul|ol|menu|dir|blockquote|dd)$/.test(element.tagName)) return 40;
  let indent = 0;
  for (const [rule, size, unit] of attribute(element, 'style').matchAll(LENGTH)) {
    if (RIGHT.test(rule) === rtl || /inline-start/i.test(rule))
      indent += Number(size) * (UNITS[(unit ?? '').toLowerCase()] ?? 1);
  }
  return Math.min(1000, Math.round(indent));
}

export const isBold = (element: Element): boolean =>
  /^(?:b|strong|th)$/.test(element.tagName) || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attribute(element, 'style'));

export const isCentred = (element: Element): boolean =>
  element.tagName === 'center' ||
  attribute(element, 'align').toLowerCase() === 'center' ||
  /text-align\s*:\s*center/i.test(attribute(element, 'style')) ||
  /(?:^|[\s-])cent(?:er|re)d?(?:$|\s)/.test(attribute(element, 'class'));

export const isStruck = (element: Element): boolean =>
  /^(?:del|s|strike)$/.test(element.tagName) || /text-decoration[^;]*line-through/i.test(attribute(element, 'style'));
