import { ORDINALS } from './labels-by-language';

/**
 * Numbers as instruments write them: digits of any script, Roman numerals, letters, Chinese numerals and ordinal words.
 */
export interface Numbered {
  /** The characters taken from the source. */
  readonly raw: string;
  /** What a person cites: "28", "28 bis", "IV", "premier", "二十八". */
  readonly number: string;
  /** ASCII for an eId: "28", "28bis", "IV", "1". */
  readonly ascii: string;
  readonly n: number;
  /** 0, or 1 for bis or A, 2 for ter or B, ... */
  readonly suffix: number;
}

const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
const ROMAN_STEPS: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** The lower-case Roman numeral of a positive integer. */
export function toRoman(n: number): string {
  let rest = n;
  let out = '';
  for (const [value, letters] of ROMAN_STEPS) {
    while (rest >= value) {
      out += letters;
      rest -= value;
    }
  }
  return out;
}

/** The value of a well-formed Roman numeral in either case, or 0. */
export function fromRoman(s: string): number {
  const lower = s.toLowerCase();
  if (s === '' || s.length > 15) return 0;
  let sum = 0;
  for (let i = 0; i < lower.length; i += 1) {
    const here = ROMAN_DIGITS[lower.charAt(i)];
    if (here === undefined) return 0;
    const next = ROMAN_DIGITS[lower.charAt(i + 1)] ?? 0;
    sum += here < next ? -here : here;
  }
  return toRoman(sum) === lower ? sum : 0;
}

/** 1 → "a", 26 → "z", 27 → "aa", 28 → "bb": letters beyond z double, as legal lists do. */
export function toLetters(n: number): string {
  return String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1);
}

/** ASCII digits for decimal digits of any script. */
export function asciiDigits(s: string): string {
  return s.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) as number;
    // Every run of decimal digits in Unicode is ten long and begins at its zero: walk down to it.
    if (code < 128) return digit;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
    return String(code - zero);
  });
}

const CHINESE_DIGITS = '〇一二三四五六七八九';
/** The value of Chinese numerals such as 二十八 or 一百零三, or of plain digits; 0 when it is neither. */
export function fromChinese(s: string): number {
  if (/^\p{Nd}+$/u.test(s)) return Number(asciiDigits(s));
  let sum = 0;
  let pending = 0;
  for (const char of s.replace(/零/g, '〇').replace(/[两兩]/g, '二')) {
    const digit = CHINESE_DIGITS.indexOf(char);
    if (digit >= 0) pending = digit;
    else if (char === '十' || char === '百' || char === '千') {
      sum += (pending || 1) * { 十: 10, 百: 100, 千: 1000 }[char];
      pending = 0;
    } else return 0;
  }
  return sum + pending;
}

const ARABIC_TENS: Readonly<Record<string, number>> = {
  والعشرون: 20,
  والعشرين: 20,
  والثلاثون: 30,
  والثلاثين: 30,
  والأربعون: 40,
  والأربعين: 40,
  والخمسون: 50,
  والخمسين: 50,
  والستون: 60,
  والستين: 60,
  والسبعون: 70,
  والسبعين: 70,
};
const ARABIC_ONE: Readonly<Record<string, number>> = { الحادية: 1, الحادي: 1 };

/** An ordinal or cardinal word ("premier", "вторая", "الحادية عشرة") at the start of `s`. */
export function readOrdinal(s: string): Numbered | null {
  const words = /^([\p{L}\p{M}]+(?:-\p{Ll}[\p{L}\p{M}]*)?)(?:\s+([\p{L}\p{M}]+))?/u.exec(s);
  if (!words) return null;
  const first = (words[1] as string).toLowerCase();
  const second = words[2]?.toLowerCase();
  const made = (raw: string, n: number): Numbered => ({ raw, number: raw, ascii: String(n), n, suffix: 0 });
  if (second !== undefined) {
    const two = ORDINALS.get(`${first} ${second}`);
    if (two !== undefined) return made(words[0], two);
    const tens = ARABIC_TENS[second];
    const unit = ORDINALS.get(first) ?? ARABIC_ONE[first];
    if (tens !== undefined && unit !== undefined) return made(words[0], tens + unit);
  }
  const one = ORDINALS.get(first);
  return one === undefined ? null : made(words[1] as string, one);
}

const LATIN_SUFFIXES = ['bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies', 'nonies', 'decies'];
const SUFFIX = new RegExp(`^[\\s-]?(${LATIN_SUFFIXES.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
const CYRILLIC_ROMAN: Readonly<Record<string, string>> = { Х: 'X', І: 'I', М: 'M', С: 'C' };

/** The "bis" or "ter" at the start of `s`. */
export function readSuffix(s: string): { raw: string; word: string; rank: number } | null {
  const found = SUFFIX.exec(s);
  if (!found) return null;
  const word = (found[1] as string).toLowerCase();
  return { raw: found[0], word, rank: LATIN_SUFFIXES.indexOf(word) + 1 };
}

function withSuffix(raw: string, ascii: string, n: number, after: string): Numbered {
  const latin = readSuffix(after);
  if (latin) {
    const whole = raw + latin.raw;
    return { raw: whole, number: whole, ascii: `${ascii}${latin.word}`, n, suffix: latin.rank };
  }
  const letter = /^([A-Za-z])(?![\p{L}\p{N}.)])/u.exec(after);
  if (letter && /\p{Nd}$/u.test(raw)) {
    const rank = (letter[1] as string).toLowerCase().charCodeAt(0) - 96;
    return { raw: raw + letter[1], number: raw + letter[1], ascii: ascii + letter[1], n, suffix: rank };
  }
  const sub = /^[-/](\p{Nd}{1,2})(?![\p{L}\p{N}])/u.exec(after);
  if (sub) {
    const rank = Number(asciiDigits(sub[1] as string));
    return { raw: raw + sub[0], number: raw + sub[0], ascii: `${ascii}-${rank}`, n, suffix: rank };
  }
  return { raw, number: raw, ascii, n, suffix: 0 };
}

/** The number that follows a level word ("28 bis", "IV", "premier", "A") at the start of `s`, or null. */
export function readNumber(s: string): Numbered | null {
  const digits = /^\p{Nd}{1,4}(?![\p{Nd}])/u.exec(s);
  if (digits) {
    const raw = digits[0];
    const ascii = String(Number(asciiDigits(raw)));
    const mark = /^(?:er|ère|re|\.?[ºª°])(?![\p{L}\p{N}])/u.exec(s.slice(raw.length));
    if (mark)
      return { raw: raw + mark[0], number: raw + mark[0].replace(/^\./, ''), ascii, n: Number(ascii), suffix: 0 };
    return withSuffix(raw, ascii, Number(ascii), s.slice(raw.length));
  }
  const roman = /^[IVXLCDMХІМС]{1,12}(?![\p{L}\p{N}])/u.exec(s) ?? /^[ivxlcdm]{1,12}(?![\p{L}\p{N}])/u.exec(s);
  if (roman) {
    const latin = roman[0].replace(/[ХІМС]/gu, (c) => CYRILLIC_ROMAN[c] ?? c);
    const n = fromRoman(latin);
    if (n > 0) return withSuffix(roman[0], latin.toUpperCase(), n, s.slice(roman[0].length));
  }
  const letter = /^[A-Z](?![\p{L}\p{N}'’])/u.exec(s);
  if (letter) {
    return { raw: letter[0], number: letter[0], ascii: letter[0], n: letter[0].charCodeAt(0) - 64, suffix: 0 };
  }
  return readOrdinal(s);
}

/** True when `b` is what comes right after `a`: 28, 28 bis, 28 ter, 29. */
export function follows(a: { n: number; suffix: number }, b: { n: number; suffix: number }): boolean {
  return (b.n === a.n + 1 && b.suffix === 0) || (b.n === a.n && b.suffix === a.suffix + 1);
}
