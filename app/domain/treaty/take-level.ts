import { readItem } from './items';
import { LEVELS } from './labels-by-language';
import { KIND_OF_LEVEL } from './levels';
import type { LevelLabel } from './levels';
import { endsClause, endsSentence, isUpper, startsLower } from './lines';
import type { Unit } from './lines';
import { beginsPreamble, preambleOf } from './front';
import { headingUnit, looksLikeHeading, stoppedHeading } from './headings';
import { lastWhere } from './lists';
import { follows } from './numbers';
import type { Reading } from './reading';
import { takeItem } from './take-item';
import { draft } from './tree';
import type { Draft } from './tree';
import { PREAMBLE, RUNS_ON } from './wording';

const LONGEST_PREAMBLE = 300;

export function isLevel(r: Reading, label: LevelLabel, i: number): boolean {
  const unit = r.units[i] as Unit;
  if (unit.as) return true;
  if (label.level === 'annex' && !r.lastArticle && !r.article) return true;
  if (r.conclusions && label.level !== 'annex' && i > r.lastMainArticle && !r.inAnnex()) return false;
  if (unit.hints.headingLevel) return true;
  const next = r.units[i + 1];
  const before = r.words();
  const runsOn = !unit.blank && before !== '' && !endsClause(before);
  const expected = label.level === 'article' && r.lastArticle !== null && follows(r.lastArticle, label.numbered);
  if (runsOn && (RUNS_ON.test(before) || (!expected && unit.afterFull))) return false;
  if (label.rest === '' && next && !next.blank && startsLower(next.text) && runsOn) return false;
  if (label.firm || label.level !== 'article' || expected || !r.lastArticle)
    return label.rest.length <= 300 || label.firm;
  return looksLikeHeading(label.rest) && !runsOn;
}

export function takeLevel(r: Reading, label: LevelLabel, i: number): number {
  const { level, numbered } = label;
  const unit = r.units[i] as Unit;
  r.lists = [];
  r.conclusions = null;
  r.article = null;
  if (level !== 'article') climbTo(r, label);
  const parent = r.containers.at(-1)?.node ?? null;
  const node = draft(KIND_OF_LEVEL[level], parent, unit.line, {
    number: numbered.number,
    ascii: numbered.ascii,
    label: label.label,
    column: unit.column,
    settled: unit.as !== undefined && unit.as !== 'heading',
  });
  if (level === 'article') checkNumber(r, label, node);
  r.place(parent, node);
  if (level === 'article') r.article = node;
  else r.containers.push({ level, node });
  if (level === 'annex') r.lastArticle = null;
  const at = takeHeading(r, node, label, i);
  return level === 'annex' ? takeOwnPreamble(r, node, at) : at;
}

/** An annex that is an instrument of its own may have a preamble before its first article. */
function takeOwnPreamble(r: Reading, annex: Draft, i: number): number {
  const next = r.units.slice(i + 1, i + 1 + LONGEST_PREAMBLE);
  const end = next.findIndex((unit) => unit.level !== null || unit.as !== undefined);
  const front = end < 0 ? [] : next.slice(0, end);
  const start = front.findIndex((unit) => PREAMBLE.test(unit.text) || beginsPreamble(unit));
  const preamble = start < 0 || next[end]?.as ? null : preambleOf(front.slice(start), annex);
  if (!preamble) return i;
  annex.texts.push(...front.slice(0, start).map((unit) => unit.text));
  annex.children.push(preamble);
  r.headingOpen = null;
  return i + end;
}

function checkNumber(r: Reading, label: LevelLabel, node: Draft): void {
  const { n, suffix } = label.numbered;
  const last = r.lastArticle;
  const jumps = last && !follows(last, label.numbered) && !(n === 1 && suffix === 0);
  if (label.numbered.n === 0) return;
  if (jumps) r.doubt(`Article ${label.numbered.number} follows article ${last.n}; one may be missing.`, node);
  r.lastArticle = { n, suffix };
}

/** Closes what the new level does not stand in. Where a level nests is learnt from where it first appears. */
function climbTo(r: Reading, label: LevelLabel): void {
  const { level, numbered } = label;
  if (level === 'annex') {
    r.containers = [];
    return;
  }
  const floor = r.inAnnex() ? 1 : 0;
  const open = r.containers.findIndex((c) => c.level === level);
  if (open >= 0) {
    r.containers = r.containers.slice(0, open);
    return;
  }
  const known = r.below.get(level);
  if (known !== undefined) {
    const at = r.containers.findIndex((c) => c.level === known);
    if (known === null || at >= 0) {
      r.containers = r.containers.slice(0, Math.max(at + 1, floor));
      return;
    }
  }
  const rank = LEVELS.indexOf(level);
  const deepest = r.containers.at(-1);
  const fresh = numbered.n === 1 && deepest && deepest.node.children.length === 0;
  if (!fresh) {
    const keep = lastWhere(r.containers, (c) => LEVELS.indexOf(c.level) < rank);
    r.containers = r.containers.slice(0, keep + 1);
  }
  if (!r.inAnnex()) r.below.set(level, r.containers.at(-1)?.level ?? null);
}

function takeHeading(r: Reading, node: Draft, label: LevelLabel, i: number): number {
  const unit = r.units[i] as Unit;
  const { rest } = label;
  const next = r.units[i + 1];
  if (rest !== '') {
    const item = readItem(rest);
    if (item && item.wrapper !== 'bullet' && takeItem(r, item, i, true)) return i;
    const upper = node.kind !== 'article';
    const shaped = unit.as === 'heading' || looksLikeHeading(rest, unit.hints) || stoppedHeading(rest, next);
    const bodiless = !next || (next.level !== null && !upper);
    if (shaped && (upper || !bodiless || r.headed || unit.as === 'heading')) node.heading = rest;
    else if (upper && rest.length <= 200 && !endsSentence(rest)) node.heading = rest;
    else node.texts.push(rest);
    return node.heading === '' ? i : moreHeading(r, node, i);
  }
  if (!headingUnit(next)) return i;
  const after = r.units[i + 2];
  const bodiless = !after || after.level !== null;
  const plain = next.as !== 'heading' && !next.hints.headingLevel;
  if (node.kind === 'article' && bodiless && !r.headed && plain) return i;
  node.heading = next.text;
  return moreHeading(r, node, i + 1);
}

/** A heading set in capitals goes on while the lines do. */
function moreHeading(r: Reading, node: Draft, i: number): number {
  let at = i;
  for (let next = r.units[at + 1]; next; next = r.units[at + 1]) {
    const free = !next.blank && next.level === null && next.item === null && next.as === undefined;
    const more = free && isUpper(node.heading) && isUpper(next.text) && looksLikeHeading(next.text);
    if (!more && (next.as !== 'heading' || next.level)) break;
    node.heading += ` ${next.text}`;
    at += 1;
  }
  r.headingOpen = node;
  return at;
}
