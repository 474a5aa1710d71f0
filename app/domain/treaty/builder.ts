import type { Unit } from './lines';
import { Reading } from './reading';
import { takeForcedHeading, takeForcedItem } from './take-forced';
import { forcedItemKind } from './forced';
import { termLabel } from './items';
import { takeItem } from './take-item';
import { isLevel, takeLevel } from './take-level';
import { takeText } from './take-text';
import { draft } from './tree';
import { DEFINITION, TESTIMONIUM } from './wording';

/** Takes the unit at `i` and gives the index of the last unit that it took. */
function take(r: Reading, i: number): number {
  const unit = r.units[i] as Unit;
  const label = unit.level;
  if (label && isLevel(r, label, i)) return takeLevel(r, label, i);
  const kind = forcedItemKind(unit.as);
  if (kind && unit.item) {
    takeForcedItem(r, kind, unit.item, i);
    return i;
  }
  if (unit.as === 'heading' && takeForcedHeading(r, i)) return i;
  if (r.conclusions) {
    r.conclusions.texts.push(unit.text);
    return i;
  }
  if (i > r.lastMainArticle && r.lastArticle && unit.as === undefined && TESTIMONIUM.test(unit.text)) {
    r.conclusions = draft('conclusions', null, unit.line);
    r.conclusions.texts.push(unit.text);
    r.roots.push(r.conclusions);
    r.containers = [];
    r.article = null;
    r.lists = [];
    return i;
  }
  const term = unit.item === null && unit.as === undefined && !unit.plain && DEFINITION.test(unit.text.slice(0, 300));
  const item = term ? termLabel(unit.text) : unit.item;
  if (!item || !takeItem(r, item, i, false)) takeText(r, unit.text, i);
  r.headingOpen = null;
  return i;
}

/**
 * Puts units together into a tree: one pass, a stack of levels above, a stack of open lists inside, and a look ahead
 * only where a label can be read in two ways or flush text has to find its place.
 */
export function build(units: readonly Unit[]): Reading {
  const reading = new Reading(units);
  for (let i = 0; i < units.length; i += 1) i = take(reading, i);
  return reading;
}
