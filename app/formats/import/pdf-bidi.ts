/** A base character with its marks, in the order in which it is painted from left to right. */
export interface Cluster {
  readonly text: string;
}

const RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const DIGIT = /\p{Nd}/u;
const LETTER = /\p{L}/u;
const SEPARATOR = /^[.,:/٫٬]$/;
const PAIRS = '()[]{}<>«»‹›';

const isRight = (s: string) => RIGHT.test(s) && !DIGIT.test(s);
const isLeft = (s: string) => LETTER.test(s) && !RIGHT.test(s);
const isDigit = (s: string) => DIGIT.test(s);

/** How many letters of a string (about, where there is only one kind) are of a script that is written from right to left, and how many are not. */
export function directionsOf(text: string): { right: number; left: number } {
  let [right, left] = [0, 0];
  if (!RIGHT.test(text)) return { right, left: LETTER.test(text) ? text.length : 0 };
  for (const char of text) {
    if (isRight(char)) right += 1;
    else if (isLeft(char)) left += 1;
  }
  return { right, left };
}

/** The other one of a pair of brackets or quotes; anything else is given back. */
export function mirror(text: string): string {
  const at = text.length === 1 ? PAIRS.indexOf(text) : -1;
  return at < 0 ? text : PAIRS.charAt(at ^ 1);
}

/** How far from `from` a stretch goes that keeps the order in which it is painted. */
function stretch(line: readonly string[], from: number): number {
  // A number with its separators: 2003/58, 1.5, 12:30.
  let to = from;
  const letters = isLeft(line[from] as string);
  for (let i = from + 1; i < line.length; i += 1) {
    const one = line[i] as string;
    if (isRight(one)) break;
    if (isDigit(one) || isLeft(one)) {
      const between = i - to - 1;
      const joined = between === 0 || (between === 1 && SEPARATOR.test(line[i - 1] as string));
      // After a Latin letter everything up to the next letter or digit belongs to its run; after a digit only what is joined.
      if (!letters && !joined) break;
      if (!letters && isLeft(one)) break;
      to = i;
    }
  }
  return to;
}

/**
 * The characters of a line of right-to-left text in the order in which they are read, out of the order in which they
 * are painted from left to right: the Unicode algorithm undone for one level of embedding. `mirrored`: brackets come
 * as they look, not as they are meant.
 */
export function logical(painted: readonly string[], mirrored: boolean): string[] {
  const out: string[] = [];
  const stretches: string[][] = [];
  for (let i = 0; i < painted.length;) {
    const one = painted[i] as string;
    if (isLeft(one) || isDigit(one)) {
      const to = stretch(painted, i);
      stretches.push(painted.slice(i, to + 1));
      i = to + 1;
    } else {
      stretches.push([mirrored ? mirror(one) : one]);
      i += 1;
    }
  }
  for (const piece of stretches.reverse()) out.push(...piece);
  return out;
}

/** Reads brackets that do not close what they open: below 0 when more pairs are well formed than not. */
export function bracketFaults(text: string): number {
  let depth = 0;
  let faults = 0;
  for (const char of text) {
    const at = PAIRS.indexOf(char);
    if (at < 0) continue;
    if (at % 2 === 0) depth += 1;
    else if (depth > 0) {
      depth -= 1;
      faults -= 1;
    } else faults += 1;
  }
  return faults;
}

/** Presentation forms (one shape of a letter, one sign for two) as the letters they stand for; nothing else changes. */
export function plainLetters(text: string): string {
  if (text < '\u0300') return text;
  return text.replace(/[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdff\ufe70-\ufefc]/g, (one) =>
    one === '\ufd3e' || one === '\ufd3f' ? one : one.normalize('NFKC'),
  );
}
