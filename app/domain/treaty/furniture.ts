import type { Furniture, Uncertain } from './outline';
import type { Row } from './lines';
import { endsSentence } from './lines';
import { detectLanguage } from './language';
import { readItem } from './items';
import { readLevel } from './levels';
import type { LevelLabel } from './levels';
import { CONTENTS, PREAMBLE } from './wording';

/** What a pass over the rows left, and what it took out. */
export interface Cleared {
  readonly rows: Row[];
  readonly furniture: Furniture[];
  readonly uncertain: Uncertain[];
}

const PAGE_NUMBER =
  /^(?:[-–—]\s*\p{Nd}{1,4}\s*[-–—]|\p{Nd}{1,4}\s*\/\s*\p{Nd}{1,4}|(?:page|página|стр\.?|страница|صفحة|pagina|seite)\s+\p{Nd}{1,4}(?:\s*(?:of|de|sur|из|من|van|von|\/)\s*\p{Nd}{1,4})?|第\s*\p{Nd}{1,4}\s*[页頁])$/iu;
const BARE_NUMBER = /^\p{Nd}{1,4}$/u;
const shape = (text: string) =>
  text
    .replace(/\p{Nd}+/gu, '#')
    .replace(/\s+/g, ' ')
    .trim();

function keep(rows: readonly Row[], out: ReadonlySet<number>): Row[] {
  const kept: Row[] = [];
  let broken = false;
  rows.forEach((row, i) => {
    if (out.has(i)) broken = true;
    else {
      kept.push(broken ? { ...row, broken: true } : row);
      broken = false;
    }
  });
  return kept;
}

/**
 * Takes out page numbers, and running headers: short lines that return at least three times, apart from their digits,
 * always beside a page number or at the edge of a page.
 */
export function takePageFurniture(rows: readonly Row[]): Cleared {
  const out = new Map<number, Furniture['what']>();
  const bare: number[] = [];
  rows.forEach((row, i) => {
    if (PAGE_NUMBER.test(row.text)) out.set(i, 'page-number');
    else if (BARE_NUMBER.test(row.text) && row.blank) bare.push(i);
  });
  // A number alone may be a page's only if such numbers count upwards through the text.
  const counts = bare.filter((i, k) => k === 0 || pageOf(rows, i) > pageOf(rows, bare[k - 1] as number));
  const edge = (i: number) =>
    rows[i]?.hints.page !== undefined &&
    (rows[i - 1]?.hints.page !== rows[i]?.hints.page || rows[i + 1]?.hints.page !== rows[i]?.hints.page);
  if (counts.length >= 2 && counts.length >= bare.length * 0.8) for (const i of counts) out.set(i, 'page-number');
  else for (const i of bare) if (edge(i)) out.set(i, 'page-number');

  const groups = new Map<string, number[]>();
  rows.forEach((row, i) => {
    if (out.has(i) || row.text.length > 120 || endsSentence(row.text)) return;
    if (readLevel(row.text) || readItem(row.text)) return;
    const key = shape(row.text);
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  });
  for (const group of groups.values()) {
    if (group.length < 3) continue;
    const beside = (i: number) => edge(i) || [i - 2, i - 1, i + 1, i + 2].some((k) => out.get(k) === 'page-number');
    if (group.filter(beside).length >= group.length * 0.6) for (const i of group) out.set(i, 'running-header');
  }
  const furniture = [...out].map(([i, what]) => ({ what, text: (rows[i] as Row).text, line: (rows[i] as Row).line }));
  return { rows: keep(rows, new Set(out.keys())), furniture, uncertain: [] };
}
const pageOf = (rows: readonly Row[], i: number): number => Number(rows[i]?.text.normalize('NFKC')) || 0;

const block = (rows: readonly Row[], what: Furniture['what']): Furniture => ({
  what,
  text: rows.map((r) => r.text).join('\n'),
  line: rows[0]?.line ?? 1,
});

interface Labelled {
  readonly i: number;
  readonly label: LevelLabel;
}
const articlesIn = (rows: readonly Row[]): Labelled[] =>
  rows.flatMap((row, i) => {
    const label = readLevel(row.text);
    return label?.level === 'article' ? [{ i, label }] : [];
  });

/**
 * When a file holds the instrument in two languages one after the other, keeps one (the wanted one, else the first)
 * and sets the other aside, saying so.
 */
export function takeOtherLanguage(rows: readonly Row[], wanted: string | undefined): Cleared {
  const nothing = { rows: [...rows], furniture: [], uncertain: [] };
  const articles = articlesIn(rows);
  const restart = articles.findIndex(
    (a, k) => k > 2 && a.label.numbered.n === 1 && (articles[k - 1]?.label.numbered.n ?? 0) > 2,
  );
  if (restart < 0) return nothing;
  const last = (articles[restart - 1] as Labelled).i;
  const start = (articles[restart] as Labelled).i;
  const words = (from: number, to: number) =>
    rows
      .slice(from, to)
      .map((r) => r.text)
      .join(' ');
  const first = detectLanguage(words((articles[0] as Labelled).i, last));
  const second = detectLanguage(words(start, Math.min(rows.length, start + 200)));
  if (first === second || first === 'und' || second === 'und') return nothing;
  let cut = last + 1;
  while (cut < start && !((rows[cut] as Row).text.length >= 20 && detectLanguage((rows[cut] as Row).text) === second)) {
    cut += 1;
  }
  const takeSecond = wanted !== undefined && wanted.split('-')[0] === second;
  const [kept, aside] = takeSecond ? [rows.slice(cut), rows.slice(0, cut)] : [rows.slice(0, cut), rows.slice(cut)];
  const [mine, other] = takeSecond ? [second, first] : [first, second];
  const what = `This file holds two languages. The text in “${mine}” was read; the one in “${other}”, which begins here, was left out. Import the file again as “${other}” to have that one.`;
  return {
    rows: [...kept],
    furniture: [block(aside, 'note')],
    uncertain: [{ what, where: `line ${aside[0]?.line ?? 1}` }],
  };
}

const LEADER = /(?:\.{3,}|…+|(?:\. ){3,}|\t|\s{3,})\s*\p{Nd}{1,4}$/u;
// No entry of a contents page is long; on longer lines these patterns would cost more than they tell.
const LONGEST_ENTRY = 250;
const hasLeader = (text: string) => text.length <= LONGEST_ENTRY && LEADER.test(text);
const entry = (text: string) =>
  text.length > LONGEST_ENTRY
    ? text
    : text
        .replace(LEADER, '')
        .replace(/\s+\p{Nd}{1,4}$/u, '')
        .replace(/[\s.:–—-]+/g, ' ')
        .trim()
        .toLowerCase();

/** Takes out a contents page: the run of headings in front that the text below repeats. */
export function takeContents(rows: readonly Row[]): Cleared {
  const nothing = { rows: [...rows], furniture: [], uncertain: [] };
  const front = Math.min(rows.length, 600);
  let start = rows.slice(0, front).findIndex((row) => CONTENTS.test(row.text));
  if (start < 0) {
    const articles = articlesIn(rows);
    const again = articles.findIndex((a, k) => k >= 3 && a.label.numbered.n === articles[0]?.label.numbered.n);
    const end = again < 0 ? undefined : articles[again - 1];
    if (!end || end.label.numbered.n < 3) return nothing;
    const from = (articles[0] as Labelled).i;
    const bodies = rows.slice(from, end.i).filter((r) => endsSentence(r.text) || r.text.length > 200).length;
    if (bodies > again * 0.1) return nothing;
    start = from;
    while (start > 0 && (readLevel((rows[start - 1] as Row).text) || hasLeader((rows[start - 1] as Row).text))) {
      start -= 1;
    }
    const above = rows[start - 1];
    if (above && PREAMBLE.test(above.text) && above.text.length < 40) start -= 1;
  }
  const later = new Set(rows.slice(start + 1).map((row) => entry(row.text)));
  const times = new Map<string, number>();
  for (const row of rows.slice(start)) times.set(entry(row.text), (times.get(entry(row.text)) ?? 0) + 1);
  const seen = new Set(rows.slice(0, start).map((row) => entry(row.text)));
  const listed = (i: number): boolean => {
    const row = rows[i];
    if (!row || row.text.length > LONGEST_ENTRY) return false;
    const label = readLevel(row.text);
    const once = label && label.level !== 'section' && label.level !== 'subsection' && label.level !== 'title';
    const key = once
      ? `${label.level} ${label.numbered.ascii}`
      : PREAMBLE.test(row.text)
        ? 'preamble'
        : entry(row.text);
    if (seen.has(key) && (once || key === 'preamble' || !label)) return false;
    const known = label !== null || hasLeader(row.text) || key === 'preamble' || (times.get(key) ?? 0) > 1;
    if (!known) return false;
    seen.add(key);
    return later.size > 0;
  };
  let end = start + (CONTENTS.test((rows[start] as Row).text) ? 1 : 0);
  for (; end < rows.length; end += 1) {
    if (listed(end)) continue;
    const row = rows[end] as Row;
    // An entry that a heading below words a little otherwise; a column title such as "Page".
    const small = row.text.length < 120 && !endsSentence(row.text) && !seen.has(entry(row.text));
    if (!small || !listed(end + 1)) break;
  }
  if (end - start < 3) return nothing;
  const out = new Set(Array.from({ length: end - start }, (_, k) => start + k));
  return { rows: keep(rows, out), furniture: [block(rows.slice(start, end), 'contents')], uncertain: [] };
}
