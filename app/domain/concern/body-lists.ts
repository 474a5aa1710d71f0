import type { List, ListItem, TextSpan } from './body';
import { LIST_LEVELS } from './body-limits';

/** One line of a list as plain text, word processors and pasted pages have it: a level instead of nesting. */
export interface ListRow {
  /** 0 is the outermost level. Jumps and excess are evened out. */
  readonly level: number;
  readonly ordered: boolean;
  readonly c: readonly TextSpan[];
}

interface OpenList {
  readonly ordered: boolean;
  readonly items: { c: readonly TextSpan[]; sub?: List }[];
}

/**
 * Rows to nested lists. A row deeper than the one before is its sub-item by one level at most; a change between
 * ordered and not at the outermost level starts a new list, deeper down the first row of a list decides.
 */
export function nestRows(rows: readonly ListRow[]): List[] {
  const lists: OpenList[] = [];
  let open: OpenList[] = [];
  for (const row of rows) {
    const level = Math.max(0, Math.min(row.level, open.length, LIST_LEVELS - 1));
    const current = open[level];
    if (!current || (level === 0 && current.ordered !== row.ordered)) {
      const list: OpenList = { ordered: row.ordered, items: [] };
      if (level === 0) lists.push(list);
      else open[level - 1]!.items.at(-1)!.sub = list;
      open = [...open.slice(0, level), list];
    } else open = open.slice(0, level + 1);
    open[level]!.items.push({ c: row.c });
  }
  return lists satisfies { items: ListItem[] }[];
}
