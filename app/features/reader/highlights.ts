import { lastAtMost, rangesFor } from './blocks';
import type { Blocks, Span } from './blocks';
import { layersOf, SEVERAL } from './layers';
import type { Layer, Painted } from './layers';

/** One layer on the screen: the stretches from `low` to `high` (half-open) are registered. */
interface Registered {
  readonly layer: Layer;
  readonly highlight: Highlight;
  readonly ranges: Map<number, StaticRange[]>;
  low: number;
  high: number;
}

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
  private layers: Registered[] = [];
  private window: Span = { start: 0, end: 0 };
  private readonly marks = new Map<string, Highlight>();

  constructor(blocks: Blocks) {
    this.blocks = blocks;
  }

  /** What there is to paint, in any order. */
  setPassages(spans: readonly Painted[]): void {
    if (!this.able) return;
    const before = new Map(this.layers.map((one) => [one.layer.name, one]));
    this.layers = layersOf(spans).map((layer) => {
      const highlight = before.get(layer.name)?.highlight ?? this.register(layer.name);
      highlight.clear();
      before.delete(layer.name);
      return { layer, highlight, ranges: new Map(), low: 0, high: 0 };
    });
    for (const gone of before.keys()) CSS.highlights.delete(gone);
    this.show(this.window);
  }

  /** The stretch of the text that is near the viewport. */
  show(window: Span): void {
    if (!this.able) return;
    this.window = window;
    for (const one of this.layers) this.slide(one, window);
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
    for (const one of this.layers) CSS.highlights.delete(one.layer.name);
    for (const name of this.marks.keys()) CSS.highlights.delete(name);
    this.layers = [];
    this.marks.clear();
  }

  private slide(one: Registered, window: Span): void {
    const { layer, highlight, ranges } = one;
    // The stretches are disjoint and ascending, so their ends are as well.
    const low = lastAtMost(layer.ends, window.start) + 1;
    const high = Math.max(low, lastAtMost(layer.starts, window.end - 1) + 1);
    for (let i = one.low; i < one.high; i++) {
      if (i >= low && i < high) continue;
      for (const range of ranges.get(i) ?? []) highlight.delete(range);
      ranges.delete(i);
    }
    for (let i = low; i < high; i++) {
      if (i >= one.low && i < one.high) continue;
      const made = rangesFor(this.blocks, { start: layer.starts[i] ?? 0, end: layer.ends[i] ?? 0 });
      for (const range of made) highlight.add(range);
      ranges.set(i, made);
    }
    one.low = low;
    one.high = high;
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
