import { findBlocks, lastAtMost, liveRange } from './blocks';
import type { Blocks, Span } from './blocks';
import { Painter } from './highlights';
import { covering, indexIntervals } from './intervals';
import type { Intervals } from './intervals';
import type { Painted } from './layers';
import { measure, offsetsBetween, topOf } from './measure';
import type { Measure } from './measure';
import { offsetAtPoint } from './offsets';
import type { Spot } from './spots';

/** What the margin needs to know of the window: heights down the treaty's region, in CSS pixels, half a screen exact. */
export interface Frame {
  readonly top: number;
  readonly bottom: number;
  /** Changes whenever the blocks have moved. */
  readonly layout: number;
}

/**
 * The treaty on the page, seen by scripts: where its words stand, what is near the viewport, which concerns lie under a
 * point. It never changes the text. Layout is read once for each change of size, never while scrolling.
 */
export class TreatyView {
  readonly blocks: Blocks;
  readonly painter: Painter;
  private places: Measure;
  private spots: readonly Spot[] = [];
  /** Made when first asked for: nobody may ever point at a passage. */
  private byNumber: Map<number, Spot[]> | null = null;
  private index: Intervals | null = null;
  private rows: { readonly eId: string; readonly start: number }[] = [];
  private currentNow: string | null = null;
  private layout = 0;
  private frameNow: Frame = { top: 0, bottom: 0, layout: -1 };
  private shownAt = Number.NaN;
  private scheduled = 0;
  private readonly listeners = new Set<() => void>();
  private readonly window: Window;

  constructor(root: HTMLElement) {
    this.blocks = findBlocks(root);
    this.painter = new Painter(this.blocks);
    this.window = root.ownerDocument.defaultView ?? window;
    this.places = measure(this.blocks);
    this.look();
  }

  /** Begins to follow the window; gives what stops it. */
  start(): () => void {
    const onScroll = () => this.schedule();
    const onLayout = () => {
      this.places = measure(this.blocks);
      this.layout += 1;
      this.shownAt = Number.NaN;
      this.schedule();
    };
    let first = true;
    // Fonts that arrive and windows that change size both change the height of the text. The region itself is as tall as
    // the margin beside it, so its children are what to watch.
    const sizes = new ResizeObserver(() => {
      if (first) first = false;
      else onLayout();
    });
    for (const child of this.blocks.root.children) sizes.observe(child);
    this.window.addEventListener('scroll', onScroll, { passive: true });
    this.window.addEventListener('resize', onLayout, { passive: true });
    return () => {
      sizes.disconnect();
      this.window.removeEventListener('scroll', onScroll);
      this.window.removeEventListener('resize', onLayout);
      this.window.cancelAnimationFrame(this.scheduled);
      this.painter.clear();
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly frame = (): Frame => this.frameNow;

  /** eId of the row of the contents that is being read. */
  readonly current = (): string | null => this.currentNow;

  setContents(eIds: readonly string[]): void {
    const page = this.blocks.root.ownerDocument;
    this.rows = eIds.flatMap((eId) => {
      const first = page.getElementById(eId)?.querySelector<HTMLElement>('[data-s]');
      return first ? [{ eId, start: Number(first.dataset.s) }] : [];
    });
    this.schedule();
  }

  setConcerns(spots: readonly Spot[], painted: readonly Painted[]): void {
    this.spots = spots;
    this.byNumber = null;
    this.index = null;
    this.painter.setPassages(painted);
  }

  /** Numbers of the concerns whose passages cover a point of the window, the innermost first. */
  numbersAt(x: number, y: number): number[] {
    const offset = offsetAtPoint(this.blocks, x, y);
    if (offset === null) return [];
    this.index ??= indexIntervals(this.spots);
    const found = covering(this.index, offset, this.spots)
      .map((i) => this.spots[i])
      .filter((spot): spot is Spot => spot !== undefined);
    // Concerns on whole provisions lie under every word; they are meant only where nothing nearer is.
    const passages = found.filter((spot) => spot.scope === 'passage');
    return [...new Set((passages.length > 0 ? found : []).map((spot) => spot.number))];
  }

  spotsOf(number: number): readonly Spot[] {
    if (!this.byNumber) {
      this.byNumber = new Map();
      for (const spot of this.spots) {
        const same = this.byNumber.get(spot.number);
        if (same) same.push(spot);
        else this.byNumber.set(spot.number, [spot]);
      }
    }
    return this.byNumber.get(number) ?? [];
  }

  /** About how far down the region an offset stands. */
  topOf(offset: number): number {
    return topOf(this.blocks, this.places, offset);
  }

  /** Exactly how far down the region a span begins; asks the browser, so for one span at a time. */
  exactTopOf(span: Span): number {
    const first = liveRange(this.blocks, { start: span.start, end: Math.min(span.end, span.start + 1) });
    const box = first?.getBoundingClientRect();
    if (!box || box.height === 0) return this.topOf(span.start);
    return box.top + this.window.scrollY - this.places.pageTop - Math.max(0, (this.places.lineHeight - box.height) / 2);
  }

  /** Height of the region and where it begins in the page. */
  extent(): { height: number; pageTop: number } {
    return { height: this.places.height, pageTop: this.places.pageTop };
  }

  /** Offset of the first words in sight, a little below the upper edge. */
  offsetInSight(): number {
    const y = this.window.scrollY - this.places.pageTop + this.window.innerHeight * 0.25;
    const i = Math.max(0, lastAtMost(this.places.tops, y));
    return this.blocks.starts[i] ?? 0;
  }

  /**
   * Scrolls only when the passage begins out of sight; `share` is where in the window it then begins, `within` how much of
   * the window is free (a sheet covers the rest).
   */
  bringIntoSight(span: Span, share: number, within: number): void {
    const top = this.topOf(span.start) + this.places.pageTop - this.window.scrollY;
    if (top > 56 && top < this.window.innerHeight * within - 48) return;
    this.window.scrollTo({
      top: Math.max(0, this.exactTopOf(span) + this.places.pageTop - this.window.innerHeight * share),
    });
  }

  private schedule(): void {
    if (this.scheduled !== 0) return;
    this.scheduled = this.window.requestAnimationFrame(() => {
      this.scheduled = 0;
      this.look();
      for (const listener of this.listeners) listener();
    });
  }

  private look(): void {
    const height = this.window.innerHeight;
    const top = this.window.scrollY - this.places.pageTop;
    // Every change of a highlight costs the browser in proportion to what is registered: so no more than half a screen on
    // both sides, which moves on when less than half of that is left.
    if (!(Math.abs(top - this.shownAt) < height / 4)) {
      this.shownAt = top;
      this.painter.show(offsetsBetween(this.blocks, this.places, top - height / 2, top + 1.5 * height));
    }
    const at = this.offsetInSight();
    let row = this.rows.length - 1;
    while (row >= 0 && (this.rows[row]?.start ?? 0) > at) row -= 1;
    this.currentNow = this.rows[row]?.eId ?? null;
    const step = height / 2;
    const rounded = Math.floor(top / step) * step;
    if (rounded !== this.frameNow.top || this.layout !== this.frameNow.layout) {
      this.frameNow = { top: rounded, bottom: rounded + height + step, layout: this.layout };
    }
  }
}
