import type { Furniture } from './outline';
import { blockOf } from './rows';
import type { ItemLabel } from './items';
import { mayBeIn } from './language';
import { endsClause, isUpper, startsLower } from './lines';
import type { Unit } from './lines';
import { draft } from './tree';
import type { Draft } from './tree';
import { AGREED, INSTRUMENT, PARTIES, PREAMBLE, RECITAL } from './wording';

/** What stands before the first level: title and preamble; what belongs to neither is set aside. */
export interface Front {
  readonly title: string;
  readonly preamble: Draft | null;
  readonly furniture: Furniture[];
}

/** True when a preamble can begin here without a heading: those who agree, or the first of their reasons. */
export const beginsPreamble = (unit: Unit): boolean =>
  PARTIES.test(unit.text) ||
  (unit.text.length < 200 && unit.text.endsWith(',') && isUpper(unit.text)) ||
  RECITAL.test(unit.text) ||
  (unit.text.length > 200 && endsClause(unit.text));

/** The title among the lines in front, the rest of them as notes. */
function chooseTitle(units: readonly Unit[], language: string): { title: string; furniture: Furniture[] } {
  const mine = (unit: Unit) => mayBeIn(unit.text, language);
  const named = (unit: Unit) => INSTRUMENT.test(unit.text);
  const find = (...tests: ((unit: Unit) => boolean)[]) => units.findIndex((u) => tests.every((test) => test(u)));
  const top = Math.min(...units.map((u) => u.hints.headingLevel ?? Infinity));
  const wanted = [
    find((u) => u.hints.headingLevel === top, named, mine),
    find(named, mine),
    find(mine),
    find(named),
    0,
  ];
  let from = wanted.find((at) => at >= 0) as number;
  let to = from + 1;
  const goesOn = (a: Unit, b: Unit) => startsLower(b.text) && !endsClause(a.text) && b.text.length < 200;
  const together = (a: Unit | undefined, b: Unit | undefined) =>
    a && b && mine(a) && (goesOn(a, b) || (!b.blank && isUpper(a.text) && isUpper(b.text)));
  while (together(units[to - 1], units[to])) to += 1;
  while (together(units[from - 1], units[from])) from -= 1;
  const title = units
    .slice(from, to)
    .map((u) => u.text)
    .join(' ');
  const rest = [units.slice(0, from), units.slice(to)];
  const furniture = rest.flatMap((some) =>
    blockOf(
      some.flatMap((u) => u.rows),
      'note',
    ),
  );
  return { title, furniture };
}

interface Block {
  text: string;
  readonly item: ItemLabel | null;
  readonly line: number;
}

/** Recitals that stand on paragraphs of their own become provisions; a preamble in one piece stays in one piece. */
function fillPreamble(preamble: Draft, units: readonly Unit[], inline: string): void {
  const blocks: Block[] = inline === '' ? [] : [{ text: inline, item: null, line: preamble.line }];
  let numbered = 0;
  for (const unit of units) {
    const n = unit.item?.ways.get('decimal');
    const last = blocks.at(-1);
    const item = unit.item && n === numbered + 1 ? unit.item : null;
    if (item) numbered += 1;
    // A line that merely looks labelled goes on with the sentence before it.
    else if (last && unit.item && !unit.blank && unit.afterFull) {
      last.text += ` ${unit.text}`;
      continue;
    }
    blocks.push({ text: unit.text, item, line: unit.line });
  }
  if (blocks.length < 3) {
    preamble.texts = blocks.map((b) => b.text);
    return;
  }
  const agreed = blocks.findIndex((b, i) => i > 0 && b.text.length < 400 && AGREED.test(b.text));
  const firstNumbered = blocks.findIndex((b) => b.item);
  blocks.forEach((block, i) => {
    const last = preamble.children.at(-1);
    if (agreed >= 0 && i >= agreed) preamble.closings.push(block.text);
    // Where recitals are counted, what stands before them ("Having regard to ...") is none of them.
    else if (i < firstNumbered) preamble.texts.push(block.text);
    else if (i === 0 && !block.item && !RECITAL.test(block.text) && block.text.length < 300) {
      preamble.texts.push(block.text);
    } else if (block.item) {
      const { number, label, rest, ways } = block.item;
      const recital = draft('recital', preamble, block.line, { number, label, ascii: String(ways.get('decimal')) });
      recital.texts.push(rest);
      preamble.children.push(recital);
    } else if (firstNumbered >= 0 && last) last.texts.push(block.text);
    else {
      const recital = draft('recital', preamble, block.line);
      recital.texts.push(block.text);
      preamble.children.push(recital);
    }
  });
}

/** A preamble out of the units from its heading or first words on, in `parent` where an annex has its own. */
export function preambleOf(units: readonly Unit[], parent: Draft | null): Draft | null {
  const first = units[0];
  if (!first) return null;
  const preamble = draft('preamble', parent, first.line);
  const mark = PREAMBLE.exec(first.text);
  if (mark) preamble.heading = mark[0].trim();
  fillPreamble(preamble, mark ? units.slice(1) : units, mark ? first.text.slice(mark[0].length) : '');
  return preamble;
}

/** Reads the units before the first level. */
export function readFront(units: readonly Unit[], language: string): Front {
  let at = units.findIndex((unit) => PREAMBLE.test(unit.text));
  if (at < 0) at = units.findIndex(beginsPreamble);
  if (at < 0) at = units.length;
  const { title, furniture } = at > 0 ? chooseTitle(units.slice(0, at), language) : { title: '', furniture: [] };
  return { title, preamble: preambleOf(units.slice(at), null), furniture };
}
