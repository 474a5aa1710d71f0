import { detectLanguage } from './language';
import { endsClause } from './lines';
import { INSTRUMENT } from './wording';
import { languagesOfLevelWord } from './levels';
import type { LevelLabel } from './levels';
import { levelOf } from './row-labels';
import { blockOf, isForced, keep } from './rows';
import type { Cleared, Row } from './rows';

interface Labelled {
  readonly i: number;
  readonly label: LevelLabel;
}
const articlesIn = (rows: readonly Row[]): Labelled[] =>
  rows.flatMap((row, i) => {
    const label = levelOf(row);
    return label?.level === 'article' ? [{ i, label }] : [];
  });
const base = (language: string | undefined) => language?.split('-')[0];

/** Sets aside the rows of the other language, saying so. */
function part(rows: readonly Row[], other: ReadonlySet<number>, mine: string, theirs: string): Cleared {
  const aside = rows.filter((_, i) => other.has(i));
  // Somebody has read these lines and said what they are: they stay.
  if (aside.some(isForced)) return { rows, furniture: [], uncertain: [] };
  const line = aside[0]?.line ?? 1;
  const what = `This file holds two languages. The text in “${mine}” was read; the one in “${theirs}”, which begins here, was left out. Import the file again as “${theirs}” to have that one.`;
  const runs: Row[][] = [];
  rows.forEach((row, i) => {
    if (!other.has(i)) return;
    if (i > 0 && other.has(i - 1)) runs.at(-1)?.push(row);
    else runs.push([row]);
  });
  return {
    rows: keep(rows, other),
    furniture: runs.flatMap((run) => blockOf(run, 'note')),
    uncertain: [{ what, where: `line ${line}`, line }],
  };
}

/** Two texts that take turns, article by article: the level words tell which row is whose. */
function takeTurns(rows: readonly Row[], articles: readonly Labelled[], wanted: string | undefined): Cleared | null {
  const tongues = articles.map(({ label }) => languagesOfLevelWord(label.label));
  const first = tongues[0];
  const other = tongues.find((one) => first && [...one].every((tag) => !first.has(tag)));
  if (!first || !other || other.size === 0) return null;
  const sideOf = (languages: ReadonlySet<string>): 0 | 1 | null =>
    [...languages].some((tag) => first.has(tag)) ? 0 : [...languages].some((tag) => other.has(tag)) ? 1 : null;
  const sides = tongues.map(sideOf);
  const numbers = ([0, 1] as const).map((side) =>
    articles.filter((_, k) => sides[k] === side).map(({ label }) => label.numbered.n),
  );
  const counts = (list: readonly number[]) => list.length >= 3 && list.every((n, k) => n === k + (list[0] as number));
  const turns = sides.filter((side, k) => k > 0 && side !== sides[k - 1]).length;
  if (!numbers.every(counts) || turns < 3) return null;
  let side: 0 | 1 = 0;
  const own = rows.map((row) => {
    const level = levelOf(row);
    const said = level ? sideOf(languagesOfLevelWord(level.label)) : sideOf(new Set([detectLanguage(row.text)]));
    // A short line says little about its language; it goes with what stands before it.
    if (said !== null && (level || row.text.length >= 20)) side = said;
    return side;
  });
  const words = (of: 0 | 1) => rows.filter((_, i) => own[i] === of).map((row) => row.text);
  const languages = [detectLanguage(words(0).join('\n')), detectLanguage(words(1).join('\n'))] as const;
  const taken = base(wanted) === languages[1] ? 1 : 0;
  const aside = new Set(rows.flatMap((_, i) => (own[i] === taken ? [] : [i])));
  return part(rows, aside, languages[taken], languages[taken === 0 ? 1 : 0]);
}

const LONGEST_TITLE = 6;
/** Where the second text's title begins, when lines that are no sentences stand before its first words at `cut`. */
function titleBefore(rows: readonly Row[], from: number, cut: number): number {
  let first = cut;
  for (let i = cut - 1; i >= Math.max(from, cut - LONGEST_TITLE); i -= 1) {
    const { text, blank } = rows[i] as Row;
    if (text.length > 150 || endsClause(text)) break;
    if (blank && INSTRUMENT.test(text)) first = i;
  }
  return first;
}

/**
 * When a file holds the instrument in two languages, one after the other or taking turns, keeps one (the wanted one,
 * else the first) and sets the other aside, saying so.
 */
export function takeOtherLanguage(rows: readonly Row[], wanted: string | undefined): Cleared {
  const nothing = { rows, furniture: [], uncertain: [] };
  const articles = articlesIn(rows);
  const turns = takeTurns(rows, articles, wanted);
  if (turns) return turns;
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
  cut = titleBefore(rows, last + 2, cut);
  const takeSecond = base(wanted) === second;
  const aside = new Set(rows.flatMap((_, i) => (i < cut === takeSecond ? [i] : [])));
  const [mine, other] = takeSecond ? [second, first] : [first, second];
  return part(rows, aside, mine, other);
}
