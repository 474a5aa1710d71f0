import type { Furniture } from './outline';
import { endsClause, endsSentence, startsLower } from './lines';
import { itemOf, levelOf } from './row-labels';
import { isForced, keep, wholeRow } from './rows';
import type { Cleared, Row } from './rows';

const NUMBER = '\\p{Nd}{1,4}(?:\\s*\\/\\s*\\p{Nd}{1,4})?';
// Job numbers of conference documents: 24-12345, V.24-05678 (E), with the page's number on either side.
const JOB = '(?:\\p{Lu}{1,4}\\.)?\\p{Nd}{2}-\\p{Nd}{4,6}(?:\\s*\\(\\p{Lu}\\))?\\*{0,2}';
const NAMED =
  '(?:page|p\\.|página|стр\\.?|страница|صفحة|الصفحة|pagina|seite)\\s*\\p{Nd}{1,4}(?:\\s*(?:of|de|sur|из|من|van|von|\\/)\\s*\\p{Nd}{1,4})?';
const PAGE_NUMBER = new RegExp(
  `^(?:[-–—]\\s*\\p{Nd}{1,4}\\s*[-–—]|\\p{Nd}{1,4}\\s*\\/\\s*\\p{Nd}{1,4}|${NAMED}|第\\s*\\p{Nd}{1,4}\\s*[页頁]|${JOB}(?:\\s+${NUMBER})?|${NUMBER}\\s+${JOB})$`,
  'iu',
);
const BARE_NUMBER = /^\p{Nd}{1,4}$/u;
// A document's symbol: A/RES/79/243, CTOC/COP/2008/19, ETS/185.
const SYMBOL = /^\p{Lu}{1,8}(?:\/[\p{Lu}\p{Nd}][\p{L}\p{Nd}.*-]{0,12}){1,6}(?:\s*\(\p{L}{1,10}\s?\p{Lu}?\))?$/u;
const LONGEST_HEADER = 120;
const NUMBER_AT_EDGE = /^(\p{Nd}{1,4})\s+\S|\S\s+(\p{Nd}{1,4})$/u;

const shape = (text: string) =>
  text
    .replace(/\p{Nd}+/gu, '#')
    .replace(/\s+/g, ' ')
    .trim();
const number = (text: string): number => Number(text.normalize('NFKC')) || 0;

/** True when a sentence goes on from the row before the `from`th to the row after the `to`th. */
const inSentence = (rows: readonly Row[], from: number, to: number): boolean => {
  const [before, after] = [rows[from - 1], rows[to + 1]];
  return before !== undefined && after !== undefined && !endsClause(before.text) && startsLower(after.text);
};

/** Lines that carry the page's number beside their words: the numbers rise by one or two, and sentences run across. */
function numbered(rows: readonly Row[], group: readonly number[], edge: (i: number) => boolean): boolean {
  const found = group.map((i) => {
    const at = NUMBER_AT_EDGE.exec((rows[i] as Row).text);
    return number(at?.[1] ?? at?.[2] ?? '');
  });
  const rising = found.every((n, k) => n > 0 && (k === 0 || [1, 2].includes(n - (found[k - 1] as number))));
  return rising && group.filter((i) => edge(i) || inSentence(rows, i, i)).length * 3 >= group.length;
}

/**
 * Takes out page numbers and job numbers, symbols of documents beside them, and running headers: short lines that
 * return at least three times, apart from their digits, beside a page number or at the edge of a page, or that stand
 * inside a sentence and repeat a line of the title.
 */
export function takePageFurniture(rows: readonly Row[]): Cleared {
  const out = new Map<number, Furniture['what']>();
  const bare: number[] = [];
  rows.forEach((row, i) => {
    if (isForced(row) || row.text.length > LONGEST_HEADER) return;
    if (PAGE_NUMBER.test(row.text)) out.set(i, 'page-number');
    else if (
      BARE_NUMBER.test(row.text) &&
      (row.blank || inSentence(rows, i, i) || PAGE_NUMBER.test(rows[i - 1]?.text ?? ''))
    )
      bare.push(i);
  });
  // A number alone may be a page's only if such numbers count upwards through the text.
  const valueOf = (i: number) => number((rows[i] as Row).text);
  const counts = bare.filter((i, k) => k === 0 || valueOf(i) > valueOf(bare[k - 1] as number));
  const byJob = (i: number) =>
    [i - 1, i + 1].some((k) => out.get(k) === 'page-number' && !BARE_NUMBER.test((rows[k] as Row).text));
  const edge = (i: number) =>
    rows[i]?.hints.page !== undefined &&
    (rows[i - 1]?.hints.page !== rows[i]?.hints.page || rows[i + 1]?.hints.page !== rows[i]?.hints.page);
  if (counts.length >= 2 && counts.length >= bare.length * 0.8) for (const i of counts) out.set(i, 'page-number');
  else for (const i of bare) if (edge(i) || byJob(i)) out.set(i, 'page-number');

  const beside = (i: number) => edge(i) || [i - 2, i - 1, i + 1, i + 2].some((k) => out.get(k) === 'page-number');
  const groups = new Map<string, number[]>();
  rows.forEach((row, i) => {
    if (out.has(i) || isForced(row) || row.text.length > LONGEST_HEADER || endsSentence(row.text)) return;
    if (levelOf(row) || (itemOf(row) && !NUMBER_AT_EDGE.test(row.text))) return;
    const key = shape(row.text);
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  });
  const headers: number[] = [];
  for (const group of groups.values()) {
    const symbols = SYMBOL.test((rows[group[0] as number] as Row).text);
    const often = group.length >= 3 && group.filter(beside).length >= group.length * 0.6;
    if (often || (group.length >= 3 && numbered(rows, group, edge))) headers.push(...group);
    else if (symbols) headers.push(...group.filter((i) => beside(i) || inSentence(rows, i, i)));
  }
  for (const i of headers) out.set(i, 'running-header');
  for (const i of repeatedTitles(rows)) if (!out.has(i)) out.set(i, 'running-header');
  const furniture = [...out].map(([i, what]) => wholeRow(rows[i] as Row, what));
  return { rows: keep(rows, out), furniture, uncertain: [] };
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const LONGEST_TITLE = 3;

/** Lines inside a sentence that repeat one to three lines of the front: the title as a running header. */
function repeatedTitles(rows: readonly Row[]): number[] {
  const first = rows.findIndex((row) => levelOf(row)?.level === 'article');
  const front = rows.slice(0, first < 0 ? 60 : Math.min(first, 60));
  const titles = new Set<string>();
  const beginnings = new Set(front.map((row) => plain(row.text)));
  front.forEach((_, i) => {
    for (let n = 1; n <= LONGEST_TITLE; n += 1) {
      const words = front.slice(i, i + n).map((row) => row.text);
      if (words.length === n && words.join(' ').length <= 300) titles.add(plain(words.join('')));
    }
  });
  const found: number[] = [];
  for (let i = Math.max(front.length, 1); i < rows.length; i += 1) {
    const { text } = rows[i] as Row;
    if (text.length > 250 || !beginnings.has(plain(text))) continue;
    for (let n = 1; n <= LONGEST_TITLE && i + n < rows.length; n += 1) {
      const here = rows.slice(i, i + n);
      if (here.some((row) => isForced(row) || row.text.length > 250)) break;
      const words = plain(here.map((row) => row.text).join(''));
      if (words.length < 8 || !titles.has(words) || !inSentence(rows, i, i + n - 1)) continue;
      found.push(...here.map((_, k) => i + k));
      break;
    }
  }
  return found;
}
