import type { ConcernMark } from '#app/domain/concern/mark';
import { countConcerns } from '#app/domain/treaty/render';
import type { ReaderWords } from '#app/domain/words/reader.en';
import { plural } from './say';

/** Brings the counts beside provisions up to date; touches only those that changed, and never the text. */
export function updateCounts(
  root: HTMLElement,
  before: readonly ConcernMark[],
  after: readonly ConcernMark[],
  hrefOf: (eId: string) => string,
  words: ReaderWords,
): void {
  const [was, now] = [countConcerns(living(before)), countConcerns(living(after))];
  for (const eId of new Set([...was.keys(), ...now.keys()])) {
    const count = now.get(eId) ?? 0;
    if (count === (was.get(eId) ?? 0)) continue;
    const tools = [...(root.ownerDocument.getElementById(eId)?.children ?? [])].find(
      (one) => one.className === 'p-tools',
    );
    if (!tools || !root.contains(tools)) continue;
    const shown = tools.querySelector<HTMLAnchorElement>('.p-count');
    if (count === 0) {
      shown?.remove();
      continue;
    }
    const link = shown ?? root.ownerDocument.createElement('a');
    link.className = 'p-count';
    link.textContent = plural(words.concernCount, count, words.locale);
    if (!shown) {
      link.href = hrefOf(eId);
      tools.prepend(link);
    }
  }
}

const living = (concerns: readonly ConcernMark[]): ConcernMark[] => concerns.filter((one) => !one.gone);
