import { Parser, Tokenizer, defaultTreeAdapter } from 'parse5';
import type { DefaultTreeAdapterMap, DefaultTreeAdapterTypes, Token } from 'parse5';
import { fail, ok, type Result } from '#app/domain/result';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const LONGEST = 10_000_000;
const MOST_ELEMENTS = 200_000;
const MOST_ATTRIBUTES = 200;
// Browsers stop nesting here as well.
const DEEPEST = 512;

class Excess extends Error {}

class BoundedTokenizer extends Tokenizer {
  protected override _leaveAttrName(): void {
    super._leaveAttrName();
    const { attrs } = this.currentToken as Token.TagToken;
    if (attrs.length > MOST_ATTRIBUTES) throw new Excess('has an element with more than 200 attributes');
  }
}

function boundedAdapter(): typeof defaultTreeAdapter {
  const depths = new WeakMap<object, number>();
  let elements = 0;
  const sink = (parent: Parent, child: object) => {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > DEEPEST) throw new Excess('is nested more than 512 deep');
    depths.set(child, depth);
  };
  return {
    ...defaultTreeAdapter,
    createElement(...made) {
      elements += 1;
      if (elements > MOST_ELEMENTS) throw new Excess('has more than 200,000 elements');
      return defaultTreeAdapter.createElement(...made);
    },
    appendChild(parent, child) {
      sink(parent, child);
      defaultTreeAdapter.appendChild(parent, child);
    },
    insertBefore(parent, child, before) {
      sink(parent, child);
      defaultTreeAdapter.insertBefore(parent, child, before);
    },
  };
}

/**
 * The `html` element of a page, put together as browsers do it. Nothing is run or fetched. Fails with `too-large` when the
 * page has more than 10 million characters, 200,000 elements, 200 attributes on one of them, or is nested deeper than 512.
 */
export function parsePage(html: string): Result<Element> {
  const refuse = (why: string) => fail('too-large', { detail: `This page cannot be read: it ${why}.` });
  if (html.length > LONGEST) return refuse('has more than 10 million characters');
  try {
    const options = { treeAdapter: boundedAdapter(), scriptingEnabled: false };
    const parser = new Parser<DefaultTreeAdapterMap>(options);
    parser.tokenizer = new BoundedTokenizer(parser.options, parser);
    parser.tokenizer.write(html, true);
    const root = parser.document.childNodes.find((node) => node.nodeName === 'html');
    return ok(root as Element);
  } catch (error) {
    if (error instanceof Excess) return refuse(error.message);
    throw error;
  }
}

export const isElement = (node: Node | undefined): node is Element => node !== undefined && 'tagName' in node;
export const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text';

/** An attribute's value, or "" when the element has none. */
export const attribute = (element: Element, name: string): string =>
  element.attrs.find((one) => one.name === name)?.value ?? '';
export const hasAttribute = (element: Element, name: string): boolean => element.attrs.some((one) => one.name === name);

/** The element around another, or null at the top. */
export const around = (node: Node): Element | null => {
  const parent = node.parentNode;
  return parent && 'tagName' in parent ? parent : null;
};

/** The elements below one, in document order; the first `most` of them. */
export function elementsIn(element: Element, most = Infinity, found: Element[] = []): Element[] {
  for (const child of element.childNodes) {
    if (found.length >= most) break;
    if (!isElement(child)) continue;
    found.push(child);
    elementsIn(child, most, found);
  }
  return found;
}

/** The element children of one, and the first of them. */
export const children = (element: Element): Element[] => element.childNodes.filter(isElement);
export const firstChild = (element: Element): Element | undefined => element.childNodes.find(isElement);

const UNSEEN = new Set(
  'head script style template noscript title iframe object video audio canvas embed svg rp datalist'.split(' '),
);

/** True for what nobody sees on the page, whatever it holds. */
export function isUnseen(element: Element): boolean {
  if (UNSEEN.has(element.tagName) || hasAttribute(element, 'hidden')) return true;
  if (element.tagName === 'input') return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style'));
}

/** The words that a person sees of a node, white space as it stands; at least the first `most` characters of them. */
export function seenText(node: Node, most: number): string {
  const words: string[] = [];
  let left = most;
  // Elements without a word in them must not make a short question long.
  let steps = most * 4 + 200;
  const visit = (next: Node): void => {
    steps -= 1;
    if (isText(next)) {
      words.push(next.value);
      left -= next.value.length;
    } else if (isElement(next) && !isUnseen(next)) {
      if (BLOCKS.has(next.tagName) || next.tagName === 'br') words.push('\n');
      for (const child of next.childNodes) {
        if (left <= 0 || steps <= 0) return;
        visit(child);
      }
    }
  };
  visit(node);
  return words.join('');
}

/** Elements that begin and end a line of their own. */
export const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre search section select ' +
    'summary table tbody td textarea tfoot th thead tr ul xmp'
  ).split(' '),
);
