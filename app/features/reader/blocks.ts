/**
 * The quotable blocks of the treaty on the page, found once. `starts[i]` is the canonical offset (UTF-16) of block i's
 * first character, ascending; `texts[i]` what it said then, so that a change by somebody else (a translating browser) is
 * noticed before anyone quotes it.
 */
export interface Blocks {
  readonly root: HTMLElement;
  readonly elements: readonly HTMLElement[];
  readonly starts: Int32Array;
  readonly texts: readonly string[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export function findBlocks(root: HTMLElement): Blocks {
  const elements = [...root.querySelectorAll<HTMLElement>('[data-s]')];
  const starts = new Int32Array(elements.length);
  const texts = elements.map((element, i) => {
    starts[i] = Number(element.dataset.s);
    // Parsers cut very long text into several nodes.
    if (element.childNodes.length > 1) element.normalize();
    return element.textContent ?? '';
  });
  return { root, elements, starts, texts };
}

/** Index of the last number that is at most `value`; -1 when all are greater. */
export function lastAtMost(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export const endOf = (blocks: Blocks, i: number): number => (blocks.starts[i] ?? 0) + (blocks.texts[i]?.length ?? 0);

/** The characters between two offsets, "\n" between blocks: the same that the server has. */
export function quoteOf(blocks: Blocks, { start, end }: Span): string {
  const parts: string[] = [];
  for (let i = Math.max(0, lastAtMost(blocks.starts, start)); i < blocks.elements.length; i++) {
    const from = blocks.starts[i] ?? 0;
    if (from >= end) break;
    if (endOf(blocks, i) > start) parts.push((blocks.texts[i] ?? '').slice(Math.max(0, start - from), end - from));
  }
  return parts.join('\n');
}

/** One range for each block that the span touches; a block that was changed by somebody else gives none. */
export function rangesFor(blocks: Blocks, { start, end }: Span): StaticRange[] {
  const ranges: StaticRange[] = [];
  for (let i = Math.max(0, lastAtMost(blocks.starts, start)); i < blocks.elements.length; i++) {
    const from = blocks.starts[i] ?? 0;
    if (from >= end) break;
    const node = blocks.elements[i]?.firstChild;
    const length = blocks.texts[i]?.length ?? 0;
    const startOffset = Math.max(0, start - from);
    const endOffset = Math.min(length, end - from);
    if (startOffset >= endOffset || node?.nodeType !== 3 || (node as Text).length !== length) continue;
    ranges.push(new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }));
  }
  return ranges;
}

/** The same as one live range, from the first character to the last: for measuring and for selecting. */
export function liveRange(blocks: Blocks, span: Span): Range | null {
  const ranges = rangesFor(blocks, span);
  const first = ranges[0];
  const last = ranges.at(-1);
  if (!first || !last) return null;
  const range = blocks.root.ownerDocument.createRange();
  range.setStart(first.startContainer, first.startOffset);
  range.setEnd(last.endContainer, last.endOffset);
  return range;
}
