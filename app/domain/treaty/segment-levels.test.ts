import { describe, expect, it } from 'vitest';
import { at, eIds, read } from './segmented.fixture';

describe('levels and headings', () => {
  it('reads a heading on the line after the number', () => {
    const one = at(read('Article 1\nScope of application\n\nThis Convention applies to States.'), 'art_1');
    expect(one).toMatchObject({ number: '1', label: 'Article 1', heading: 'Scope of application' });
    expect(one.text).toBe('This Convention applies to States.');
  });

  it.each([
    ['a hyphen', 'Article 3 - Scope', 'Article 3 -'],
    ['a dash', 'Article 3 – Scope', 'Article 3 –'],
    ['a colon', 'Article 3: Scope', 'Article 3:'],
    ['a dot', 'Article 3. Scope', 'Article 3.'],
    ['a dot and a dash', 'Article 3.— Scope', 'Article 3.—'],
    ['a space', 'Article 3 Scope', 'Article 3'],
  ])('reads a heading after %s', (_name, line, label) => {
    const one = at(read(`${line}\n\nThis Convention applies to States.`), 'art_3');
    expect(one).toMatchObject({ heading: 'Scope', label, number: '3' });
  });

  it('reads articles that carry no heading', () => {
    const outline = read('Article 1\nEveryone is free.\n\nArticle 2\nNo one shall be held in slavery.');
    expect(outline.provisions.map((p) => [p.heading, p.text])).toEqual([
      ['', 'Everyone is free.'],
      ['', 'No one shall be held in slavery.'],
    ]);
  });

  it('nests levels above the article as each instrument does', () => {
    const section =
      'CHAPTER I\nGENERAL\nSECTION 1\nCRIMES\nTITLE 1\nACCESS\nArticle 1\nText one.\nTITLE 2\nFRAUD\nArticle 2\nText two.\nSECTION 2\nPROCEDURE\nArticle 3\nText three.\nCHAPTER II\nEND\nArticle 4\nText four.';
    expect(eIds(read(section))).toEqual([
      'chp_I',
      'chp_I__sec_1',
      'chp_I__sec_1__title_1',
      'chp_I__sec_1__title_1__art_1',
      'chp_I__sec_1__title_2',
      'chp_I__sec_1__title_2__art_2',
      'chp_I__sec_2',
      'chp_I__sec_2__art_3',
      'chp_II',
      'chp_II__art_4',
    ]);
    const title =
      'PART ONE\nPRINCIPLES\nTITLE I\nCOMMON\nArticle 1\nText one.\nTITLE II\nOTHER\nCHAPTER 1\nFIRST\nArticle 2\nText two.\nPART TWO\nEND\nArticle 3\nText three.';
    expect(eIds(read(title))).toEqual([
      'part_1',
      'part_1__title_I',
      'part_1__title_I__art_1',
      'part_1__title_II',
      'part_1__title_II__chp_1',
      'part_1__title_II__chp_1__art_2',
      'part_2',
      'part_2__art_3',
    ]);
  });

  it('puts a chapter back beside the others when the one before it had sections', () => {
    const text =
      'CHAPTER I\nGENERAL\nArticle 1\nOne.\nCHAPTER II\nMEASURES\nSection 1 – Access\nArticle 2\nTwo.\nCHAPTER III\nEND\nArticle 3\nThree.';
    expect(eIds(read(text))).toContain('chp_III__art_3');
    expect(eIds(read(text))).toContain('chp_II__sec_1__art_2');
  });

  it('reads bis, ter, quater and lettered articles in their order', () => {
    const outline = read(
      'Article 5\nOne.\nArticle 5 bis\nTwo.\nArticle 5 ter\nThree.\nArticle 5 quater\nFour.\nArticle 6\nFive.\nArticle 6A\nSix.',
    );
    expect(eIds(outline)).toEqual(['art_5', 'art_5bis', 'art_5ter', 'art_5quater', 'art_6', 'art_6A']);
    expect(at(outline, 'art_5bis').number).toBe('5 bis');
    expect(outline.uncertain).toEqual([]);
  });

  it('joins a heading in capitals that is set on two lines', () => {
    const outline = read('CHAPTER I\nMEASURES TO BE TAKEN\nAT THE NATIONAL LEVEL\n\nArticle 1\nText.');
    expect(at(outline, 'chp_I').heading).toBe('MEASURES TO BE TAKEN AT THE NATIONAL LEVEL');
  });

  it('keeps apart the articles of an annex', () => {
    const outline = read(
      'Article 1\nText.\nArticle 2\nText.\n\nANNEX I\nRULES OF PROCEDURE\nArticle 1\nOther.\nArticle 2\nOther.\n\nANNEX II\nFORMS\nArticle 1\nThird.',
    );
    expect(eIds(outline)).toEqual([
      'art_1',
      'art_2',
      'annex_I',
      'annex_I__art_1',
      'annex_I__art_2',
      'annex_II',
      'annex_II__art_1',
    ]);
    expect(outline.uncertain).toEqual([]);
  });

  it('gives a number that stands twice a suffix and says so', () => {
    const outline = read('Article 1\nText.\nArticle 2\nText.\nArticle 2\nText again.\nArticle 3\nText.');
    expect(eIds(outline)).toEqual(['art_1', 'art_2', 'art_2-2', 'art_3']);
    expect(outline.uncertain.map((u) => u.where)).toContain('art_2-2');
  });
});
