import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Anchor } from './anchor';
import { layOut } from './canonical';
import { locate, makeAnchor } from './passage';
import { segment } from './segment';

const made = (characters: string, start: number, end: number): Anchor => {
  const anchor = makeAnchor(characters, [], start, end);
  if (!anchor.ok) throw new Error(anchor.detail);
  return anchor.value;
};

describe('makeAnchor', () => {
  it('leaves out white space at both ends', () => {
    expect(made('one two three', 3, 8)).toMatchObject({ start: 4, end: 7, exact: 'two' });
    expect(made('one\ntwo\nthree', 3, 8)).toMatchObject({ exact: 'two' });
  });

  it.each([
    ['an empty range', 3, 3],
    ['only white space', 3, 4],
    ['a range beyond the end', 3, 99],
    ['a range turned round', 5, 2],
    ['a broken number', Number.NaN, 4],
  ])('refuses %s', (_name, start, end) => {
    expect(makeAnchor('one two three', [], start, end)).toMatchObject({ ok: false, code: 'invalid' });
  });

  it('keeps 32 characters of context where that is enough', () => {
    const text = `${'x'.repeat(50)} target ${'y'.repeat(50)}`;
    const anchor = made(text, 51, 57);
    expect([anchor.exact, anchor.prefix.length, anchor.suffix.length]).toEqual(['target', 32, 32]);
  });

  it('takes more context until it stands alone in the text', () => {
    const clause = 'Each State Party shall adopt such measures as may be necessary to this end. ';
    const text = `First. ${clause.repeat(3)}Last.`;
    const start = text.indexOf('measures', 7 + clause.length);
    const anchor = made(text, start, start + 8);
    expect(anchor.prefix.length).toBeGreaterThan(32);
    const whole = anchor.prefix + anchor.exact + anchor.suffix;
    expect(text.indexOf(whole)).toBe(text.lastIndexOf(whole));
    expect(locate(text, anchor)).toEqual({ outcome: 'exact', start, end: start + 8 });
  });

  it('never cuts a character in two', () => {
    const text = 'a𝒜b';
    expect(made(text, 2, 4).exact).toBe('𝒜b');
    expect(made(text, 0, 2).exact).toBe('a𝒜');
    expect(made(`${'𝒜'.repeat(40)}x`, 80, 81).prefix).toMatch(/^𝒜+$/u);
  });

  it('names the innermost provisions that the passage touches, in reading order', () => {
    const source = 'Article 1\nScope\n\nActs:\n\n(a) input;\n\n(b) deceit;\n\nwith intent.\n\nArticle 2\nEnd\n\nText.';
    const { characters, provisions } = layOut(segment(source.split('\n').map((text, i) => ({ text, line: i + 1 }))));
    const eIds = (from: string, to: string) => {
      const anchor = makeAnchor(characters, provisions, characters.indexOf(from), characters.indexOf(to) + to.length);
      return anchor.ok ? anchor.value.eIds : [];
    };
    expect(eIds('put', 'put')).toEqual(['art_1__point_a']);
    expect(eIds('put', 'deceit')).toEqual(['art_1__point_a', 'art_1__point_b']);
    expect(eIds('deceit', 'with')).toEqual(['art_1', 'art_1__point_b']);
    expect(eIds('intent', 'End')).toEqual(['art_1', 'art_2']);
  });
});

describe('locate', () => {
  const quote = (exact: string, prefix = '', suffix = '') => ({ exact, prefix, suffix });

  it('finds words that stand once', () => {
    expect(locate('one two three', quote('two'))).toEqual({ outcome: 'exact', start: 4, end: 7 });
  });

  it('lets the context decide between equal words', () => {
    const text = 'shall cooperate. may cooperate.';
    expect(locate(text, quote('cooperate', 'may ', '.'))).toMatchObject({ outcome: 'exact', start: 21 });
    expect(locate(text, quote('cooperate', 'may '))).toMatchObject({ outcome: 'exact', start: 21 });
  });

  it('goes by one side when the other has changed', () => {
    const text = 'shall cooperate fully. may cooperate.';
    expect(locate(text, quote('cooperate', 'may ', ' in full.'))).toMatchObject({ outcome: 'exact', start: 27 });
  });

  it('does not choose between equal words in equal contexts, whatever the position says', () => {
    const text = 'It shall. It shall.';
    const anchor = { ...quote('shall', 'It ', '.'), start: 3, end: 8, eIds: [] };
    expect(locate(text, anchor)).toEqual({
      outcome: 'ambiguous',
      candidates: [
        { start: 3, end: 8 },
        { start: 13, end: 18 },
      ],
    });
  });

  it('does not choose when the two sides contradict each other', () => {
    expect(locate('may go. shall go now', quote('go', 'may ', ' now'))).toMatchObject({ outcome: 'ambiguous' });
  });

  it('leaves words whose context is wholly new to a person, even where they stand once', () => {
    expect(locate('In other words, shall.', quote('shall', 'State Party ', ' adopt'))).toEqual({
      outcome: 'ambiguous',
      candidates: [{ start: 16, end: 21 }],
    });
  });

  it('says when the words are gone', () => {
    expect(locate('one two', quote('three'))).toEqual({ outcome: 'orphaned' });
    expect(locate('one two', quote(''))).toEqual({ outcome: 'orphaned' });
  });

  it('finds every anchor again in the text it was made in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('shall', 'may', 'States', 'the', 'Party', '缔约国', '𝒜', '\n'), {
          minLength: 1,
          maxLength: 60,
        }),
        fc.nat(),
        fc.nat(),
        (words, a, b) => {
          const text = words.join(' ').trim();
          const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
          const anchor = makeAnchor(text, [], start, end);
          if (!anchor.ok) return text.slice(start, end).trim() === '';
          const { start: from, end: to } = anchor.value;
          expect(text.slice(from, to)).toBe(anchor.value.exact);
          expect(locate(text, anchor.value)).toEqual({ outcome: 'exact', start: from, end: to });
          return true;
        },
      ),
    );
  });
});
