import type { ProvisionKind } from './outline';
import { fromChinese, readNumber, readOrdinal } from './numbers';
import type { Numbered } from './numbers';

/** A level as a source names it; several levels can make provisions of one kind. The order is the usual nesting. */
export const LEVELS = [
  'annex',
  'part',
  'book',
  'title',
  'chapter',
  'subchapter',
  'section',
  'subsection',
  'article',
] as const;
export type Level = (typeof LEVELS)[number];

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

/** Level words by language. A word may serve several languages; the table is tried whole, whatever the language. */
const WORDS: readonly (readonly [Level, Readonly<Record<string, string>>])[] = [
  [
    'annex',
    {
      en: 'annex|appendix|schedule',
      fr: 'annexe',
      es: 'anexo',
      ru: 'приложение',
      ar: 'المرفق|الملحق',
      nl: 'bijlage',
      de: 'anhang|anlage',
      it: 'allegato',
    },
  ],
  ['part', { en: 'part', fr: 'partie', es: 'parte', ru: 'часть', ar: 'الجزء', nl: 'deel', de: 'teil' }],
  ['book', { en: 'book', fr: 'livre', es: 'libro', ru: 'книга', ar: 'الكتاب', nl: 'boek', de: 'buch' }],
  ['title', { en: 'title', fr: 'titre', es: 'título|titulo', ar: 'الباب', nl: 'titel', it: 'titolo' }],
  [
    'chapter',
    {
      en: 'chapter',
      fr: 'chapitre',
      es: 'capítulo|capitulo',
      ru: 'глава',
      ar: 'الفصل',
      nl: 'hoofdstuk',
      de: 'kapitel',
      it: 'capo',
    },
  ],
  ['subchapter', { en: 'sub-chapter|subchapter', fr: 'sous-chapitre' }],
  [
    'section',
    {
      en: 'section',
      es: 'sección|seccion',
      ru: 'раздел',
      ar: 'القسم|الفرع',
      nl: 'afdeling',
      de: 'abschnitt',
      pt: 'secção|seção',
      it: 'sezione',
    },
  ],
  [
    'subsection',
    {
      en: 'sub-section|subsection',
      fr: 'sous-section',
      es: 'subsección',
      ru: 'подраздел',
      nl: 'paragraaf',
      de: 'unterabschnitt',
    },
  ],
  [
    'article',
    {
      en: 'article|art\\.',
      es: 'artículo|articulo',
      ru: 'статья|ст\\.',
      ar: 'المادة|مادة',
      nl: 'artikel',
      pt: 'artigo',
      it: 'articolo',
    },
  ],
];
const LEVEL_OF_WORD = new Map<string, Level>(
  WORDS.flatMap(([level, row]) =>
    Object.values(row)
      .flatMap((words) => words.split('|'))
      .map((word) => [word.replace('\\', '').normalize('NFC'), level] as const),
  ),
);
const ALL_WORDS = WORDS.flatMap(([, row]) => Object.values(row).flatMap((words) => words.split('|')))
  .map((word) => word.normalize('NFC'))
  .sort((a, b) => b.length - a.length)
  .join('|');

const MARKS = '[\\s\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]*';
const OPENING = new RegExp(`^${MARKS}(${ALL_WORDS})(?![\\p{L}\\p{M}])`, 'iu');
const ORDINAL_FIRST = new RegExp(`^\\s+(${ALL_WORDS})(?![\\p{L}\\p{M}])`, 'iu');
const SEPARATOR = /^(?:\s*(?:\.\s?[-–—]+|[.:：．\-–—‒−]+)(?:\s+|(?=[\p{L}«“"„(（]|$))|\s+|$)/u;
const CHINESE =
  /^[\s\u3000]*第\s*([〇零一二三四五六七八九十百千两兩\p{Nd}]{1,8})\s*(部分|编|編|篇|章|节|節|条|條)(之[一二三四五六七八九十])?/u;
const CHINESE_LEVEL: Readonly<Record<string, Level>> = {
  部分: 'part',
  编: 'part',
  編: 'part',
  篇: 'part',
  章: 'chapter',
  节: 'section',
  節: 'section',
  条: 'article',
  條: 'article',
};
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

function finish(line: string, length: number, level: Level, numbered: Numbered): LevelLabel | null {
  const after = line.slice(length);
  const gap = SEPARATOR.exec(after);
  if (!gap) return null;
  const rest = after.slice(gap[0].length).trim();
  const firm = rest === '' || gap[0].trim() !== '';
  // "Article 5 shall apply" is a sentence; "Article 5 - shall we" is not worth a thought.
  if (!firm && /^[\p{Ll}(（[,;/&]/u.test(rest) && !/^[(（]\s*[1a１]\s*[)）]\s*[\p{Lu}\p{Lo}(]/u.test(rest)) return null;
  if (!firm && ARABIC_MENTION.test(rest)) return null;
  return { level, numbered, label: line.slice(0, length + gap[0].length).trim(), rest, firm };
}

function readChinese(line: string): LevelLabel | null {
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
    return { level: CHINESE_LEVEL[word] as Level, numbered, label, rest, firm: rest === '' || gap !== null };
  }
  const annex = CHINESE_ANNEX.exec(line);
  if (!annex) return null;
  const after = line.slice(annex[0].length);
  if (!/^(?:$|[\s\u3000:：])/u.test(after)) return null;
  const digits = annex[1] ?? '';
  const n = digits === '' ? 1 : fromChinese(digits);
  const numbered = digits === '' ? NONE : { raw: digits, number: digits, ascii: String(n), n, suffix: 0 };
  return finish(line, annex[0].length, 'annex', numbered);
}

/**
 * The level label ("Article 28 -", "CHAPTER IV", "المادة 1:", "第二十八条", "PREMIÈRE PARTIE") with which a line begins,
 * or null. A mention inside a sentence ("article 5", "Article 5 shall apply", "Article 5(2)") is not a label.
 */
export function readLevel(line: string): LevelLabel | null {
  const chinese = readChinese(line);
  if (chinese) return chinese;
  const found = OPENING.exec(line);
  if (found) {
    const word = found[1] as string;
    if (/^\p{Ll}/u.test(word)) return null;
    const level = LEVEL_OF_WORD.get(word.toLowerCase()) as Level;
    const space = /^[\s.]*/u.exec(line.slice(found[0].length))?.[0] ?? '';
    const at = found[0].length + space.length;
    const numbered = space === '' && !word.endsWith('.') ? null : readNumber(line.slice(at));
    if (numbered) {
      const made = finish(line, at + numbered.raw.length, level, numbered);
      // "Part A Great" and "Section One Of": a letter or word for a number must stand clear of what follows.
      const clear = made && (made.firm || /\p{Nd}|^[IVXLCDM]{2,}$|^[IVX]$/u.test(numbered.raw) || level === 'article');
      return clear ? made : null;
    }
    return level === 'annex' && line.slice(found[0].length).trim() === ''
      ? finish(line, found[0].length, level, NONE)
      : null;
  }
  if (!/^\p{Lu}/u.test(line)) return null;
  const ordinal = readOrdinal(line);
  const after = ordinal && ORDINAL_FIRST.exec(line.slice(ordinal.raw.length));
  if (!ordinal || !after) return null;
  const level = LEVEL_OF_WORD.get((after[1] as string).toLowerCase()) as Level;
  const made = finish(line, ordinal.raw.length + after[0].length, level, ordinal);
  return made?.firm ? made : null;
}
