import { around, attribute, BLOCKS, elementsIn, firstChild, isElement, seenText } from './html-tree';
import type { Element, Node } from './html-tree';

/** Which elements of a page are marks of footnotes, and which are the notes themselves. */
export interface Notes {
  readonly marks: ReadonlySet<Element>;
  readonly notes: ReadonlySet<Element>;
  /** Raised numbers and letters without a note to go with them. */
  readonly unexplained: ReadonlySet<Element>;
}

const MARK = /^[([]?(\d{1,3}|[a-z]|[*†‡§]{1,4})[)\]]?[*.]?$/i;
const NOTEISH =
  /(?:^|[\s_-])(?:(?:foot|end)?note(?:ref|tag|mark|call)?s?|fn|ftnref|super|doc-noteref|noteref)(?:$|[\s_-])/i;
const NOTES = /(?:^|[\s_-])(?:(?:foot|end)notes?|footnote-?list|doc-(?:foot|end)notes?)(?:$|[\s_-])/i;
// A power or an ordinal: m2, 10-3, 1er, 5th.
const UNIT = /(?:^|[^\p{L}])(?:[kcdmµ]?m|[kmg]?g|l|ha|\d|[xn])\s*$/iu;
const LONGEST = 4000;

const says = (element: Element) => ['class', 'role', 'epub:type'].map((name) => attribute(element, name)).join(' ');
const markOf = (element: Element): string | null => {
  const text = seenText(element, 12).replace(/\s+/g, '');
  return MARK.exec(text)?.[1]?.toLowerCase() ?? null;
};
const fragment = (element: Element): string => /#(.{1,200})$/.exec(attribute(element, 'href'))?.[1] ?? '';
const idsOf = (element: Element) => [attribute(element, 'id'), attribute(element, 'name')].filter((id) => id !== '');

/** The row, list item or paragraph that an element begins. */
function blockOf(element: Element): Element | null {
  let at: Element | null = element;
  while (at && !BLOCKS.has(at.tagName)) at = around(at);
  if (!at) return null;
  for (
    let up: Element | null = around(at);
    up && ['td', 'li', 'tr', 'dt', 'dd'].includes(up.tagName);
    up = around(up)
  ) {
    if (firstChild(up) !== at) break;
    at = up;
  }
  return ['body', 'html', 'table', 'ol', 'ul', 'main', 'article'].includes(at.tagName) ? null : at;
}

function raised(element: Element): boolean {
  const family = [element, around(element), firstChild(element)];
  return family.some((one) => one && (one.tagName === 'sup' || NOTEISH.test(says(one))));
}

const startsWith = (block: Element, mark: string): boolean =>
  seenText(block, 40)
    .trim()
    .replace(/^[([\s]+/, '')
    .toLowerCase()
    .startsWith(mark);

/**
 * Finds footnotes: a raised or linked mark whose link leads to a note, a raised mark that a block below begins with, and
 * blocks that the page itself calls footnotes.
 */
export function findNotes(root: Element): Notes {
  const all = elementsIn(root);
  const order = new Map(all.map((one, i) => [one, i]));
  const byId = new Map<string, Element>();
  for (const one of all) for (const id of idsOf(one)) if (!byId.has(id)) byId.set(id, one);
  const marks = new Set<Element>();
  const notes = new Set<Element>();
  const unexplained = new Set<Element>();
  const within = (one: Element, blocks: ReadonlySet<Element>): boolean => {
    for (let up: Element | null = one; up; up = around(up)) if (blocks.has(up)) return true;
    return false;
  };

  for (const one of all) if (NOTES.test(says(one)) && BLOCKS.has(one.tagName)) notes.add(one);
  const backlinks = (block: Element, from: Element): boolean => {
    const near = new Set([from, around(from), firstChild(from)].flatMap((e) => (e ? idsOf(e) : [])));
    return near.size > 0 && elementsIn(block, 50).some((e) => near.has(fragment(e)));
  };
  const long = new Map<Element, boolean>();
  const isLong = (block: Element): boolean => {
    const known = long.get(block) ?? seenText(block, LONGEST).length >= LONGEST;
    long.set(block, known);
    return known;
  };
  for (const one of all) {
    if (one.tagName !== 'a' || fragment(one) === '') continue;
    const mark = markOf(one);
    const target = byId.get(fragment(one));
    const block = mark && target ? blockOf(target) : null;
    if (!mark || !block || /^h\d$/.test(block.tagName) || isLong(block)) continue;
    const below = (order.get(block) as number) > (order.get(one) as number);
    if (!below || within(one, new Set([block]))) continue;
    const sure = within(block, notes) || backlinks(block, one) || startsWith(block, mark);
    if (!sure || !(raised(one) || (backlinks(block, one) && !/^[a-z]$/i.test(mark)))) continue;
    marks.add(one);
    notes.add(block);
  }

  // A list of notes may hold some that nothing in the text leads to.
  for (const list of new Set([...notes].map(around))) {
    const siblings = list?.childNodes.filter(isElement) ?? [];
    const known = siblings.filter((one) => notes.has(one));
    if (known.length < 2) continue;
    for (const one of siblings) {
      const like = one.tagName === known[0]?.tagName && /^[([]?\d{1,3}[)\].\s]/.test(seenText(one, 12).trim());
      if (like && (order.get(one) as number) > (order.get(known[0] as Element) as number)) notes.add(one);
    }
  }

  const previous = new Map<Node, Node>();
  for (const one of all) {
    one.childNodes.forEach((child, i) => {
      const last = one.childNodes[i - 1];
      if (last) previous.set(child, last);
    });
  }
  const before = (one: Element): string => {
    const last = previous.get(one);
    return last ? seenText(last, 2000).slice(-12) : '';
  };
  const sups = all.filter((one) => one.tagName === 'sup' && !within(one, marks) && !within(one, notes));
  const loose = sups.filter((one) => !elementsIn(one, 50).some((inner) => marks.has(inner)));
  const opening = new Map<string, Element>();
  const begins = (sup: Element) => {
    const block = blockOf(sup);
    return block && !/^h\d$/.test(block.tagName) && seenText(block, 40).trim().startsWith(seenText(sup, 12).trim())
      ? block
      : null;
  };
  for (const sup of loose) {
    const [mark, block] = [markOf(sup), begins(sup)];
    if (mark && block) opening.set(mark, block);
  }
  for (const sup of loose) {
    const mark = markOf(sup);
    if (!mark || begins(sup)) continue;
    const block = opening.get(mark);
    if (block && (order.get(block) as number) > (order.get(sup) as number)) {
      marks.add(sup);
      notes.add(block);
    } else if (/^\d|[*†‡§]/.test(mark) && !UNIT.test(before(sup))) unexplained.add(sup);
  }
  return { marks, notes, unexplained };
}
