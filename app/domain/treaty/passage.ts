import { fail, ok } from '../result';
import type { Result } from '../result';
import type { Anchor } from './anchor';
import type { SpannedProvision } from './canonical';

const CONTEXT = 32;
const SPACE = /\s/;
const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** True when the offset falls between the two halves of one character. */
const splits = (characters: string, at: number): boolean =>
  at > 0 && at < characters.length && isHigh(characters.charCodeAt(at - 1)) && isLow(characters.charCodeAt(at));

/** eIds of the provisions whose own words the range touches, in reading order. */
export function touched(provisions: readonly SpannedProvision[], start: number, end: number): string[] {
  return provisions
    .filter((p) => p.start < end && p.end > start && p.blocks.some((b) => b.start < end && b.end > start))
    .map((p) => p.eId);
}

/**
 * The anchor of a range of a text's canonical characters (UTF-16, half-open). White space at both ends is left out and
 * half characters are taken whole; the context grows until prefix, quote and suffix together occur once in the text.
 * Fails with `invalid` on a range that is empty, outside the text or only white space.
 */
export function makeAnchor(
  characters: string,
  provisions: readonly SpannedProvision[],
  start: number,
  end: number,
): Result<Anchor> {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > characters.length || start > end) {
    return fail('invalid', { detail: 'The selected passage lies outside the text.' });
  }
  let from = start;
  let to = end;
  while (from < to && SPACE.test(characters.charAt(from))) from += 1;
  while (to > from && SPACE.test(characters.charAt(to - 1))) to -= 1;
  if (from === to) return fail('invalid', { detail: 'Select at least one word of the text first.' });
  if (splits(characters, from)) from -= 1;
  if (splits(characters, to)) to += 1;

  for (let size = CONTEXT; ; size *= 2) {
    let left = Math.max(0, from - size);
    let right = Math.min(characters.length, to + size);
    if (splits(characters, left)) left -= 1;
    if (splits(characters, right)) right += 1;
    const whole = characters.slice(left, right);
    const unique = characters.indexOf(whole) === left && characters.indexOf(whole, left + 1) === -1;
    if (unique || (left === 0 && right === characters.length)) {
      return ok({
        start: from,
        end: to,
        exact: characters.slice(from, to),
        prefix: characters.slice(left, from),
        suffix: characters.slice(to, right),
        eIds: touched(provisions, from, to),
      });
    }
  }
}

/** Where an anchor's words stand in a text. Offsets are UTF-16 units, half-open. */
export type Located =
  | { readonly outcome: 'exact'; readonly start: number; readonly end: number }
  | { readonly outcome: 'ambiguous'; readonly candidates: readonly { readonly start: number; readonly end: number }[] }
  | { readonly outcome: 'orphaned' };

type Quote = Pick<Anchor, 'exact' | 'prefix' | 'suffix'>;
const MOST_CANDIDATES = 1000;

/**
 * Finds a quote by its words and context alone; the remembered position never decides. `exact` when both contexts, or
 * else one whole side of the context, single out one place (a quote that came without context must occur once);
 * `ambiguous` when the words are there but that does not settle which, or the context has changed on both sides (at
 * most 1,000 candidates are listed); `orphaned` when the words are gone.
 */
export function locate(characters: string, anchor: Quote): Located {
  const { exact, prefix, suffix } = anchor;
  if (exact === '') return { outcome: 'orphaned' };
  const at: number[] = [];
  const both: number[] = [];
  const before: number[] = [];
  const after: number[] = [];
  for (let i = characters.indexOf(exact); i !== -1; i = characters.indexOf(exact, i + 1)) {
    if (at.length < MOST_CANDIDATES) at.push(i);
    const left = prefix !== '' && i >= prefix.length && characters.startsWith(prefix, i - prefix.length);
    const right = suffix !== '' && characters.startsWith(suffix, i + exact.length);
    if ((left || prefix === '') && (right || suffix === '')) both.push(i);
    if (left) before.push(i);
    if (right) after.push(i);
  }
  const range = (start: number) => ({ start, end: start + exact.length });
  if (at.length === 0) return { outcome: 'orphaned' };
  if (both.length === 1) return { outcome: 'exact', ...range(both[0] as number) };
  if (both.length > 1) return { outcome: 'ambiguous', candidates: both.slice(0, MOST_CANDIDATES).map(range) };
  // Each side may point somewhere else: then they contradict each other and nothing is settled.
  const sides = [...new Set([...before, ...after])];
  if (sides.length === 1) return { outcome: 'exact', ...range(sides[0] as number) };
  const candidates = sides.length > 1 ? sides.sort((a, b) => a - b) : at;
  return { outcome: 'ambiguous', candidates: candidates.slice(0, MOST_CANDIDATES).map(range) };
}
