import type { ConcernSummary } from '#app/domain/concern/thread';
import { countConcerns } from '#app/domain/treaty/render';
import type { ReaderWords } from '#app/domain/words/reader.en';
import { plural } from './say';

/** Brings the counts beside provisions up to date; touches only those that changed, and never the text. */
export function updateCounts(
  root: HTMLElement,
  before: ReadonlyMap<string, number>,
  concerns: readonly ConcernSummary[],
  hrefOf: (eId: string) => string,
  words: ReaderWords,
): Map<string, number> {
  const now = countConcerns(concerns);
  for (const eId of new Set([...before.keys(), ...now.keys()])) {
    const count = now.get(eId) ?? 0;
    if (count === (before.get(eId) ?? 0)) continue;
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
  return now;
}
