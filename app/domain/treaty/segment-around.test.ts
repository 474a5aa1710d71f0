import { describe, expect, it } from 'vitest';
import { segment } from './segment';
import { at, eIds, lines, read } from './segmented.fixture';

describe('what stands around the articles', () => {
  const CONVENTION =
    'CONVENTION ON TRIALS\n\nPreamble\n\nThe States Parties to this Convention,\n\nConcerned about harm,\n\nConvinced that trials help,\n\nHave agreed as follows:\n\nArticle 1\nUse of terms\n\nTerms are used.\n\nIN WITNESS WHEREOF, the undersigned have signed.\n\nDONE at Hanoi, in one copy.';

  it('reads title, preamble with recitals, and closing words', () => {
    const outline = read(CONVENTION);
    expect(outline.title).toBe('CONVENTION ON TRIALS');
    expect(eIds(outline)).toEqual(['preamble', 'preamble__rec_1', 'preamble__rec_2', 'art_1', 'conclusions']);
    expect(at(outline, 'preamble')).toMatchObject({
      heading: 'Preamble',
      text: 'The States Parties to this Convention,',
      closing: 'Have agreed as follows:',
    });
    expect(at(outline, 'conclusions').text).toBe(
      'IN WITNESS WHEREOF, the undersigned have signed.\nDONE at Hanoi, in one copy.',
    );
  });

  it('reads a preamble that has no heading', () => {
    expect(eIds(read(CONVENTION.replace('Preamble\n\n', '')))).toContain('preamble__rec_2');
  });

  it('reads numbered recitals', () => {
    const outline = read(
      'REGULATION\n\nPreamble\n\nThe Parties to this Agreement,\n\n(1) Whereas this;\n\n(2) Whereas that;\n\nHave agreed as follows:\n\nArticle 1\nText.',
    );
    expect(at(outline, 'preamble__rec_2')).toMatchObject({ number: '2', label: '(2)', text: 'Whereas that;' });
  });

  it('takes out a contents page that doubles the headings', () => {
    const contents =
      'Contents\n\nPreamble ..... 1\nArticle 1 Use of terms ..... 2\nArticle 2 Scope ..... 3\nArticle 3 Aims ..... 3\n\n';
    const body =
      'Preamble\n\nThe States Parties,\n\nArticle 1\nUse of terms\n\nText.\n\nArticle 2\nScope\n\nText.\n\nArticle 3\nAims\n\nText.';
    for (const text of [contents + body, contents.replace('Contents\n\n', '') + body]) {
      const outline = read(`CONVENTION\n\n${text}`);
      expect(eIds(outline)).toEqual(['preamble', 'art_1', 'art_2', 'art_3']);
      expect(outline.furniture.map((f) => f.what)).toEqual(['contents']);
      expect(outline.uncertain).toEqual([]);
    }
  });

  it('takes out page numbers and running headers, even inside a sentence', () => {
    const text =
      'Article 1\nOne\n\nThe States shall cooperate with\n\n- 2 -\n\nConvention on Trials\n\neach other.\n\n- 3 -\n\nConvention on Trials\n\nArticle 2\nTwo\n\nText.\n\n- 4 -\n\nConvention on Trials\n\nArticle 3\nThree\n\nText.';
    const outline = read(text);
    expect(at(outline, 'art_1').text).toBe('The States shall cooperate with each other.');
    expect(outline.furniture.filter((f) => f.what === 'running-header')).toHaveLength(3);
    expect(outline.furniture.filter((f) => f.what === 'page-number')).toHaveLength(3);
  });

  it('sets aside the resolution whose annex the instrument is, and says so', () => {
    const outline = read(
      'RESOLUTION 1\n\nThe General Assembly,\n\n1. Adopts the Convention.\n\nAnnex\n\nConvention on Trials\n\nPreamble\n\nThe States Parties,\n\nArticle 1\nText.',
    );
    expect(outline.title).toBe('Convention on Trials');
    expect(eIds(outline)).toEqual(['preamble', 'art_1']);
    expect(outline.uncertain).toHaveLength(1);
  });

  it('gives no provisions when there is no article', () => {
    expect(segment(lines('Dear colleague,\n\nPlease find the minutes of 5 May.\n\nRegards')).provisions).toEqual([]);
    expect(segment([]).provisions).toEqual([]);
  });

  it('reads an act that numbers its sections without a word for them', () => {
    const outline = read(
      'LEGALISATION ACT\n\n1. Short title\n\nThis Act may be cited as the Act.\n\n2. Interpretation\n\nIn this Act words have meaning.\n\n3. Evidence\n\nA statement is evidence.',
    );
    expect(outline.provisions.map((p) => [p.eId, p.heading])).toEqual([
      ['sec_1', 'Short title'],
      ['sec_2', 'Interpretation'],
      ['sec_3', 'Evidence'],
    ]);
  });
});
