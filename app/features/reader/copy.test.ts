import { describe, expect, it } from 'vitest';
import { readerEn } from '#app/domain/words/reader.en';
import { passageFragment, quotation } from './copy';
import { wholeWords } from './passage-narrower';
import { plural } from './say';

describe('a copied link', () => {
  it('names the provision and the words, so that it holds in another version', () => {
    expect(passageFragment({ eId: 'art_28__para_4', scope: 'passage', quote: 'any person, if-known' })).toBe(
      '#art_28__para_4:~:text=any%20person%2C%20if%2Dknown',
    );
  });
  it('names both ends of a passage over several blocks', () => {
    const quote = 'one two three four five six\nseven eight nine ten eleven twelve';
    expect(passageFragment({ eId: 'art_1', scope: 'passage', quote })).toBe(
      '#art_1:~:text=one%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve',
    );
  });
  it('is the provision alone for a provision', () => {
    expect(passageFragment({ eId: 'art_1', scope: 'provision', quote: 'x' })).toBe('#art_1');
  });
});

describe('words around a passage', () => {
  it('quote with the source', () => {
    const source = { treaty: 'A Convention', version: 'Adopted text' };
    expect(quotation({ quote: 'any\nperson', citation: 'Article 28(4)' }, source, readerEn)).toBe(
      '“any person” (Article 28(4), A Convention, Adopted text)',
    );
  });
  it('say one and many', () => {
    expect(plural(readerEn.concernCount, 1, 'en')).toBe('1 concern');
    expect(plural(readerEn.concernCount, 1200, 'en')).toBe('1,200 concerns');
  });
  it('are taken whole when half of one was chosen', () => {
    expect(wholeWords('any person who', 5, 7)).toEqual([4, 10]);
    expect(wholeWords('any person who', 3, 7)).toEqual([3, 10]);
    expect(wholeWords('任何人均可', 1, 2)).toEqual([1, 2]);
  });
});
