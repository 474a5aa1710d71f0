import { canonicalise } from '#app/domain/treaty/canonical';
import { endsClause, startsLower } from '#app/domain/treaty/lines';
import { readLevel } from '#app/domain/treaty/levels';
import { wordsOf, type PageLine } from './html-line';

const shape = (lines: readonly PageLine[]) =>
  canonicalise(lines.map(wordsOf).join(' '))
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim();

/** Links that lead away from the page, after the last words that do not: "Top", "Print", "Contact". */
function takeTrailingLinks(lines: readonly PageLine[]): void {
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const line = lines[i] as PageLine;
    if (line.furniture !== undefined) continue;
    if (!line.linked || readLevel(wordsOf(line))) return;
    line.furniture = 'note';
  }
}

/** A heading with nothing below it but footnotes. */
function takeHeadingsOfNotes(lines: readonly PageLine[]): void {
  lines.forEach((line, i) => {
    if (line.furniture !== undefined || line.hints.headingLevel === undefined || readLevel(wordsOf(line))) return;
    let end = i + 1;
    while (end < lines.length && lines[end]?.furniture !== undefined) end += 1;
    const below = lines.slice(i + 1, end);
    const ends = end === lines.length || lines[end]?.hints.headingLevel !== undefined;
    if (ends && below.length > 0 && below.some((one) => one.furniture === 'footnote')) line.furniture = 'footnote';
  });
}

/** The title again in the middle of a sentence: the head of a page that was printed once. */
function takeTitlesInSentences(lines: readonly PageLine[]): void {
  const blocks: PageLine[][] = [];
  for (const line of lines) {
    if (line.furniture !== undefined) continue;
    const last = blocks.at(-1);
    if (last?.[0]?.block === line.block) last.push(line);
    else blocks.push([line]);
  }
  const titles = new Set<string>();
  blocks.forEach((block, i) => {
    const words = shape(block);
    if (words.length < 8 || words.length > 300) return;
    const [last, next] = [blocks[i - 1]?.at(-1), blocks[i + 1]?.[0]];
    const inside = last && next && !endsClause(wordsOf(last)) && startsLower(wordsOf(next));
    if (inside && titles.has(words)) {
      for (const line of block) line.furniture = 'running-header';
      next.hints = { ...next.hints, paragraph: false };
    } else if (i < 40 && block.every(({ hints }) => hints.headingLevel ?? hints.bold ?? hints.centred))
      titles.add(words);
  });
}

/** Marks lines that are not part of the text, and that only their neighbours give away. */
export function takeFurniture(lines: readonly PageLine[]): void {
  takeTrailingLinks(lines);
  takeHeadingsOfNotes(lines);
  takeTitlesInSentences(lines);
}
