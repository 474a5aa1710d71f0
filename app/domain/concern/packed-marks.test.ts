import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstStart, inReadingOrder, offsetsOf, stretchOf, WHOLE, type ConcernMark } from './mark';
import { packMarks, unpackMarks } from './packed-marks';
import { CATEGORIES, SEVERITIES, STATUSES } from './taxonomy';

const placement = fc
  .tuple(
    fc.constantFrom('passage' as const, 'provision' as const),
    fc.nat(200_000),
    fc.integer({ min: 1, max: 5000 }),
    fc.array(fc.constantFrom('art_1', 'art_1__para_1', 'art_2', '__proto__', 'a"b'), { maxLength: 4 }),
  )
  .map(([scope, start, length, eIds]) => ({ scope, start, end: start + length, eIds }));
const whole = fc.constant({ scope: 'treaty' as const, start: null, end: null, eIds: [] });
const marks: fc.Arbitrary<ConcernMark[]> = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 1, max: 100_000 }),
    category: fc.constantFrom(...CATEGORIES.map((one) => one.id)),
    severity: fc.constantFrom(...SEVERITIES),
    status: fc.constantFrom(...STATUSES),
    gone: fc.boolean(),
    length: fc.integer({ min: 0, max: 17 }).map((tens) => tens * 10),
    placements: fc.array(fc.oneof(placement, placement, whole), { maxLength: 3 }),
  }),
  { selector: (mark) => mark.number },
);

describe('packed marks', () => {
  it('come out as they went in, in reading order, through JSON as well', () => {
    fc.assert(
      fc.property(marks, (given) => {
        const sent = JSON.parse(JSON.stringify(packMarks(given))) as ReturnType<typeof packMarks>;
        expect(unpackMarks(sent)).toEqual(inReadingOrder(given));
      }),
    );
  });
});

describe('stretches', () => {
  it('hold every concern in just one: the one that its first placement begins in', () => {
    fc.assert(
      fc.property(marks, (given) => {
        for (const mark of given) {
          const { from, to } = offsetsOf(stretchOf(mark));
          const start = firstStart(mark);
          if (start < 0) expect(stretchOf(mark)).toBe(WHOLE);
          else expect(start >= from && start < to).toBe(true);
        }
      }),
    );
  });
});
