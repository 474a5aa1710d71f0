import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conserved } from '#app/domain/treaty/conserved';
import type { Outline, Provision, Source } from '#app/domain/treaty/outline';
import { plan, STYLES, tree, write, type Tree } from '#app/domain/treaty/round-trip.fixture';
import { escapeHtml } from '#app/domain/treaty/render';
import { htmlFormat } from './html';
import { importFormatOf } from './index';
import { outlineOf, readTreaty } from './read';

const utf8 = (s: string) => new TextEncoder().encode(s);
const source = (bytes: Uint8Array): Source => {
  const made = htmlFormat.read(bytes) as Awaited<ReturnType<typeof htmlFormat.read>>;
  if (!made.ok) throw new Error(made.detail);
  return made.value;
};
const read = (html: string | Uint8Array): Outline => {
  const made = source(typeof html === 'string' ? utf8(html) : html);
  const outline = outlineOf(made);
  if (!outline.ok) throw new Error(outline.detail);
  expect(conserved(made.raw ?? '', outline.value)).toEqual({ ok: true });
  return outline.value;
};
const lines = (html: string) =>
  source(utf8(html))
    .lines.map((one) => one.text)
    .filter((text) => text !== '');
const flat = (provisions: readonly Provision[]): Provision[] => provisions.flatMap((p) => [p, ...flat(p.children)]);
const at = (outline: Outline, end: string) => flat(outline.provisions).find((p) => p.eId.endsWith(end));
const ARTICLE = '<p>Article 1</p><p>Each Party shall act.</p>';

describe('the characters of a page', () => {
  const french = (charset: string) =>
    `<html><head>${charset}</head><body><p>Article 1</p><p>Été, œuvre.</p></body></html>`;
  const cp1252 = (html: string) =>
    Uint8Array.from([...html], (c) => (c === 'œ' ? 0x9c : c === 'É' ? 0xc9 : c === 'é' ? 0xe9 : c.charCodeAt(0)));

  it.each([
    ['UTF-8 without a word about it', utf8(french(''))],
    ['windows-1252 without a word about it', cp1252(french(''))],
    ['what a meta element says', cp1252(french('<meta charset="iso-8859-1">'))],
    [
      'what an old meta element says',
      cp1252(french('<meta http-equiv=Content-Type content="text/html; charset=windows-1252">')),
    ],
    ['UTF-16 with its mark', new Uint8Array(Buffer.from(`\ufeff${french('')}`, 'utf16le'))],
  ])('are read in %s', (_name, bytes) => {
    expect(at(read(bytes), 'art_1')?.text).toBe('Été, œuvre.');
  });

  it('are read in Cyrillic and Chinese encodings of old', () => {
    const koi = new Uint8Array([
      ...Buffer.from('<meta charset=koi8-r><p>Article 1</p><p>'),
      0xf3,
      0xd4,
      0xc1,
      0xd4,
      0xd8,
      0xd1,
    ]);
    expect(at(read(koi), 'art_1')?.text).toBe('Статья');
    const gbk = new Uint8Array([...Buffer.from('<meta charset=gb2312><p>Article 1</p><p>'), 0xcc, 0xf5, 0xd4, 0xbc]);
    expect(at(read(gbk), 'art_1')?.text).toBe('条约');
  });

  it('that cannot be read are reported, and an unknown encoding is refused', () => {
    const broken = new Uint8Array([...Buffer.from('<meta charset=utf-8><p>Article 1</p><p>Et'), 0xe9, 0x20, 0x61]);
    expect(read(broken).uncertain[0]?.what).toMatch(/1 characters of it cannot be read/);
    expect(htmlFormat.read(utf8('<meta charset=klingon><p>Article 1</p>'))).toMatchObject({
      ok: false,
      code: 'unreadable',
    });
  });
});

describe('the blocks of a page', () => {
  it('become lines, with breaks, soft hyphens and nested markup', () => {
    const made = source(
      utf8('<h2>Article 1<br>Scope</h2><p>A <b>bold <i>and</i></b> cyber&shy;crime<br>next</p><div>x<p>y</p>z</div>'),
    );
    expect(made.lines.map((one) => one.text)).toEqual([
      'Article 1',
      'Scope',
      '',
      'A bold and cyber\u00adcrime',
      'next',
      '',
      'x',
      '',
      'y',
      '',
      'z',
    ]);
    expect(made.lines[0]?.hints).toMatchObject({ headingLevel: 2, paragraph: true });
    expect(made.lines[3]?.hints?.bold).toBeUndefined();
  });

  it('a heading broken over two lines is one', () => {
    expect(lines('<h1>Convention on<br>Cybercrime</h1>')).toEqual(['Convention on Cybercrime']);
  });

  it('carry hints of class, weight, place and depth', () => {
    const hints = (html: string) => source(utf8(html)).lines[0]?.hints;
    expect(hints('<p class="oj-ti-art">Article 1</p>')).toMatchObject({ headingLevel: 4, style: 'oj-ti-art' });
    expect(hints('<center><b>PART I</b></center>')).toMatchObject({ bold: true, centred: true });
    expect(hints('<blockquote><blockquote><p style="margin-left:10px">x</p></blockquote></blockquote>')?.indent).toBe(
      90,
    );
  });

  it('lists show the labels that a browser counts', () => {
    expect(lines('<ol type=a start=3><li>x<ol type=i><li>y</ol><li value=8>z</ol>')).toEqual(['c. x', 'i. y', 'h. z']);
    expect(lines('<ol style="list-style-type: upper-roman"><li>x<li>y</ol><ul><li>q</ul>')).toEqual([
      'I. x',
      'II. y',
      '• q',
    ]);
    expect(lines('<ol><li>(a) x<li>(b) y</ol><ol style="list-style:none"><li>z</ol>')).toEqual(['(a) x', '(b) y', 'z']);
    expect(lines('<ol reversed><li>x<li>y</ol>')).toEqual(['2. x', '1. y']);
  });

  it('layout tables give one line for a label and its words, however deep', () => {
    const row = (label: string, words: string) => `<table><tr><td><p>${label}</p></td><td>${words}</td></tr></table>`;
    const outline = read(
      `<p>Article 1</p><p>Each Party shall:</p>${row('(a)', `<p>do:</p>${row('(i)', '<p>x;</p>')}${row('(ii)', '<p>y;</p>')}`)}${row('(b)', '<p>report.</p>')}`,
    );
    expect(flat(outline.provisions).map((p) => [p.number, p.text])).toEqual([
      ['1', 'Each Party shall:'],
      ['a', 'do:'],
      ['i', 'x;'],
      ['ii', 'y;'],
      ['b', 'report.'],
    ]);
  });

  it('a table of figures is kept row by row; versions side by side are refused', () => {
    const figures = '<table><tr><th>State</th><th>Share</th></tr><tr><td>Ruritania</td><td>4 %</td></tr></table>';
    expect(lines(`${ARTICLE}${figures}`).slice(2)).toEqual(['State\tShare', 'Ruritania\t4 %']);
    const rows = [1, 2, 3].map(
      (n) => `<tr><td>Article ${n}</td><td>The first draft</td><td>The second draft</td></tr>`,
    );
    const refused = htmlFormat.read(utf8(`<table>${rows.join('')}</table>`));
    expect(refused).toMatchObject({
      ok: false,
      code: 'unreadable',
      detail: expect.stringMatching(/side by side/) as string,
    });
  });
});

describe('what is no text of the treaty', () => {
  it('menus, page heads and feet, scripts and hidden parts stay out', () => {
    const outline = read(
      `<header>Ministry</header><nav><a href="/x">Home</a></nav><script>alert(1)</script><style>p{}</style><p hidden>Article 9</p>
       <p style="display:none">secret</p>${ARTICLE}<footer>Contact</footer><a href="/top">Top</a>`,
    );
    expect(flat(outline.provisions).map((p) => p.text)).toEqual(['Each Party shall act.']);
    expect(outline.furniture.map((one) => one.text)).toEqual(['Ministry', 'Home', 'Contact', 'Top']);
  });

  it('linked footnotes go out with their list and its heading', () => {
    const outline = read(
      `<p>Article 1</p><p>Each Party <a href="#n1"><sup>(1)</sup></a>, shall act.</p><h2>Notes</h2><p id=n1>(1) OJ C 1.</p>`,
    );
    expect(at(outline, 'art_1')?.text).toBe('Each Party, shall act.');
    expect(outline.furniture.map((one) => [one.what, one.text])).toEqual([
      ['footnote', ' (1)'],
      ['footnote', 'Notes'],
      ['footnote', '(1) OJ C 1.'],
    ]);
  });

  it('EUR-Lex and UN footnotes too', () => {
    const eurLex =
      '<p>Article 1</p><p>Text <a id="c1" href="#r1">(<span class="oj-super">1</span>)</a>.</p><hr><p><a id="r1" href="#c1">(<span>1</span>)</a> OJ.</p>';
    expect(at(read(eurLex), 'art_1')?.text).toBe('Text.');
    expect(
      at(read('<p>Article 5<sup>1</sup></p><p>Text.</p><hr><p><sup>1</sup> Resolution 55/25.</p>'), 'art_5')?.text,
    ).toBe('Text.');
  });

  it('powers, ordinals, cross-references and unexplained marks stay in', () => {
    const outline = read(
      '<p id=art5>Article 5</p><p>An area of 5 m<sup>2</sup> under article <a href="#art5">5</a>, <a href="#p">(a)</a> word<sup>7</sup>:</p><p id=p>(a) x.</p>',
    );
    expect(at(outline, 'art_5')?.text).toBe('An area of 5 m2 under article 5, (a) word7:');
    expect(outline.uncertain.map((one) => one.what).join()).toMatch(/raised number/);
  });

  it('words struck out are left out, and said so', () => {
    const outline = read('<p>Article 1</p><p>Parties <del>may</del> shall act.</p>');
    expect(at(outline, 'art_1')?.text).toBe('Parties shall act.');
    expect(outline.uncertain[0]?.what).toMatch(/strikes out/);
  });

  it('no vector becomes anything but characters', () => {
    const outline = read(
      '<p>Article 1</p><p>&lt;script&gt;x&lt;/script&gt; <img src=x onerror=alert(1)><svg onload=alert(1)></svg><a href="javascript:alert(1)">link</a></p>',
    );
    expect(at(outline, 'art_1')?.text).toBe('<script>x</script> link');
  });
});

describe('the format', () => {
  it.each([
    ['<!DOCTYPE html><html>', 'html'],
    ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html xmlns="http://www.w3.org/1999/xhtml">', 'html'],
    ['<!-- saved --><p>Article 1</p>', 'html'],
    ['<div align="center">\n\n# Treaty\n\n## Article 1\n</div>', 'markdown'],
    ['Article 1\n<p> is a sign', 'text'],
  ])('of %s is told from the bytes', (text, id) => {
    expect(importFormatOf('file.bin', utf8(text)).id).toBe(id);
  });

  it('a language that the words contradict is not believed', () => {
    const spanish =
      'El presente artículo se aplica a los Estados Parte y a las personas que se encuentran en el territorio de los Estados.';
    expect(read(`<html lang="en"><body><p>Artículo 1</p><p>${spanish}</p>`).language).toBe('es');
    expect(read(`<html lang="es-MX"><body><p>Artículo 1</p><p>${spanish}</p>`).language).toBe('es-MX');
  });

  it('a generated treaty written as a page of paragraphs is the same tree', () => {
    fc.assert(
      fc.property(plan, (made) => {
        const { blocks, expected } = write(made, STYLES['United Nations'] as (typeof STYLES)[string]);
        const html = blocks.map((block, i) => {
          if (i === 0) return `<h1>${escapeHtml(block)}</h1>`;
          return /^(?:CHAPTER|Article) \w+$/.test(block) ? `<h2>${block}</h2>` : `<p>${escapeHtml(block)}</p>`;
        });
        expect(read(`<html><body>${html.join('\n')}</body></html>`).provisions.map(tree)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  const p = (s: string) => (s === '' ? '' : `<p>${escapeHtml(s)}</p>`);
  const inner = (node: Tree, item: (one: Tree) => string) =>
    `${p(node.text)}${node.children.map(item).join('')}${p(node.closing)}`;
  const inTables = (node: Tree, depth = 0): string => {
    const label = depth === 0 ? `${node.number}.` : `(${node.number})`;
    return `<table><tr><td><p>${label}</p></td><td>${inner(node, (one) => inTables(one, depth + 1))}</td></tr></table>`;
  };
  const TYPES = ['1', 'a', 'i'];
  const inLists = (nodes: readonly Tree[], depth = 0): string =>
    nodes.length === 0
      ? ''
      : `<ol type=${TYPES[depth] as string}>${nodes.map((one) => `<li>${p(one.text)}${inLists(one.children, depth + 1)}${p(one.closing)}`).join('')}</ol>`;
  it.each([
    ['layout tables', (nodes: readonly Tree[]) => nodes.map((one) => inTables(one)).join('')],
    ['numbered lists', (nodes: readonly Tree[]) => inLists(nodes)],
  ])('a generated treaty written in %s is the same tree', (_name, items) => {
    fc.assert(
      fc.property(plan, (made) => {
        // Labels of browsers and of drafters beyond z differ: aa, ab against aa, bb.
        const { expected } = write(
          { ...made, preamble: 0, ending: false },
          STYLES['United Nations'] as (typeof STYLES)[string],
        );
        const few = (node: Tree): Tree => ({ ...node, children: node.children.slice(0, 26).map(few) });
        const html = expected.map(
          (chapter) =>
            `<h2>CHAPTER ${chapter.number}</h2><h2>${chapter.heading}</h2>${chapter.children
              .map(
                (one) =>
                  `<h3>Article ${one.number}</h3><h4>${one.heading}</h4>${p(one.text)}${items(few(one).children)}`,
              )
              .join('')}`,
        );
        const articles = expected.map((chapter) => ({ ...chapter, children: chapter.children.map(few) }));
        const outline = read(`<html><body><h1>Convention on Tests</h1>${html.join('')}</body></html>`);
        expect(outline.provisions.map(tree)).toEqual(articles);
      }),
      { numRuns: 25 },
    );
  });
});

const folder = '../shared/treaties';
describe.skipIf(!existsSync(folder))('on real pages (needs ../shared/treaties)', () => {
  const plain = (html: string) =>
    html
      .replace(/<(style|title)[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]*>/g, '')
      .replaceAll('&quot;', '"')
      .replace(/[\s\u00ad]+/g, '');
  const spoken = (made: Source) => (made.raw ?? '').replace(/^\d+\. (?=.)/gm, '').replace(/[\s\u00ad]+/g, '');

  it('gdpr.html has 173 recitals and 99 articles, each with its heading, and loses no word', async () => {
    const bytes = readFileSync(`${folder}/gdpr.html`);
    const outline = await readTreaty(bytes, { name: 'gdpr.html' });
    if (!outline.ok) throw new Error(outline.detail);
    const all = flat(outline.value.provisions);
    const numbered = all.filter((p) => p.kind === 'recital' && /^\d+\.$/.test(p.label ?? '') && p.text.length > 0);
    expect(new Set(numbered.map((p) => p.number)).size).toBe(173);
    const headings = [...bytes.toString().matchAll(/<h3 class="article-title">Article (\d+) ([^<]*)</g)];
    expect(all.filter((p) => p.kind === 'article').map((p) => [p.number, p.heading])).toEqual(
      headings.map((found) => [found[1], (found[2] as string).trim()]),
    );
    expect(all.filter((p) => p.kind === 'chapter').every((p) => p.heading !== '')).toBe(true);
    expect(all.filter((p) => p.kind === 'section')).toHaveLength(15);
    expect(
      outline.value.furniture.filter((one) => one.what === 'footnote' && /^\s?\(\d+\)\s?$/.test(one.text)).length,
    ).toBeGreaterThanOrEqual(19);
    expect(all.some((p) => /OJ C 229/.test(p.text))).toBe(false);
    // The labels "1." that gdpr.html writes itself are left out on both sides.
    const without = plain(bytes.toString().replace(/>(\d+)\. /g, '>'));
    expect(spoken(source(bytes))).toBe(without);
  });

  it('mu-convention.html has five sections, and a page head is taken out of a sentence', () => {
    const bytes = readFileSync(`${folder}/mu-convention.html`);
    const outline = read(bytes);
    expect(outline.provisions.map((p) => p.number)).toEqual(['1', '2', '3', '4', '5']);
    expect(at(outline, 'sec_5')?.text).toContain('to the Convention to issue the certificate');
    expect(outline.furniture.filter((one) => one.what === 'running-header')).toHaveLength(2);
    expect(JSON.stringify(outline)).not.toContain('\u00ad');
  });
});
