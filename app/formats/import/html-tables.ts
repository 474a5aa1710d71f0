import { readItem } from '#app/domain/treaty/items';
import { readLevel } from '#app/domain/treaty/levels';
import { attribute, children, seenText } from './html-tree';
import type { Element } from './html-tree';

/** How a table is to be read: as boxes that only place things on the page, or row by row. */
export type TableUse = 'layout' | 'rows' | 'side by side';

const LABEL_LENGTH = 24;
const START = 200;

/** The rows of a table without those of tables inside it. */
export function rowsOf(table: Element): Element[] {
  return children(table).flatMap((one) => {
    if (one.tagName === 'tr') return [one];
    return ['thead', 'tbody', 'tfoot'].includes(one.tagName) ? children(one).filter((row) => row.tagName === 'tr') : [];
  });
}

/** The cells of a row that hold words. */
export const cellsOf = (row: Element): Element[] =>
  children(row).filter((cell) => /^t[dh]$/.test(cell.tagName) && seenText(cell, 2).trim() !== '');

/** A label that stands alone in its cell, or null: "(a)", "1.", "Article 5", a dash. */
export function cellLabel(cell: Element): string | null {
  const text = seenText(cell, LABEL_LENGTH + 40)
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || text.length > LABEL_LENGTH) return null;
  if (/^[-–—•·]$/.test(text)) return text;
  const item = readItem(`${text} `);
  const alone =
    (item && item.wrapper !== 'bare' && item.rest === '') || readLevel(text)?.rest === '' || /^\d{1,3}$/.test(text);
  return alone ? text : null;
}

/** The cells of a row without the labels in front of its words. */
export function withoutLabels(cells: readonly Element[]): Element[] {
  let from = 0;
  while (from < cells.length - 1 && cellLabel(cells[from] as Element) !== null) from += 1;
  return cells.slice(from);
}

const beginsArticle = (cell: Element) => readLevel(seenText(cell, START).trim())?.level === 'article';
const holdsBlocks = (cell: Element) =>
  children(cell).filter((one) => /^(?:p|div|h\d|ol|ul|table|section|article|center|blockquote)$/.test(one.tagName))
    .length >= 3;

/**
 * What a table is for. `side by side`: its columns hold several versions of the articles; read in any order they would
 * be scrambled.
 */
export function tableUse(table: Element): TableUse {
  const rows = rowsOf(table).map(cellsOf);
  const several = rows.filter((cells) => withoutLabels(cells).length > 1);
  if (several.length === 0 || /^(?:presentation|none)$/.test(attribute(table, 'role'))) return 'layout';
  const doubled = several.filter((cells) => cells.filter(beginsArticle).length > 1).length;
  const labelled = several.filter((cells) => cellsLabelled(cells)).length;
  if (doubled > 0 || labelled >= 3) return 'side by side';
  // One or two rows of whole columns: a menu beside a page.
  return several.length <= 2 && several.every((cells) => cells.some(holdsBlocks)) ? 'layout' : 'rows';
}

/** "Article 5 | one version | another version". */
function cellsLabelled(cells: readonly Element[]): boolean {
  const first = cells[0];
  return first !== undefined && beginsArticle(first) && withoutLabels(cells).length > 1;
}
