import type { Level } from './labels-by-language';
import { endsSentence } from './lines';
import { levelOf } from './row-labels';
import { blockOf, isForced, keep } from './rows';
import type { Cleared, Row } from './rows';
import { CONTENTS, PREAMBLE } from './wording';

const LEADER = /(?:\.{3,}|…+|(?:\. ){3,}|\t|\s{3,})\s*\p{Nd}{1,4}$/u;
// No entry of a contents page is long; on longer lines these patterns would cost more than they tell.
const LONGEST_ENTRY = 250;
const FRONT = 600;
// Lower levels are counted anew in each one above: they are told by their words.
const NUMBERED_ONCE = new Set<Level>(['annex', 'part', 'book', 'chapter', 'subchapter', 'article']);
const hasLeader = (text: string) => text.length <= LONGEST_ENTRY && LEADER.test(text);
const entry = (text: string) =>
  text.length > LONGEST_ENTRY
    ? text
    : text
        .replace(LEADER, '')
        // The page's number, set apart or glued on: "Scope 3", "Scope3".
        .replace(/(?:\s+|(?<=[\p{L})”"]))\p{Nd}{1,4}$/u, '')
        .replace(/[\s.:–—-]+/g, ' ')
        .trim()
        .toLowerCase();

/** Where the articles of a contents page without a heading begin, or -1. */
function unnamedStart(rows: readonly Row[]): number {
  const articles = rows.flatMap((row, i) => {
    const label = levelOf(row);
    return label?.level === 'article' ? [{ i, label }] : [];
  });
  const again = articles.findIndex((a, k) => k >= 3 && a.label.numbered.n === articles[0]?.label.numbered.n);
  const end = again < 0 ? undefined : articles[again - 1];
  if (!end || end.label.numbered.n < 3) return -1;
  let start = (articles[0] as { i: number }).i;
  const bodies = rows.slice(start, end.i).filter((r) => endsSentence(r.text) || r.text.length > 200).length;
  if (bodies > again * 0.1) return -1;
  while (start > 0 && (levelOf(rows[start - 1] as Row) || hasLeader((rows[start - 1] as Row).text))) {
    start -= 1;
  }
  const above = rows[start - 1];
  return above && PREAMBLE.test(above.text) && above.text.length < 40 ? start - 1 : start;
}

/** Takes out a contents page: the run of headings in front that the text below repeats. */
export function takeContents(rows: readonly Row[]): Cleared {
  const nothing = { rows, furniture: [], uncertain: [] };
  const named = rows.slice(0, FRONT).findIndex((row) => CONTENTS.test(row.text));
  const start = named >= 0 ? named : unnamedStart(rows);
  if (start < 0) return nothing;

  const labels = rows.map((row) => levelOf(row));
  const keyOf = (i: number): string => {
    const label = labels[i];
    const { text } = rows[i] as Row;
    if (label && NUMBERED_ONCE.has(label.level)) return `${label.level} ${label.numbered.ascii}`;
    return PREAMBLE.test(text) && text.length <= LONGEST_ENTRY ? 'preamble' : entry(text);
  };
  const keys = rows.map((_, i) => (i < start ? '' : keyOf(i)));
  const last = new Map(keys.map((key, i) => [key, i] as const));
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  const seen = new Map<string, number>();
  for (const row of rows.slice(0, start)) seen.set(entry(row.text), 1);

  const listed = (i: number): boolean => {
    const row = rows[i];
    if (!row || isForced(row) || row.text.length > LONGEST_ENTRY) return false;
    const label = labels[i] ?? null;
    const key = keys[i] as string;
    const before = seen.get(key) ?? 0;
    const again = (last.get(key) ?? i) > i;
    const bare = !label && !hasLeader(row.text);
    // Chapters counted anew in each part are listed as often as they stand below.
    const listedAgain = Math.max(1, Math.floor((times.get(key) ?? 0) / 2));
    const most = !label || label.level === 'article' ? 1 : NUMBERED_ONCE.has(label.level) ? listedAgain : Infinity;
    if (before >= most || ((bare || key === 'preamble') && !again)) return false;
    // The first heading of the text itself, where the contents page does not list its like.
    if (label && !again && !hasLeader(row.text) && !/\p{Nd}$/u.test(row.text)) return false;
    seen.set(key, before + 1);
    return true;
  };
  let end = start + (CONTENTS.test((rows[start] as Row).text) ? 1 : 0);
  for (; end < rows.length; end += 1) {
    if (listed(end)) continue;
    const row = rows[end] as Row;
    // An entry that a heading below words a little otherwise; a column title such as "Page".
    const small = row.text.length < 120 && !endsSentence(row.text) && !isForced(row) && !seen.has(keys[end] as string);
    if (!small || !listed(end + 1)) break;
  }
  if (end - start < 3) return nothing;
  const out = new Set(Array.from({ length: end - start }, (_, k) => start + k));
  return { rows: keep(rows, out), furniture: blockOf(rows.slice(start, end), 'contents'), uncertain: [] };
}
