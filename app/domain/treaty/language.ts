const STOPWORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in shall this for by or with be any that party parties states article its',
  fr: 'le la les de des du et à en un une par pour dans qui que sur est aux article états parties présente',
  es: 'el la los las de del y en un una por para con que se su al artículo estados presente',
  nl: 'de het een van en in op voor met dat die is te door zijn deze aan verdrag artikel partij',
  de: 'der die das und des den dem ein eine zu von mit für ist auf durch oder nach vertragspartei artikel',
  pt: 'o a os as de do da dos das e em um uma por para com que se ao artigo estados presente não',
  it: 'il lo la gli le di del della dei e in un una per con che si al articolo presente stati',
};
const SETS = Object.entries(STOPWORDS).map(([tag, words]) => [tag, new Set(words.split(' '))] as const);

/**
 * The language of a stretch of text as a BCP 47 tag: by script for Arabic, Chinese, Japanese and Russian, by common
 * words for en, fr, es, nl, de, pt and it; "und" when nothing speaks for any. Looks at the first 20,000 characters.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, 20_000);
  const count = (pattern: RegExp) => (sample.match(pattern) ?? []).length;
  const letters = count(/\p{L}/gu);
  if (letters === 0) return 'und';
  const share = (pattern: RegExp) => count(pattern) / letters;
  if (share(/\p{Script=Arabic}/gu) > 0.4) return /[پچژگ]/.test(sample) ? 'fa' : 'ar';
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0.1) return 'ja';
  if (share(/\p{Script=Han}/gu) > 0.3) return 'zh';
  if (share(/\p{Script=Cyrillic}/gu) > 0.4) return /[іїєґ]/i.test(sample) ? 'uk' : 'ru';
  if (share(/\p{Script=Latin}/gu) < 0.4) return 'und';
  let best = 'und';
  let most = 0;
  for (const [tag, score] of scores(sample)) {
    if (score > most) {
      most = score;
      best = tag;
    }
  }
  return best;
}

function scores(sample: string): (readonly [string, number])[] {
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  return SETS.map(([tag, set]) => [tag, words.filter((word) => set.has(word)).length] as const);
}

/** False when a short text is surely in another language: another script, or more words of another language. */
export function mayBeIn(text: string, language: string): boolean {
  const base = language.split('-')[0] ?? language;
  const found = detectLanguage(text);
  if (found === base || found === 'und') return true;
  const all = scores(text);
  const mine = all.find(([tag]) => tag === base)?.[1];
  return mine !== undefined && mine > 0 && mine >= Math.max(...all.map(([, score]) => score));
}
