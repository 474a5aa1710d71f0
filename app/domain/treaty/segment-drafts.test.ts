import { describe, expect, it } from 'vitest';
import { at, eIds, flat, lines, read, taken } from './segmented.fixture';
import { segment } from './segment';

describe('square-bracket alternatives and "[agreed ad referendum]" notes', () => {
  it('leaves alternatives in their sentence', () => {
    const outline = read('Article 1\nScope\n\n1. Each Party [shall] [should] act.\n2. It [may not] refuse.');
    expect(at(outline, 'art_1__para_1').text).toBe('Each Party [shall] [should] act.');
    expect(outline.furniture).toEqual([]);
  });

  it('reads the label of an article, paragraph or point that is in brackets as a whole', () => {
    const outline = read(
      'Article 1\nScope\n\n1. One.\n\n[2. Two.]\n\n3. Three:\n\n[(a) first;]\n\n(b) second.\n\n[Article 2\nAims\n\n1. One.]\n\n[Article 3]\nEnd\n\nText.',
    );
    expect(eIds(outline)).toEqual([
      'art_1',
      'art_1__para_1',
      'art_1__para_2',
      'art_1__para_3',
      'art_1__para_3__point_a',
      'art_1__para_3__point_b',
      'art_2',
      'art_2__para_1',
      'art_3',
    ]);
    expect(at(outline, 'art_1__para_2')).toMatchObject({ label: '[2.', text: 'Two.]' });
    expect(at(outline, 'art_3')).toMatchObject({ label: '[Article 3]', heading: 'End' });
    expect(outline.uncertain).toEqual([]);
  });

  it.each([
    ['after the number', 'Article 1 [agreed ad referendum]\nScope\n\nText of it.'],
    ['after the heading', 'Article 1\nScope [agreed ad referendum]\n\nText of it.'],
    ['after a sentence', 'Article 1\nScope\n\nText of it. [Agreed ad referendum]'],
    ['on a line of its own', 'Article 1\nScope\n\n[agreed ad referendum]\n\nText of it.'],
    ['in round brackets', 'Article 1\nScope\n\nText of it. (agreed)'],
    ['in Russian', 'Статья 1\nScope\n\nText of it. [согласовано ad referendum]'],
  ])('takes out a note on the state of the draft %s', (_name, text) => {
    const outline = read(text);
    expect(at(outline, 'art_1')).toMatchObject({ heading: 'Scope', text: 'Text of it.' });
    expect(taken(outline, 'note')).toHaveLength(1);
  });
});

describe('numbering that restarts', () => {
  const CONVENTION = 'CONVENTION ON TRIALS\n\nArticle 1\nOne.\n\nArticle 2\nTwo.\n\nArticle 3\nThree.';
  const PROTOCOL = 'Article 1\nOther one.\n\nArticle 2\nOther two.\n\nArticle 3\nOther three.';

  it.each([
    [
      'with its preamble',
      'OPTIONAL PROTOCOL\nTO THE CONVENTION\n\nThe States Parties to this Protocol,\n\nHave agreed as follows:\n\n',
    ],
    ['without one', 'Optional Protocol to the Convention\n\n'],
    ['after signatures', 'DONE at Hanoi.\n\nPROTOCOL TO THE CONVENTION\n\n'],
  ])('reads an optional protocol in the same file %s as a container of its own', (_name, title) => {
    const outline = read(`${CONVENTION}\n\n${title}${PROTOCOL}`);
    expect(eIds(outline).filter((e) => e.includes('art'))).toEqual([
      'art_1',
      'art_2',
      'art_3',
      'annex__art_1',
      'annex__art_2',
      'annex__art_3',
    ]);
    expect(at(outline, 'annex').heading).toMatch(/protocol/i);
    expect(outline.uncertain).toEqual([]);
  });

  it('keeps the chapters of a protocol apart from those of its convention', () => {
    const outline = read(
      'CHAPTER I\nGENERAL\nArticle 1\nOne.\nCHAPTER II\nMORE\nArticle 2\nTwo.\n\nPROTOCOL TO THE CONVENTION\n\nCHAPTER I\nGENERAL\nArticle 1\nOther.\nCHAPTER II\nEND\nArticle 2\nLast.',
    );
    expect(eIds(outline).slice(4)).toEqual([
      'annex',
      'annex__chp_I',
      'annex__chp_I__art_1',
      'annex__chp_II',
      'annex__chp_II__art_2',
    ]);
    expect(outline.uncertain).toEqual([]);
  });

  it('asks once, not once an article, when the second instrument has no title', () => {
    const outline = read(`${CONVENTION}\n\n${PROTOCOL}`);
    expect(eIds(outline).slice(3)).toEqual(['annex', 'annex__art_1', 'annex__art_2', 'annex__art_3']);
    expect(outline.uncertain).toHaveLength(1);
  });

  it('leaves articles that are counted anew in each chapter in their chapters', () => {
    const outline = read(
      'CHAPTER I\nA\nArticle 1\nOne.\nArticle 2\nTwo.\nCHAPTER II\nB\nArticle 1\nOne.\nArticle 2\nTwo.',
    );
    expect(eIds(outline)).toContain('chp_II__art_1');
    expect(eIds(outline)).not.toContain('annex');
  });

  it('reads several protocols', () => {
    const outline = read(`${CONVENTION}\n\nFIRST PROTOCOL\n\n${PROTOCOL}\n\nSECOND PROTOCOL\n\n${PROTOCOL}`);
    expect(outline.provisions.map((p) => p.eId)).toEqual(['art_1', 'art_2', 'art_3', 'annex', 'annex-2']);
    expect(new Set(eIds(outline)).size).toBe(eIds(outline).length);
  });
});

describe('a resolution that wraps the treaty in an annex', () => {
  const RESOLUTION =
    'RESOLUTION 79/1\n\nThe General Assembly,\n\nRecalling its resolution 78/1,\n\nNoting the work done,\n\n1. Adopts the Convention;\n\n2. Urges all States to sign it.\n\n';
  const TREATY =
    'Preamble\n\nThe States Parties,\n\nConcerned about crime,\n\nHave agreed as follows:\n\nArticle 1\nAims\n\n1. One.\n\n2. Two.\n\nArticle 2\nScope\n\nText.';

  it.each([
    ['on the next line', 'Annex\n\nConvention on Trials\n\n'],
    ['on the same line', 'Annex: Convention on Trials\n\n'],
  ])('has its own preamble and numbered paragraphs set aside, the title %s', (_name, annex) => {
    const outline = read(RESOLUTION + annex + TREATY);
    expect(outline.title).toBe('Convention on Trials');
    expect(eIds(outline)).toEqual(['preamble', 'preamble__rec_1', 'art_1', 'art_1__para_1', 'art_1__para_2', 'art_2']);
    expect(taken(outline, 'note').join('\n')).toContain('2. Urges all States to sign it.');
    expect(outline.uncertain).toMatchObject([{ line: 1 }]);
  });

  it('may have several annexes: the first is the text, the others follow', () => {
    const outline = read(
      `${RESOLUTION}Annex I\n\nConvention on Trials\n\n${TREATY}\n\nAnnex II\n\nProtocol on Judges\n\nThe States Parties to this Protocol,\n\nHave agreed as follows:\n\nArticle 1\nAims\n\nText.`,
    );
    expect(eIds(outline)).toContain('annex_II__art_1');
    expect(at(outline, 'annex_II')).toMatchObject({ heading: 'Protocol on Judges' });
    expect(at(outline, 'annex_II__preamble').text).toContain('to this Protocol');
  });
});

describe('recitals', () => {
  it('numbered as in EU acts keep their numbers; what stands before them is none of them', () => {
    const outline = read(
      'REGULATION (EU) 2016/1 OF THE EUROPEAN PARLIAMENT\n\nof 27 April 2016\n\nTHE EUROPEAN PARLIAMENT AND THE COUNCIL,\n\nHaving regard to the Treaty, and in particular Article 16 thereof,\n\nWhereas:\n\n(1) Protection is a right.\n\n(2) Principles respect rights.\n\nThey do so always.\n\n(3) Rules differ.\n\nHAVE ADOPTED THIS REGULATION:\n\nArticle 1\n\nAims\n\n1.   One.\n\n2.   Two.\n\nThis Regulation shall be binding in its entirety.\n\nDone at Brussels, 27 April 2016.',
    );
    expect(outline.title).toBe('REGULATION (EU) 2016/1 OF THE EUROPEAN PARLIAMENT of 27 April 2016');
    expect(eIds(outline)).toEqual([
      'preamble',
      'preamble__rec_1',
      'preamble__rec_2',
      'preamble__rec_3',
      'art_1',
      'art_1__para_1',
      'art_1__para_2',
      'conclusions',
    ]);
    expect(at(outline, 'preamble__rec_2').text).toBe('Principles respect rights.\nThey do so always.');
    expect(at(outline, 'preamble').closing).toBe('HAVE ADOPTED THIS REGULATION:');
    expect(outline.uncertain).toEqual([]);
  });

  it('that are participles without a number are counted by their place', () => {
    const outline = read(
      'CONVENTION\n\nThe States Parties,\n\nRecalling the Charter,\n\nDeeply concerned about harm,\n\nDetermined to act,\n\nHave agreed as follows:\n\nArticle 1\nText.',
    );
    expect(eIds(outline).slice(0, 4)).toEqual(['preamble', ...[1, 2, 3].map((n) => `preamble__rec_${n}`)]);
    expect(at(outline, 'preamble__rec_2').text).toBe('Deeply concerned about harm,');
  });
});

describe('definitions', () => {
  it('that are quoted terms without a label are points by their place, with points of their own', () => {
    const outline = read(
      'Article 2\nUse of terms\n\nFor the purposes of this Convention:\n\n“Child” means every human being;\n\n“Victim” means a person who:\n\n(a) has suffered;\n\n(b) has died;\n\n“State” means a State.\n\nArticle 3\nScope\n\nText.',
    );
    expect(eIds(outline).slice(0, 6)).toEqual([
      'art_2',
      'art_2__point_1',
      'art_2__point_2',
      'art_2__point_2__subpoint_a',
      'art_2__point_2__subpoint_b',
      'art_2__point_3',
    ]);
    expect(at(outline, 'art_2__point_3')).toMatchObject({ number: '', text: '“State” means a State.' });
    expect(outline.uncertain).toEqual([]);
  });

  it.each([
    ['after a dash', 'In this Act —', '"Minister" means the Minister;', '"Act" includes a Bill.'],
    ['in French', 'Aux fins de la Convention :', '« Enfant » désigne un être humain ;', '« État » s’entend d’un État.'],
    ['in Chinese', '在本公约中：', '“儿童”是指十八岁以下的人；', '“国家”指缔约国。'],
  ])('are found %s', (_name, lead, one, two) => {
    const outline = read(`Article 1\nTerms\n\n${lead}\n\n${one}\n\n${two}`);
    expect(at(outline, 'art_1').children.map((p) => p.text)).toEqual([one, two]);
  });

  it('leave a quoted phrase in a sentence alone', () => {
    const outline = read('Article 1\nTerms\n\nThe States act.\n\n“Child” means every human being.');
    expect(flat(outline.provisions)).toHaveLength(1);
  });
});

describe('testimonium and signature blocks', () => {
  it.each([
    [
      'English',
      'Article',
      'IN WITNESS WHEREOF, the undersigned have signed.\n\nDONE at Geneva.\n\nFor France:\nA. Person',
    ],
    ['French', 'Article', 'EN FOI DE QUOI, les soussignés ont signé.\n\nFait à Genève.\n\nPour la France :'],
    ['Spanish', 'Artículo', 'EN FE DE LO CUAL, los infrascritos firman.\n\nHecho en Ginebra.\n\nPor España:'],
    ['Russian', 'Статья', 'В УДОСТОВЕРЕНИЕ ЧЕГО подписали.\n\nСовершено в Женеве.\n\nЗа Францию:'],
  ])('stand apart from the last article in %s', (_name, word, block) => {
    const outline = read(`${word} 1\nText one.\n\n${word} 2\nText two.\n\n${block}`);
    expect(eIds(outline)).toEqual(['art_1', 'art_2', 'conclusions']);
    expect(at(outline, 'conclusions').text).toBe(block.replace(/\n+/g, '\n'));
    expect(at(outline, 'art_2').text).toBe('Text two.');
  });
});

describe('comparison tables of several columns', () => {
  const TABLE =
    'State          Share in percent     Votes allotted     Remarks\nFrance         twenty               five votes         (a) provisional\nSpain          fifteen              four votes         none given\nItaly          fifteen              four votes         none given';

  it('are kept line by line, nothing in them taken for a label, and a person is told', () => {
    const outline = read(`Article 1\nShares\n\n1. The shares are:\n\n${TABLE}\n\n2. End.`);
    expect(eIds(outline)).toEqual(['art_1', 'art_1__para_1', 'art_1__para_2']);
    expect(at(outline, 'art_1__para_1').text.split('\n')).toHaveLength(5);
    expect(outline.uncertain).toMatchObject([{ line: 6, what: expect.stringContaining('Lines 6 to 9') as string }]);
  });

  it('that are the whole file give no provisions and a clear sentence', () => {
    const outline = segment(
      lines(
        'Drafts\n\nArticle 1          Article 1          Article 1          Comments\nEach Party shall   Each State shall   The Parties shall  Agreed text\ncooperate fully.   cooperate well.    cooperate always.  pending',
      ),
    );
    expect(outline.provisions).toEqual([]);
    expect(outline.uncertain).toMatchObject([{ what: expect.stringContaining('one by one') as string }]);
  });

  it('are not seen in labels that stand apart, nor in a contents page', () => {
    const outline = read(
      'Article 1\nActs\n\n1   a   the sale;\n\n    b   the use of:\n\n        i   devices;\n\n        ii   passwords.',
    );
    expect(outline.uncertain).toEqual([]);
  });
});

describe('two languages in one file', () => {
  const english = [
    'applies to the States of the region.',
    'aims at peace in the region.',
    'ends with the words of this Convention.',
  ];
  const spanish = [
    'se aplica a los Estados de la región.',
    'busca la paz en la región.',
    'termina con las palabras del Convenio.',
  ];
  const en = english.map((text, i) => `Article ${i + 1}\nThis Convention ${text}`);
  const es = spanish.map((text, i) => `Artículo ${i + 1}\nEl presente Convenio ${text}`);

  it.each([
    ['one after the other', `CONVENTION\n\n${en.join('\n\n')}\n\nCONVENIO\n\n${es.join('\n\n')}`],
    ['taking turns', en.map((one, i) => `${one}\n\n${es[i]}`).join('\n\n')],
  ])('%s are asked about and split', (_name, text) => {
    const first = read(text);
    expect(first.provisions.map((p) => [p.label, p.text])).toEqual(
      english.map((words, i) => [`Article ${i + 1}`, `This Convention ${words}`]),
    );
    expect(first.uncertain).toHaveLength(1);
    const second = read(text, 'es');
    expect(second.provisions.map((p) => [p.label, p.text])).toEqual(
      spanish.map((words, i) => [`Artículo ${i + 1}`, `El presente Convenio ${words}`]),
    );
  });
});
