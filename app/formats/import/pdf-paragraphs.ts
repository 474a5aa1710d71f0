import { readItem } from '#app/domain/treaty/items';
import { startsLower } from '#app/domain/treaty/lines';
import { commonest } from './pdf-lines';
import type { Line } from './pdf-lines';

/** A line of the text itself, in reading order through the whole file. */
export interface Flowing {
  readonly line: Line;
  /** 1-based. */
  readonly page: number;
  /** Which column of which page: equal for lines that stand below each other. */
  readonly region: number;
  readonly left: number;
  readonly right: number;
}

/** What the layout says about a line: whether it goes on with the paragraph of the line before. */
export interface Placed {
  /** True, false, or undefined when the layout does not tell. */
  readonly continues: boolean | undefined;
  /** From the margin on the side where reading starts, in points. */
  readonly indent: number;
  readonly centred: boolean;
}

interface Paragraph {
  first: number;
  rest: number | null;
  labelled: boolean;
}

const HAN = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

const BRACKET = /^[（［【《〈「『“‘]/u;

/** The end of a sentence, a point or a recital. */
const STOP = /[.;:!?,…。；：，；؟؛،]["”’»)\]]*(?:\s*(?:and|or|et|ou|y|o|и|или|و|أو|及|或|和))?\s*$/iu;

const near = (a: number, b: number, size: number) => Math.abs(a - b) < size * 0.25;

/** The usual distance of two lines of one paragraph, in sizes of the type; null when the file has too few lines. */
function leadingOf(flow: readonly Flowing[]): Map<number, number> {
  const bySize = new Map<number, number[]>();
  flow.forEach((one, i) => {
    const before = flow[i - 1];
    if (!before || before.region !== one.region) return;
    const size = Math.round(one.line.size * 2) / 2;
    if (Math.round(before.line.size * 2) / 2 !== size) return;
    const gap = Math.round((one.line.y - before.line.y) * 2) / 2;
    if (gap > size * 0.8 && gap < size * 2.6) bySize.set(size, [...(bySize.get(size) ?? []), gap]);
  });
  const usual = new Map<number, number>();
  for (const [size, gaps] of bySize) {
    const sorted = [...gaps].sort((a, b) => a - b);
    // The commonest distance; where paragraphs of one line are the rule, the smallest that returns.
    const often = commonest(sorted);
    const low = sorted[Math.floor(sorted.length * 0.1)] as number;
    usual.set(size, low < often * 0.85 ? low : often);
  }
  return usual;
}

/** Decides for every line, from distances, margins and the room that was left on the line before. */
export function placeLines(flow: readonly Flowing[], rightToLeft: boolean): Placed[] {
  const leading = leadingOf(flow);
  const start = (one: Flowing) => (rightToLeft ? one.right - one.line.end : one.line.x - one.left);
  const room = (one: Flowing) => (rightToLeft ? one.line.x - one.left : one.right - one.line.end);
  const even = ({ line, left, right }: Flowing) => Math.abs(line.x - left - (right - line.end)) < line.size * 0.6;
  const centred = (one: Flowing) => even(one) && one.line.x - one.left > one.line.size;
  const full = (before: Flowing, one: Flowing) => {
    const left = even(before) ? room(before) + start(before) : room(before);
    // Chinese may not begin a line with a comma, nor end one with a bracket: two or three signs move together.
    const more = HAN.test(one.line.text) ? one.line.size * 2.2 : one.line.size * 0.2;
    return left < one.line.firstWord + more + (before.right - before.left) * 0.012;
  };
  const wide = (before: Flowing, one: Flowing): boolean => {
    const usual = leading.get(Math.round(one.line.size * 2) / 2) ?? one.line.size * 1.3;
    return one.line.y - before.line.y > usual * 1.22;
  };
  const sameType = (a: Line, b: Line) => Math.abs(a.size - b.size) < a.size * 0.06 && a.bold === b.bold;

  const trait = habitsOf(flow, {
    start,
    full,
    wide,
    plain: (a, b) => sameType(a.line, b.line) && !centred(a) && !centred(b),
  });
  const placed: Placed[] = [];
  let paragraph: Paragraph = { first: 0, rest: null, labelled: false };
  flow.forEach((one, i) => {
    const before = flow[i - 1];
    const indent = start(one);
    const continues = before ? decide(before, one) : false;
    // What the layout leaves open is taken as a new paragraph for margins: only labels and headings are at stake.
    if (continues !== true) paragraph = { first: indent, rest: null, labelled: readItem(one.line.text) !== null };
    else paragraph.rest ??= indent;
    placed.push({ continues, indent, centred: centred(one) });
  });
  return placed;

  function decide(before: Flowing, one: Flowing): boolean | undefined {
    const beside = before.region === one.region;
    const { size } = one.line;
    if (beside && wide(before, one)) return false;
    if (!sameType(before.line, one.line)) return beside || before.line.size !== one.line.size ? false : undefined;
    const middle = centred(one) && (centred(before) || (even(before) && paragraph.rest === null));
    // Lines may end early where the program that set them thought it looked better.
    if (!full(before, one))
      return startsLower(one.line.text) && near(start(one), paragraph.rest ?? start(one), size) ? undefined : false;
    if (middle) return beside ? true : undefined;
    const indent = start(one);
    const { first, rest, labelled } = paragraph;
    // A wide bracket may hang into the margin with its empty half.
    const ease = BRACKET.test(one.line.text) ? size * 2.4 : size;
    const fits = rest === null ? indent < first + ease * 0.25 || labelled : near(indent, rest, ease);
    if (!fits) return false;
    const aligned = rest === null && near(indent, first, size);
    // Where first lines are indented, a second line as far in is a first line.
    if (aligned && beside && trait.indented && first > size * 0.8) return false;
    const hanging = rest !== null && !near(rest, first, size);
    // A label at the margin of a labelled paragraph may be the next one, or a mention that was wrapped.
    if (labelled && !hanging && trait.lists && readItem(one.line.text)) return undefined;
    if (beside) {
      // Aligned with the line above at the usual distance: one paragraph, where the file sets paragraphs apart at all.
      return aligned || rest !== null ? (trait.apart ? true : undefined) : true;
    }
    if (rest === null && indent < first - size * 0.25) return true;
    if (hanging) return true;
    if (readItem(one.line.text)) return undefined;
    return startsLower(one.line.text) || !STOP.test(before.line.text.slice(-40)) ? true : undefined;
  }
}

interface Measures {
  readonly start: (one: Flowing) => number;
  readonly full: (before: Flowing, one: Flowing) => boolean;
  readonly wide: (before: Flowing, one: Flowing) => boolean;
  readonly plain: (before: Flowing, one: Flowing) => boolean;
}

interface Habits {
  /** Paragraphs are set apart by distance or indent. */
  readonly apart: boolean;
  /** First lines are indented. */
  readonly indented: boolean;
  /** There are lists whose points are not set apart. */
  readonly lists: boolean;
}

/** How the file sets its paragraphs, learnt from those that end on a short line. */
function habitsOf(flow: readonly Flowing[], { start, full, wide, plain }: Measures): Habits {
  let [apart, tight, lists, indented, flush] = [0, 0, 0, 0, 0];
  flow.forEach((one, i) => {
    const before = flow[i - 1];
    if (!before || before.region !== one.region || full(before, one) || !plain(before, one)) return;
    const moved = wide(before, one) || !near(start(one), start(before), one.line.size);
    if (moved) apart += 1;
    else tight += 1;
    if (wide(before, one)) return;
    if (start(one) > one.line.size * 0.8) indented += 1;
    else flush += 1;
    if (!moved && readItem(one.line.text)) lists += 1;
  });
  const first = indented > flush * 3;
  return { apart: apart > 0 && (first || tight <= apart * 0.15), indented: first, lists: lists > 0 && !first };
}
