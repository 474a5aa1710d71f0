import { endsClause, endsSentence, startsLower, tail } from './lines';
import type { Unit } from './lines';
import type { OpenList } from './lists';
import type { Reading } from './reading';
import { draft, lastWords } from './tree';
import type { Draft } from './tree';
import { LEAD_IN } from './wording';

export function takeText(r: Reading, text: string, i: number): void {
  const host = r.host();
  if (!host) {
    r.doubt('These words stand outside every provision.', r.units[i] as Unit);
    const stray = draft('preamble', null, (r.units[i] as Unit).line);
    stray.texts.push(text);
    r.roots.push(stray);
    return;
  }
  const target = r.lists.length === 0 ? host : flushTarget(r, text, i);
  if (target.children.length > 0) {
    const unit = r.units[i] as Unit;
    const runsOn = !unit.blank && target.closings.length > 0 && !endsClause(target.closings.at(-1) as string);
    if (runsOn) target.closings.push(`${target.closings.pop() as string} ${text}`);
    else target.closings.push(text);
    return;
  }
  const unit = r.units[i] as Unit;
  const last = target.texts.at(-1);
  const likeLabel = unit.item !== null || unit.level !== null;
  const stopped = last === undefined || /[.;:。；：؛]\s*$/u.test(last);
  if (likeLabel && !unit.blank && !stopped && (unit.afterFull || !endsClause(last))) {
    target.texts.push(`${target.texts.pop() as string} ${text}`);
  } else target.texts.push(text);
}

/** Where text without a label belongs when lists are open; closes the lists that it ends. */
function flushTarget(r: Reading, text: string, i: number): Draft {
  const unit = r.units[i] as Unit;
  const innermost = r.lists.length - 1;
  const current = (r.lists[innermost] as OpenList).item;
  const last = tail(lastWords(current));
  const runsOn = !unit.blank && !endsClause(last) && (unit.item !== null || unit.level !== null || startsLower(text));
  const byMargin = runsOn ? null : flushByMargin(r, unit);
  if (byMargin) return byMargin;
  if (current.closings.length > 0 || LEAD_IN.test(last) || (runsOn && unit.afterFull) || lastWords(current) === '')
    return current;
  if (unit.item && !unit.blank && !endsClause(last)) return current;
  if (current.kind === 'paragraph') return current;

  const goesOn = r.nextContinued(i);
  if (goesOn === innermost) return current;
  const outer = goesOn >= 0 ? goesOn : r.lists.findIndex((list) => list.item.kind === 'paragraph');
  const depth = outer < innermost ? outer : -1;
  const target = depth >= 0 ? (r.lists[depth] as OpenList).item : (r.host() as Draft);
  const several = innermost - depth > 1;
  if (several || endsSentence(last)) {
    r.doubt('Words without a label follow the list here; they may belong to its last point.', target);
  }
  r.lists = r.lists.slice(0, depth + 1);
  return target;
}

function flushByMargin(r: Reading, unit: Unit): Draft | null {
  const margin = unit.hints.indent;
  if (!r.indented || margin === undefined) return null;
  for (let k = r.lists.length - 1; k >= 0; k -= 1) {
    const list = r.lists[k] as OpenList;
    if (list.indent === undefined) return null;
    if (margin > list.indent || (margin === list.indent && list.item.kind === 'paragraph')) {
      r.lists = r.lists.slice(0, k + 1);
      return list.item;
    }
  }
  const paragraph = r.lists.findIndex((list) => list.item.kind === 'paragraph');
  r.lists = r.lists.slice(0, paragraph + 1);
  return paragraph >= 0 ? (r.lists[paragraph] as OpenList).item : r.host();
}
