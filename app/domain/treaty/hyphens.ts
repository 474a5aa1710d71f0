import type { Furniture, Uncertain } from './outline';
import { columnAt } from './rows';
import type { Row } from './rows';

const BEFORE = /[\p{L}\p{M}]+[-\u2010]$/u;
const AFTER = /^\p{Ll}[\p{L}\p{M}]*/u;
const WORDS = /[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu;
const LONGEST_WORD = 60;
const SHOWN = 12;

/** Tells, at the end of a row, a hyphen that only breaks a word from one that belongs to it. */
export interface Hyphens {
  /** True when the hyphen at the end of `before` only breaks a word that goes on in `row`; it is then furniture. */
  isBroken(before: Row, row: Row): boolean;
  readonly furniture: readonly Furniture[];
  readonly uncertain: readonly Uncertain[];
}

function knownWords(rows: readonly Row[]): Set<string> {
  const known = new Set<string>();
  for (const row of rows) {
    for (const { 0: word, index } of row.text.matchAll(WORDS)) {
      // Halves of words that are broken themselves prove nothing.
      if (row.text.charAt(index + word.length) === '-' && index + word.length + 1 === row.text.length) continue;
      known.add(word.toLowerCase().replace(/\u2010/g, '-'));
    }
  }
  return known;
}

/**
 * The rule, for "multi-" at a row's end and "lateral" in the next: when the text has "multilateral" elsewhere, the
 * hyphen goes; else, when it has "multi-lateral" elsewhere, the hyphen stays ("co-operation"); when it has neither, the
 * hyphen goes, for type is broken more often than compounds are, and that is said.
 */
export function hyphensOf(rows: readonly Row[]): Hyphens {
  let known: Set<string> | null = null;
  const furniture: Furniture[] = [];
  const guesses: { word: string; line: number }[] = [];
  return {
    isBroken(before, row) {
      const first = BEFORE.exec(before.text.slice(-LONGEST_WORD))?.[0];
      const second = AFTER.exec(row.text.slice(0, LONGEST_WORD))?.[0];
      if (first === undefined || second === undefined) return false;
      known ??= knownWords(rows);
      const start = first.slice(0, -1).toLowerCase();
      const end = second.toLowerCase();
      if (!known.has(start + end)) {
        if (known.has(`${start}-${end}`)) return false;
        guesses.push({ word: start + end, line: row.line });
      }
      const at = before.text.length - 1;
      const text = before.text.slice(at);
      furniture.push({ what: 'hyphen', text, line: before.line, column: columnAt(before, at) });
      return true;
    },
    furniture,
    get uncertain() {
      const first = guesses[0];
      if (!first) return [];
      const shown = guesses.slice(0, SHOWN).map((one) => `“${one.word}”`);
      const more = guesses.length > SHOWN ? ` and ${guesses.length - SHOWN} more` : '';
      const what = `Words broken at the end of a line were joined without their hyphen, though they stand nowhere else in the text: ${shown.join(', ')}${more}.`;
      return [{ what, where: `line ${first.line}`, line: first.line }];
    },
  };
}
