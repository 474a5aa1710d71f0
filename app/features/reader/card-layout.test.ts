import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCards, slotsBetween } from './card-layout';
import type { LayoutOptions, Wish } from './card-layout';

const options: LayoutOptions = { gap: 10, pileHeight: 30, drift: 200, open: null };
const card = (number: number, top: number, height = 100): Wish => ({ number, top, height });
const tops = (slots: ReturnType<typeof placeCards>) => slots.map((slot) => [slot.numbers.join('+'), slot.top]);

describe('cards beside their passages', () => {
  it('stand where their passages are when there is room', () => {
    expect(tops(placeCards([card(1, 0), card(2, 300)], options))).toEqual([
      ['1', 0],
      ['2', 300],
    ]);
  });

  it('push each other down rather than overlap', () => {
    expect(tops(placeCards([card(1, 0), card(2, 20), card(3, 400)], options))).toEqual([
      ['1', 0],
      ['2', 110],
      ['3', 400],
    ]);
  });

  it('go into a pile before they drift far from their passages', () => {
    const slots = placeCards([card(1, 0), card(2, 5), card(3, 10), card(4, 12), card(5, 900)], options);
    expect(tops(slots)).toEqual([
      ['1', 0],
      ['2', 110],
      ['3+4', 220],
      ['5', 900],
    ]);
    expect(slots[2]?.pile).toBe(true);
  });

  it('come out of a pile for good', () => {
    const wishes = [card(1, 0), card(2, 5), card(3, 10), card(4, 12)];
    const slots = placeCards(wishes, { ...options, unpiled: new Set([3, 4]) });
    expect(slots.map((slot) => slot.pile)).toEqual([false, false, false, false]);
  });

  it('make room for the open one, which stands exactly at its passage', () => {
    const wishes = [card(1, 0), card(2, 20), card(3, 40, 500), card(4, 60)];
    expect(tops(placeCards(wishes, { ...options, open: 3 }))).toEqual([
      ['3', 40],
      ['1', 550],
      ['2', 660],
      ['4', 770],
    ]);
  });

  it('never overlap, lose one or move the open one, whatever is asked', () => {
    const wish = fc.tuple(fc.nat(3000), fc.integer({ min: 30, max: 400 }));
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 60 }), fc.nat(70), fc.array(fc.nat(60)), (raw, open, loose) => {
        const wishes = [...raw].sort((a, b) => a[0] - b[0]).map(([top, height], i) => card(i + 1, top, height));
        const slots = placeCards(wishes, { ...options, open, unpiled: new Set(loose) });
        expect(slots.flatMap((slot) => slot.numbers).sort((a, b) => a - b)).toEqual(wishes.map((one) => one.number));
        for (let i = 1; i < slots.length; i++) {
          const above = slots[i - 1];
          expect(slots[i]?.top).toBeGreaterThanOrEqual((above?.top ?? 0) + (above?.height ?? 0));
        }
        const wished = wishes.find((one) => one.number === open);
        const slot = slots.find((one) => one.numbers.includes(open));
        if (wished) expect(slot).toEqual({ top: wished.top, height: wished.height, numbers: [open], pile: false });
        for (const one of slots) if (one.pile) expect(one.numbers.some((n) => loose.includes(n))).toBe(false);
      }),
    );
  });

  it('are found by height', () => {
    const slots = placeCards([card(1, 0), card(2, 200), card(3, 400)], options);
    expect(slotsBetween(slots, 150, 350)).toEqual([1, 2]);
    expect(slotsBetween(slots, 600, 900)).toEqual([3, 3]);
  });
});
