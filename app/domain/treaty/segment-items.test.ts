import { describe, expect, it } from 'vitest';
import { article, at, eIds, flat, read } from './segmented.fixture';

describe('paragraphs, points and sub-points', () => {
  it.each([
    ['1.', '2.'],
    ['1)', '2)'],
    ['(1)', '(2)'],
    ['1 -', '2 -'],
    ['1.-', '2.-'],
    ['（１）', '（２）'],
    ['1º', '2º'],
  ])('reads paragraphs labelled %s', (first, second) => {
    const outline = read(article(`${first} The States cooperate.\n${second} They do so in good faith.`));
    expect(eIds(outline)).toEqual(['art_1', 'art_1__para_1', 'art_1__para_2']);
    expect(at(outline, 'art_1__para_2').text).toBe('They do so in good faith.');
  });

  it('reads paragraphs whose number stands alone before a space, as the Council of Europe sets them', () => {
    const outline = read(
      article(
        '1   Each Party shall adopt measures:\n\na   the sale of;\n\n   i   a device;\n\n   ii   a password;\n\nb   the possession of an item.\n\n2   This article stands.',
      ),
    );
    expect(eIds(outline).slice(1)).toEqual([
      'art_1__para_1',
      'art_1__para_1__point_a',
      'art_1__para_1__point_a__subpoint_i',
      'art_1__para_1__point_a__subpoint_ii',
      'art_1__para_1__point_b',
      'art_1__para_2',
    ]);
  });

  it('reads several labels on one line', () => {
    const outline = read(
      article('1. (a) (i) The conversion;\n(ii) The concealment;\n(b) The use.\n2. (a) First;\n(b) Second.'),
    );
    expect(eIds(outline).slice(1)).toEqual([
      'art_1__para_1',
      'art_1__para_1__point_a',
      'art_1__para_1__point_a__subpoint_i',
      'art_1__para_1__point_a__subpoint_ii',
      'art_1__para_1__point_b',
      'art_1__para_2',
      'art_1__para_2__point_a',
      'art_1__para_2__point_b',
    ]);
    expect(at(outline, 'art_1__para_1')).toMatchObject({ label: '1.', text: '' });
  });

  const points = (labels: string) =>
    labels
      .split(' ')
      .map((l) => `(${l}) Item ${l};`)
      .join('\n');

  it('takes (i) after (h) for the letter when (j) follows', () => {
    const outline = read(article(`The terms:\n${points('a b c d e f g h i j')}`));
    expect(at(outline, 'art_1__point_i').text).toBe('Item i;');
    expect(outline.uncertain).toEqual([]);
  });

  it('takes (i) after (h) for the letter when nothing follows', () => {
    expect(eIds(read(article(`The terms:\n${points('a b c d e f g h i')}`)))).toContain('art_1__point_i');
  });

  it('takes (i) after (h) for the Roman numeral when (ii) follows', () => {
    const outline = read(
      article(`The terms:\n${points('a b c d e f g')}\n(h) Two things:\n${points('i ii')}\n(i) Last.`),
    );
    expect(eIds(outline)).toContain('art_1__point_h__subpoint_ii');
    expect(at(outline, 'art_1__point_i').text).toBe('Last.');
  });

  it('reads (v), (x) and (l) as letters in a list of letters', () => {
    const all = 'a b c d e f g h i j k l m n o p q r s t u v w x y z aa bb';
    const outline = read(article(`The terms:\n${points(all)}`));
    expect(eIds(outline).slice(1)).toEqual(all.split(' ').map((l) => `art_1__point_${l}`));
    expect(outline.uncertain).toEqual([]);
  });

  it('reads (v) and (x) as Roman numerals in a list of Roman numerals', () => {
    const roman = 'i ii iii iv v vi vii viii ix x xi';
    const outline = read(article(`(a) The terms:\n${points(roman)}\n(b) Others.`));
    expect(eIds(outline).filter((e) => e.includes('subpoint'))).toEqual(
      roman.split(' ').map((l) => `art_1__point_a__subpoint_${l}`),
    );
    expect(eIds(outline)).toContain('art_1__point_b');
  });

  it('tells "i)" among letters from "(i)" among Roman numerals by the bracket', () => {
    const letters = 'a b c d e f g h'.split(' ').map((l) => `${l}) Item;`);
    const outline = read(article(`Terms:\n${letters.join('\n')}\n(i) first;\n(ii) second;\ni) Ninth.`));
    expect(eIds(outline)).toContain('art_1__point_h__subpoint_ii');
    expect(at(outline, 'art_1__point_i').text).toBe('Ninth.');
  });

  it('reads a paragraph bis', () => {
    const outline = read(article('1. One.\n1 bis. One more.\n2. Two.'));
    expect(eIds(outline).slice(1)).toEqual(['art_1__para_1', 'art_1__para_1bis', 'art_1__para_2']);
    expect(outline.uncertain).toEqual([]);
  });

  it('reads items under a dash, which have a place but no number', () => {
    const outline = read(article('1. The treaties are:\n– the first;\n– the second.\n2. End.'));
    expect(at(outline, 'art_1__para_1__point_2')).toMatchObject({ number: '', label: '–', text: 'the second.' });
    expect(eIds(outline)).toContain('art_1__para_2');
  });

  it('says when a paragraph is missing', () => {
    const outline = read(article('1. One.\n2. Two.\n4. Four.'));
    expect(outline.uncertain.map((u) => u.where)).toEqual(['art_1__para_4']);
  });

  it('takes "l." before "2." for a one, and says so', () => {
    const outline = read(article('l. States settle disputes.\n2. They may refer them.'));
    expect(at(outline, 'art_1__para_1')).toMatchObject({ number: '1', label: 'l.' });
    expect(outline.uncertain).toHaveLength(1);
  });
});

describe('flush text', () => {
  it('returns to the point when its next sibling follows', () => {
    const outline = read(
      article(
        '1. Acts:\n\n(a) the sale of:\n\n(i) a device;\n\n(ii) a password;\n\nwith intent to use them;\n\n(b) possession.\n\n2. End.',
      ),
    );
    expect(at(outline, 'art_1__para_1__point_a').closing).toBe('with intent to use them;');
    expect(outline.uncertain).toEqual([]);
  });

  it('returns to the article when points stand in it directly', () => {
    const outline = read(article('Each Party shall punish:\n\n(a) input;\n\n(b) deceit;\n\nwith intent to defraud.'));
    expect(at(outline, 'art_1').closing).toBe('with intent to defraud.');
    expect(outline.uncertain).toEqual([]);
  });

  it('returns to the paragraph when the next paragraph follows', () => {
    const outline = read(article('1. Acts:\n\n(a) input;\n\n(b) deceit,\n\nwhen committed intentionally.\n\n2. End.'));
    expect(at(outline, 'art_1__para_1').closing).toBe('when committed intentionally.');
  });

  it('says so when it could belong to two provisions', () => {
    const outline = read(
      article('1. Acts:\n\n(a) the sale of:\n\n(i) a device;\n\n(ii) a password,\n\nwith intent.\n\n2. End.'),
    );
    expect(outline.uncertain).toHaveLength(1);
    expect(outline.uncertain[0]?.where).toBe('art_1__para_1');
  });

  it('is settled by the margin where there is one', () => {
    const text = article(
      '1. Acts:\n\n  (a) the sale of:\n\n    (i) a device;\n\n    (ii) a password,\n\n    with intent;\n\n  when sold.\n\n2. End.',
    );
    const outline = read(text);
    expect(at(outline, 'art_1__para_1__point_a').closing).toBe('with intent;');
    expect(at(outline, 'art_1__para_1').closing).toBe('when sold.');
    expect(outline.uncertain).toEqual([]);
  });

  it('keeps its place when more points follow it', () => {
    const outline = read(
      article('1. First:\n\n(a) one;\n\n(b) two.\n\nThe second list is:\n\n(a) three;\n\n(b) four.\n\n2. End.'),
    );
    const text = flat([at(outline, 'art_1__para_1')])
      .flatMap((p) => [p.text, p.closing ?? ''])
      .filter(Boolean);
    expect(text).toEqual(['First:', 'one;', 'two.', 'The second list is:', 'three;', 'four.']);
  });
});

describe('words that look like labels', () => {
  it('leaves a mention of an article at the start of a line in its sentence', () => {
    const outline = read(
      article('1. The measures taken under\nArticle 5 shall apply, and those of\nArticle 6 too.\n2. End.'),
    );
    expect(eIds(outline)).toEqual(['art_1', 'art_1__para_1', 'art_1__para_2']);
    expect(at(outline, 'art_1__para_1').text).toBe(
      'The measures taken under Article 5 shall apply, and those of Article 6 too.',
    );
  });

  it('leaves "paragraph 1 (a)" broken over two lines in its sentence', () => {
    const body =
      '1. Each State Party shall take the measures that are referred to in paragraph\n1. (a) of this article and shall report on them to the other States, in good\nfaith and without delay, as they may agree.\n2. The States Parties shall consult one another at the request of any of them\nabout the measures that have been taken under paragraph 1\n(a) of this article.';
    const outline = read(article(body));
    expect(eIds(outline)).toEqual(['art_1', 'art_1__para_1', 'art_1__para_2']);
  });

  it('does not take "paragraph 1 (a) ..." at the start of a paragraph for a label', () => {
    const outline = read(article('1. One.\n\nParagraph 1 (a) applies here.\n\n2. Two.'));
    expect(at(outline, 'art_1__para_1').text).toBe('One.\nParagraph 1 (a) applies here.');
  });

  it('does not take "Article 5(2)" or "Article 5, paragraph 2" for an article', () => {
    const outline = read('Article 1\nArticle 5(2) is repealed.\n\nArticle 2\nArticle 5, paragraph 2, stands.');
    expect(eIds(outline)).toEqual(['art_1', 'art_2']);
  });

  it('puts wrapped lines together again, headings apart', () => {
    const text =
      'Article 1\nScope of application\n1. Each State Party shall adopt such legislative and other measures\nas may be necessary to establish as criminal offences the conduct\nthat is set out in this Convention, when committed intentionally.\n2. Each State Party shall report to the Conference on the measures it\nhas taken.';
    const outline = read(text);
    expect(at(outline, 'art_1').heading).toBe('Scope of application');
    expect(at(outline, 'art_1__para_2').text).toBe(
      'Each State Party shall report to the Conference on the measures it has taken.',
    );
  });
});
