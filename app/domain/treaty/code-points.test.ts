import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromCodePoints, toCodePoints } from './code-points';

describe('code points', () => {
  it('counts a character outside the basic plane once', () => {
    expect(toCodePoints('a𝒜b𝒜', [0, 1, 3, 4, 6])).toEqual([0, 1, 2, 3, 4]);
    expect(fromCodePoints('a𝒜b𝒜', [0, 1, 2, 3, 4])).toEqual([0, 1, 3, 4, 6]);
  });

  it('keeps the order in which offsets are asked for, sorted or not', () => {
    expect(toCodePoints('a𝒜b𝒜', [6, 0, 4])).toEqual([4, 0, 3]);
    expect(fromCodePoints('a𝒜b𝒜', [4, 0, 3])).toEqual([6, 0, 4]);
  });

  it('agrees with the language about every prefix, and turns back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (s) => {
        const ends: number[] = [0];
        for (const char of s) ends.push((ends.at(-1) as number) + char.length);
        const points = toCodePoints(s, ends);
        expect(points).toEqual(ends.map((end) => [...s.slice(0, end)].length));
        expect(fromCodePoints(s, points)).toEqual(ends);
      }),
    );
  });

  it('takes a hundred thousand sorted offsets in one pass', () => {
    const text = '𝒜'.repeat(200_000);
    const offsets = Array.from({ length: 100_000 }, (_, i) => i * 4);
    const before = performance.now();
    expect(toCodePoints(text, offsets).at(-1)).toBe(199_998);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
