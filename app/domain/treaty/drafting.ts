import type { Furniture } from './outline';
import { cutFrom, isForced, pieceOf } from './rows';
import type { Cleared, Row } from './rows';

// "[agreed ad referendum]", "(agreed)", "[согласовано ad referendum]": where a draft's negotiators say how far they are.
const STATUS =
  /[[(（［]\s*(?:(?:provisionally|all|fully|previously)\s+)?(?:agreed(?:\s+(?:ad\s+ref(?:erendum|\.)?|in principle|text))?|(?:[\p{L}]+\s+){0,3}ad\s+ref(?:erendum|\.)?)\s*[\])）］]/giu;

/** Takes out notes on the state of the negotiation. Alternatives in square brackets are words of the text and stay. */
export function takeStatusNotes(rows: readonly Row[]): Cleared {
  const furniture: Furniture[] = [];
  const left = rows.flatMap((row): Row[] => {
    if (isForced(row)) return [row];
    const found = [...row.text.matchAll(STATUS)].map((one) => [one.index, one.index + one[0].length] as const);
    if (found.length === 0) return [row];
    furniture.push(...found.map(([from, to]) => pieceOf(row, 'note', from, to)));
    return [cutFrom(row, found) ?? []].flat();
  });
  return { rows: left, furniture, uncertain: [] };
}
