import { describe, expect, it } from 'vitest';
import { formatNumber } from './docx-number-formats';
import { item, level, linesOf, numbered, p, sourceOf, wordFile } from './docx.fixture';

const num = (id: number, overrides = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/>${overrides}</w:num>`;
const startAt = (index: number, n: number) =>
  `<w:lvlOverride w:ilvl="${index}"><w:startOverride w:val="${n}"/></w:lvlOverride>`;
const LEGAL = numbered(level(0, 'decimal', '%1.'), level(1, 'lowerLetter', '(%2)'), level(2, 'lowerRoman', '(%3)'));

describe('automatic numbers', () => {
  it('are the labels that Word shows, each level starting again below its parent', async () => {
    const levels = [0, 1, 1, 2, 2, 1, 0, 1];
    const document = levels.map((at) => item('x', at)).join('');
    expect(await linesOf({ document, numbering: LEGAL })).toEqual(
      ['1.', '(a)', '(b)', '(i)', '(ii)', '(c)', '2.', '(a)'].map((label) => `${label}→x`),
    );
  });

  it('say how deep they stand and where the first line begins', async () => {
    const indent = '<w:pPr><w:ind w:left="1134" w:hanging="567"/></w:pPr>';
    const definition = `<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/>${indent}</w:lvl>`;
    const document = item('x', 1) + p('y', '<w:ind w:left="720"/>');
    const { lines } = await sourceOf(wordFile({ document, numbering: numbered(definition) }));
    expect(lines[0]?.hints).toMatchObject({ listLevel: 1, indent: 28.4, paragraph: true });
    expect(lines[1]?.hints).toMatchObject({ indent: 36 });
    expect(lines[1]?.hints?.listLevel).toBeUndefined();
  });

  it('take in the numbers of the levels above, a level that was passed over included', async () => {
    const numbering = numbered(
      level(0, 'upperRoman', 'Part %1'),
      level(1, 'decimal', '%1.%2'),
      level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>'),
    );
    const document = [1, 2, 2, 0, 1, 2].map((at) => item('x', at)).join('');
    expect(await linesOf({ document, numbering })).toEqual(
      ['I.1', '1.1.1', '1.1.2', 'Part II', 'II.1', '2.1.1'].map((label) => `${label}→x`),
    );
  });

  it('go on in another list of the same definition, and start anew where a list says so, once', async () => {
    const numbering = LEGAL + num(2) + num(3, startAt(0, 1)) + num(4, startAt(0, 7) + startAt(1, 3));
    const document = [1, 1, 2, 3, 3, 1, 4, 4].map((list) => item('x', 0, list)).join('') + item('x', 1, 4);
    expect(await linesOf({ document, numbering })).toEqual(
      ['1.', '2.', '3.', '1.', '2.', '3.', '7.', '8.', '(c)'].map((label) => `${label}→x`),
    );
  });

  it('take a level from the list where it redefines one', async () => {
    const other = `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '[%1]')}</w:lvlOverride>`;
    const document = item('x', 0) + item('x', 0, 2);
    expect(await linesOf({ document, numbering: LEGAL + num(2, other) })).toEqual(['1.→x', '[B]→x']);
  });

  it.each([
    ['never', '<w:lvlRestart w:val="0"/>', ['(a)', '(b)', '(c)']],
    ['only after the outermost level', '<w:lvlRestart w:val="1"/>', ['(a)', '(a)', '(b)']],
    ['after every level above', '', ['(a)', '(a)', '(a)']],
  ])('start again %s', async (_name, restart, expected) => {
    const numbering = numbered(
      level(0, 'decimal', '%1.'),
      level(1, 'decimal', '%1.%2'),
      level(2, 'lowerLetter', '(%3)', restart),
    );
    const document = [0, 1, 2, 0, 1, 2, 1, 2].map((at) => item('x', at)).join('');
    const lines = await linesOf({ document, numbering });
    expect(lines.filter((line) => line.startsWith('('))).toEqual(expected.map((label) => `${label}→x`));
  });

  it('are parted from the text by tab, space or nothing, but never make a new word of it', async () => {
    const numbering = numbered(
      level(0, 'decimal', 'Article %1', '<w:suff w:val="space"/>'),
      level(1, 'decimal', '%2.', '<w:suff w:val="nothing"/>'),
      level(2, 'decimal', '§ %3', '<w:suff w:val="nothing"/>'),
    );
    const document = item('Scope', 0) + item('Text', 1) + item('4 weeks', 2) + item('', 0);
    expect(await linesOf({ document, numbering })).toEqual(['Article 1 Scope', '1.Text', '§ 1 4 weeks', 'Article 2']);
  });

  const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="N"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="My clause"/><w:basedOn w:val="H2"/></w:style>
    <w:style w:type="numbering" w:styleId="L"><w:name w:val="List"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
  const pStyle = (id: string, more = '') => `<w:pStyle w:val="${id}"/>${more}`;

  it('come from paragraph styles and those they are based on, and are switched off by list 0', async () => {
    const numbering = numbered(
      level(0, 'decimal', 'Chapter %1'),
      level(1, 'decimal', 'Article %2', '<w:pStyle w:val="H2"/>'),
    );
    const off = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';
    const document =
      p('One', pStyle('H1')) +
      p('Scope', pStyle('H2')) +
      p('None', pStyle('H2', off)) +
      p('Use', pStyle('Own')) +
      p('Plain');
    const { lines } = await sourceOf(wordFile({ document, numbering, styles }));
    expect(lines.map((line) => line.text.replace('\t', ' '))).toEqual([
      'Chapter 1 One',
      'Article 1 Scope',
      'None',
      'Article 2 Use',
      'Plain',
    ]);
    expect(lines.map((line) => line.hints?.headingLevel)).toEqual([1, 2, 2, 2, undefined]);
    expect(lines[3]?.hints?.style).toBe('My clause');
  });

  it('follow a numbering style to the list that has its levels', async () => {
    const numbering = `${numbered(level(0, 'decimal', '%1)'))}<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="9"/></w:num>`;
    expect(await linesOf({ document: item('x', 0, 5) + item('y', 0), numbering, styles })).toEqual(['1)→x', '2)→y']);
  });

  it('are digits, and said to be, in a format that is not known', async () => {
    const { lines, uncertain } = await sourceOf(
      wordFile({ document: item('x', 0), numbering: numbered(level(0, 'klingon', '%1.')) }),
    );
    expect(lines[0]?.text).toBe('1.\tx');
    expect(uncertain?.map((one) => one.what).join()).toMatch(/1 automatic number is in a format that is not known/);
  });

  it('show bullets as bullets, whatever glyph a symbol font has for them', async () => {
    const numbering = numbered(level(0, 'bullet', '\uf0b7'), level(1, 'bullet', 'o'), level(2, 'bullet', '–'));
    expect(await linesOf({ document: item('x', 0) + item('y', 1) + item('z', 2), numbering })).toEqual([
      '•→x',
      '•→y',
      '–→z',
    ]);
  });

  it('survive styles that are based on each other and lists without a definition', async () => {
    const loop = `<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>`;
    const document = p('x', pStyle('A')) + item('y', 0, 99);
    expect(await linesOf({ document, styles: loop, numbering: num(99) })).toEqual(['x', 'y']);
  });
});

describe('number formats', () => {
  it.each([
    ['decimal', [1, 12], ['1', '12']],
    ['decimalZero', [1, 10], ['01', '10']],
    ['lowerLetter', [1, 26, 27, 53], ['a', 'z', 'aa', 'aaa']],
    ['upperLetter', [2, 28], ['B', 'BB']],
    ['lowerRoman', [4, 9, 40], ['iv', 'ix', 'xl']],
    ['upperRoman', [14], ['XIV']],
    ['ordinal', [1, 2, 3, 4, 11, 22, 113], ['1st', '2nd', '3rd', '4th', '11th', '22nd', '113th']],
    ['cardinalText', [1, 21, 100], ['One', 'Twenty-one', 'One hundred']],
    ['ordinalText', [1, 12, 20, 21, 101], ['First', 'Twelfth', 'Twentieth', 'Twenty-first', 'One hundred first']],
    ['none', [3], ['']],
    ['arabicAbjad', [1, 2, 3, 4, 29], ['أ', 'ب', 'ج', 'د', 'أأ']],
    ['arabicAlpha', [1, 2, 3, 4, 28], ['أ', 'ب', 'ت', 'ث', 'ي']],
    ['chineseCounting', [1, 10, 11, 20, 28, 103], ['一', '十', '十一', '二十', '二十八', '一〇三']],
    ['chineseCountingThousand', [103, 110, 1005, 2000], ['一百零三', '一百一十', '一千零五', '二千']],
    ['ideographDigital', [1, 10, 28], ['一', '一〇', '二八']],
    ['chineseLegalSimplified', [10, 28], ['壹拾', '贰拾捌']],
    ['russianLower', [1, 9, 10, 30], ['а', 'и', 'к', 'аа']],
    ['russianUpper', [3], ['В']],
    ['decimalEnclosedCircle', [1, 20, 21], ['①', '⑳', '21']],
  ])('%s', (format, numbers, expected) => {
    expect(numbers.map((n) => formatNumber(n, format))).toEqual(expected);
  });

  it('write a pattern with zeros, and know no other', () => {
    expect(formatNumber(7, 'custom', '001, 002, 003, ...')).toBe('007');
    expect(formatNumber(7, 'custom')).toBeNull();
    expect(formatNumber(7, 'constructor')).toBeNull();
    expect(formatNumber(100_000_000, 'lowerLetter')).toBe('100000000');
  });
});
