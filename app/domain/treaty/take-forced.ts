import type { ProvisionKind } from './outline';
import { itemAscii } from './items';
import type { ItemLabel } from './items';
import type { Unit } from './lines';
import { lastWhere, nameWay } from './lists';
import type { OpenList } from './lists';
import type { Reading } from './reading';
import { fillItem } from './take-item';
import { draft } from './tree';
import type { Draft } from './tree';

const DEPTH: Partial<Record<ProvisionKind, number>> = { paragraph: 0, point: 1, subpoint: 2 };
const depthOf = (kind: ProvisionKind): number => DEPTH[kind] ?? -1;

/** The list that an item of this kind goes on with, or -1; sub-points go on with the innermost list of sub-points. */
function sisters(r: Reading, kind: ProvisionKind, label: ItemLabel): number {
  const mine = (list: OpenList) => list.item.kind === kind;
  const same = lastWhere(r.lists, (list) => mine(list) && list.wrapper === label.wrapper);
  return same >= 0 ? same : lastWhere(r.lists, mine);
}

/**
 * Takes a line that a person said to be a paragraph, point or sub-point, with the label it carries or without one. It
 * stands beside the open ones of its kind, else in the nearest provision that can hold it.
 */
export function takeForcedItem(r: Reading, kind: ProvisionKind, label: ItemLabel, i: number): void {
  const unit = r.units[i] as Unit;
  const at = sisters(r, kind, label);
  const open = r.lists[at];
  const around = lastWhere(r.lists, (list) => depthOf(list.item.kind) < depthOf(kind));
  const host: Draft | null = open ? open.host : (r.lists[around]?.item ?? r.host());
  const [way, n] = nameWay(label.ways);
  const node = draft(kind, host, unit.line, {
    number: label.number,
    label: label.label,
    ascii: label.number === '' ? '' : itemAscii(label, way, n),
    column: unit.column,
    settled: true,
  });
  r.place(host, node);
  const numbered = label.number !== '';
  if (open) {
    r.lists = r.lists.slice(0, at + 1);
    open.item = node;
    // A person may number as she likes; what comes after goes on from what she said.
    if (numbered) {
      open.ways = new Map(label.ways);
      open.suffix = label.suffix;
    }
  } else {
    r.lists = r.lists.slice(0, around + 1);
    const { wrapper, suffix } = label;
    r.lists.push({ host, wrapper, ways: new Map(label.ways), suffix, item: node, indent: unit.hints.indent });
  }
  fillItem(r, node, label, i);
}

/** Takes a line that a person said to be a heading: that of the provision before it, if that has no words yet. */
export function takeForcedHeading(r: Reading, i: number): boolean {
  const unit = r.units[i] as Unit;
  const node = r.lists.at(-1)?.item ?? r.host();
  if (!node || node.texts.length > 0 || node.children.length > 0 || node.closings.length > 0) return false;
  node.heading = node.heading === '' ? unit.text : `${node.heading} ${unit.text}`;
  r.headingOpen = node;
  return true;
}
