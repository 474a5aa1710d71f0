import { describe, expect, it } from 'vitest';
import { conserved } from './conserved';
import { segment } from './segment';
import { at, eIds, lines, read, taken } from './segmented.fixture';

describe('a footnote mark glued to a number', () => {
  it('is told by the sequence: "Article 51" between 4 and 6 is article 5, note 1', () => {
    const outline = read(
      'Article 4\nAims\n\nText.\n\nArticle 51\nScope\n\nText.\n\nArticle 6\nMore\n\nText.\n\nArticle 72\nNext\n\nText.',
    );
    expect(eIds(outline)).toEqual(['art_4', 'art_5', 'art_6', 'art_7']);
    expect(at(outline, 'art_5')).toMatchObject({ number: '5', label: 'Article 5', heading: 'Scope' });
    expect(outline.furniture).toMatchObject([
      { what: 'footnote', text: '1', line: 6, column: 9 },
      { what: 'footnote', text: '2', line: 16, column: 9 },
    ]);
    expect(outline.uncertain).toEqual([]);
  });

  it('is found on the first article, on two digits, and twice in a row', () => {
    expect(eIds(read('Article 11\nText.\nArticle 2\nText.\nArticle 3\nText.'))).toEqual(['art_1', 'art_2', 'art_3']);
    expect(eIds(read('Article 9\nText.\nArticle 1012\nText.\nArticle 1113\nText.\nArticle 12\nText.'))).toEqual([
      'art_9',
      'art_10',
      'art_11',
      'art_12',
    ]);
  });

  it('is not seen where numbers merely jump: articles 4, 51, 52 stay as they are', () => {
    const outline = read('Article 4\nText.\nArticle 51\nText.\nArticle 52\nText.');
    expect(eIds(outline)).toEqual(['art_4', 'art_51', 'art_52']);
    expect(outline.uncertain).toHaveLength(1);
  });

  it.each(['Article 5*', 'Article 5 *', 'Article 5¹', 'Article 5* Scope'])('is taken off %s', (line) => {
    const outline = read(`Article 4\nAims\n\nText.\n\n${line}\n${line.endsWith('Scope') ? '' : 'Scope'}\n\nText.`);
    expect(at(outline, 'art_5').heading).toBe('Scope');
    expect(taken(outline, 'footnote')).toHaveLength(1);
  });

  it('takes the note below with its star', () => {
    const outline = read('Article 5*\nScope\n\nText.\n\n* As amended in 2004.\n\nArticle 6\nMore\n\nText.');
    expect(taken(outline, 'footnote')).toEqual(['*', '* As amended in 2004.']);
    expect(at(outline, 'art_5').text).toBe('Text.');
  });
});

describe('footnotes swallowed in a sentence', () => {
  it('are taken out with their marks when a line holds them between two halves', () => {
    const outline = read(
      'Article 1\nScope\n\nThe States recall the Convention adopted on 29 March 1996,1 and the treaties on criminal law2 and on\n1 See E/1996/99.\n2 European Treaty Series, No. 173.\nother matters.',
    );
    expect(at(outline, 'art_1').text).toBe(
      'The States recall the Convention adopted on 29 March 1996, and the treaties on criminal law and on other matters.',
    );
    expect(taken(outline, 'footnote').sort()).toEqual([
      '1',
      '1 See E/1996/99.',
      '2',
      '2 European Treaty Series, No. 173.',
    ]);
    expect(outline.uncertain).toEqual([]);
  });

  it('are taken out when they stand inside a line', () => {
    const outline = read(
      'Article 1\nScope\n\nThe States recall the treaties of 27 January 1999,4 and of 4 November 1999,5 as they stand.\n\nArticle 2\nTerms\n\nAny person defined as a “public 4Council of Europe, European Treaty Series, No. 173.5Ibid., No. 174. official” in the law.',
    );
    expect(at(outline, 'art_2').text).toBe('Any person defined as a “public official” in the law.');
    expect(at(outline, 'art_1').text).toContain('27 January 1999, and of 4 November 1999, as');
    expect(taken(outline, 'footnote')).toContain('4Council of Europe, European Treaty Series, No. 173.');
    expect(outline.uncertain).toEqual([]);
  });

  it('ask a person when the text has no mark: a single line stays where it is', () => {
    const outline = read(
      'Article 1\nScope\n\nEach Party shall cooperate with the Parties in the\n4 Council of Europe, Treaty Series, No. 174.\nprosecution of crimes.',
    );
    expect(outline.furniture).toEqual([]);
    expect(outline.uncertain).toMatchObject([
      { line: 5, what: expect.stringContaining('may be a footnote') as string },
    ]);
  });

  it('ask a person when several are taken out without a mark', () => {
    const outline = read(
      'Article 1\nTerms\n\nAny person defined as a “public 4Council of Europe, No. 173.5Ibid., No. 174. official” in the law.',
    );
    expect(at(outline, 'art_1').text).toBe('Any person defined as a “public official” in the law.');
    expect(outline.uncertain).toHaveLength(1);
  });

  it('are taken out at the end when they are named as notes', () => {
    const outline = read(
      '第一条\n各国回顾公约（註1）和条约（註 2）。\n\n第二条\n结束。\n\n（註 1）E/1996/99。（註 2）同上。',
      'zh',
    );
    expect(at(outline, 'art_1').text).toBe('各国回顾公约和条约。');
    expect(at(outline, 'art_2').text).toBe('结束。');
    expect(taken(outline, 'footnote')).toHaveLength(3);
  });

  it('lose their marks too when the format declared the notes', () => {
    const text = 'Article 1\nThe States¹ cooperate under the law,2 in full.\n1 All of them.\n2 As it stands.';
    const source = lines(text).map((one, i) => (i > 1 ? { ...one, furniture: 'footnote' as const } : one));
    const outline = segment(source);
    expect(outline.provisions[0]?.text).toBe('The States cooperate under the law, in full.');
    expect(conserved(text, outline)).toEqual({ ok: true });
  });

  it('are not seen in paragraphs whose number stands before a space, nor in numbers of other kinds', () => {
    const text =
      'Article 1 – Acts\n\n1 Each Party shall adopt measures against\n\na the sale of devices;\n\nb the use of them.\n\n2 Each Party may use 3G and 4G networks under the 1961 Convention,\nas amended in 1972, and in the proportion 1,5 of all.';
    const outline = read(text);
    expect(outline.furniture).toEqual([]);
    expect(outline.uncertain).toEqual([]);
    expect(at(outline, 'art_1__para_2').text).toContain('3G and 4G networks under the 1961');
  });
});
