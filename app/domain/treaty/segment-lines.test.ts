import { describe, expect, it } from 'vitest';
import { at, eIds, read, taken } from './segmented.fixture';

const inArticle = (body: string) => read(`Article 1\nScope\n\n${body}`);
const words = (body: string) => at(inArticle(body), 'art_1').text;

describe('soft hyphens, line-end hyphens against true ones, ligatures, non-breaking spaces', () => {
  it('takes away soft hyphens, in a line, at its end, and where a converter left a space after one', () => {
    expect(words('The Perma\u00adnent Secre\u00ad\ntary signs on 5 Octo\u00ad ber.')).toBe(
      'The Permanent Secretary signs on 5 October.',
    );
  });

  it('joins a broken word that the text has unbroken elsewhere', () => {
    const outline = inArticle('The Parties take multi-\nlateral action. Such action is multilateral.');
    expect(at(outline, 'art_1').text).toBe('The Parties take multilateral action. Such action is multilateral.');
    expect(outline.furniture).toMatchObject([{ what: 'hyphen', text: '-', line: 4, column: 22 }]);
    expect(outline.uncertain).toEqual([]);
  });

  it('keeps a true hyphen that the text has elsewhere', () => {
    const outline = inArticle('The Parties promote co-\noperation. Such co-operation is welcome.');
    expect(at(outline, 'art_1').text).toBe('The Parties promote co-operation. Such co-operation is welcome.');
    expect(outline.furniture).toEqual([]);
    expect(outline.uncertain).toEqual([]);
  });

  it('says which words it joined without proof', () => {
    const outline = inArticle('The Parties find it wel-\ncome.');
    expect(at(outline, 'art_1').text).toBe('The Parties find it welcome.');
    expect(outline.uncertain).toMatchObject([{ line: 5, what: expect.stringContaining('“welcome”') as string }]);
  });

  it('leaves a dash at the end of a line alone', () => {
    expect(words('The Parties – all of them –\nagree.')).toBe('The Parties – all of them – agree.');
  });

  it('writes ligatures out', () => {
    expect(words('The \ufb01rst of\ufb01ce was \ufb02at and e\ufb03cient.')).toBe(
      'The first office was flat and efficient.',
    );
  });

  it('reads labels and words with non-breaking spaces', () => {
    const outline = read('Article\u00a01\u00a0–\u00a0Scope\n\n1.\u00a0The States\u202fagree.\n2.\u00a0They\u00a0act.');
    expect(at(outline, 'art_1')).toMatchObject({ heading: 'Scope', number: '1' });
    expect(at(outline, 'art_1__para_2').text).toBe('They act.');
  });
});

describe('running headers, footers, job numbers and page numbers inside a sentence', () => {
  it('takes out job numbers with page numbers, and the document symbol beside them', () => {
    const outline = inArticle(
      'The States shall cooperate with\n24-12345 3/41\nA/AC.291/L.15\neach other and\nV.24-05678 (E)\n5\n24-12345 4/41\nA/AC.291/L.15\nwith others.',
    );
    expect(at(outline, 'art_1').text).toBe('The States shall cooperate with each other and with others.');
    expect(taken(outline, 'page-number')).toEqual(['24-12345 3/41', 'V.24-05678 (E)', '5', '24-12345 4/41']);
    expect(taken(outline, 'running-header')).toEqual(['A/AC.291/L.15', 'A/AC.291/L.15']);
  });

  it('takes out a header that carries the page number beside its words', () => {
    const outline = read(
      'Article 1\nThe States shall work with\nTreaty Series 12\neach other.\nArticle 2\nThe States shall act in\nTreaty Series 13\ngood faith.\nArticle 3\nThe States shall report on\nTreaty Series 14\nprogress.',
    );
    expect(taken(outline, 'running-header')).toEqual(['Treaty Series 12', 'Treaty Series 13', 'Treaty Series 14']);
    expect(at(outline, 'art_2').text).toBe('The States shall act in good faith.');
  });

  it('takes out the title that stands once inside a sentence', () => {
    const outline = read(
      'LEGALISATION ACT\n\nArticle 1\nA question arises as to the authorities to\n\nLegalisation Act\n\nissue the certificate.',
    );
    expect(taken(outline, 'running-header')).toEqual(['Legalisation Act']);
    expect(at(outline, 'art_1').text).toBe('A question arises as to the authorities to issue the certificate.');
  });

  it('leaves lines that only look alike: numbered options, and a number that belongs to its sentence', () => {
    const outline = inArticle('Option 1\n\nOne text.\n\nOption 2\n\nTwo texts.\n\nOption 3\n\nThree texts.');
    expect(outline.furniture).toEqual([]);
    expect(words('The term is\n30\ndays.')).toContain('30');
  });
});

describe('a contents page', () => {
  it('that doubles every heading with page numbers glued on is taken out', () => {
    const heads = ['Scope', 'Use of terms', 'Aims', 'Final clauses'];
    const contents = heads.map((head, i) => `Article ${i + 1} ${head}${[3, 3, 4, 12][i]}`).join('\n');
    const body = heads.map((head, i) => `Article ${i + 1}\n${head}\n\nText.`).join('\n\n');
    for (const top of ['Contents\n\n', '']) {
      const outline = read(`CONVENTION ON TRIALS\n\n${top}${contents}\n\nPreamble\n\nThe States Parties,\n\n${body}`);
      expect(eIds(outline)).toEqual(['preamble', 'art_1', 'art_2', 'art_3', 'art_4']);
      expect(outline.provisions.slice(1).map((p) => p.heading)).toEqual(heads);
      expect(taken(outline, 'contents')).toHaveLength(1);
      expect(outline.uncertain).toEqual([]);
    }
  });

  it('of articles only leaves the first chapter of the text in its place', () => {
    const outline = read(
      'Contents\nArticle 1 Scope\nArticle 2 Aims\nArticle 3 End\n\nCHAPTER I\nGENERAL\n\nArticle 1\nScope\n\nText.\n\nArticle 2\nAims\n\nText.\n\nArticle 3\nEnd\n\nText.',
    );
    expect(eIds(outline)).toEqual(['chp_I', 'chp_I__art_1', 'chp_I__art_2', 'chp_I__art_3']);
  });

  it('with chapters counted anew in each part is taken out whole', () => {
    const part = (n: string, first: number) =>
      `PART ${n}\nCHAPTER 1\nArticle ${first} Heading ${n}\nCHAPTER 2\nArticle ${first + 1} Other ${n}`;
    const full = (n: string, first: number) =>
      `PART ${n}\n\nCHAPTER 1\n\nArticle ${first}\nHeading ${n}\n\nText.\n\nCHAPTER 2\n\nArticle ${first + 1}\nOther ${n}\n\nText.`;
    const outline = read(
      `TREATY\n\nContents\n\n${part('I', 1)}\n${part('II', 3)}\n\n${full('I', 1)}\n\n${full('II', 3)}`,
    );
    expect(eIds(outline)).toEqual([
      'part_I',
      'part_I__chp_1',
      'part_I__chp_1__art_1',
      'part_I__chp_2',
      'part_I__chp_2__art_2',
      'part_II',
      'part_II__chp_1',
      'part_II__chp_1__art_3',
      'part_II__chp_2',
      'part_II__chp_2__art_4',
    ]);
  });
});
