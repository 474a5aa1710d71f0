export type Direction = 'ltr' | 'rtl';

const LETTERS = /\p{L}/gu;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

const ofLetter = (letter: string): Direction => (RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr');

/**
 * In which direction a paragraph runs: that of its first letter, as `dir="auto"` does in a browser; `otherwise` when it
 * has none.
 */
export function directionOf(text: string, otherwise: Direction): Direction {
  const first = /\p{L}/u.exec(text);
  return first ? ofLetter(first[0]) : otherwise;
}

/** Words that run in one direction. */
export interface DirectionRun {
  readonly text: string;
  readonly direction: Direction;
}

/**
 * A text of a paragraph that runs in `paragraph`, cut where its direction changes, for formats that must be told (Word).
 * What is not a letter goes with the letters around it when they agree, else with the paragraph: a closing bracket after
 * an Arabic name in an English sentence is English. The runs put together are the text.
 */
export function directionRuns(text: string, paragraph: Direction): DirectionRun[] {
  const runs: { text: string; direction: Direction }[] = [];
  const add = (part: string, direction: Direction) => {
    const last = runs.at(-1);
    if (part === '') return;
    if (last?.direction === direction) last.text += part;
    else runs.push({ text: part, direction });
  };
  let done = 0;
  let before: Direction | null = null;
  for (const { 0: letter, index } of text.matchAll(LETTERS)) {
    const direction = ofLetter(letter);
    add(text.slice(done, index), before === direction ? direction : paragraph);
    add(letter, direction);
    done = index + letter.length;
    before = direction;
  }
  add(text.slice(done), paragraph);
  return runs;
}
