import { itemAscii, readItem } from './items';
import type { ItemLabel, Way } from './items';
import { KIND_OF_LEVEL, LEVELS } from './levels';
import type { Level, LevelLabel } from './levels';
import { endsClause, endsSentence, isUpper, startsLower, tail } from './lines';
import type { Unit } from './lines';
import { articlesCarryHeadings, headingUnit, looksLikeHeading, stoppedHeading } from './headings';
import { beginning, continuing, jumping, kindUnder, nameWay } from './lists';
import type { OpenList } from './lists';
import { follows } from './numbers';
import { draft, lastWords } from './tree';
import type { Doubt, Draft } from './tree';
import { ENDS_IN_REFERENCE, LEAD_IN, RUNS_ON, TESTIMONIUM } from './wording';

const LOOK_AHEAD = 200;

interface Container {
  readonly level: Level;
  readonly node: Draft;
}

interface Choice {
  /** Index of the list that goes on, or -1 for a new one. */
  readonly list: number;
  readonly ways: Map<Way, number>;
  readonly score: number;
}

type Reading = readonly [number, ReadonlyMap<Way, number>];
const again = (readings: readonly Reading[]): number | null => readings.find(([list]) => list >= 0)?.[0] ?? null;

/**
 * Puts units together into a tree: one pass, a stack of levels above, a stack of open lists inside, and a look ahead
 * only where a label can be read in two ways or flush text has to find its place.
 */
export class Builder {
  readonly roots: Draft[] = [];
  readonly doubts: Doubt[] = [];
  private containers: Container[] = [];
  private readonly below = new Map<Level, Level | null>();
  private article: Draft | null = null;
  private lastArticle: { n: number; suffix: number } | null = null;
  private lists: OpenList[] = [];
  private conclusions: Draft | null = null;
  private headingOpen: Draft | null = null;
  private readonly headed: boolean;
  private readonly lastMainArticle: number;
  private readonly indented: boolean;

  constructor(private readonly units: readonly Unit[]) {
    this.headed = articlesCarryHeadings(units);
    const annex = units.findIndex((u, i) => u.level?.level === 'annex' && i > 0);
    const main = annex < 0 ? units : units.slice(0, annex);
    this.lastMainArticle = main.findLastIndex((u) => u.level?.level === 'article');
    const labelled = units.filter((u) => u.item && u.hints.indent !== undefined);
    const margins = new Set(labelled.map((u) => u.hints.indent));
    this.indented = margins.size >= 2 && labelled.filter((u) => u.hints.indent).length >= labelled.length * 0.3;
  }

  /** Reads every unit. */
  run(): void {
    for (let i = 0; i < this.units.length; i += 1) i = this.take(i);
  }

  private doubt(what: string, about: Doubt['about']): void {
    this.doubts.push({ what, about });
  }

  /** The innermost provision that holds lists and text: the article, or the level above one that has not come yet. */
  private host(): Draft | null {
    return this.article ?? this.containers.at(-1)?.node ?? null;
  }

  private words(): string {
    if (this.headingOpen) return '';
    const host = this.conclusions ?? this.host();
    return host ? tail(lastWords(host)) : '';
  }

  private take(i: number): number {
    const unit = this.units[i] as Unit;
    const label = unit.level;
    if (label && this.isLevel(label, i)) return this.takeLevel(label, i);
    if (this.conclusions) {
      this.conclusions.texts.push(unit.text);
      return i;
    }
    if (i > this.lastMainArticle && this.lastArticle && TESTIMONIUM.test(unit.text)) {
      this.conclusions = draft('conclusions', null, unit.line);
      this.conclusions.texts.push(unit.text);
      this.roots.push(this.conclusions);
      this.containers = [];
      this.article = null;
      this.lists = [];
      return i;
    }
    if (!unit.item || !this.takeItem(unit.item, i, false)) this.takeText(unit.text, i);
    this.headingOpen = null;
    return i;
  }

  // Levels

  private isLevel(label: LevelLabel, i: number): boolean {
    const unit = this.units[i] as Unit;
    if (label.level === 'annex' && !this.lastArticle && !this.article) return true;
    if (this.conclusions && label.level !== 'annex' && i > this.lastMainArticle && !this.inAnnex()) return false;
    if (unit.hints.headingLevel) return true;
    const next = this.units[i + 1];
    const before = this.words();
    const runsOn = !unit.blank && before !== '' && !endsClause(before);
    const expected =
      label.level === 'article' && this.lastArticle !== null && follows(this.lastArticle, label.numbered);
    if (runsOn && (RUNS_ON.test(before) || (!expected && unit.afterFull))) return false;
    if (label.rest === '' && next && !next.blank && startsLower(next.text) && runsOn) return false;
    if (label.firm || label.level !== 'article' || expected || !this.lastArticle)
      return label.rest.length <= 300 || label.firm;
    return looksLikeHeading(label.rest) && !runsOn;
  }

  private inAnnex(): boolean {
    return this.containers[0]?.level === 'annex';
  }

  private takeLevel(label: LevelLabel, i: number): number {
    const { level, numbered } = label;
    const unit = this.units[i] as Unit;
    this.lists = [];
    this.conclusions = null;
    this.article = null;
    if (level === 'article') this.checkOrder(label, unit);
    else this.climbTo(label);
    const parent = this.containers.at(-1)?.node ?? null;
    const node = draft(KIND_OF_LEVEL[level], parent, unit.line, {
      number: numbered.number,
      ascii: numbered.ascii,
      label: label.label,
    });
    if (level === 'article') this.checkNumber(label, node);
    if (parent) this.attach(parent, node);
    else this.roots.push(node);
    if (level === 'article') this.article = node;
    else this.containers.push({ level, node });
    if (level === 'annex') this.lastArticle = null;
    return this.takeHeading(node, label, i);
  }

  /** Articles in an annex, or after one, are counted apart. */
  private checkOrder(label: LevelLabel, unit: Unit): void {
    if (this.lastArticle && label.numbered.n === 1 && label.numbered.suffix === 0 && this.containers.length === 0) {
      this.doubt('Article numbers begin again at 1 here.', unit);
    }
  }

  private checkNumber(label: LevelLabel, node: Draft): void {
    const { n, suffix } = label.numbered;
    const last = this.lastArticle;
    const jumps = last && !follows(last, label.numbered) && !(n === 1 && suffix === 0);
    if (jumps) this.doubt(`Article ${label.numbered.number} follows article ${last.n}; one may be missing.`, node);
    this.lastArticle = { n, suffix };
  }

  /** Closes what the new level does not stand in. Where a level nests is learnt from where it first appears. */
  private climbTo(label: LevelLabel): void {
    const { level, numbered } = label;
    if (level === 'annex') {
      this.containers = [];
      return;
    }
    const floor = this.inAnnex() ? 1 : 0;
    const open = this.containers.findIndex((c) => c.level === level);
    if (open >= 0) {
      this.containers = this.containers.slice(0, open);
      return;
    }
    const known = this.below.get(level);
    if (known !== undefined) {
      const at = this.containers.findIndex((c) => c.level === known);
      if (known === null || at >= 0) {
        this.containers = this.containers.slice(0, Math.max(at + 1, floor));
        return;
      }
    }
    const rank = LEVELS.indexOf(level);
    const deepest = this.containers.at(-1);
    const fresh = numbered.n === 1 && deepest && deepest.node.children.length === 0;
    if (!fresh) {
      const keep = this.containers.findLastIndex((c) => LEVELS.indexOf(c.level) < rank);
      this.containers = this.containers.slice(0, keep + 1);
    }
    if (!this.inAnnex()) this.below.set(level, this.containers.at(-1)?.level ?? null);
  }

  private takeHeading(node: Draft, label: LevelLabel, i: number): number {
    const unit = this.units[i] as Unit;
    const { rest } = label;
    const next = this.units[i + 1];
    if (rest !== '') {
      const item = readItem(rest);
      if (item && item.wrapper !== 'bullet' && this.takeItem(item, i, true)) return i;
      const upper = node.kind !== 'article';
      const shaped = looksLikeHeading(rest, unit.hints) || stoppedHeading(rest, next);
      const bodiless = !next || (next.level !== null && !upper);
      if (shaped && (upper || !bodiless || this.headed)) node.heading = rest;
      else if (upper && rest.length <= 200 && !endsSentence(rest)) node.heading = rest;
      else node.texts.push(rest);
      return node.heading === '' ? i : this.moreHeading(node, i);
    }
    if (!headingUnit(next)) return i;
    const after = this.units[i + 2];
    const bodiless = !after || after.level !== null;
    if (node.kind === 'article' && bodiless && !this.headed && !next.hints.headingLevel) return i;
    node.heading = next.text;
    return this.moreHeading(node, i + 1);
  }

  /** A heading set in capitals goes on while the lines do. */
  private moreHeading(node: Draft, i: number): number {
    let at = i;
    for (let next = this.units[at + 1]; next && isUpper(node.heading); next = this.units[at + 1]) {
      const more = !next.blank && next.level === null && next.item === null && isUpper(next.text);
      if (!more || !looksLikeHeading(next.text)) break;
      node.heading += ` ${next.text}`;
      at += 1;
    }
    this.headingOpen = node;
    return at;
  }

  // Lists

  /** Words that a provision has after its children stay in their place when more children come. */
  private attach(parent: Draft, child: Draft): void {
    if (parent.closings.length > 0 && child.kind !== 'article' && parent.kind !== 'annex') {
      const kind = parent.kind === 'article' ? 'paragraph' : 'subpoint';
      const between = draft(parent.kind === 'paragraph' ? 'point' : kind, parent, child.line);
      between.texts = parent.closings;
      parent.closings = [];
      parent.children.push(between);
    }
    parent.children.push(child);
  }

  private choices(label: ItemLabel, i: number, inline: boolean): Choice[] {
    const before = this.words();
    const host = this.lists.at(-1)?.item ?? this.host();
    if (!host) return [];
    const choices: Choice[] = [];
    this.lists.forEach((list, k) => {
      const ways = continuing(list, label);
      if (inline || ways.size === 0) return;
      const innermost = k === this.lists.length - 1;
      choices.push({ list: k, ways, score: (list.wrapper === label.wrapper ? 2 : -2) + (innermost ? 1 : 0) });
    });
    const first = beginning(label);
    for (const list of this.lists) {
      // A list inside one of its own make would be a list begun again.
      if (list.wrapper !== label.wrapper) continue;
      for (const way of first.keys()) if (list.ways.has(way)) first.delete(way);
    }
    if (first.size > 0 && this.mayBegin(label, i, inline, before)) {
      const lead = before === '' || LEAD_IN.test(before);
      const mixed = this.lists.some((list) => list.wrapper === label.wrapper && list.host.kind !== 'article');
      choices.push({ list: -1, ways: first, score: (lead ? 4 : 1) - (mixed && !lead ? 1 : 0) });
    }
    return choices;
  }

  private mayBegin(label: ItemLabel, i: number, inline: boolean, before: string): boolean {
    const unit = this.units[i] as Unit;
    if (label.wrapper === 'bullet') return before === '' || endsClause(before);
    if (label.wrapper === 'bare') {
      return (
        !inline && (before === '' || endsClause(before)) && this.comesNext(i, [[-1, beginning(label)]], label) === -1
      );
    }
    if (inline) {
      const clear = !startsLower(label.rest) && label.rest !== '';
      return clear || this.comesNext(i, [[-1, beginning(label)]], label) === -1;
    }
    return unit.blank || before === '' || endsClause(before) || !unit.afterFull;
  }

  /** Which of several readings the next label that fits any bears out: its list index, or null. */
  private comesNext(i: number, readings: readonly Reading[], like: ItemLabel): number | null {
    const inner = readItem(like.rest);
    if (inner?.number === like.number && inner.wrapper === like.wrapper) return again(readings);
    for (let k = i + 1; k < this.units.length && k <= i + LOOK_AHEAD; k += 1) {
      const unit = this.units[k] as Unit;
      if (unit.level) return null;
      const item = unit.item;
      if (!item || item.wrapper !== like.wrapper) continue;
      // "(h), (i) two things: (i) one": the numeral's own list begins there, so this one is the letter.
      if (item.number === like.number) return again(readings);
      for (const [list, ways] of readings) {
        for (const [way, n] of ways) if (item.ways.get(way) === n + 1 && item.suffix === 0) return list;
      }
    }
    return null;
  }

  private choose(label: ItemLabel, i: number, inline: boolean): (Choice & { tied: boolean }) | null {
    const choices = this.choices(label, i, inline);
    if (choices.length < 2) return choices[0] ? { ...choices[0], tied: false } : null;
    const borneOut = this.comesNext(
      i,
      choices.map((c) => [c.list, c.ways] as const),
      label,
    );
    const scored = choices.map((c) => ({ ...c, score: c.score + (c.list === borneOut && borneOut !== null ? 5 : 0) }));
    scored.sort((a, b) => b.score - a.score);
    const [best, second] = scored as [Choice, Choice];
    return { ...best, tied: best.score === second.score };
  }

  private takeItem(label: ItemLabel, i: number, inline: boolean): boolean {
    const unit = this.units[i] as Unit;
    const host = this.lists.at(-1)?.item ?? this.host();
    if (!host) return false;
    const before = this.words();
    const open = before !== '' && !endsClause(before);
    if (!inline && !unit.blank) {
      const goesOn = this.lists.some((list) => list.wrapper === label.wrapper && continuing(list, label).size > 0);
      if (RUNS_ON.test(before) || (ENDS_IN_REFERENCE.test(before) && !goesOn)) return false;
    }
    let choice = this.choose(label, i, inline);
    let jumped = false;
    if (!choice) {
      if (inline || label.wrapper === 'bare' || label.wrapper === 'bullet') return false;
      if (open && unit.afterFull) return false;
      const at = this.lists.findLastIndex((list) => list.wrapper === label.wrapper && jumping(list, label).size > 0);
      const list = this.lists[at];
      if (!list) return this.beginLate(label, i, host);
      choice = { list: at, ways: jumping(list, label), score: 0, tied: false };
      jumped = true;
    } else if (label.wrapper === 'bare' && choice.list >= 0 && this.lists[choice.list]?.wrapper !== 'bare')
      return false;

    const list = choice.list >= 0 ? (this.lists[choice.list] as OpenList) : null;
    const under = list ? list.host : host;
    const node = this.newItem(label, choice.ways, under, unit, list ? list.item.kind : undefined);
    this.attach(under, node);
    if (list) {
      if (jumped) this.doubt(`The label ${label.label} does not follow the one before it.`, node);
      this.lists = this.lists.slice(0, choice.list + 1);
      list.ways = choice.ways;
      list.suffix = label.suffix;
      list.item = node;
    } else {
      this.lists.push({
        host: under,
        wrapper: label.wrapper,
        ways: choice.ways,
        suffix: 0,
        item: node,
        indent: unit.hints.indent,
      });
    }
    if (choice.tied) this.doubt(`The label ${label.label} can be read in two ways.`, node);
    this.fillItem(node, label, i);
    return true;
  }

  /** A list whose first label is not the first of its kind. */
  private beginLate(label: ItemLabel, i: number, host: Draft): boolean {
    const unit = this.units[i] as Unit;
    const one = this.misreadOne(label, i);
    if (one) {
      if (!this.takeItem(one, i, false)) return false;
      this.doubt(`The label ${label.label} was taken for the number 1.`, this.lists.at(-1)?.item ?? unit);
      return true;
    }
    const strong = label.wrapper === '.' || label.wrapper === '()' || label.wrapper === ')' || label.wrapper === '-';
    const bare = host.children.length === 0 && (host.texts.length === 0 || LEAD_IN.test(this.words()));
    if (!strong || !bare || label.ways.has('LETTER') || label.ways.has('ROMAN') || startsLower(label.rest))
      return false;
    const node = this.newItem(label, new Map(label.ways), host, unit, undefined);
    this.attach(host, node);
    const ways = new Map(label.ways);
    this.lists.push({
      host,
      wrapper: label.wrapper,
      ways,
      suffix: label.suffix,
      item: node,
      indent: unit.hints.indent,
    });
    this.doubt(`This list begins with ${label.label}.`, node);
    this.fillItem(node, label, i);
    return true;
  }

  /** "l." before "2." is a one that was typed or recognised as a letter. */
  private misreadOne(label: ItemLabel, i: number): ItemLabel | null {
    if (label.number !== 'l' && label.number !== 'I') return null;
    const ways = new Map<Way, number>([['decimal', 1]]);
    return this.comesNext(i, [[-1, ways]], label) === -1 ? { ...label, number: '1', ways } : null;
  }

  private newItem(
    label: ItemLabel,
    ways: ReadonlyMap<Way, number>,
    host: Draft,
    unit: Unit,
    kind: Draft['kind'] | undefined,
  ): Draft {
    const [way, n] = nameWay(ways);
    const ascii = label.wrapper === 'bullet' ? '' : itemAscii(label, way, n);
    return draft(kind ?? kindUnder(host, ways, label.wrapper), host, unit.line, {
      number: label.number,
      ascii,
      label: label.label,
    });
  }

  private fillItem(node: Draft, label: ItemLabel, i: number): void {
    this.headingOpen = null;
    if (label.rest === '') return;
    const inner = readItem(label.rest);
    const nested = inner && inner.wrapper !== 'bare' && inner.wrapper !== 'bullet' && inner.wrapper !== '-';
    if (nested && this.takeItem(inner, i, true)) return;
    node.texts.push(label.rest);
  }

  // Text without a label

  private takeText(text: string, i: number): void {
    const host = this.host();
    if (!host) {
      this.doubt('These words stand outside every provision.', this.units[i] as Unit);
      const stray = draft('preamble', null, (this.units[i] as Unit).line);
      stray.texts.push(text);
      this.roots.push(stray);
      return;
    }
    const target = this.lists.length === 0 ? host : this.flushTarget(text, i);
    if (target.children.length > 0) {
      const unit = this.units[i] as Unit;
      const runsOn = !unit.blank && target.closings.length > 0 && !endsClause(target.closings.at(-1) as string);
      if (runsOn) target.closings.push(`${target.closings.pop() as string} ${text}`);
      else target.closings.push(text);
      return;
    }
    const unit = this.units[i] as Unit;
    const last = target.texts.at(-1);
    const likeLabel = unit.item !== null || unit.level !== null;
    const stopped = last === undefined || /[.;:。；：؛]\s*$/u.test(last);
    if (likeLabel && !unit.blank && !stopped && (unit.afterFull || !endsClause(last))) {
      target.texts.push(`${target.texts.pop() as string} ${text}`);
    } else target.texts.push(text);
  }

  /** Where text without a label belongs when lists are open; closes the lists that it ends. */
  private flushTarget(text: string, i: number): Draft {
    const unit = this.units[i] as Unit;
    const innermost = this.lists.length - 1;
    const current = (this.lists[innermost] as OpenList).item;
    const last = tail(lastWords(current));
    const runsOn = !unit.blank && !endsClause(last) && (unit.item !== null || unit.level !== null || startsLower(text));
    const byMargin = runsOn ? null : this.flushByMargin(unit);
    if (byMargin) return byMargin;
    if (current.closings.length > 0 || LEAD_IN.test(last) || (runsOn && unit.afterFull) || lastWords(current) === '')
      return current;
    if (unit.item && !unit.blank && !endsClause(last)) return current;
    if (current.kind === 'paragraph') return current;

    const goesOn = this.nextContinued(i);
    if (goesOn === innermost) return current;
    const outer = goesOn >= 0 ? goesOn : this.lists.findIndex((list) => list.item.kind === 'paragraph');
    const depth = outer < innermost ? outer : -1;
    const target = depth >= 0 ? (this.lists[depth] as OpenList).item : (this.host() as Draft);
    const several = innermost - depth > 1;
    if (several || endsSentence(last)) {
      this.doubt('Words without a label follow the list here; they may belong to its last point.', target);
    }
    this.lists = this.lists.slice(0, depth + 1);
    return target;
  }

  private flushByMargin(unit: Unit): Draft | null {
    const margin = unit.hints.indent;
    if (!this.indented || margin === undefined) return null;
    for (let k = this.lists.length - 1; k >= 0; k -= 1) {
      const list = this.lists[k] as OpenList;
      if (list.indent === undefined) return null;
      if (margin > list.indent || (margin === list.indent && list.item.kind === 'paragraph')) {
        this.lists = this.lists.slice(0, k + 1);
        return list.item;
      }
    }
    const paragraph = this.lists.findIndex((list) => list.item.kind === 'paragraph');
    this.lists = this.lists.slice(0, paragraph + 1);
    return paragraph >= 0 ? (this.lists[paragraph] as OpenList).item : this.host();
  }

  /** The open list that the next label goes on with, or -1. */
  private nextContinued(i: number): number {
    for (let k = i + 1; k < this.units.length && k <= i + LOOK_AHEAD; k += 1) {
      const unit = this.units[k] as Unit;
      if (unit.level) return -1;
      const item = unit.item;
      if (!item) continue;
      return this.lists.findLastIndex((list) => list.wrapper === item.wrapper && continuing(list, item).size > 0);
    }
    return -1;
  }
}
