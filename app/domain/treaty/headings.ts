import type { Unit } from './lines';
import { endsClause, endsSentence, startsLower } from './lines';
import { PARTIES, PREAMBLE, TESTIMONIUM } from './wording';

/** True when words that follow a level's number can be its heading: short, no clause ending, not a sentence's start. */
export function looksLikeHeading(text: string, hints: Unit['hints'] = {}): boolean {
  if (hints.headingLevel) return true;
  if (text === '' || text.length > 250 || endsClause(text) || startsLower(text)) return false;
  return !PARTIES.test(text) || text.length < 60;
}

/** A unit that can stand as a heading on the line after a number. */
export const headingUnit = (unit: Unit | undefined): unit is Unit =>
  unit !== undefined && unit.level === null && (unit.as === 'heading' || mayBeHeading(unit));
const mayBeHeading = (unit: Unit): boolean =>
  unit.as === undefined &&
  !unit.plain &&
  (unit.item === null || unit.hints.headingLevel !== undefined || unit.item.wrapper === 'bare') &&
  !TESTIMONIUM.test(unit.text) &&
  PREAMBLE.exec(unit.text)?.[0] !== unit.text &&
  looksLikeHeading(unit.text, unit.hints);

/** "Short title." before a numbered paragraph: a heading in spite of its full stop. */
export const stoppedHeading = (text: string, next: Unit | undefined): boolean =>
  endsSentence(text) &&
  text.length <= 60 &&
  text.indexOf('.') === text.length - 1 &&
  next?.item?.ways.get('decimal') === 1;

/** Whether this instrument's articles carry headings: most of those whose heading is plain to see do. */
export function articlesCarryHeadings(units: readonly Unit[]): boolean {
  let articles = 0;
  let headed = 0;
  units.forEach((unit, i) => {
    if (unit.level?.level !== 'article') return;
    articles += 1;
    const inline = unit.level.rest !== '';
    const has = inline ? looksLikeHeading(unit.level.rest, unit.hints) : headingUnit(units[i + 1]);
    const body = units[i + (inline ? 1 : 2)];
    if (has && body && body.level === null) headed += 1;
  });
  return headed > articles / 2;
}
