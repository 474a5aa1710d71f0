import { readItem } from './items';
import type { ItemLabel, Way } from './items';
import type { Level } from './labels-by-language';
import { tail } from './lines';
import type { Unit } from './lines';
import { articlesCarryHeadings } from './headings';
import { continuing, lastWhere } from './lists';
import type { OpenList } from './lists';
import { draft, lastWords } from './tree';
import type { Doubt, Draft } from './tree';

const LOOK_AHEAD = 200;

/** A way to take a label: the index of the list that it goes on with, or -1 for a new one, and how it reads then. */
export type Choice = readonly [number, ReadonlyMap<Way, number>];
const again = (choices: readonly Choice[]): number | null => choices.find(([list]) => list >= 0)?.[0] ?? null;

/** Where the reading of a text stands: the units, what is open, and what has been put together so far. */
export class Reading {
  readonly roots: Draft[] = [];
  readonly doubts: Doubt[] = [];
  /** Open levels above the article, outermost first. */
  containers: { readonly level: Level; readonly node: Draft }[] = [];
  /** Under which level each level was first seen. */
  readonly below = new Map<Level, Level | null>();
  article: Draft | null = null;
  lastArticle: { n: number; suffix: number } | null = null;
  /** Open lists, outermost first. */
  lists: OpenList[] = [];
  conclusions: Draft | null = null;
  /** The provision whose heading was read last and that has no words below it yet. */
  headingOpen: Draft | null = null;
  readonly headed: boolean;
  readonly lastMainArticle: number;
  readonly indented: boolean;

  constructor(readonly units: readonly Unit[]) {
    this.headed = articlesCarryHeadings(units);
    const annex = units.findIndex((u, i) => u.level?.level === 'annex' && i > 0);
    const main = annex < 0 ? units : units.slice(0, annex);
    this.lastMainArticle = lastWhere(main, (u) => u.level?.level === 'article');
    const labelled = units.filter((u) => u.item && u.hints.indent !== undefined);
    const margins = new Set(labelled.map((u) => u.hints.indent));
    this.indented = margins.size >= 2 && labelled.filter((u) => u.hints.indent).length >= labelled.length * 0.3;
  }

  doubt(what: string, about: Doubt['about']): void {
    this.doubts.push({ what, about });
  }

  /**
   * The innermost provision that holds lists and text: the article, or the level above one that has not come yet, or the
   * item that a person made before any of these.
   */
  host(): Draft | null {
    return this.article ?? this.containers.at(-1)?.node ?? this.lists[0]?.item ?? null;
  }

  words(): string {
    if (this.headingOpen) return '';
    const host = this.conclusions ?? this.host();
    return host ? tail(lastWords(host)) : '';
  }

  inAnnex(): boolean {
    return this.containers[0]?.level === 'annex';
  }

  /** Puts a provision where it stands: in another, or outermost. */
  place(parent: Draft | null, child: Draft): void {
    if (parent) this.attach(parent, child);
    else this.roots.push(child);
  }

  /** Words that a provision has after its children stay in their place when more children come. */
  attach(parent: Draft, child: Draft): void {
    if (parent.closings.length > 0) {
      const inner = parent.kind === 'point' || parent.kind === 'subpoint' ? 'subpoint' : 'paragraph';
      const between = draft(parent.kind === 'paragraph' ? 'point' : inner, parent, child.line);
      between.texts = parent.closings;
      parent.closings = [];
      parent.children.push(between);
    }
    parent.children.push(child);
  }

  /** Which of several choices the next label that fits any bears out: its list index, or null. */
  comesNext(i: number, choices: readonly Choice[], like: ItemLabel): number | null {
    const inner = readItem(like.rest);
    if (inner?.number === like.number && inner.wrapper === like.wrapper) return again(choices);
    for (let k = i + 1; k < this.units.length && k <= i + LOOK_AHEAD; k += 1) {
      const unit = this.units[k] as Unit;
      if (unit.level) return null;
      const item = unit.item;
      if (!item || item.wrapper !== like.wrapper) continue;
      // "(h), (i) two things: (i) one": the numeral's own list begins there, so this one is the letter.
      if (item.number === like.number) return again(choices);
      for (const [list, ways] of choices) {
        for (const [way, n] of ways) if (item.ways.get(way) === n + 1 && item.suffix === 0) return list;
      }
    }
    return null;
  }

  /** The open list that the next label goes on with, or -1. */
  nextContinued(i: number): number {
    for (let k = i + 1; k < this.units.length && k <= i + LOOK_AHEAD; k += 1) {
      const unit = this.units[k] as Unit;
      if (unit.level) return -1;
      const item = unit.item;
      if (!item) continue;
      return lastWhere(this.lists, (list) => list.wrapper === item.wrapper && continuing(list, item).size > 0);
    }
    return -1;
  }
}
