const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

const inOrder = (offsets: readonly number[]): number[] =>
  offsets.map((_, i) => i).sort((a, b) => (offsets[a] as number) - (offsets[b] as number));

/**
 * UTF-16 offsets of `characters` as Unicode code-point offsets, in the order given. An offset inside a surrogate pair
 * counts the pair as begun, not passed; one beyond the end is the end. One pass over the characters.
 */
export function toCodePoints(characters: string, offsets: readonly number[]): number[] {
  const result = new Array<number>(offsets.length).fill(0);
  let unit = 0;
  let point = 0;
  for (const i of inOrder(offsets)) {
    const target = Math.min(offsets[i] as number, characters.length);
    while (unit < target) {
      const pair =
        isHigh(characters.charCodeAt(unit)) && unit + 1 < characters.length && isLow(characters.charCodeAt(unit + 1));
      if (pair && unit + 2 > target) break;
      unit += pair ? 2 : 1;
      point += 1;
    }
    result[i] = point;
  }
  return result;
}

/** Unicode code-point offsets as UTF-16 offsets of `characters`, in the order given; beyond the end is the end. */
export function fromCodePoints(characters: string, offsets: readonly number[]): number[] {
  const result = new Array<number>(offsets.length).fill(0);
  let unit = 0;
  let point = 0;
  for (const i of inOrder(offsets)) {
    const target = offsets[i] as number;
    while (point < target && unit < characters.length) {
      const pair =
        isHigh(characters.charCodeAt(unit)) && unit + 1 < characters.length && isLow(characters.charCodeAt(unit + 1));
      unit += pair ? 2 : 1;
      point += 1;
    }
    result[i] = unit;
  }
  return result;
}
