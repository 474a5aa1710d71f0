// Adobe's Symbol encoding from 0x21 on, which Word keeps in the private area from U+F021 on.
const SYMBOL = '!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\u203eαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼';
const SYMBOL_HIGH = '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑';
// Of the dingbats only those that texts use: bullets, boxes, ticks, arrows.
const WINGDINGS: Readonly<Record<number, string>> = {
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x75: '◆',
  0x76: '❖',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '◻',
  0xd8: '➢',
  0xe0: '→',
  0xe8: '➔',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

/** The character that a `w:sym` shows, or null when it is not known. `code`: hexadecimal, as the file has it. */
export function symbolOf(font: string, code: string): string | null {
  const value = /^[0-9a-f]{1,6}$/i.test(code) ? parseInt(code, 16) : NaN;
  if (Number.isNaN(value) || value > 0x10ffff) return null;
  const isPrivate = value >= 0xf000 && value <= 0xf0ff;
  const low = isPrivate ? value - 0xf000 : value;
  if (/^symbol$/i.test(font) && low < 0x100) {
    return (low < 0x7f ? SYMBOL.charAt(low - 0x21) : SYMBOL_HIGH.charAt(low - 0xa0)) || null;
  }
  if (/^wingdings/i.test(font) && low < 0x100) return /^wingdings$/i.test(font) ? (WINGDINGS[low] ?? null) : null;
  const surrogate = value >= 0xd800 && value <= 0xdfff;
  return isPrivate || surrogate || value < 0x20 ? null : String.fromCodePoint(value);
}
