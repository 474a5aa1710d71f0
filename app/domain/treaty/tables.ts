import { isForced } from './rows';
import type { Cleared, Row } from './rows';

const GUTTER = /\s{3,}|\s?\t\s?|\s[|│¦]\s/u;
const FEWEST_COLUMNS = 3;
const FEWEST_ROWS = 3;
const LONGEST_ROW = 2000;

const TABLE = 'are a table of several columns.';

/** True when a doubt says that a table was found. */
export const isTableDoubt = ({ what }: { readonly what: string }): boolean => what.includes(TABLE);

/** The cells of a row of a table, the frame left out. */
const cells = (text: string): string[] => {
  const framed = /^[|│¦].*[|│¦]$/u.test(text);
  const inner = framed ? text.slice(1, -1).trim() : text;
  return framed ? inner.split(/[|│¦]/u) : inner.split(GUTTER);
};

/** True when a row has words in three columns or more; labels and leaders that stand apart are no columns. */
function hasColumns(row: Row): boolean {
  if (row.text.length > LONGEST_ROW || isForced(row) || row.hints.paragraph) return false;
  const words = cells(row.text).filter((cell) => (cell.match(/\p{L}/gu)?.length ?? 0) >= 4);
  return words.length >= FEWEST_COLUMNS;
}

/**
 * Finds tables of three columns or more that a plain text sets side by side, as comparisons of drafts are. To read them
 * down the columns would be guessing: their lines are kept as they stand, none is taken for a label or joined to
 * another, and a person is told.
 */
export function markTables(rows: readonly Row[]): Cleared {
  const inTable = new Set<number>();
  const uncertain: { what: string; where: string; line: number }[] = [];
  let from = 0;
  const close = (to: number) => {
    const columns = rows.slice(from, to).filter(hasColumns).length;
    if (columns < FEWEST_ROWS) return;
    let last = to - 1;
    while (!hasColumns(rows[last] as Row)) last -= 1;
    for (let i = from; i <= last; i += 1) inTable.add(i);
    const [first, end] = [(rows[from] as Row).line, (rows[last] as Row).line];
    const what = `Lines ${first} to ${end} ${TABLE} Each of its lines was kept as it stands, and no article was looked for in it: import the texts that it compares one by one.`;
    uncertain.push({ what, where: `line ${first}`, line: first });
  };
  let open = false;
  let missed = 0;
  rows.forEach((row, i) => {
    const columns = hasColumns(row);
    // A cell that ends before the others leaves a row with fewer columns.
    missed = columns ? 0 : missed + 1;
    const within = open && missed <= 2 && !isForced(row) && GUTTER.test(row.text);
    if (columns && !open) {
      open = true;
      from = i;
    } else if (open && !columns && !within) {
      close(i);
      open = false;
    }
  });
  if (open) close(rows.length);
  return {
    rows: inTable.size === 0 ? rows : rows.map((row, i) => (inTable.has(i) ? { ...row, plain: true } : row)),
    furniture: [],
    uncertain,
  };
}
