import { endOf, lastAtMost, rangesFor } from './blocks';
import type { Blocks, Span } from './blocks';
import { indexIntervals, overlapping } from './intervals';
import { layersOf, SEVERAL } from './layers';
import type { Painted } from './layers';

const LIT = 'lit';
const DRAFT = 'draft';
const PRIORITY: Readonly<Record<string, number>> = { 'c-resolved': -1, [SEVERAL]: 1, [DRAFT]: 2, [LIT]: 3 };

export const canPaint = (): boolean =>
  typeof CSS !== 'undefined' &&
  'highlights' in CSS &&
  typeof Highlight === 'function' &&
  typeof StaticRange === 'function';

/**
 * Paints passages with the CSS Custom Highlight API, without touching the document. Browsers look at every registered
 * range on each repaint, so only what is near the viewport is registered, and a scroll changes the difference only.
 * Where the browser cannot paint, every call does nothing.
 */
export class Painter {
  private readonly blocks: Blocks;
  private readonly able = canPaint();
  private spans: readonly Painted[] = [];
  private index = indexIntervals([]);
  private window: Span = { start: 0, end: 0 };
  /** What is registered, block by block. */
  private readonly shown = new Map<number, (readonly [Highlight, StaticRange])[]>();
  private readonly highlights = new Map<string, Highlight>();
  private readonly marks = new Map<string, Highlight>();

  constructor(blocks: Blocks) {
    this.blocks = blocks;
  }

  /** What there is to paint, in any order. Sorts, and paints what is near; the rest costs nothing until it comes near. */
  setPassages(spans: readonly Painted[]): void {
    if (!this.able) return;
    this.spans = spans;
    this.index = indexIntervals(spans);
    for (const highlight of this.highlights.values()) highlight.clear();
    this.shown.clear();
    this.show(this.window);
  }

  /** The stretch of the text that is near the viewport. */
  show(window: Span): void {
    if (!this.able) return;
    this.window = window;
    const low = Math.max(0, lastAtMost(this.blocks.starts, window.start));
    const high = lastAtMost(this.blocks.starts, window.end - 1);
    for (const [i, ranges] of this.shown) {
      if (i >= low && i <= high) continue;
      for (const [highlight, range] of ranges) highlight.delete(range);
      this.shown.delete(i);
    }
    for (let i = low; i <= high; i++) if (!this.shown.has(i)) this.shown.set(i, this.paint(i));
  }

  /** The passages of the concern in hand. */
  light(spans: readonly Span[]): void {
    this.mark(LIT, spans);
  }

  /** The passage that is being written about. */
  draft(span: Span | null): void {
    this.mark(DRAFT, span ? [span] : []);
  }

  clear(): void {
    if (!this.able) return;
    for (const name of [...this.highlights.keys(), ...this.marks.keys()]) CSS.highlights.delete(name);
    this.highlights.clear();
    this.shown.clear();
    this.marks.clear();
  }

  /** Registers what lies on one block. A range never leaves its block, so blocks can come and go one at a time. */
  private paint(i: number): (readonly [Highlight, StaticRange])[] {
    const within = { start: this.blocks.starts[i] ?? 0, end: endOf(this.blocks, i) };
    const spans = overlapping(this.index, within.start, within.end).map((at) => this.spans[at] as Painted);
    return layersOf(spans, within).flatMap(({ name, stretches }) => {
      let highlight = this.highlights.get(name);
      if (!highlight) this.highlights.set(name, (highlight = this.register(name)));
      return stretches
        .flatMap((stretch) => rangesFor(this.blocks, stretch))
        .map((range) => {
          highlight.add(range);
          return [highlight, range] as const;
        });
    });
  }

  private mark(name: string, spans: readonly Span[]): void {
    if (!this.able) return;
    let highlight = this.marks.get(name);
    if (!highlight) {
      if (spans.length === 0) return;
      this.marks.set(name, (highlight = this.register(name)));
    }
    highlight.clear();
    for (const span of spans) for (const range of rangesFor(this.blocks, span)) highlight.add(range);
  }

  private register(name: string): Highlight {
    const highlight = new Highlight();
    highlight.priority = PRIORITY[name] ?? 0;
    CSS.highlights.set(name, highlight);
    return highlight;
  }
}
