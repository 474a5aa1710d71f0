import type { Furniture, SourceLine } from '#app/domain/treaty/outline';

/** A line before it has its number: what it says, and what was in it that is not part of the sentence. */
export interface Line {
  readonly pieces: readonly { readonly text: string; readonly mark: boolean }[];
  readonly furniture?: Furniture['what'];
  readonly hints: NonNullable<SourceLine['hints']>;
}

/** The words of a line as the text has them. */
export const wordsOf = (line: Line): string => line.pieces.map(({ text, mark }) => (mark ? '' : text)).join('');

/** A line without words parts what stands before it from what comes after. */
export const isBlank = (line: Line): boolean => line.pieces.every(({ text }) => text.trim() === '');

/** Several lines as one, with tabs between them; what it looks like is said by the last. */
export function joined(lines: readonly Line[]): Line {
  const tab = { text: '\t', mark: false };
  const pieces = lines.flatMap((line, i) => (i === 0 ? [...line.pieces] : [tab, ...line.pieces]));
  const hints = lines.at(-1)?.hints ?? {};
  const indent = lines[0]?.hints.indent;
  return { pieces, hints: { ...hints, ...(indent === undefined ? {} : { indent }), paragraph: true } };
}

/** Adds lines at the end. A call with one argument for each would fail on a long text. */
export function append(into: Line[], lines: readonly Line[]): void {
  for (const line of lines) into.push(line);
}
