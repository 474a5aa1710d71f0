import type { Furniture } from '#app/domain/treaty/outline';
import { around, attribute, elementsIn, seenText } from './html-tree';
import type { Element } from './html-tree';

const MEASURED = 2_000_000;

/** The element in which a page says that its own matter stands, when most of its words do stand there; or null. */
export function mainOf(body: Element): Element | null {
  const mains = elementsIn(body).filter((one) => one.tagName === 'main' || attribute(one, 'role') === 'main');
  const [main] = mains;
  if (!main || mains.length > 1) return null;
  return seenText(main, MEASURED).length * 2 >= seenText(body, MEASURED).length ? main : null;
}

/** True for the main element alone: what is inside it follows from there. */
export const inMain = (element: Element, main: Element | null): boolean => element === main;

function sectioned(element: Element): boolean {
  for (let up = around(element); up; up = around(up)) if (/^(?:main|article|section)$/.test(up.tagName)) return true;
  return false;
}

/** What a block is when it frames the page rather than being its matter: menus, page heads and feet, asides. */
export function frameOf(element: Element, main: Element | null): Furniture['what'] | undefined {
  const role = attribute(element, 'role');
  if (element.tagName === 'nav' || role === 'navigation') {
    const links = elementsIn(element, 200).filter((one) => attribute(one, 'href').startsWith('#'));
    return links.length >= 3 ? 'contents' : 'note';
  }
  if (element.tagName === 'aside' || /^(?:complementary|search|dialog|alert)$/.test(role)) return 'note';
  if (element === main) return undefined;
  const edge = /^(?:header|footer)$/.test(element.tagName) && !sectioned(element);
  if (!edge && role !== 'banner' && role !== 'contentinfo') return undefined;
  // The name of the instrument may stand in the head of the page.
  return elementsIn(element, 500).some((one) => one.tagName === 'h1') ? undefined : 'running-header';
}
