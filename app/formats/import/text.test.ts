import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conserved } from '#app/domain/treaty/conserved';
import type { Outline, Provision } from '#app/domain/treaty/outline';
import { readTreaty } from './read';

const utf8 = (s: string) => new TextEncoder().encode(s);
const read = async (bytes: Uint8Array, options: Parameters<typeof readTreaty>[1] = {}): Promise<Outline> => {
  const outline = await readTreaty(bytes, options);
  if (!outline.ok) throw new Error(outline.detail);
  return outline.value;
};
const flat = (provisions: readonly Provision[]): Provision[] => provisions.flatMap((p) => [p, ...flat(p.children)]);
const articles = (outline: Outline) => flat(outline.provisions).filter((p) => p.kind === 'article');

describe('a text file', () => {
  const TREATY = 'CONVENTION\r\n\r\nArticle 1\r\nScope\r\n\r\n1. One.\r\n2. Été.';

  it('is read in UTF-8, with or without a byte-order mark', async () => {
    for (const text of [TREATY, `\ufeff${TREATY}`]) {
      expect(flat((await read(utf8(text))).provisions).at(-1)?.text).toBe('Été.');
    }
  });

  it.each([
    ['little-endian', [0xff, 0xfe], true],
    ['big-endian', [0xfe, 0xff], false],
  ])('is read in %s UTF-16', async (_name, mark, little) => {
    const bytes = new Uint8Array(2 + TREATY.length * 2);
    bytes.set(mark);
    const view = new DataView(bytes.buffer);
    [...TREATY].forEach((char, i) => view.setUint16(2 + i * 2, char.charCodeAt(0), little));
    expect(flat((await read(bytes)).provisions).at(-1)?.text).toBe('Été.');
  });

  it.each([
    ['nothing', new Uint8Array(), 'unreadable', /empty/],
    ['only spaces', utf8('  \n\n '), 'unreadable', /no words/],
    ['binary data', new Uint8Array([77, 90, 144, 0, 3, 0, 1]), 'unreadable', /binary/],
    ['an old encoding', new Uint8Array([...utf8('Article 1\n'), 0xe9, 0x74]), 'unreadable', /UTF-8.*line 2\b/],
    ['a broken UTF-16', new Uint8Array([0xff, 0xfe, 0x41]), 'unreadable', /UTF-16/],
    ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1).fill(97), 'too-large', /21 MB.*20 MB/],
    ['no article', utf8('Dear colleague,\n\nPlease find the minutes.'), 'unreadable', /No article/],
  ])('is refused with one sentence when it holds %s', async (_name, bytes, code, words) => {
    const outcome = await readTreaty(bytes);
    expect(outcome).toMatchObject({ ok: false, code });
    expect(outcome.ok ? '' : outcome.detail).toMatch(words);
  });
});

const folder = '../shared/treaties';
const open = (name: string) => readFileSync(`${folder}/${name}`);
const expected = (name: string) =>
  (JSON.parse(open(name).toString()) as { articles: { num: string; heading: string }[] }).articles;
const found = (outline: Outline) => articles(outline).map((a) => ({ num: a.number, heading: a.heading }));

describe.skipIf(!existsSync(folder))('on the real treaties (needs ../shared/treaties)', () => {
  it.each([
    ['uncac.en.txt', 'uncac.en.expected.json', 'United Nations Convention against corruption'],
    ['budapest.en.txt', 'budapest.en.expected.json', 'Convention on Cybercrime'],
    ['budapest.en-nl.md', 'budapest.en.expected.json', 'Convention on Cybercrime'],
  ])('%s has every article with its number and heading, and loses nothing', async (name, truth, title) => {
    const bytes = open(name);
    const outline = await read(bytes, { name });
    expect(outline.title).toBe(title);
    expect(found(outline)).toEqual(expected(truth));
    expect(conserved(bytes.toString(), outline)).toEqual({ ok: true });
    expect(new Set(flat(outline.provisions).map((p) => p.eId)).size).toBe(flat(outline.provisions).length);
  });

  it('uncac.en.txt and budapest.en.txt leave no doubt', async () => {
    expect((await read(open('uncac.en.txt'))).uncertain).toEqual([]);
    expect((await read(open('budapest.en.txt'))).uncertain).toEqual([]);
  });

  it('budapest.en.txt nests titles in sections in chapters', async () => {
    const eIds = flat((await read(open('budapest.en.txt'))).provisions).map((p) => p.eId);
    expect(eIds).toContain('chp_II__sec_1__title_1__art_6__para_1__point_a__subpoint_ii');
    expect(eIds).toContain('chp_II__sec_3__art_22__para_1__point_d');
    expect(eIds).toContain('chp_IV__art_48__point_e');
    expect(eIds).toContain('conclusions');
  });

  it('budapest.en-nl.md gives its other language when that is asked for, and says what it left out', async () => {
    const [en, nl] = [await read(open('budapest.en-nl.md')), await read(open('budapest.en-nl.md'), { language: 'nl' })];
    expect(articles(nl)).toHaveLength(48);
    expect(articles(nl)[0]?.heading).toBe('Begripsomschrijvingen');
    expect(en.uncertain.map((u) => u.where)).toEqual(['line 699']);
    expect(conserved(open('budapest.en-nl.md').toString(), nl)).toEqual({ ok: true });
  });

  it('cybercrime.ar.articles-01-15.txt has 15 articles, their points, and flush text where it belongs', async () => {
    const bytes = open('cybercrime.ar.articles-01-15.txt');
    const outline = await read(bytes);
    expect(outline.language).toBe('ar');
    expect(articles(outline).map((a) => a.number)).toEqual(Array.from({ length: 15 }, (_, i) => String(i + 1)));
    const at = (end: string) => flat(outline.provisions).find((p) => p.eId.endsWith(end));
    expect(at('art_2')?.children).toHaveLength(15);
    expect(at('art_2__point_f')?.children.map((p) => p.number)).toEqual(['1', '2', '3']);
    expect(at('art_11__para_1__point_a')?.closing).toMatch(/^بقصد استخدام ذلك الجهاز/);
    expect(at('art_13')?.closing).toMatch(/^وذلك بقصد الاحتيال/);
    expect(outline.uncertain).toEqual([]);
    expect(conserved(bytes.toString(), outline)).toEqual({ ok: true });
  });

  it('uncac.zh-en.json written out as plain text has 71 articles in Chinese and in English', async () => {
    const treaty = JSON.parse(open('uncac.zh-en.json').toString()) as Record<string, string> & {
      articles: Record<string, string>[];
    };
    const chinese = treaty.articles.map((a) => `第${a.article}條 ${a.title_zh}\n${a.content_zh}`);
    const english = treaty.articles.map((a, i) => `Article ${i + 1}\n${a.title_en}\n\n${a.content_en}`);
    const zh = [treaty.treaty_zh, `序言\n${treaty.preamble_zh}`, ...chinese].join('\n\n');
    const en = [treaty.treaty_en, `Preamble\n${treaty.preamble_en}`, ...english].join('\n\n');
    for (const [text, language, side] of [
      [zh, 'zh', 'title_zh'],
      [en, 'en', 'title_en'],
    ] as const) {
      const outline = await read(utf8(text));
      expect(outline.language).toBe(language);
      expect(articles(outline).map((a) => a.eId)).toEqual(treaty.articles.map((_, i) => `art_${i + 1}`));
      expect(articles(outline).map((a) => a.heading)).toEqual(treaty.articles.map((a) => a[side]?.trim()));
      expect(conserved(text, outline)).toEqual({ ok: true });
    }
    // Three footnotes stand in the middle of article 2, as published; their marks are in the preamble.
    const outline = await read(utf8(en));
    const notes = outline.furniture.filter((one) => one.what === 'footnote').map((one) => one.text);
    for (const note of [
      '4Council of Europe, European Treaty Series, No. 173.',
      '5Ibid., No. 174.',
      '6General Assembly resolution 55/25, annex I.',
    ])
      expect(notes).toContain(note);
    const third = flat(outline.provisions).find((p) => p.eId === 'art_2__point_a__subpoint_iii');
    const words = JSON.stringify(outline.provisions);
    expect(third?.text ?? words).toContain('defined as a “public official” in the domestic law');
    expect(words).not.toContain('Council of Europe, European Treaty Series');
  });

  it('a text wrapped at 72 characters gives the same articles as one that is not', async () => {
    const wrap = (line: string) => line.replace(/(?=\S)(.{1,72})(?:\s+|$)/g, '$1\n').trimEnd();
    const wrapped = open('uncac.en.txt').toString().split('\n').map(wrap).join('\n');
    const [plain, folded] = [await read(open('uncac.en.txt')), await read(utf8(wrapped))];
    expect(flat(folded.provisions).map((p) => [p.eId, p.heading])).toEqual(
      flat(plain.provisions).map((p) => [p.eId, p.heading]),
    );
  });

  it('the Universal Declaration has 30 articles and no headings in each of six languages', async () => {
    for (const code of ['arb', 'cmn_hans', 'eng', 'fra', 'rus', 'spa']) {
      const xml = open(`udhr_${code}.xml`).toString();
      const blocks = [...xml.matchAll(/<(title|para)>([^<]*)<\/\1>/g)].map((m) => (m[2] as string).trim());
      const outline = await read(utf8(blocks.join('\n\n')));
      expect(articles(outline).map((a) => a.eId)).toEqual(Array.from({ length: 30 }, (_, i) => `art_${i + 1}`));
      expect(articles(outline).every((a) => a.heading === '')).toBe(true);
    }
  });

  it('a megabyte costs seconds at most', async () => {
    const text = open('uncac.en.txt').toString();
    const body = text.slice(text.indexOf('CHAPTER'), text.indexOf('IN WITNESS'));
    const big = utf8(text + Array.from({ length: 8 }, (_, k) => `\n\nANNEX ${k + 1}\n${body}`).join(''));
    // What it costs, not how busy the machine is.
    const before = process.cpuUsage();
    expect(articles(await read(big))).toHaveLength(71 * 9);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(4000);
  });
});
