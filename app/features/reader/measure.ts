import { lastAtMost } from './blocks';
import type { Blocks, Span } from './blocks';

/** Where the blocks stand, in CSS pixels from the top of the treaty's region; measured once for each layout of the page. */
export interface Measure {
  readonly tops: Float64Array;
  readonly bottoms: Float64Array;
  /** Greatest bottom of this block and all before it: ascending, whatever the layout does. */
  readonly reach: Float64Array;
  /** Top of the region in the page (not in the window). */
  readonly pageTop: number;
  readonly lineHeight: number;
  /** Down to the last line of the text. */
  readonly height: number;
}

/** Reads the layout of every block at once, without writing in between: one reflow at most. */
export function measure(blocks: Blocks): Measure {
  const region = blocks.root.getBoundingClientRect();
  const count = blocks.elements.length;
  const tops = new Float64Array(count);
  const bottoms = new Float64Array(count);
  const reach = new Float64Array(count);
  let furthest = 0;
  for (let i = 0; i < count; i++) {
    const box = blocks.elements[i]?.getBoundingClientRect();
    tops[i] = (box?.top ?? 0) - region.top;
    bottoms[i] = (box?.bottom ?? 0) - region.top;
    furthest = Math.max(furthest, bottoms[i] ?? 0);
    reach[i] = furthest;
  }
  const view = blocks.root.ownerDocument.defaultView;
  const lineHeight = view ? Number.parseFloat(view.getComputedStyle(blocks.root).lineHeight) : Number.NaN;
  return {
    tops,
    bottoms,
    reach,
    pageTop: region.top + (view?.scrollY ?? 0),
    lineHeight: lineHeight > 0 ? lineHeight : 28,
    height: furthest,
  };
}

/** Canonical offsets of the blocks between two heights of the region, half-open. */
export function offsetsBetween(blocks: Blocks, places: Measure, top: number, bottom: number): Span {
  const count = blocks.elements.length;
  const first = Math.min(count - 1, lastAtMost(places.reach, top) + 1);
  const last = lastAtMost(places.tops, bottom);
  if (last < first || first < 0) return { start: 0, end: 0 };
  return { start: blocks.starts[first] ?? 0, end: (blocks.starts[last] ?? 0) + (blocks.texts[last]?.length ?? 0) };
}

/**
 * About how far down an offset stands, to the line: its share of its block. Asking the browser for ten thousand ranges
 * would take longer than everything else together; whoever needs it exact asks for one.
 */
export function topOf(blocks: Blocks, places: Measure, offset: number): number {
  const i = Math.max(0, lastAtMost(blocks.starts, offset));
  const length = blocks.texts[i]?.length ?? 0;
  const top = places.tops[i] ?? 0;
  if (length === 0) return top;
  const lines = Math.max(1, Math.round(((places.bottoms[i] ?? top) - top) / places.lineHeight));
  const share = Math.min(1, (offset - (blocks.starts[i] ?? 0)) / length);
  return top + Math.min(lines - 1, Math.floor(share * lines)) * places.lineHeight;
}
