import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covering, indexIntervals, overlapping } from './intervals';
import { layersOf, SEVERAL } from './layers';

const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }))
  .map(([start, length]) => ({ start, end: start + length }));
const spans = fc.array(span, { maxLength: 40 });

describe('which concerns lie under a point', () => {
  it('finds the same as looking at every one', () => {
    fc.assert(
      fc.property(spans, fc.nat(90), fc.integer({ min: 1, max: 20 }), (all, at, length) => {
        const expected = all.flatMap((one, i) => (one.start < at + length && one.end > at ? [i] : []));
        expect(overlapping(indexIntervals(all), at, at + length).sort((a, b) => a - b)).toEqual(expected);
      }),
    );
  });

  it('names the innermost first', () => {
    const all = [
      { start: 0, end: 100 },
      { start: 10, end: 40 },
      { start: 20, end: 30 },
      { start: 50, end: 60 },
    ];
    expect(covering(indexIntervals(all), 25, all)).toEqual([2, 1, 0]);
    expect(covering(indexIntervals(all), 30, all)).toEqual([1, 0]);
    expect(covering(indexIntervals([]), 3, [])).toEqual([]);
  });
});

describe('what is painted', () => {
  const NAMES = ['c-data', 'c-scope', 'c-intent'];
  const name = fc.constantFrom(...NAMES);
  it('covers exactly the passages within the stretch, at most the two innermost under one word, and marks where several lie', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(span, name), { maxLength: 20 }), span, (pairs, within) => {
        const painted = pairs.map(([one, of]) => ({ ...one, name: of }));
        const near = painted.filter((one) => one.start < within.end && one.end > within.start);
        const layers = new Map(layersOf(near, within).map((layer) => [layer.name, layer]));
        const isPainted = (of: string, at: number) =>
          layers.get(of)?.stretches.some(({ start, end }) => start <= at && at < end) ?? false;
        for (let at = 0; at < 95; at++) {
          const over = painted
            .filter((one) => within.start <= at && at < within.end && one.start <= at && at < one.end)
            .sort((a, b) => a.end - a.start - (b.end - b.start));
          const tints = NAMES.filter((of) => isPainted(of, at));
          expect(tints.length > 0).toBe(over.length > 0);
          expect(tints.length).toBeLessThanOrEqual(2);
          for (const of of tints) expect(over.some((one) => one.name === of)).toBe(true);
          // Of two equally long ones either may be first.
          const [first, second] = over;
          if (first && (!second || second.end - second.start > first.end - first.start))
            expect(tints).toContain(first.name);
          expect(isPainted(SEVERAL, at)).toBe(over.length > 1);
        }
        for (const { stretches } of layers.values()) {
          stretches.forEach(({ start, end }, i) => {
            expect(end).toBeGreaterThan(start);
            expect(start).toBeGreaterThan(stretches[i - 1]?.end ?? -1);
          });
        }
      }),
    );
  });
});
