import type { Furniture } from './outline';
import { beginsWithLevelWord, readLevel } from './levels';
import type { LevelLabel } from './levels';
import { follows } from './numbers';
import { levelOf } from './row-labels';
import { cutFrom, isForced, keep, pieceOf, wholeRow } from './rows';
import type { Cleared, Row } from './rows';

const LAST_NOTE = 99;
const FARTHEST_NOTE = 60;
const RAISED = /^(\p{L}[\p{L}\p{M}]*\.?\s+\p{Nd}{1,4})\s?([*†‡]{1,3}|[¹²³⁰⁴-⁹]{1,3})(?=$|[\s.:–—-])/u;

/** "Article 5*", "Article 5¹ Scope": the stretch of the mark. */
function raisedMark(row: Row): [number, number] | null {
  const found = RAISED.exec(row.text.slice(0, 80));
  if (!found || !beginsWithLevelWord(row.text)) return null;
  const from = found[0].length - (found[2] as string).length;
  const cut = row.text.slice(0, from).trimEnd() + row.text.slice(found[0].length);
  return readLevel(cut) ? [from, found[0].length] : null;
}

interface Article {
  readonly i: number;
  readonly label: LevelLabel;
}

/**
 * "Article 51" between articles 4 and 6 is article 5 with the mark of note 1 glued on: told by the sequence alone. The
 * length of the number without its mark, or 0.
 */
function gluedAt(before: { n: number; suffix: number }, article: Article, next: Article | undefined): number {
  const { raw, n } = article.label.numbered;
  if (!/^\p{Nd}{2,4}$/u.test(raw) || n <= before.n + 1) return 0;
  if (next && follows({ n, suffix: 0 }, next.label.numbered)) return 0;
  const digits = raw.normalize('NFKC');
  for (let length = 1; length < digits.length; length += 1) {
    const own = Number(digits.slice(0, length));
    const mark = digits.slice(length);
    if (own !== before.n + 1 || mark.startsWith('0') || Number(mark) > LAST_NOTE) continue;
    const after = next?.label.numbered.raw.normalize('NFKC') ?? String(own + 1);
    const goesOn =
      after === String(own + 1) || (after.startsWith(String(own + 1)) && after.length > String(own + 1).length);
    if (goesOn || next?.label.numbered.n === 1) return length;
  }
  return 0;
}

/** Takes the marks of notes off the numbers of articles. */
export function takeArticleMarks(rows: readonly Row[]): Cleared {
  const furniture: Furniture[] = [];
  const out = [...rows];
  const cut = (i: number, from: number, to: number) => {
    const row = out[i] as Row;
    furniture.push(pieceOf(row, 'footnote', from, to));
    out[i] = cutFrom(row, [[from, to]]) ?? row;
  };
  const notes = new Set<number>();
  rows.forEach((row, i) => {
    const raised = isForced(row) ? null : raisedMark(row);
    if (!raised) return;
    cut(i, ...raised);
    const mark = row.text.slice(...raised);
    const near = rows.slice(i + 1, i + 1 + FARTHEST_NOTE).findIndex((one) => one.text.startsWith(`${mark} `));
    if (!mark.startsWith('*') || near < 0 || isForced(rows[i + 1 + near] as Row) || notes.has(i + 1 + near)) return;
    notes.add(i + 1 + near);
    furniture.push(wholeRow(rows[i + 1 + near] as Row, 'footnote'));
  });
  const articles = out.flatMap((row, i): Article[] => {
    const label = levelOf(row);
    return label?.level === 'article' ? [{ i, label }] : [];
  });
  let before = { n: 0, suffix: 0 };
  articles.forEach((article, k) => {
    const row = out[article.i] as Row;
    const length = isForced(row) ? 0 : gluedAt(before, article, articles[k + 1]);
    const { raw, n, suffix } = article.label.numbered;
    if (length === 0) {
      before = { n, suffix };
      return;
    }
    const at = row.text.indexOf(raw);
    before = { n: before.n + 1, suffix: 0 };
    cut(article.i, at + length, at + raw.length);
  });
  return { rows: keep(out, notes), furniture, uncertain: [] };
}
