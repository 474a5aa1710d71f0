import { readItem } from './items';
import type { ItemLabel } from './items';
import { readLevel } from './levels';
import type { LevelLabel } from './levels';
import type { Row } from './rows';

// Several passes ask the same of a row; a row never changes, so it is read once.
const levels = new WeakMap<Row, LevelLabel | null>();
const items = new WeakMap<Row, ItemLabel | null>();

/** The level label with which a row begins, as `readLevel` finds it. */
export function levelOf(row: Row): LevelLabel | null {
  const known = levels.get(row);
  if (known !== undefined) return known;
  const label = readLevel(row.text);
  levels.set(row, label);
  return label;
}

/** The item label with which a row begins, as `readItem` finds it. */
export function itemOf(row: Row): ItemLabel | null {
  const known = items.get(row);
  if (known !== undefined) return known;
  const label = readItem(row.text);
  items.set(row, label);
  return label;
}
