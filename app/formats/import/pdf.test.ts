import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conserved } from '#app/domain/treaty/conserved';
import type { Outline, Provision, Source } from '#app/domain/treaty/outline';
import { segment } from '#app/domain/treaty/segment';
import { importFormatOf } from './index';
import { readPdf } from './pdf.server';
import { setInType } from './pdf-typst.fixture';
import type { Layout } from './pdf-typst.fixture';
import { outlineOf } from './read';

const SLOW = 120_000;
const flat = (list: readonly Provision[]): Provision[] => list.flatMap((p) => [p, ...flat(p.children)]);
const tree = (outline: Outline) =>
  flat(outline.provisions).map((p) => [p.eId, p.label ?? '', p.heading, p.text, p.closing ?? '']);

async function read(bytes: Uint8Array): Promise<{ source: Source; outline: Outline }> {
  const source = await readPdf(bytes);
  if (!source.ok) throw new Error(source.detail);
  const outline = outlineOf(source.value);
  if (!outline.ok) throw new Error(outline.detail);
  return { source: source.value, outline: outline.value };
}
const set = async (lines: readonly string[], layout: Layout = {}) => read(await setInType(lines, layout));
/** The tree of the same lines as plain text, each of them a paragraph. */
const plain = (lines: readonly string[]): Outline =>
  segment(
    lines.flatMap((text, i) => [
      { text, line: 2 * i + 1 },
      { text: '', line: 2 * i + 2 },
    ]),
  );
const taken = (outline: Outline, what: string) => outline.furniture.filter((f) => f.what === what).map((f) => f.text);

const LONG =
  'Each State Party shall, in accordance with the fundamental principles of its legal system, develop and implement or maintain effective, coordinated policies that promote the participation of society and reflect the principles of the rule of law, proper management of public affairs and public property, integrity, transparency and accountability.';
const treaty = (articles: number): string[] => [
  'Convention on the Reading of Pages',
  ...Array.from({ length: articles }, (_, i) => [
    `Article ${i + 1}`,
    `Subject of article ${i + 1}`,
    `1. ${LONG}`,
    '2. The States Parties shall:',
    `(a) ${LONG.replace('Each State Party shall', 'Consider, under paragraph 1')};`.replace('.;', ';'),
    '(b) Cooperate with each other, as referred to in paragraph 1 (a) of this article.',
  ]).flat(),
];

describe('a PDF', () => {
  it('is known by its first bytes, not by its name', () => {
    const bytes = new TextEncoder().encode(`${'\n'.repeat(1000)}%PDF-1.4`);
    expect(importFormatOf('treaty', bytes).id).toBe('pdf');
    expect(importFormatOf('treaty.pdf', new TextEncoder().encode('Article 1')).id).toBe('text');
  });

  it.each([
    ['paragraphs apart', {}],
    ['first lines indented', { paragraphs: 'indented' }],
    ['labels in the margin', { paragraphs: 'hanging' }],
    ['lines of unequal length', { justify: false, centred: false, size: 12 }],
    ['two columns', { columns: 2, size: 9 }],
  ] as [string, Layout][])(
    'gives the same tree as its plain text: %s',
    async (_name, layout) => {
      const lines = treaty(12);
      const { outline, source } = await set(lines, { symbol: 'A/58/422', job: '03-91190 (E)', ...layout });
      expect(tree(outline)).toEqual(tree(plain(lines)));
      expect(outline.uncertain).toEqual([]);
      expect(new Set(source.lines.map((one) => one.hints?.page)).size).toBeGreaterThan(2);
    },
    SLOW,
  );

  it('has its running headers, page numbers and job number taken out and listed', async () => {
    const { outline, source } = await set(treaty(14), { symbol: 'A/58/422', job: '03-91190 (E)' });
    const pages = Math.max(...source.lines.map((one) => one.hints?.page ?? 0));
    expect(taken(outline, 'running-header').filter((text) => text === 'A/58/422')).toHaveLength(pages);
    expect(outline.furniture.map((f) => f.text).join('\n')).toContain('03-91190 (E)');
    expect(taken(outline, 'page-number').map((text) => Number(text))).toEqual(expect.arrayContaining([2, pages]));
    expect(conserved(source.raw ?? '', outline)).toEqual({ ok: true });
  });

  it.each([
    ['small and raised', true],
    ['as the font draws them', false],
  ])(
    'has its notes taken out of the sentence and off the foot of the page: marks %s',
    async (_name, raised) => {
      const lines = treaty(6);
      const notes = [
        {
          block: 3,
          after: 'fundamental principles',
          note: 'See Official Records of the General Assembly, Supplement No. 49.',
        },
        { block: 9, after: 'rule of law', note: 'Ibid., vol. 2349, which a second note has to be told apart from.' },
      ];
      const { outline, source } = await set(lines, { notes, raised, symbol: 'A/58/422' });
      expect(tree(outline)).toEqual(tree(plain(lines)));
      expect(taken(outline, 'footnote').join(' ')).toMatch(/Supplement No\. 49\..*Ibid\., vol\. 2349/s);
      expect(taken(outline, 'markup')).toEqual(['1', '2']);
      expect(outline.uncertain).toEqual([]);
      expect(conserved(source.raw ?? '', outline)).toEqual({ ok: true });
    },
    SLOW,
  );

  it('does not take an article for a running header because it stands at the top of its page', async () => {
    const lines = [
      'Convention on Headings',
      ...[1, 2, 3, 4].flatMap((n) => [`Article ${n}`, `${LONG} `.repeat(9).trim()]),
    ];
    const { outline } = await set(lines, { size: 13 });
    expect(flat(outline.provisions).filter((p) => p.kind === 'article')).toHaveLength(4);
  });
});

const folder = '../shared/treaties';
const words = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');

describe.skipIf(!existsSync(folder))('on real treaties (needs ../shared/treaties)', () => {
  it(
    'uncac.en.txt in a layout of the United Nations has 71 articles and the tree of its plain text',
    async () => {
      // The first line is the title in another language; one address is wrapped inside, which no layout can show.
      const lines = linesOf(words('uncac.en.txt'))
        .slice(1)
        .map((one) => one.replace(/\S*\/van\/het\/\S*/, 'Union'));
      const { outline, source } = await set(lines, { symbol: 'A/58/422', job: '03-91190 (E)' });
      const truth = JSON.parse(words('uncac.en.expected.json')) as { articles: { num: string; heading: string }[] };
      const articles = flat(outline.provisions).filter((p) => p.kind === 'article');
      expect(articles.map((a) => ({ num: a.number, heading: a.heading }))).toEqual(truth.articles);
      expect(tree(outline)).toEqual(tree(plain(lines)));
      expect(outline.uncertain).toEqual([]);
      expect(conserved(source.raw ?? '', outline)).toEqual({ ok: true });
    },
    SLOW,
  );

  it(
    'cybercrime.ar.articles-01-15.txt is read from right to left, letter by letter',
    async () => {
      const lines = linesOf(words('cybercrime.ar.articles-01-15.txt'));
      const { outline, source } = await set(lines, { language: 'ar', direction: 'rtl', symbol: 'A/RES/79/243' });
      expect(tree(outline)).toEqual(tree(plain(lines)));
      expect(outline.language).toBe('ar');
      expect(outline.uncertain).toEqual([]);
      expect(conserved(source.raw ?? '', outline)).toEqual({ ok: true });
    },
    SLOW,
  );

  it(
    'uncac.zh-en.json set in Chinese has 71 articles with their headings',
    async () => {
      const file = JSON.parse(words('uncac.zh-en.json')) as Record<string, string> & {
        articles: Record<string, string>[];
      };
      const lines = linesOf(
        [
          file.treaty_zh,
          `序言\n${file.preamble_zh}`,
          ...file.articles.map((a) => `第${a.article}條 ${a.title_zh}\n${a.content_zh}`),
        ].join('\n'),
      );
      const { outline, source } = await set(lines, { language: 'zh', symbol: 'A/58/422' });
      const articles = flat(outline.provisions).filter((p) => p.kind === 'article');
      expect(articles.map((a) => a.heading)).toEqual(file.articles.map((a) => a.title_zh?.trim()));
      expect(conserved(source.raw ?? '', outline)).toEqual({ ok: true });
    },
    SLOW,
  );

  it('sample-act.pdf has four sections, each with the words below it', async () => {
    const { outline } = await read(Uint8Array.from(readFileSync(`${folder}/sample-act.pdf`)));
    expect(outline.provisions.map((p) => p.heading)).toEqual(
      ['first', 'second', 'third', 'fourth'].map((nth) => `Section on ${nth} page`),
    );
    expect(outline.provisions[1]?.text).toMatch(/^Kick up litter .* the whole night\.$/);
  });
});
