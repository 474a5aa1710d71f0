/** A card that wants to stand at `top` (CSS pixels down the margin). Cards come in reading order. */
export interface Wish {
  readonly number: number;
  readonly top: number;
  readonly height: number;
}

/** A card, or a pile: concerns for which there is no room near their passages, behind one button. */
export interface Slot {
  readonly top: number;
  readonly height: number;
  readonly numbers: readonly number[];
  readonly pile: boolean;
}

export interface LayoutOptions {
  readonly gap: number;
  readonly pileHeight: number;
  /** How far below its passage a card may be pushed before it goes into a pile. */
  readonly drift: number;
  /** This card stands exactly where it wishes, and others make room. */
  readonly open: number | null;
  /** Cards that somebody took out of a pile to see them: they never go back into one. */
  readonly unpiled?: ReadonlySet<number>;
}

/**
 * Places cards beside their passages: pushed down where they would cover each other, piled where that would take them out
 * of sight of their passages, the open one exactly. Slots come from top to bottom and never overlap. Linear.
 */
export function placeCards(wishes: readonly Wish[], options: LayoutOptions): Slot[] {
  const at = options.open === null ? -1 : wishes.findIndex((wish) => wish.number === options.open);
  const open = wishes[at];
  if (!open) return fillDown(wishes, 0, Infinity, options).slots;
  const above = fillDown(wishes.slice(0, at), 0, open.top, options);
  const end = open.top + open.height + options.gap;
  const below = fillDown([...above.rest, ...wishes.slice(at + 1)], end, Infinity, options);
  return [...above.slots, { top: open.top, height: open.height, numbers: [open.number], pile: false }, ...below.slots];
}

/** From `from` down to `limit`; what found no room before the limit comes back as `rest`. */
function fillDown(wishes: readonly Wish[], from: number, limit: number, options: LayoutOptions) {
  const { gap, pileHeight, drift, unpiled } = options;
  const slots: Slot[] = [];
  let pile: { top: number; height: number; numbers: number[]; pile: true } | null = null;
  let cursor = from;
  const rest: Wish[] = [];
  for (const wish of wishes) {
    const wished = Math.max(wish.top, from);
    if (pile && cursor + wish.height + gap > limit && !unpiled?.has(wish.number)) {
      pile.numbers.push(wish.number);
      continue;
    }
    const top = Math.max(wished, cursor);
    const far = top - wished > drift && !unpiled?.has(wish.number);
    if (!far && top + wish.height + gap <= limit) {
      slots.push({ top, height: wish.height, numbers: [wish.number], pile: false });
      cursor = top + wish.height + gap;
      pile = null;
    } else if (far && pile) {
      pile.numbers.push(wish.number);
    } else if (far && cursor + pileHeight + gap <= limit) {
      pile = { top: cursor, height: pileHeight, numbers: [wish.number], pile: true };
      slots.push(pile);
      cursor += pileHeight + gap;
    } else {
      rest.push(wish);
    }
  }
  return { slots, rest };
}

/** Indexes of the first slot that reaches below `top` and, after it, the first that begins under `bottom`: half-open. */
export function slotsBetween(slots: readonly Slot[], top: number, bottom: number): [number, number] {
  const first = (test: (slot: Slot) => boolean): number => {
    let low = 0;
    let high = slots.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (test(slots[middle] as Slot)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return [first((slot) => slot.top + slot.height > top), first((slot) => slot.top >= bottom)];
}
