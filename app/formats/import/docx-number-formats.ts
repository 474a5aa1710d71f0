import { toLetters, toRoman } from '#app/domain/treaty/numbers';

const ARABIC_ABJAD = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ';
const ARABIC_ALPHA = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي';
// Without ё, й, ъ and ь, as Word counts.
const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщыэюя';
const HEBREW = 'אבגדהוזחטיכלמנסעפצקרשת';
const THAI = 'กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ';
const HEAVENLY_STEMS = '甲乙丙丁戊己庚辛壬癸';
const EARTHLY_BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

const DIGITS = '〇一二三四五六七八九';
const digitwise = (n: number, digits: string): string => [...String(n)].map((d) => digits.charAt(Number(d))).join('');

/** 28 → 二十八, 103 → 一百零三; above 9,999 digit by digit. */
function chinese(n: number, ones: string, powers: readonly string[], zero: string, tenAlone: boolean): string {
  if (n === 0 || n > 9999) return digitwise(n, ones);
  const digits = [...String(n)].map(Number);
  let out = '';
  let gap = false;
  digits.forEach((digit, i) => {
    const power = digits.length - 1 - i;
    if (digit === 0) {
      gap = out !== '';
      return;
    }
    if (gap) out += zero;
    gap = false;
    out += ones.charAt(digit) + (powers[power] ?? '');
  });
  return tenAlone && n < 20 && n >= 10 ? out.slice(1) : out;
}
const POWERS = ['', '十', '百', '千'];
const thousand = (n: number) => chinese(n, DIGITS, POWERS, '零', true);
// The plain counting systems name tens and put digits side by side from a hundred on.
const counting = (n: number) => (n < 100 ? thousand(n) : digitwise(n, DIGITS));
const formal = (ones: string) => (n: number) => chinese(n, ones, ['', '拾', '佰', '仟'], '零', false);

/** A letter of an alphabet; beyond its end letters double, as Word has it: aa, bb. */
const inAlphabet = (alphabet: string) => (n: number) =>
  alphabet.charAt((n - 1) % alphabet.length).repeat(Math.floor((n - 1) / alphabet.length) + 1);

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const IRREGULAR: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

function cardinal(n: number): string {
  if (n < 20) return ONES[n] as string;
  if (n < 100) return (TENS[Math.floor(n / 10)] as string) + (n % 10 === 0 ? '' : `-${ONES[n % 10] as string}`);
  if (n > 999) return String(n);
  const rest = n % 100 === 0 ? '' : ` ${cardinal(n % 100)}`;
  return `${ONES[Math.floor(n / 100)] as string} hundred${rest}`;
}
const capital = (s: string) => s.charAt(0).toUpperCase() + s.slice(1);
const ordinalWord = (n: number) =>
  cardinal(n).replace(
    /[a-z]+$/,
    (last) => IRREGULAR[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`),
  );
function ordinal(n: number): string {
  const teen = n % 100 > 10 && n % 100 < 14;
  return `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}
/** Characters that Unicode numbers in one run from 1 on, as far as the run goes. */
const run = (first: number, length: number) => (n: number) =>
  n <= length ? String.fromCodePoint(first + n - 1) : String(n);
const digitsFrom = (zero: number) => (n: number) =>
  [...String(n)].map((d) => String.fromCodePoint(zero + Number(d))).join('');

const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: digitsFrom(0xff10),
  decimalFullWidth2: digitsFrom(0xff10),
  decimalEnclosedCircle: run(0x2460, 20),
  decimalEnclosedCircleChinese: run(0x2460, 20),
  decimalEnclosedParen: run(0x2474, 20),
  decimalEnclosedFullstop: run(0x2488, 20),
  numberInDash: (n) => `- ${n} -`,
  lowerLetter: toLetters,
  upperLetter: (n) => toLetters(n).toUpperCase(),
  lowerRoman: toRoman,
  upperRoman: (n) => toRoman(n).toUpperCase(),
  ordinal,
  cardinalText: (n) => capital(cardinal(n)),
  ordinalText: (n) => capital(ordinalWord(n)),
  none: () => '',
  bullet: () => '',
  arabicAbjad: inAlphabet(ARABIC_ABJAD),
  arabicAlpha: inAlphabet(ARABIC_ALPHA),
  hindiNumbers: digitsFrom(0x966),
  thaiNumbers: digitsFrom(0xe50),
  thaiLetters: inAlphabet(THAI),
  hebrew2: inAlphabet(HEBREW),
  russianLower: inAlphabet(RUSSIAN),
  russianUpper: (n) => inAlphabet(RUSSIAN)(n).toUpperCase(),
  chineseCounting: counting,
  chineseCountingThousand: thousand,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: thousand,
  japaneseCounting: thousand,
  ideographDigital: (n) => digitwise(n, DIGITS),
  japaneseDigitalTenThousand: (n) => digitwise(n, DIGITS),
  taiwaneseDigital: (n) => digitwise(n, DIGITS.replace('〇', '○')),
  chineseLegalSimplified: formal('零壹贰叁肆伍陆柒捌玖'),
  ideographLegalTraditional: formal('零壹貳參肆伍陸柒捌玖'),
  ideographTraditional: inAlphabet(HEAVENLY_STEMS),
  ideographZodiac: inAlphabet(EARTHLY_BRANCHES),
};

/**
 * A number written in one of Word's formats (`w:numFmt`), or null when the format is not one that is known. English is
 * the language of ordinals and of numbers in words. `pattern`: for the format `custom`, such as "001, 002, 003, ...".
 */
export function formatNumber(n: number, format: string, pattern?: string): string | null {
  if (format === 'custom') {
    const zeros = /^0+\d/.exec(pattern ?? '')?.[0].length ?? 0;
    return zeros > 0 ? String(n).padStart(zeros, '0') : null;
  }
  const made = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  // Letters and Roman numerals begin at 1 and have an end; a longer label is no label.
  if (n < 1 || n > 9999) return made ? String(n) : null;
  return made ? made(n) : null;
}
