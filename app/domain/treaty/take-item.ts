import { itemAscii, readItem } from './items';
import type { ItemLabel, Way } from './items';
import { endsClause, startsLower } from './lines';
import type { Unit } from './lines';
import { beginning, continuing, jumping, kindUnder, lastWhere, nameWay } from './lists';
import type { OpenList } from './lists';
import type { Reading } from './reading';
import { draft } from './tree';
import type { Draft } from './tree';
import { ENDS_IN_REFERENCE, LEAD_IN, RUNS_ON, TERMS_LEAD_IN } from './wording';

// Deeper lists than any instrument has are a sign of something that is no list.
const DEEPEST = 8;

interface Scored {
  readonly list: number;
  readonly ways: Map<Way, number>;
  readonly score: number;
}

function choices(r: Reading, label: ItemLabel, i: number, inline: boolean): Scored[] {
  const before = r.words();
  const host = r.lists.at(-1)?.item ?? r.host();
  if (!host) return [];
  const choices: Scored[] = [];
  r.lists.forEach((list, k) => {
    const ways = continuing(list, label);
    if (inline || ways.size === 0) return;
    const innermost = k === r.lists.length - 1;
    choices.push({ list: k, ways, score: (list.wrapper === label.wrapper ? 2 : -2) + (innermost ? 1 : 0) });
  });
  const first = beginning(label);
  for (const list of r.lists) {
    // A list inside one of its own make would be a list begun again.
    if (list.wrapper !== label.wrapper) continue;
    for (const way of first.keys()) if (list.ways.has(way)) first.delete(way);
  }
  if (first.size > 0 && mayBegin(r, label, i, inline, before)) {
    const lead = before === '' || LEAD_IN.test(before);
    const mixed = r.lists.some((list) => list.wrapper === label.wrapper && list.host?.kind !== 'article');
    choices.push({ list: -1, ways: first, score: (lead ? 4 : 1) - (mixed && !lead ? 1 : 0) });
  }
  return choices;
}

function mayBegin(r: Reading, label: ItemLabel, i: number, inline: boolean, before: string): boolean {
  const unit = r.units[i] as Unit;
  if (r.lists.length >= DEEPEST) return false;
  if (label.wrapper === 'term') return TERMS_LEAD_IN.test(before);
  if (label.wrapper === 'bullet') return before === '' || endsClause(before);
  if (label.wrapper === 'bare') {
    return !inline && (before === '' || endsClause(before)) && r.comesNext(i, [[-1, beginning(label)]], label) === -1;
  }
  if (inline) {
    const clear = !startsLower(label.rest) && label.rest !== '';
    return clear || r.comesNext(i, [[-1, beginning(label)]], label) === -1;
  }
  return unit.blank || before === '' || endsClause(before) || !unit.afterFull;
}

function choose(r: Reading, label: ItemLabel, i: number, inline: boolean): (Scored & { tied: boolean }) | null {
  const found = choices(r, label, i, inline);
  if (found.length < 2) return found[0] ? { ...found[0], tied: false } : null;
  const borneOut = r.comesNext(
    i,
    found.map((c) => [c.list, c.ways] as const),
    label,
  );
  const scored = found.map((c) => ({ ...c, score: c.score + (c.list === borneOut && borneOut !== null ? 5 : 0) }));
  scored.sort((a, b) => b.score - a.score);
  const [best, second] = scored as [Scored, Scored];
  return { ...best, tied: best.score === second.score };
}

export function takeItem(r: Reading, label: ItemLabel, i: number, inline: boolean): boolean {
  const unit = r.units[i] as Unit;
  const host = r.lists.at(-1)?.item ?? r.host();
  if (!host) return false;
  const before = r.words();
  const open = before !== '' && !endsClause(before);
  if (!inline && !unit.blank) {
    const goesOn = r.lists.some((list) => list.wrapper === label.wrapper && continuing(list, label).size > 0);
    if (RUNS_ON.test(before) || (ENDS_IN_REFERENCE.test(before) && !goesOn)) return false;
  }
  let choice = choose(r, label, i, inline);
  let jumped = false;
  if (!choice) {
    if (inline || label.wrapper === 'bare' || label.ways.has('bullet')) return false;
    if (open && unit.afterFull) return false;
    const at = lastWhere(r.lists, (list) => list.wrapper === label.wrapper && jumping(list, label).size > 0);
    const list = r.lists[at];
    if (!list) return beginLate(r, label, i, host);
    choice = { list: at, ways: jumping(list, label), score: 0, tied: false };
    jumped = true;
  } else if (choice.list >= 0 && r.lists[choice.list]?.wrapper !== label.wrapper) {
    // Another make of label in the middle of a sentence is a mention: "under Article 10, paragraphs a and / c. of".
    if (label.wrapper === 'bare' || (open && !unit.blank)) return false;
  }

  const list = choice.list >= 0 ? (r.lists[choice.list] as OpenList) : null;
  const under = list ? list.host : host;
  const node = newItem(r, label, choice.ways, under, unit, list ? list.item.kind : undefined);
  r.place(under, node);
  if (list) {
    if (jumped) r.doubt(`The label ${label.label} does not follow the one before it.`, node);
    r.lists = r.lists.slice(0, choice.list + 1);
    list.ways = choice.ways;
    list.suffix = label.suffix;
    list.item = node;
  } else {
    r.lists.push({
      host: under,
      wrapper: label.wrapper,
      ways: choice.ways,
      suffix: 0,
      item: node,
      indent: unit.hints.indent,
    });
  }
  if (choice.tied) r.doubt(`The label ${label.label} can be read in two ways.`, node);
  fillItem(r, node, label, i);
  return true;
}

/** A list whose first label is not the first of its kind. */
function beginLate(r: Reading, label: ItemLabel, i: number, host: Draft): boolean {
  const unit = r.units[i] as Unit;
  const one = misreadOne(r, label, i);
  if (one) {
    if (!takeItem(r, one, i, false)) return false;
    r.doubt(`The label ${label.label} was taken for the number 1.`, r.lists.at(-1)?.item ?? unit);
    return true;
  }
  const strong = label.wrapper === '.' || label.wrapper === '()' || label.wrapper === ')' || label.wrapper === '-';
  const bare = host.children.length === 0 && (host.texts.length === 0 || LEAD_IN.test(r.words()));
  if (!strong || !bare || label.ways.has('LETTER') || label.ways.has('ROMAN') || startsLower(label.rest)) return false;
  const node = newItem(r, label, new Map(label.ways), host, unit, undefined);
  r.place(host, node);
  const ways = new Map(label.ways);
  r.lists.push({
    host,
    wrapper: label.wrapper,
    ways,
    suffix: label.suffix,
    item: node,
    indent: unit.hints.indent,
  });
  r.doubt(`This list begins with ${label.label}.`, node);
  fillItem(r, node, label, i);
  return true;
}

/** "l." before "2." is a one that was typed or recognised as a letter. */
function misreadOne(r: Reading, label: ItemLabel, i: number): ItemLabel | null {
  if (label.number !== 'l' && label.number !== 'I') return null;
  const ways = new Map<Way, number>([['decimal', 1]]);
  return r.comesNext(i, [[-1, ways]], label) === -1 ? { ...label, number: '1', ways } : null;
}

function newItem(
  r: Reading,
  label: ItemLabel,
  ways: ReadonlyMap<Way, number>,
  host: Draft | null,
  unit: Unit,
  kind: Draft['kind'] | undefined,
): Draft {
  const [way, n] = nameWay(ways);
  const ascii = label.number === '' ? '' : itemAscii(label, way, n);
  return draft(kind ?? kindUnder(host, ways, label.wrapper), host, unit.line, {
    number: label.number,
    ascii,
    label: label.label,
    column: unit.column,
  });
}

/** Gives an item its words; a label that they begin with makes an item inside it. */
export function fillItem(r: Reading, node: Draft, label: ItemLabel, i: number): void {
  r.headingOpen = null;
  if (label.rest === '') return;
  const inner = readItem(label.rest);
  const nested = inner && inner.wrapper !== 'bare' && inner.wrapper !== 'bullet' && inner.wrapper !== '-';
  if (nested && takeItem(r, inner, i, true)) return;
  node.texts.push(label.rest);
}
