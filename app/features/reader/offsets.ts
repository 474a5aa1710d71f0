import { endOf, lastAtMost, quoteOf } from './blocks';
import type { Blocks, Span } from './blocks';

/**
 * The canonical offset of a point in the document. A point outside quotable text (in a number, the tools, another part of
 * the page, between two elements) is moved to the nearest text after it for `start`, before it for `end`; null when
 * there is none on that side.
 */
export function offsetOf(blocks: Blocks, node: Node, offset: number, edge: 'start' | 'end'): number | null {
  const own = blockAround(blocks, node);
  if (own >= 0) {
    const element = blocks.elements[own];
    const start = blocks.starts[own] ?? 0;
    if (node.nodeType === 3 && node.parentNode === element && element?.childNodes.length === 1) return start + offset;
    return start + Math.min(lengthBefore(element as HTMLElement, node, offset), blocks.texts[own]?.length ?? 0);
  }
  const before = blocksBefore(blocks, node, offset);
  if (edge === 'start') return before < blocks.elements.length ? (blocks.starts[before] ?? 0) : null;
  return before > 0 ? endOf(blocks, before - 1) : null;
}

/** Offset of the character under a point of the window; null when no quotable text is there. */
export function offsetAtPoint(blocks: Blocks, x: number, y: number): number | null {
  const doc = blocks.root.ownerDocument as Document & {
    caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node; offset: number } | null;
    caretRangeFromPoint?: (x: number, y: number) => Range | null;
  };
  let node: Node | undefined;
  let offset = 0;
  if (doc.caretPositionFromPoint) {
    const caret = doc.caretPositionFromPoint(x, y);
    node = caret?.offsetNode;
    offset = caret?.offset ?? 0;
  } else {
    const caret = doc.caretRangeFromPoint?.(x, y);
    node = caret?.startContainer;
    offset = caret?.startOffset ?? 0;
  }
  if (!node || blockAround(blocks, node) < 0) return null;
  return offsetOf(blocks, node, offset, 'start');
}

/** The selected passage, without white space at its ends; null when nothing quotable is selected. */
export function selectedSpan(blocks: Blocks, selection: Selection | null): Span | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(blocks.root)) return null;
  const start = offsetOf(blocks, range.startContainer, range.startOffset, 'start');
  const end = offsetOf(blocks, range.endContainer, range.endOffset, 'end');
  return start === null || end === null ? null : trimmed(blocks, { start, end });
}

export function trimmed(blocks: Blocks, span: Span): Span | null {
  if (span.start >= span.end) return null;
  const quote = quoteOf(blocks, span);
  // Between two blocks stands one "\n" that no block holds: a span may begin or end on it.
  const first = Math.max(0, lastAtMost(blocks.starts, span.start));
  const start = span.start >= endOf(blocks, first) ? (blocks.starts[first + 1] ?? span.start) : span.start;
  const lead = quote.length - quote.trimStart().length;
  const kept = quote.trim();
  if (kept === '') return null;
  return { start: start + lead, end: start + lead + kept.length };
}

/** False when a block of the span no longer says what it said when the page came. */
export function isIntact(blocks: Blocks, { start, end }: Span): boolean {
  for (let i = Math.max(0, lastAtMost(blocks.starts, start)); (blocks.starts[i] ?? end) < end; i++) {
    if (blocks.elements[i]?.textContent !== blocks.texts[i]) return false;
  }
  return true;
}

function blockAround(blocks: Blocks, node: Node): number {
  const element = (node.nodeType === 1 ? (node as Element) : node.parentElement)?.closest<HTMLElement>('[data-s]');
  if (!element || !blocks.root.contains(element)) return -1;
  const i = lastAtMost(blocks.starts, Number(element.dataset.s));
  return blocks.elements[i] === element ? i : -1;
}

function lengthBefore(element: HTMLElement, node: Node, offset: number): number {
  const range = element.ownerDocument.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** How many blocks begin before the point. They stand in document order, so a binary search finds it. */
function blocksBefore(blocks: Blocks, node: Node, offset: number): number {
  const point = blocks.root.ownerDocument.createRange();
  point.setStart(node, offset);
  let low = 0;
  let high = blocks.elements.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (point.comparePoint(blocks.elements[middle] as Node, 0) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
