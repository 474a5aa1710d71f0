import type { ReaderWords } from '#app/domain/words/reader.en';
import type { Passage } from './passage';
import { fill } from './say';

/**
 * The part of a link after "#": the provision, and the words themselves as a text fragment, which browsers find and
 * paint without us. Words, not offsets: they still say what was meant when the page shows another version.
 */
export function passageFragment(passage: Pick<Passage, 'eId' | 'quote' | 'scope'>): string {
  const id = passage.eId === null ? '' : encodeURIComponent(passage.eId);
  if (passage.scope !== 'passage' || passage.quote === '') return id === '' ? '' : `#${id}`;
  const lines = passage.quote.split('\n');
  const words = passage.quote.split(/\s+/);
  // A fragment that runs over several blocks must name its two ends.
  const long = lines.length > 1 || words.length > 10;
  const first = (lines[0] ?? '').split(' ').slice(0, 5).join(' ');
  const last = (lines.at(-1) ?? '').split(' ').slice(-5).join(' ');
  const text = long ? `${part(first)},${part(last)}` : part(passage.quote);
  return `#${id}:~:text=${text}`;
}

const part = (words: string): string => encodeURIComponent(words).replaceAll('-', '%2D');

export function quotation(
  passage: Pick<Passage, 'quote' | 'citation'>,
  source: { readonly treaty: string; readonly version: string },
  words: ReaderWords,
): string {
  const where = passage.citation
    ? fill(words.passage.source, { citation: passage.citation, ...source })
    : `${source.treaty}, ${source.version}`;
  return fill(words.passage.quotation, { quote: passage.quote.replaceAll('\n', ' '), source: where });
}
