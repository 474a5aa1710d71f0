import type { Furniture } from './outline';
import { beginsPreamble } from './front';
import { looksLikeHeading } from './headings';
import type { Level } from './labels-by-language';
import type { LevelLabel } from './levels';
import { endsClause, isUpper, startsLower } from './lines';
import type { Unit } from './lines';
import { blockOf, cutFrom, isForced, pieceOf } from './rows';
import type { Row } from './rows';
import { INSTRUMENT, PREAMBLE } from './wording';

const NO_NUMBER = { raw: '', number: '', ascii: '', n: 1, suffix: 0 } as const;
const ownAnnex = (rest: string): LevelLabel => ({ level: 'annex', numbered: NO_NUMBER, label: '', rest, firm: true });
const isArticle = (unit: Unit) => unit.level?.level === 'article';

/** What was done to the units, and what a person is to be asked. */
export interface Separated {
  readonly units: Unit[];
  readonly furniture: readonly Furniture[];
  readonly uncertain: readonly { readonly what: string; readonly where: string; readonly line: number }[];
}

/**
 * When the instrument comes as the annex of the resolution that adopts it, what stands before (the resolution with its
 * own preamble and numbered paragraphs) belongs to the resolution: it is set aside.
 */
export function takeResolution(units: Unit[]): Separated {
  const nothing = { units, furniture: [], uncertain: [] };
  const annex = units.findIndex((u) => u.level?.level === 'annex');
  const article = units.findIndex(isArticle);
  const mark = units[annex];
  if (!mark || article < annex) return nothing;
  const before = units.slice(0, annex).flatMap((unit) => unit.rows);
  if (before.some(isForced) || mark.as) return nothing;
  const label = mark.level as LevelLabel;
  const later = units.slice(annex + 1);
  const furniture = blockOf(before, 'note');
  // "Annex: Convention on ...": the words after the label are the instrument's title.
  const row = mark.rows[0] as Row;
  if (label.rest !== '' && mark.rows.length === 1) {
    const at = row.text.length - label.rest.length;
    furniture.push(pieceOf(row, 'note', 0, at));
    const rest = cutFrom(row, [[0, at]]) ?? row;
    later.unshift({ ...mark, text: label.rest, rows: [rest], level: null, item: null });
  } else furniture.push(...blockOf(mark.rows, 'note'));
  const line = units[0]?.line ?? 1;
  const what = 'What stands before the annex (the resolution that adopts this text) was left out.';
  return { units: later, furniture, uncertain: [{ what, where: `line ${line}`, line }] };
}

const isTitle = (unit: Unit, next: Unit | undefined): boolean =>
  unit.level === null &&
  unit.item === null &&
  unit.as === undefined &&
  unit.text.length <= 250 &&
  INSTRUMENT.test(unit.text) &&
  looksLikeHeading(unit.text, unit.hints) &&
  (isUpper(unit.text) ||
    unit.hints.headingLevel !== undefined ||
    unit.hints.centred === true ||
    unit.hints.bold === true ||
    (unit.blank && next !== undefined && (next.level !== null || beginsPreamble(next) || PREAMBLE.test(next.text))));

/** True when the `k`th article is a first one though another stands before it. `headed`: levels above begin again too. */
function restartsAt(units: readonly Unit[], articles: readonly number[], k: number, headed: boolean): boolean {
  const [here, before, next] = [articles[k], articles[k - 1], articles[k + 1]].map((i) =>
    i === undefined ? undefined : units[i],
  );
  if (!here?.level || !before?.level || here.as) return false;
  const { n, suffix } = here.level.numbered;
  const [last, after] = [before.level.numbered, next?.level?.numbered.n];
  if (n !== 1 || suffix !== 0 || (last.n === 1 && last.suffix > 0)) return false;
  if (after !== undefined && after !== 2 && after !== 1) return false;
  const above = units[(articles[k] as number) - 1];
  return (
    headed ||
    here.blank ||
    above === undefined ||
    above.level !== null ||
    endsClause(above.text) ||
    isTitle(above, here)
  );
}

/**
 * A second instrument in the same file, an optional protocol after its convention, counts its articles from 1 again: it
 * becomes an annex of its own, under its title where it has one.
 */
export function separateInstruments(units: Unit[]): Separated {
  const articles = units.flatMap((unit, i) => (isArticle(unit) ? [i] : []));
  const starts = new Map<number, boolean>();
  const seen = new Set<string>();
  const keyOf = ({ level, numbered }: LevelLabel) => `${level} ${numbered.ascii}`;
  let from = 0;
  articles.forEach((at, k) => {
    const between = units.slice(from, at).flatMap((unit) => (unit.level && !isArticle(unit) ? [unit.level] : []));
    const annexed = between.some(({ level }) => level === 'annex');
    const again = between.some((level) => level.numbered.n === 1 && seen.has(keyOf(level)));
    if (annexed) seen.clear();
    if (!annexed && restartsAt(units, articles, k, again) && (between.length === 0 || again)) {
      const before = units[from - 1] as Unit;
      const stop = firstLevel(units, from, at);
      // The line after an article's number is its own heading.
      const first = before.level?.rest === '' ? from + 1 : from;
      const title = range(first, stop).find((i) => isTitle(units[i] as Unit, units[i + 1]));
      const preamble = range(first, stop).find((i) => beginsPreamble(units[i] as Unit));
      starts.set(title ?? preamble ?? stop, title !== undefined);
      seen.clear();
    }
    for (const level of between) seen.add(keyOf(level));
    from = at + 1;
  });
  const uncertain: { what: string; where: string; line: number }[] = [];
  const made = units.flatMap((unit, i): Unit[] => {
    const titled = starts.get(i);
    if (titled === undefined) return [unit];
    if (titled) return [{ ...unit, level: ownAnnex(unit.text), item: null }];
    const { line } = unit;
    const what = 'Article numbers begin again at 1 here: what follows was read as an instrument of its own.';
    uncertain.push({ what, where: `line ${line}`, line });
    return [{ ...unit, text: '', rows: [], as: undefined, plain: false, level: ownAnnex(''), item: null }, unit];
  });
  return { units: made, furniture: [], uncertain };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
const firstLevel = (units: readonly Unit[], from: number, to: number): number => {
  const at = units.slice(from, to).findIndex((unit) => unit.level !== null);
  return at < 0 ? to : from + at;
};

/**
 * Acts that say only "1. Short title.": when no level is named anywhere, numbers that run 1, 2, 3 with a heading and
 * text below each become sections.
 */
export function promoteNumbers(units: readonly Unit[]): void {
  if (units.some((u) => u.level)) return;
  const heads: Unit[] = [];
  units.forEach((unit, i) => {
    const next = units[i + 1];
    const n = unit.item?.ways.get('decimal');
    if (n !== heads.length + 1 || !unit.item || unit.as || unit.item.wrapper === 'bare' || !next) return;
    const rest = unit.item.rest.replace(/\.$/, '');
    const headed = unit.item.rest.length < 120 && looksLikeHeading(rest) && next.item?.ways.get('decimal') !== n + 1;
    if (headed && !startsLower(rest)) heads.push(unit);
  });
  if (heads.length < 3) return;
  heads.forEach((unit, i) => {
    const { label, number, rest } = unit.item as NonNullable<Unit['item']>;
    const n = i + 1;
    const level: Level = 'section';
    unit.level = { level, numbered: { raw: number, number, ascii: String(n), n, suffix: 0 }, label, rest, firm: true };
    unit.item = null;
  });
}
