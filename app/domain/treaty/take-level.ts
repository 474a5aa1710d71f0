import { readItem } from './items';
import { KIND_OF_LEVEL, LEVELS } from './levels';
import type { LevelLabel } from './levels';
import { endsClause, endsSentence, isUpper, startsLower } from './lines';
import type { Unit } from './lines';
import { headingUnit, looksLikeHeading, stoppedHeading } from './headings';
import { lastWhere } from './lists';
import { follows } from './numbers';
import type { Reading } from './reading';
import { takeItem } from './take-item';
import { draft } from './tree';
import type { Draft } from './tree';
import { RUNS_ON } from './wording';

export function isLevel(r: Reading, label: LevelLabel, i: number): boolean {
  const unit = r.units[i] as Unit;
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
  if (level === 'article') checkOrder(r, label, unit);
  else climbTo(r, label);
  const parent = r.containers.at(-1)?.node ?? null;
  const node = draft(KIND_OF_LEVEL[level], parent, unit.line, {
    number: numbered.number,
    ascii: numbered.ascii,
    label: label.label,
  });
  if (level === 'article') checkNumber(r, label, node);
  if (parent) r.attach(parent, node);
  else r.roots.push(node);
  if (level === 'article') r.article = node;
  else r.containers.push({ level, node });
  if (level === 'annex') r.lastArticle = null;
  return takeHeading(r, node, label, i);
}

/** Articles in an annex, or after one, are counted apart. */
function checkOrder(r: Reading, label: LevelLabel, unit: Unit): void {
  if (r.lastArticle && label.numbered.n === 1 && label.numbered.suffix === 0 && r.containers.length === 0) {
    r.doubt('Article numbers begin again at 1 here.', unit);
  }
}

function checkNumber(r: Reading, label: LevelLabel, node: Draft): void {
  const { n, suffix } = label.numbered;
  const last = r.lastArticle;
  const jumps = last && !follows(last, label.numbered) && !(n === 1 && suffix === 0);
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
    const shaped = looksLikeHeading(rest, unit.hints) || stoppedHeading(rest, next);
    const bodiless = !next || (next.level !== null && !upper);
    if (shaped && (upper || !bodiless || r.headed)) node.heading = rest;
    else if (upper && rest.length <= 200 && !endsSentence(rest)) node.heading = rest;
    else node.texts.push(rest);
    return node.heading === '' ? i : moreHeading(r, node, i);
  }
  if (!headingUnit(next)) return i;
  const after = r.units[i + 2];
  const bodiless = !after || after.level !== null;
  if (node.kind === 'article' && bodiless && !r.headed && !next.hints.headingLevel) return i;
  node.heading = next.text;
  return moreHeading(r, node, i + 1);
}

/** A heading set in capitals goes on while the lines do. */
function moreHeading(r: Reading, node: Draft, i: number): number {
  let at = i;
  for (let next = r.units[at + 1]; next && isUpper(node.heading); next = r.units[at + 1]) {
    const more = !next.blank && next.level === null && next.item === null && isUpper(next.text);
    if (!more || !looksLikeHeading(next.text)) break;
    node.heading += ` ${next.text}`;
    at += 1;
  }
  r.headingOpen = node;
  return at;
}
