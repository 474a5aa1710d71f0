import { endsClause, startsLower } from './lines';
import { RUNS_ON } from './wording';

/** A note inside a line: half-open, in the line's text. */
export interface InlineNote {
  readonly n: number;
  readonly from: number;
  readonly to: number;
}

// "... as a “public 4Council of Europe": a number glued to a capital, in the middle of a sentence.
const FIRST = /(?<=[\p{L},;)”"’»]\s)(\p{Nd}{1,2})(?=\p{Lu}\p{Ll})/gu;
const NEXT = /(?<=[.)]\s?)(\p{Nd}{1,2})(?=\p{Lu})/gu;
// The end of a note: the sentence goes on in lower case, or a word of it is glued on.
const END = /[.)][”"’»)]*(?:\s+(?=[“"«]?\p{Ll})|(?=\p{Lu}\p{Ll}))/gu;
const ABBREVIATED =
  /(?:^|[\s(])(?:nos?|p|pp|vols?|arts?|paras?|cf|eds?|op|cit|ibid|id|add|rev|corr|suppl|doc|chaps?|sect|ch)\.$/iu;
const LONGEST = 1500;
// Numbers glued to words all over a line are something else.
const MOST = 100;

/** Where the note that begins at `from` ends, or -1. */
function endOf(text: string, from: number): number {
  const part = text.slice(from, from + LONGEST);
  END.lastIndex = 0;
  for (let found = END.exec(part); found; found = END.exec(part)) {
    const to = found.index + found[0].trimEnd().length;
    if (!ABBREVIATED.test(part.slice(Math.max(0, to - 12), to))) return from + to;
  }
  return -1;
}

/**
 * Notes that a converter set inside a line, between two halves of a sentence, one or several with rising numbers.
 * `marked` says whether the text has the mark of a note.
 */
export function inlineNotes(text: string, marked: (n: number) => boolean): InlineNote[] {
  const notes: InlineNote[] = [];
  FIRST.lastIndex = 0;
  let tried = 0;
  for (let found = FIRST.exec(text); found && tried < MOST; found = FIRST.exec(text)) {
    tried += 1;
    const from = found.index;
    const before = text.slice(Math.max(0, from - 60), from).trimEnd();
    if (endsClause(before) || RUNS_ON.test(before)) continue;
    let n = Number((found[1] as string).normalize('NFKC'));
    const starts = [{ n, from }];
    for (const next of text.slice(from + 1, from + LONGEST).matchAll(NEXT)) {
      if (Number((next[1] as string).normalize('NFKC')) !== n + 1) continue;
      n += 1;
      starts.push({ n, from: from + 1 + next.index });
    }
    const end = endOf(text, (starts.at(-1) as { from: number }).from);
    const after = text
      .slice(end)
      .trimStart()
      .replace(/^[“"«]/, '');
    // Glued to a capital only the marks of the notes can tell that the sentence goes on.
    const goesOn = end >= 0 && (startsLower(after) || starts.every((one) => marked(one.n)));
    if (!goesOn) continue;
    starts.forEach((one, k) => notes.push({ n: one.n, from: one.from, to: starts[k + 1]?.from ?? end }));
    FIRST.lastIndex = end;
  }
  return notes;
}
