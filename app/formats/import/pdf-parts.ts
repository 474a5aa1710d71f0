import type { Glyph } from './pdf-glyphs';

const LETTER = /\p{L}/u;
const NEAR = 3;

const parts = (text: string) => text.normalize('NFD');
const baseOf = (text: string) => parts(text).replace(/\p{M}/gu, '');

/** What a letter and a part painted over it are together, or null when the part does not belong to it. */
function together(letter: string, part: string): string | null {
  if (letter === part) return part;
  const [whole, piece] = [baseOf(letter), baseOf(part)];
  if (piece === '' || !whole.endsWith(piece)) return null;
  return whole.slice(0, whole.length - piece.length) + part;
}

/**
 * Type paints some letters in parts: an alef and its hamza, a letter and its vowel signs. Some files then say the whole
 * letter for each part. Such parts, which have no width of their own, are counted once; signs alone are moved to the
 * baseline of the letter that they stand on.
 */
export function joinParts(glyphs: readonly Glyph[]): Glyph[] {
  const gone = new Set<Glyph>();
  glyphs.forEach((glyph, i) => {
    if (glyph.text < '\u0300' || glyph.end - glyph.x > glyph.size * 0.02) return;
    let nearest: Glyph | undefined;
    let best = glyph.size * 0.6;
    for (let k = Math.max(0, i - NEAR); k <= Math.min(glyphs.length - 1, i + NEAR); k += 1) {
      const other = glyphs[k] as Glyph;
      if (k === i || other.end - other.x < other.size * 0.03 || other.text === ' ') continue;
      if (Math.abs(other.y - glyph.y) > glyph.size) continue;
      const away = Math.max(0, other.x - glyph.x, glyph.x - other.end);
      const apart = other.text === glyph.text ? 0 : together(other.text, glyph.text) !== null ? 0.1 : 0.3;
      const fit = away + (LETTER.test(glyph.text) ? apart : 0) * glyph.size;
      if (fit < best) [best, nearest] = [fit, other];
    }
    if (!nearest) return;
    glyph.y = nearest.y;
    if (!LETTER.test(glyph.text)) return;
    const whole = together(nearest.text, glyph.text);
    if (whole === null) return;
    nearest.text = whole;
    gone.add(glyph);
  });
  return gone.size === 0 ? [...glyphs] : glyphs.filter((glyph) => !gone.has(glyph));
}
