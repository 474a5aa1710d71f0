import { describe, expect, it } from 'vitest';
import { at, eIds, read } from './segmented.fixture';

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
