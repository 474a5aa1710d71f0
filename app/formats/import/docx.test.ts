import { zipSync, strToU8 } from 'fflate';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conserved } from '#app/domain/treaty/conserved';
import type { Outline, Provision } from '#app/domain/treaty/outline';
import { item, level, linesOf, numbered, p, partOf, r, sourceOf, STRICT, wordFile } from './docx.fixture';
import type { Inside } from './docx.fixture';
import { importFormatOf } from './index';
import { readTreaty } from './read';

const flat = (list: readonly Provision[]): Provision[] => list.flatMap((one) => [one, ...flat(one.children)]);
const outlineOf = async (bytes: Uint8Array): Promise<Outline> => {
  const outline = await readTreaty(bytes, { name: 'treaty.docx' });
  if (!outline.ok) throw new Error(outline.detail);
  return outline.value;
};
const said = async (inside: Inside) => ((await sourceOf(wordFile(inside))).uncertain ?? []).map((one) => one.what);
const by = (name: string, content: string, author = 'A') =>
  `<w:${name} w:id="1" w:author="${author}">${content}</w:${name}>`;
const gone = (text: string) => `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`;

describe('tracked changes', () => {
  it('are read as accepted, and counted as Word does', async () => {
    const document =
      p(r('States ') + by('del', gone('may')) + by('ins', r('shall') + r(' always')) + r(' co-operate.')) +
      p(by('moveFrom', r('Moved away.')) + r('Stays.')) +
      p(by('moveTo', r('Moved here.')));
    expect(await linesOf({ document })).toEqual(['States shall always co-operate.', 'Stays.', 'Moved here.']);
    expect(await said({ document })).toEqual([
      'This file holds 4 tracked changes; it was read as if all were accepted.',
    ]);
  });

  it('count pieces side by side as one, those of two authors or parted by words as two', async () => {
    const one = p(by('ins', r('a')) + by('ins', r('b')));
    expect(await said({ document: one })).toEqual([expect.stringContaining('1 tracked change;')]);
    const two = p(by('ins', r('a')) + r('between') + by('ins', r('b')));
    expect(await said({ document: two })).toEqual([expect.stringContaining('2 tracked changes;')]);
    const authors = p(by('ins', r('a')) + by('ins', r('b'), 'B'));
    expect(await said({ document: authors })).toEqual([expect.stringContaining('2 tracked changes;')]);
  });

  it('join paragraphs whose mark is deleted, which then are counted once', async () => {
    const mark = (name: string) => `<w:rPr><w:${name} w:id="2" w:author="A"/></w:rPr>`;
    const numPr = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const document =
      p('First half', numPr + mark('del')) +
      p(' and second half.', numPr) +
      p(by('del', gone('All gone')), numPr + mark('del')) +
      p('Next.', numPr + mark('ins'));
    expect(await linesOf({ document, numbering: numbered(level(0, 'decimal', '%1.')) })).toEqual([
      '1.→First half and second half.',
      '2.→Next.',
    ]);
  });

  it('leave out deleted rows and cells of tables', async () => {
    const row = (content: string, change = '') => `<w:tr><w:trPr>${change}</w:trPr>${content}</w:tr>`;
    const cell = (text: string, change = '') => `<w:tc><w:tcPr>${change}</w:tcPr>${p(text)}</w:tc>`;
    const del = '<w:del w:id="3" w:author="A"/>';
    const document = `<w:tbl>${row(cell('(a)') + cell('kept'))}${row(cell('(b)') + cell('gone'), del)}${row(cell('x', '<w:cellDel w:id="4"/>') + cell('alone'))}</w:tbl>`;
    expect(await linesOf({ document })).toEqual(['(a)→kept', 'alone']);
  });

  it('comments are left out and said so', async () => {
    const document = p(`<w:commentRangeStart w:id="0"/>${r('Text')}<w:r><w:commentReference w:id="0"/></w:r>`);
    const inside = { document, comments: `<w:comment w:id="0">${p('Why?')}</w:comment>` };
    expect(await linesOf(inside)).toEqual(['Text']);
    expect(await said(inside)).toEqual(['This file holds 1 comment; it was left out.']);
  });
});

describe('notes', () => {
  const note = (id: number, words: string, kind = 'footnote') =>
    `<w:${kind} w:id="${id}">${p(`<w:r><w:${kind}Ref/></w:r>${r(words)}`)}</w:${kind}>`;
  const mark = (id: number, kind = 'footnote') => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;

  it('are taken out of the sentence and listed in the order in which the text refers to them', async () => {
    const document =
      p('Convention on Notes') +
      p('Article 1') +
      p('Scope') +
      p(r('This Convention') + mark(7) + r(' applies') + mark(2, 'endnote') + r(' everywhere') + mark(3) + r('.')) +
      p('Article 2') +
      p('End') +
      p('It ends.');
    const bytes = wordFile({
      document,
      footnotes: `<w:footnote w:type="separator" w:id="-1">${p('')}</w:footnote>${note(3, 'Second.')}${note(7, 'First.')}${note(9, 'Unused.')}`,
      endnotes: note(2, 'At the end.', 'endnote'),
    });
    const outline = await outlineOf(bytes);
    expect(flat(outline.provisions)[0]).toMatchObject({
      number: '1',
      heading: 'Scope',
      text: 'This Convention applies everywhere.',
    });
    const notes = outline.furniture.filter((one) => one.what === 'footnote').map((one) => one.text);
    expect(notes).toEqual(['1 First.', 'i At the end.', '2 Second.']);
    expect(outline.uncertain).toEqual([]);
  });

  it('whose mark the author typed lose that mark too, without a word going astray', async () => {
    const typed = `<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>`;
    const document = p('Article 1') + p(r('Parties') + typed + r(' agree')) + p('Article 2') + p('x.');
    const bytes = wordFile({ document, footnotes: `<w:footnote w:id="1">${p('* Not all.')}</w:footnote>` });
    const source = await sourceOf(bytes);
    expect(source.lines[1]?.text).toBe('Parties agree');
    expect(source.furniture).toEqual([{ what: 'footnote', text: '*', line: 2, column: 7 }]);
    const outline = await outlineOf(bytes);
    expect(conserved(source.raw ?? '', outline)).toEqual({ ok: true });
    expect(outline.uncertain).toEqual([]);
  });
});

describe('words', () => {
  it('keep their characters: breaks, tabs, hyphens, symbols, capitals', async () => {
    const document =
      p(r('Article 1') + '<w:r><w:br/></w:r>' + r('Scope')) +
      p(
        `<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>operation</w:t><w:tab/><w:t>re</w:t><w:softHyphen/><w:t>port</w:t></w:r>`,
      ) +
      p(`<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5 </w:t><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>`) +
      p(r('shown as capitals', '<w:caps/>')) +
      p('&lt;tag&gt; &amp; <![CDATA[raw]]>');
    expect(await linesOf({ document })).toEqual([
      'Article 1',
      'Scope',
      'co\u2011operation→re\u00adport',
      '≥ 5 ☑',
      'shown as capitals',
      '<tag> & raw',
    ]);
  });

  it('of hidden runs and of nobody-knows symbols are missing and said to be', async () => {
    const document =
      p(r('Shown') + r(' hidden', '<w:vanish/>') + r(' too', '<w:vanish w:val="0"/>')) +
      p('<w:r><w:sym w:font="Webdings" w:char="F041"/></w:r>');
    expect(await linesOf({ document })).toEqual(['Shown too', '\ufffd']);
    expect(await said({ document })).toEqual([
      '1 paragraph holds hidden words; these were left out.',
      '1 symbol of a symbol font could not be read and became “\ufffd”.',
    ]);
  });

  it('of a hidden numbered paragraph take its number with them', async () => {
    const numPr = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const document =
      p('one', numPr) + p(r('gone', '<w:vanish/>'), `${numPr}<w:rPr><w:vanish/></w:rPr>`) + p('two', numPr);
    expect(await linesOf({ document, numbering: numbered(level(0, 'decimal', '%1.')) })).toEqual(['1.→one', '2.→two']);
  });

  it('of fields are their results, never their instructions, over paragraphs too', async () => {
    const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const document =
      p(
        r('see article ') +
          char('begin') +
          code(' REF ') +
          char('begin') +
          code('x') +
          char('separate') +
          r('inner') +
          char('end') +
          char('separate') +
          r('5') +
          char('end') +
          r('.'),
      ) +
      p(
        `<w:fldSimple w:instr="REF y">${r('simple')}</w:fldSimple><w:hyperlink r:id="rId9">${r(' link')}</w:hyperlink>`,
      ) +
      p(char('begin') + code(' QUOTE ') + char('separate') + r('one')) +
      p(r('two') + char('end'));
    expect(await linesOf({ document })).toEqual(['see article 5.', 'simple link', 'one', 'two']);
  });

  it('that Word computes as it prints (LISTNUM) are said to be missing', async () => {
    const document = p(`<w:fldSimple w:instr=" LISTNUM "></w:fldSimple>${r('text')}`);
    expect(await said({ document })).toEqual([expect.stringContaining('1 number is computed by Word')]);
  });

  it('of a table of contents are contents, with the word over it', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>`;
    const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const document =
      p('Contents') +
      p(
        `${char('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>${char('separate')}${r('Article 1 Scope')}<w:r><w:tab/><w:t>3</w:t></w:r>`,
      ) +
      p(r('Article 2 End') + char('end')) +
      p('Annex\t9', '<w:pStyle w:val="T"/>') +
      p('Article 1');
    const { lines } = await sourceOf(wordFile({ document, styles }));
    expect(lines.map((line) => line.furniture)).toEqual(['contents', 'contents', 'contents', 'contents', undefined]);
  });

  it('of a text box are read once, after the paragraph it hangs on', async () => {
    const box = `<w:txbxContent>${p('In the box')}</w:txbxContent>`;
    const document = p(
      `${r('Before')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r(' after')}`,
    );
    expect(await linesOf({ document })).toEqual(['Before after', 'In the box']);
  });

  it('in content controls and smart tags are words like any other', async () => {
    const sdt = (content: string) =>
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const document = sdt(p(r('A ') + sdt(r('control')) + `<w:smartTag>${r(' and a tag')}</w:smartTag>`));
    expect(await linesOf({ document })).toEqual(['A control and a tag']);
  });

  it('of other files put inside are not read, and said not to be', async () => {
    expect(await said({ document: `${p('x')}<w:altChunk r:id="rId3"/>` })).toEqual([expect.stringMatching(/altChunk/)]);
  });

  it('in Arabic stay in logical order, their size that of right-to-left runs', async () => {
    const words = 'المادة 1: نطاق التطبيق (أ)';
    const document = p(
      r(words, '<w:rtl/><w:sz w:val="20"/><w:szCs w:val="32"/><w:b/>'),
      '<w:bidi/><w:jc w:val="center"/><w:ind w:left="567"/>',
    );
    const { lines } = await sourceOf(wordFile({ document }));
    expect(lines[0]).toMatchObject({ text: words, hints: { size: 16, bold: true, centred: true, indent: 28.4 } });
  });

  it('are the same in strict files, under other prefixes and in UTF-16', async () => {
    const document = item('Text', 0);
    const numbering = numbered(level(0, 'decimal', '%1.'));
    expect(await linesOf({ document, numbering }, STRICT)).toEqual(['1.→Text']);
    const renamed = partOf('document', p('Other'))
      .replace(/(<\/?)w:/g, '$1ns0:')
      .replace('xmlns:w=', 'xmlns:ns0=');
    const utf16 = Buffer.from(`\ufeff${renamed.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    for (const part of [strToU8(renamed), new Uint8Array(utf16)]) {
      expect((await sourceOf(zipSync({ 'word/document.xml': part }))).lines[0]?.text).toBe('Other');
    }
  });
});

describe('headings', () => {
  it('are told by style and level, but a clause or a long paragraph in a heading style is none', async () => {
    const styles = ['heading 2', 'Title', 'Body']
      .map(
        (name, i) =>
          `<w:style w:type="paragraph" w:styleId="S${i}"><w:name w:val="${name}"/><w:rPr><w:b/></w:rPr></w:style>`,
      )
      .join('');
    const styled = (text: string, i: number, more = '') => p(text, `<w:pStyle w:val="S${i}"/>${more}`);
    const document =
      styled('Scope', 0) +
      styled('The Parties shall agree.', 0) +
      styled('A Convention', 1) +
      styled('Plain', 2) +
      styled('Outlined', 2, '<w:outlineLvl w:val="2"/>') +
      styled('Not outlined', 0, '<w:outlineLvl w:val="9"/>') +
      styled('x '.repeat(200), 0);
    const { lines } = await sourceOf(wordFile({ document, styles }));
    expect(lines.map((line) => line.hints?.headingLevel)).toEqual([
      2,
      undefined,
      1,
      undefined,
      3,
      undefined,
      undefined,
    ]);
    expect(lines.every((line) => line.hints?.bold)).toBe(true);
  });
});

describe('tables', () => {
  const table = (...rows: string[][]) =>
    `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

  it('that only lay out labels read like the text around them', async () => {
    const document = table(
      ['1.', 'Each Party shall:'],
      ['', table(['(a)', 'adopt measures;'], ['(b)', p('report.') + p('And more.')])],
      ['Article 2', 'Scope'],
    );
    expect(await linesOf({ document })).toEqual([
      '1.→Each Party shall:',
      '(a)→adopt measures;',
      '(b)→report.',
      'And more.',
      'Article 2→Scope',
    ]);
    expect(await said({ document })).toEqual([]);
  });

  it('that count their rows by themselves have the numbers in front', async () => {
    const document = table([item('', 0), 'first'], [item('', 0), 'second']);
    expect(await linesOf({ document, numbering: numbered(level(0, 'decimal', '%1.')) })).toEqual([
      '1.→first',
      '2.→second',
    ]);
  });

  it('with headings in the margin give heading, then text', async () => {
    const document = table(['Use of terms', p('1. In this Act:') + p('2. And:')]);
    expect(await linesOf({ document })).toEqual(['Use of terms', '1. In this Act:', '2. And:']);
  });

  it('of figures are kept row by row, and said so', async () => {
    const document = table(['State', 'Seats', 'Share'], ['Here', '5', '40 %'], ['There', '6', '60 %']);
    expect(await linesOf({ document })).toEqual(['State→Seats→Share', 'Here→5→40 %', 'There→6→60 %']);
    expect(await said({ document })).toEqual([expect.stringMatching(/^A table of 3 columns was kept row by row/)]);
  });

  const english = (n: number) =>
    `Article ${n}: The Parties to this Convention shall adopt the measures that may be needed for the purposes of this article, in accordance with the law of each State.`;
  const french = (n: number) =>
    `Article ${n}: Les Parties à la présente Convention adoptent les mesures qui sont nécessaires pour les besoins de cet article, en accord avec le droit de chaque État.`;

  it('with a language in each column are parted, so that no article mixes the two', async () => {
    const whole = table(...[1, 2, 3, 4].map((n) => [english(n), french(n)]));
    const pieces = [1, 2, 3, 4].map((n) => table([english(n), french(n)]) + table(['Note', 'Note'])).join(p(''));
    const outline = await outlineOf(wordFile({ document: whole }));
    expect(outline.language).toBe('en');
    expect(outline.provisions.map((one) => one.number)).toEqual(['1', '2', '3', '4']);
    expect(JSON.stringify(outline.provisions)).not.toContain('Parties à la');
    expect(outline.uncertain[0]?.what).toMatch(/two languages/);
    const lines = (await linesOf({ document: pieces })).filter((line) => line !== '');
    const oneByOne = (words: (n: number) => string) => [1, 2, 3, 4].flatMap((n) => [words(n), 'Note']);
    expect(lines).toEqual([...oneByOne(english), ...oneByOne(french)]);
  });

  it('that set drafts side by side are refused with the number of their columns', async () => {
    const draft = (n: number, words: string) => `Article ${n}: Each Party shall ${words} in good time.`;
    const rows = [1, 2, 3, 4].map((n) => [draft(n, 'act'), draft(n, 'consider acting'), 'Bracketed', 'No comment']);
    const outcome = await readTreaty(
      wordFile({ document: table(['First draft', 'Second draft', 'Status', 'Comment'], ...rows) }),
    );
    expect(outcome).toMatchObject({
      ok: false,
      code: 'unreadable',
      detail: expect.stringMatching(/side by side in a table of 4 columns/) as string,
    });
  });
});

describe('what a file is', () => {
  const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));
  const compound = (name: string) =>
    new Uint8Array([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Uint8Array(504),
      ...Buffer.from(name, 'utf16le'),
    ]);

  it.each([
    ['a spreadsheet', zip('xl/workbook.xml'), /spreadsheet/],
    ['a presentation', zip('ppt/presentation.xml'), /presentation/],
    ['an OpenDocument text', zip('content.xml', 'META-INF/manifest.xml'), /OpenDocument/],
    ['any zip', zip('a.txt'), /zip file and not a Word file/],
    ['an encrypted Word file', compound('EncryptedPackage'), /password/],
    ['a Word file from before 2007', compound('WordDocument'), /before 2007/],
    ['an older file of another kind', compound('Workbook'), /not a Word file/],
    ['RTF', strToU8('{\\rtf1 Article 1}'), /RTF/],
    ['a Word file cut off', wordFile({ document: p('x') }).subarray(0, 300), /damaged or cut off/],
    ['a Word file without a body', zip('word/document.xml'), /no text/],
  ])('%s is refused by its name', async (_name, bytes, words) => {
    const outcome = await readTreaty(bytes, { name: 'treaty.docx' });
    expect(outcome).toMatchObject({ ok: false, code: 'unreadable' });
    expect(outcome.ok ? '' : outcome.detail).toMatch(words);
    expect(outcome.ok ? '' : outcome.detail).toMatch(/^[^.].*[^.]\.$/);
  });

  it('is told from its bytes, whatever it is called', () => {
    expect(importFormatOf('treaty.txt', wordFile({ document: p('x') })).id).toBe('docx');
    expect(importFormatOf('treaty.docx', strToU8('Article 1\nText.')).id).toBe('text');
  });
});

const act = '../shared/treaties/act-2-1998.docx';
describe.skipIf(!existsSync(act))('on a real act (needs ../shared/treaties)', () => {
  it('gives title, preamble, chapter and every word', async () => {
    const bytes = new Uint8Array(readFileSync(act));
    const outline = await outlineOf(bytes);
    expect(outline.title).toBe('Act 2 of 1998');
    expect(outline.provisions.map((one) => [one.eId, one.heading])).toEqual([
      ['preamble', 'PREAMBLE'],
      ['chp_1', 'DEFINITIONS'],
    ]);
    expect(flat(outline.provisions).find((one) => one.eId === 'chp_1__para_1')?.label).toBe('1.');
    expect(outline.uncertain.map((one) => one.what)).toEqual([expect.stringMatching(/^This file holds 1 picture/)]);
    const { lines } = await sourceOf(bytes);
    expect(conserved(lines.map((line) => line.text).join('\n'), outline)).toEqual({ ok: true });
  });
});
