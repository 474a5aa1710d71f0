import { describe, expect, it } from 'vitest';
import type { Outline, Provision } from './outline';
import { conserved } from './conserved';
import { segment } from './segment';

const lines = (text: string) =>
  text
    .split('\n')
    .map((line, i) => ({ text: line, line: i + 1, hints: { indent: line.length - line.trimStart().length } }));
const read = (text: string, language?: string): Outline => {
  const outline = segment(lines(text), language === undefined ? {} : { language });
  expect(conserved(text, outline)).toEqual({ ok: true });
  return outline;
};
const flat = (provisions: readonly Provision[]): Provision[] => provisions.flatMap((p) => [p, ...flat(p.children)]);
const eIds = (outline: Outline) => flat(outline.provisions).map((p) => p.eId);
const at = (outline: Outline, eId: string): Provision => {
  const found = flat(outline.provisions).find((p) => p.eId === eId);
  if (!found) throw new Error(`no ${eId} among ${eIds(outline).join(' ')}`);
  return found;
};
/** Text of one article with a body, so that a case needs only what it is about. */
const article = (body: string, n = 1) => `Article ${n}\nScope\n\n${body}`;

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

  it('leaves unnumbered definitions in the text, a block each', () => {
    const one = at(
      read(
        article(
          'For the purposes of this Act:\n\n“Convention” means the Convention;\n\n“Minister” means the Minister.',
        ),
      ),
      'art_1',
    );
    expect(one.text.split('\n')).toHaveLength(3);
    expect(one.children).toEqual([]);
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

describe('languages', () => {
  it('reads French: Article premier, 1er, PREMIÈRE PARTIE', () => {
    const outline = read(
      "PREMIÈRE PARTIE\nDISPOSITIONS GÉNÉRALES\nArticle premier\nObjet\n\n1. Les États parties coopèrent de bonne foi.\n\na) l'entrée;\n\nb) la sortie.\n\nArticle 2\nChamp\n\nLe texte de la présente Convention.",
    );
    expect(outline.language).toBe('fr');
    expect(at(outline, 'part_1__art_1')).toMatchObject({ number: 'premier', heading: 'Objet' });
    expect(eIds(outline)).toContain('part_1__art_1__para_1__point_b');
  });

  it('reads Spanish: Artículo 1.-, CAPÍTULO PRIMERO', () => {
    const outline = read(
      'CAPÍTULO PRIMERO\nDISPOSICIONES GENERALES\nArtículo 1.- Finalidad\n\nLa finalidad de la presente Convención es la cooperación de los Estados.\n\nArtículo 2\nTérminos\n\n1.- Los Estados.\n2.- Las partes.',
    );
    expect(outline.language).toBe('es');
    expect(eIds(outline)).toEqual([
      'chp_1',
      'chp_1__art_1',
      'chp_1__art_2',
      'chp_1__art_2__para_1',
      'chp_1__art_2__para_2',
    ]);
    expect(at(outline, 'chp_1__art_1').heading).toBe('Finalidad');
  });

  it('reads Russian: Статья, Глава, and lists of mixed Cyrillic and Latin letters', () => {
    const outline = read(
      'Глава I\nОбщие положения\nСтатья 1\nЦели\n\n1. Цели Конвенции:\n\nа) содействовать;\n\nb) поощрять;\n\nс) помогать.\n\nСтатья 2. Термины\n\nДля целей:\n\nа) одно;\n\nб) другое;\n\nв) третье.',
      'ru',
    );
    expect(eIds(outline)).toEqual([
      'chp_I',
      'chp_I__art_1',
      'chp_I__art_1__para_1',
      ...['a', 'b', 'c'].map((l) => `chp_I__art_1__para_1__point_${l}`),
      'chp_I__art_2',
      ...['a', 'b', 'c'].map((l) => `chp_I__art_2__point_${l}`),
    ]);
    expect(outline.uncertain).toEqual([]);
  });

  it('reads Arabic: المادة, الفصل الثاني, letters in their old order, Arabic digits', () => {
    const outline = read(
      'الفصل الثاني: التجريم\nالمادة ٧: الوصول\n١ - تعتمد كل دولة:\n\n(أ) أول؛\n\n(ب) ثان؛\n\n(ج) ثالث؛\n\n(د) رابع؛\n\n(هـ) خامس؛\n\n(و) سادس.\n\n٢ - نهاية.\n\nالمادة الثامنة\n\nنص المادة.',
    );
    expect(outline.language).toBe('ar');
    expect(at(outline, 'chp_2')).toMatchObject({ number: 'الثاني', heading: 'التجريم' });
    expect(at(outline, 'chp_2__art_7')).toMatchObject({ number: '٧', heading: 'الوصول' });
    expect(at(outline, 'chp_2__art_7__para_1__point_e').label).toBe('(هـ)');
    expect(eIds(outline)).toContain('chp_2__art_7__para_1__point_f');
    expect(eIds(outline)).toContain('chp_2__art_8');
  });

  it('reads Chinese: 第…条, full-width brackets, Chinese numerals, mentions without a space', () => {
    const outline = read(
      '第二章 预防措施\n第二十八条 目的\n一、各缔约国应当：\n（一）合作；\n（二）报告。\n二、\n第五条所述措施适用。\n第二十九条\n各国应当遵守本公约。',
      'zh',
    );
    expect(at(outline, 'chp_2__art_28')).toMatchObject({ number: '二十八', heading: '目的', label: '第二十八条' });
    expect(eIds(outline)).toEqual([
      'chp_2',
      'chp_2__art_28',
      'chp_2__art_28__para_1',
      'chp_2__art_28__para_1__point_1',
      'chp_2__art_28__para_1__point_2',
      'chp_2__art_28__para_2',
      'chp_2__art_29',
    ]);
  });

  it('does not take a Chinese mention for the next article', () => {
    const outline = read(
      '第一条\n各国应当合作。\n第二条所述措施适用。\n第二条的规定不受影响。\n第二条\n各国应当报告。',
      'zh',
    );
    expect(eIds(outline)).toEqual(['art_1', 'art_2']);
    expect(at(outline, 'art_2').text).toBe('各国应当报告。');
  });

  it('reads Chinese points in full-width Latin brackets', () => {
    const outline = read('第一條 宗旨\n1.本公約：\n（a）促進；\n（b）便利。\n2.結束。');
    expect(outline.language).toBe('zh');
    expect(eIds(outline)).toEqual([
      'art_1',
      'art_1__para_1',
      'art_1__para_1__point_a',
      'art_1__para_1__point_b',
      'art_1__para_2',
    ]);
  });
});

describe('cost', () => {
  it.each([
    ['one line of a million characters', `Article 1\n${'a '.repeat(500_000)}`],
    ['a hundred thousand numbers', `Article 1\n${'1. (a) (i) '.repeat(30_000)}`],
    ['fifty thousand short lines', `Article 1\n${'(a) x\n'.repeat(50_000)}`],
    ['a line of dots and spaces', `Article 1\nText ${'. '.repeat(300_000)}x`],
    ['a line of Roman digits', `Article ${'I'.repeat(500_000)}\nArticle 1\nText.`],
    ['deeply bracketed', `Article 1\n${'('.repeat(300_000)}`],
  ])('reads %s in under two seconds', (_name, text) => {
    const before = performance.now();
    segment(lines(text));
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
