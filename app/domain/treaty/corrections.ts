import { z } from 'zod';
import { READ_AS } from './outline';
import type { Source, SourceLine, Uncertain } from './outline';

/** Most corrections that one recipe may hold. */
export const MOST_CORRECTIONS = 2_000;
const LONGEST_LINE = 20_000_000;
const LONGEST_DOUBT = 4_000;

const line = z.number().int().min(1).max(LONGEST_LINE);
// Which piece of a line that is split: where it begins. The first piece, or the whole line, when absent.
const column = z.number().int().min(0).max(LONGEST_LINE).optional();

/** One correction: what a person says about one line of the source, or about one piece of a line that she split. */
export const correctionSchema = z.union([
  z.strictObject({ line, column, as: z.enum(READ_AS) }),
  z.strictObject({ line, column, joins: z.literal(true) }),
  z.strictObject({ line, splits: z.number().int().min(1).max(LONGEST_LINE) }),
  z.strictObject({ line, accepts: z.string().min(1).max(LONGEST_DOUBT) }),
]);

/**
 * A recipe: corrections to what was read off a source, in any order. It fits the source that it was made on and no
 * other; keep that source's hash with it. At most 2,000.
 */
export const correctionsSchema = z.array(correctionSchema).max(MOST_CORRECTIONS);

/**
 * A correction. `line` is 1-based and counts in the source as it came. `as`: what the line is. `joins`: it goes on with
 * the line before it. `splits`: what stands from there in the line's text (0-based, UTF-16 units) begins a paragraph of
 * its own; `column` of another correction names that piece. `accepts`: a doubt (its `what`) that is none.
 */
export type Correction = z.infer<typeof correctionSchema>;

const has = <K extends string>(one: Correction, key: K): one is Extract<Correction, Record<K, unknown>> => key in one;
const inPair = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1));

/** The pieces of a line that corrections split, in order; the line itself when none does. */
function pieces(one: SourceLine, splits: readonly number[]): SourceLine[] {
  const places = [...new Set(splits)].filter((at) => at > 0 && at < one.text.length && !inPair(one.text, at));
  if (places.length === 0) return [one];
  const ends = places.sort((a, b) => a - b);
  return [0, ...ends].map((from, i): SourceLine => {
    const text = one.text.slice(from, ends[i]);
    return from === 0 ? { ...one, text } : { ...one, text, column: from };
  });
}

function corrected(piece: SourceLine, corrections: readonly Correction[]): SourceLine {
  const { as: _as, joins: _joins, ...rest } = piece;
  let made: SourceLine = rest;
  for (const one of corrections) {
    if (has(one, 'joins')) made = { ...made, joins: true };
    else if (has(one, 'as')) {
      // What the format took for furniture can be words after all.
      const { furniture: _furniture, as: _before, ...words } = made;
      made = one.as === 'furniture' ? { ...words, furniture: 'note' } : { ...words, as: one.as };
    }
  }
  return made;
}

/**
 * The source with the corrections on it, for `segment`, which obeys them. The order of corrections matters only where
 * two say what the same line is: the later one holds. Line numbers stay those of the source as it came. A correction
 * that fits nothing (no such line, no such piece) changes nothing and is listed among the doubts.
 */
export function correct(source: Source, corrections: readonly Correction[]): Source {
  if (corrections.length === 0) return source;
  const byLine = new Map<number, Correction[]>();
  for (const one of corrections) {
    const here = byLine.get(one.line);
    if (here) here.push(one);
    else byLine.set(one.line, [one]);
  }
  const used = new Set<Correction>();
  const lines = source.lines.flatMap((one) => {
    const here = byLine.get(one.line);
    if (!here) return [one];
    const made = pieces(
      one,
      here.flatMap((c) => (has(c, 'splits') ? [c.splits] : [])),
    );
    return made.map((piece) => {
      const mine = here.filter((c) =>
        has(c, 'splits') ? c.splits === piece.column : !has(c, 'accepts') && (c.column ?? 0) === (piece.column ?? 0),
      );
      for (const c of mine) used.add(c);
      return corrected(piece, mine);
    });
  });
  const accepted = corrections.flatMap((c) => (has(c, 'accepts') ? [{ line: c.line, what: c.accepts }] : []));
  const idle = corrections.filter((c) => !has(c, 'accepts') && !used.has(c));
  const doubts = idle.map(({ line: at }): Uncertain => {
    return { what: `A correction of line ${at} fits nothing in this file.`, where: `line ${at}`, line: at };
  });
  return {
    ...source,
    lines,
    raw: source.raw ?? source.lines.map((one) => one.text).join('\n'),
    accepted: [...(source.accepted ?? []), ...accepted],
    ...(doubts.length > 0 ? { uncertain: [...(source.uncertain ?? []), ...doubts] } : {}),
  };
}

/** The doubts that nobody has accepted yet. */
export function withoutAccepted(uncertain: readonly Uncertain[], source: Source): Uncertain[] {
  const accepted = new Set((source.accepted ?? []).map(({ line: at, what }) => `${at} ${what}`));
  const at = (one: Uncertain) => one.line ?? Number(/^line (\d+)$/.exec(one.where)?.[1] ?? 1);
  return uncertain.filter((one) => !accepted.has(`${at(one)} ${one.what}`));
}
