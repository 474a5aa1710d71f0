import { LETTERS } from './labels-by-language';
import { asciiDigits, fromChinese, fromRoman, readSuffix, toLetters } from './numbers';

/**
 * Ways to read one label: "i" is the ninth letter and the first Roman numeral, "а" may be Cyrillic or a Latin
 * lookalike. A list keeps every way in which all its labels so far could be read.
 */
export type Way =
  | 'decimal'
  | `decimal ${string}`
  | 'letter'
  | 'double'
  | 'roman'
  | 'LETTER'
  | 'ROMAN'
  | 'abjad'
  | 'hijai'
  | 'cyrillic'
  | 'cyrillic-full'
  | 'chinese'
  | 'circled'
  | 'bullet';

/** How a label is set off: in brackets, before one, before a dot, a dash or a Chinese comma, in quotes, by space only; not at all. */
export type Wrapper = '()' | ')' | '.' | '-' | 'quotes' | '、' | 'degree' | 'bare' | 'bullet' | 'term';

/** The label of a paragraph, point or sub-point at the start of a line. */
export interface ItemLabel {
  /** The label as it stands: "(a)", "1 -", "’2’". */
  readonly label: string;
  readonly rest: string;
  readonly wrapper: Wrapper;
  /** "4", "a", "ii", "أ"; empty for a bullet. */
  readonly number: string;
  readonly ways: ReadonlyMap<Way, number>;
  /** 1 for bis, 2 for ter, ... */
  readonly suffix: number;
  readonly suffixWord: string;
}

const { abjad: ABJAD, hijai: HIJAI, cyrillic: CYRILLIC, 'cyrillic-full': CYRILLIC_FULL } = LETTERS;
const LOOKALIKES: Readonly<Record<string, string>> = { а: 'a', с: 'c', е: 'e', о: 'o', р: 'p', х: 'x', у: 'y', і: 'i' };
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

const TOKEN =
  '\\p{Nd}{1,3}(?:\\.\\p{Nd}{1,3}){0,3}|[a-z]{1,7}|[A-Z]{1,7}|[ء-ي]ـ?|[а-яі]|[〇一二三四五六七八九十百]{1,5}';
const LEAD = '^[\\s\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]*';
const SUFFIX = '(?:[\\s-]?(?:bis|ter|quater|quinquies|sexies|septies|octies))?';
const u = (source: string) => new RegExp(source, 'u');
const LEADING = u(LEAD);
const SHAPES: readonly (readonly [Wrapper, RegExp])[] = [
  ['()', u(`${LEAD}[(（]\\s?(${TOKEN})(${SUFFIX})\\s?[)）]`)],
  [')', u(`${LEAD}(${TOKEN})(${SUFFIX})\\s?[)）]`)],
  ['quotes', u(`${LEAD}[‘’']\\s?(\\p{Nd}{1,2}|[a-z]{1,5})()\\s?[‘’']`)],
  ['、', u(`${LEAD}(${TOKEN})()、`)],
  ['degree', u(`${LEAD}(\\p{Nd}{1,2})()\\.?[°º](?:\\s|$)`)],
  ['-', u(`${LEAD}(\\p{Nd}{1,3}|[ء-ي]ـ?|[a-z])(${SUFFIX})\\s?(?:[-–—]|ـ)(?=\\s|$|[\\p{Lo}«“"])`)],
  ['.', u(`${LEAD}(${TOKEN})(${SUFFIX})\\s?(?:[.．]\\s?[-–—](?=\\s)|[.．])(?=\\s|$|[\\p{Lu}\\p{Lo}«“"(（])`)],
  ['bare', u(`${LEAD}(\\p{Nd}{1,3}|[a-z]{1,5})(${SUFFIX})(?:\\t|[ \\u00a0\\u3000]{2,}|\\s+(?=[\\p{Lu}\\p{Lo}«“"]))`)],
];
const BULLET = u(`${LEAD}[•·▪◦‣●○■–—-]\\s+(?=\\S)`);

function waysOf(token: string): Map<Way, number> {
  const ways = new Map<Way, number>();
  if (/^\p{Nd}+$/u.test(token)) return ways.set('decimal', Number(asciiDigits(token)));
  if (/^\p{Nd}/u.test(token)) {
    const parts = asciiDigits(token).split('.');
    return ways.set(`decimal ${parts.slice(0, -1).join('.')}`, Number(parts.at(-1)));
  }
  if (/^[a-z]+$/.test(token)) {
    const first = token.charCodeAt(0) - 96;
    const same = token === token.charAt(0).repeat(token.length);
    if (token.length === 1) ways.set('letter', first);
    else if (same && token.length === 2) ways.set('letter', 26 + first).set('double', first);
    else if (token.length === 2 && token.startsWith('a')) ways.set('letter', 26 + token.charCodeAt(1) - 96);
    if (fromRoman(token) > 0) ways.set('roman', fromRoman(token));
    return ways;
  }
  if (/^[A-Z]+$/.test(token)) {
    if (token.length === 1) ways.set('LETTER', token.charCodeAt(0) - 64);
    if (fromRoman(token) > 0) ways.set('ROMAN', fromRoman(token));
    return ways;
  }
  if (/^[ء-ي]/.test(token)) {
    const letter = token.charAt(0).replace(/[اإآ]/, 'أ').replace('ى', 'ي').replace('ة', 'ه');
    if (ABJAD.includes(letter)) ways.set('abjad', ABJAD.indexOf(letter) + 1).set('hijai', HIJAI.indexOf(letter) + 1);
    return ways;
  }
  if (/^[а-яі]/u.test(token)) {
    if (CYRILLIC.includes(token)) ways.set('cyrillic', CYRILLIC.indexOf(token) + 1);
    if (CYRILLIC_FULL.includes(token)) ways.set('cyrillic-full', CYRILLIC_FULL.indexOf(token) + 1);
    const latin = LOOKALIKES[token];
    if (latin) ways.set('letter', latin.charCodeAt(0) - 96);
    if (latin === 'i' || latin === 'x' || latin === 'c') ways.set('roman', fromRoman(latin));
    return ways;
  }
  const chinese = fromChinese(token);
  return chinese > 0 ? ways.set('chinese', chinese) : ways;
}

const FREE: ReadonlySet<Wrapper> = new Set(['bare', 'bullet', 'quotes', 'degree']);

/**
 * The item label with which a line begins, or null. Says nothing about whether it fits where it stands. The bracket of a
 * draft's alternative ("[2. States may") is part of the label.
 */
export function readItem(line: string): ItemLabel | null {
  const bracket = /^\s*[[［]\s*/u.exec(line)?.[0].length ?? 0;
  if (bracket === 0) return readUnbracketed(line);
  const made = readUnbracketed(line.slice(bracket));
  if (!made || FREE.has(made.wrapper) || made.rest === '') return null;
  return { ...made, label: line.slice(0, bracket + made.label.length).trim() };
}

function readUnbracketed(line: string): ItemLabel | null {
  const lead = LEADING.exec(line)?.[0].length ?? 0;
  const circled = CIRCLED.indexOf(line.charAt(lead));
  if (line.length > lead && circled >= 0) {
    return {
      label: line.slice(0, lead + 1).trim(),
      rest: line.slice(lead + 1).trim(),
      wrapper: '、',
      number: line.charAt(lead),
      ways: new Map([['circled', circled + 1]]),
      suffix: 0,
      suffixWord: '',
    };
  }
  for (const [wrapper, shape] of SHAPES) {
    const found = shape.exec(line);
    if (!found) continue;
    const token = found[1] as string;
    const ways = waysOf(token);
    if (ways.size === 0) continue;
    const suffix = readSuffix(found[2] ?? '');
    return {
      label: found[0].trim(),
      rest: line.slice(found[0].length).trim(),
      wrapper,
      number: token.replace(/ـ$/, '') + (found[2] ?? ''),
      ways,
      suffix: suffix?.rank ?? 0,
      suffixWord: suffix?.word ?? '',
    };
  }
  const bullet = BULLET.exec(line);
  if (!bullet) return null;
  const label = bullet[0].trim();
  const rest = line.slice(bullet[0].length).trim();
  return { label, rest, wrapper: 'bullet', number: '', ways: new Map([['bullet', 0]]), suffix: 0, suffixWord: '' };
}

/** ASCII for the eId of a label read in a given way. */
export function itemAscii(label: ItemLabel, way: Way, n: number): string {
  const plain = label.number.slice(0, label.number.length - label.suffixWord.length).replace(/[\s-]+$/, '');
  const ascii = /^[A-Za-z]+$/.test(plain) ? plain : way.startsWith('decimal') ? asciiDigits(plain) : null;
  const letters = way === 'decimal' || way === 'chinese' || way === 'circled' ? String(n) : toLetters(n);
  return (ascii ?? letters).replace(/\./g, '-') + label.suffixWord;
}

/** The label of a definition without one: what it stands for is the term that it begins with. */
export const termLabel = (text: string): ItemLabel => ({
  label: '',
  rest: text,
  wrapper: 'term',
  number: '',
  ways: new Map([['bullet', 0]]),
  suffix: 0,
  suffixWord: '',
});
