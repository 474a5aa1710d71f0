import type { ProvisionKind } from './outline';
import { FRAMED_LEVEL_WORDS, LEVEL_WORDS, languagesOfWord } from './labels-by-language';
import type { Level } from './labels-by-language';
import { fromChinese, readNumber, readOrdinal } from './numbers';
import type { Numbered } from './numbers';

export const KIND_OF_LEVEL: Readonly<Record<Level, ProvisionKind>> = {
  annex: 'annex',
  part: 'part',
  book: 'part',
  title: 'title',
  chapter: 'chapter',
  subchapter: 'chapter',
  section: 'section',
  subsection: 'section',
  article: 'article',
};

const ALL_WORDS = [...LEVEL_WORDS.keys()]
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace('.', '\\.'))
  .join('|');

const MARKS = '[\\s\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]*';
const OPENING = new RegExp(`^${MARKS}(${ALL_WORDS})(?![\\p{L}\\p{M}])`, 'iu');
const ORDINAL_FIRST = new RegExp(`^\\s+(${ALL_WORDS})(?![\\p{L}\\p{M}])`, 'iu');
const SEPARATOR = /^(?:\s*(?:\.\s?[-–—]+|[.:：．\-–—‒−]+)(?:\s+|(?=[\p{L}«“"„(（]|$))|\s+|$)/u;
const FRAMED_WORDS = [...FRAMED_LEVEL_WORDS].filter(([, level]) => level !== 'annex').map(([word]) => word);
const CHINESE = new RegExp(
  `^[\\s\\u3000]*第\\s*([〇零一二三四五六七八九十百千两兩\\p{Nd}]{1,8})\\s*(${FRAMED_WORDS.join('|')})(之[一二三四五六七八九十])?`,
  'u',
);
const CHINESE_ANNEX = /^[\s\u3000]*(?:附件|附錄|附录)\s*([一二三四五六七八九十\p{Nd}]{1,3})?/u;
// What follows a mention rather than a heading: 第五条第二款, 第五条所述, 第五条的规定, and a comma.
const CHINESE_MENTION = /^(?:第|[所的规規之和及或至到与與、，,中内內項项款]|规定|規定)/u;
const ARABIC_MENTION =
  /^(?:من|أعلاه|أدناه|تنطبق|ينطبق|والمادة|أو|إلى|على|في|وفقا|المذكورة|بشأن|لا|و\s?\p{Nd})(?![\p{L}\p{M}])/u;

/** A level label at the start of a line. */
export interface LevelLabel {
  readonly level: Level;
  readonly numbered: Numbered;
  /** The label as it stands, separator included. */
  readonly label: string;
  readonly rest: string;
  /** A dash, colon or dot stands between the number and the rest, or nothing stands after it. */
  readonly firm: boolean;
}

/** True when a line begins with a level word, be it a label or a mention: "Article 5 shall apply". */
export const beginsWithLevelWord = (line: string): boolean => OPENING.test(line);

const NONE: Numbered = { raw: '', number: '', ascii: '', n: 1, suffix: 0 };

// A number in a draft may stand in brackets with its word: "[Article 2]".
const BRACKET_OPENS = /^\s*[[［]\s*/u;
const BRACKET_CLOSES = /^\s*[\]］]/u;

function finish(line: string, end: number, level: Level, numbered: Numbered, opened: boolean): LevelLabel | null {
  const length = end + (opened ? (BRACKET_CLOSES.exec(line.slice(end))?.[0].length ?? 0) : 0);
  const after = line.slice(length);
  const gap = SEPARATOR.exec(after);
  if (!gap) return null;
  const rest = after.slice(gap[0].length).trim();
  const firm = rest === '' || gap[0].trim() !== '' || length > end;
  // "Article 5 shall apply" is a sentence; "Article 5 - shall we" is not worth a thought.
  if (!firm && /^[\p{Ll}(（[,;/&]/u.test(rest) && !/^[(（]\s*[1a１]\s*[)）]\s*[\p{Lu}\p{Lo}(]/u.test(rest)) return null;
  if (!firm && ARABIC_MENTION.test(rest)) return null;
  return { level, numbered, label: line.slice(0, length + gap[0].length).trim(), rest, firm };
}

function readChinese(line: string, opened: boolean): LevelLabel | null {
  const found = CHINESE.exec(line);
  if (found) {
    const [whole, digits, word, sub] = found as unknown as [string, string, string, string | undefined];
    const n = fromChinese(digits);
    const after = line.slice(whole.length);
    if (n === 0 || CHINESE_MENTION.test(after)) return null;
    const rank = sub ? fromChinese(sub.slice(1)) : 0;
    const numbered: Numbered = {
      raw: whole,
      number: digits + (sub ?? ''),
      ascii: rank > 0 ? `${n}-${rank}` : String(n),
      n,
      suffix: rank,
    };
    const gap = /^(?:\s*[.:：．、\-–—]+\s*|[\s\u3000]+|$)/u.exec(after);
    const rest = after.slice(gap?.[0].length ?? 0).trim();
    const label = line.slice(0, whole.length + (gap?.[0].length ?? 0)).trim();
    return { level: FRAMED_LEVEL_WORDS.get(word) as Level, numbered, label, rest, firm: rest === '' || gap !== null };
  }
  const annex = CHINESE_ANNEX.exec(line);
  if (!annex) return null;
  const after = line.slice(annex[0].length);
  if (!/^(?:$|[\s\u3000:：])/u.test(after)) return null;
  const digits = annex[1] ?? '';
  const n = digits === '' ? 1 : fromChinese(digits);
  const numbered = digits === '' ? NONE : { raw: digits, number: digits, ascii: String(n), n, suffix: 0 };
  return finish(line, annex[0].length, 'annex', numbered, opened);
}

/** The number after a level word, which may stand in brackets: "28", "(28)"; its end in `line`. */
function numberAt(line: string, at: number): { numbered: Numbered; end: number } | null {
  const opening = /^[(（]\s?/u.exec(line.slice(at))?.[0] ?? '';
  const numbered = readNumber(line.slice(at + opening.length));
  if (!numbered) return null;
  const end = at + opening.length + numbered.raw.length;
  if (opening === '') return { numbered, end };
  const closing = /^\s?[)）]/u.exec(line.slice(end))?.[0];
  return closing === undefined || !/\p{Nd}/u.test(numbered.raw) ? null : { numbered, end: end + closing.length };
}

function readUnbracketed(line: string, opened: boolean): LevelLabel | null {
  const chinese = readChinese(line, opened);
  if (chinese) return chinese;
  const found = OPENING.exec(line);
  if (found) {
    const word = found[1] as string;
    if (/^\p{Ll}/u.test(word)) return null;
    const level = LEVEL_WORDS.get(word.toLowerCase()) as Level;
    const space = /^[\s.]*/u.exec(line.slice(found[0].length))?.[0] ?? '';
    const at = found[0].length + space.length;
    const number = space === '' && !word.endsWith('.') ? null : numberAt(line, at);
    if (number) {
      const { numbered, end } = number;
      const made = finish(line, end, level, numbered, opened);
      // "Part A Great" and "Section One Of": a letter or word for a number must stand clear of what follows.
      const clear = made && (made.firm || /\p{Nd}|^[IVXLCDM]{2,}$|^[IVX]$/u.test(numbered.raw) || level === 'article');
      return clear ? made : null;
    }
    const alone = level === 'annex' ? finish(line, found[0].length, level, NONE, opened) : null;
    return alone?.firm ? alone : null;
  }
  if (!/^\p{Lu}/u.test(line)) return null;
  const ordinal = readOrdinal(line);
  const after = ordinal && ORDINAL_FIRST.exec(line.slice(ordinal.raw.length));
  if (!ordinal || !after) return null;
  const level = LEVEL_WORDS.get((after[1] as string).toLowerCase()) as Level;
  const made = finish(line, ordinal.raw.length + after[0].length, level, ordinal, opened);
  return made?.firm ? made : null;
}

/**
 * The level label ("Article 28 -", "CHAPTER IV", "المادة 1:", "第二十八条", "PREMIÈRE PARTIE", "[Article 2") with which a
 * line begins, or null. A mention inside a sentence ("article 5", "Article 5 shall apply", "Article 5(2)") is not a label.
 */
export function readLevel(line: string): LevelLabel | null {
  const bracket = BRACKET_OPENS.exec(line)?.[0].length ?? 0;
  if (bracket === 0) return readUnbracketed(line, false);
  const made = readUnbracketed(line.slice(bracket), true);
  return made && { ...made, label: line.slice(0, bracket + made.label.length).trim() };
}

/** The label of a line that a person said to be of this level, mention or not; null when it carries no number. */
export function forcedLevel(line: string, level: Level): LevelLabel | null {
  const plain = readLevel(line);
  if (plain) return { ...plain, level, firm: true };
  const chinese = CHINESE.exec(line);
  const word = (chinese ?? OPENING.exec(line))?.[0] ?? '';
  const at = word.length + (/^[\s.]*/u.exec(line.slice(word.length))?.[0].length ?? 0);
  const digits = chinese?.[1] ?? '';
  const n = fromChinese(digits);
  const number = chinese
    ? { numbered: { raw: digits, number: digits, ascii: String(n), n, suffix: 0 }, end: word.length }
    : word !== '' || /^(?:\p{Nd}|[IVXLCDM]{2,}(?!\p{L}))/u.test(line)
      ? numberAt(line, at)
      : null;
  if (!number) return null;
  const gap = /^[\s.:：．)\-–—‒−]*/u.exec(line.slice(number.end))?.[0].length ?? 0;
  const length = number.end + gap;
  return {
    level,
    numbered: number.numbered,
    label: line.slice(0, length).trim(),
    rest: line.slice(length),
    firm: true,
  };
}

/** The languages (BCP 47) to which the level word of a label belongs; none when it has none. */
export function languagesOfLevelWord(label: string): ReadonlySet<string> {
  if (CHINESE.test(label)) return new Set(['zh']);
  return languagesOfWord((OPENING.exec(label)?.[1] ?? '').toLowerCase());
}
