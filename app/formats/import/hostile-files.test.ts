import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTreaty } from './read';

const utf8 = (s: string) => new TextEncoder().encode(s);
const ARTICLE = '<p>Article 1</p><p>Text.</p>';
const page = (inner: string) => `<html><body>${ARTICLE}${inner}`;
const akn = (inner: string) => `<?xml version="1.0"?><akomaNtoso><act>${inner}`;
const attributes = Array.from({ length: 1_000_000 }, (_, i) => `a${i}="1"`).join(' ');
const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');

/** Time of the processor, so that a busy machine does not make the test fail. */
async function timed(text: string) {
  const bytes = utf8(text);
  const before = process.cpuUsage();
  const outcome = await readTreaty(bytes, { name: 'hostile' });
  const { user, system } = process.cpuUsage(before);
  return { outcome, ms: (user + system) / 1000 };
}

describe('a hostile file', () => {
  it.each([
    ['a page nested 200,000 deep', page('<div>'.repeat(200_000)), /nested more than 512/],
    ['a page of unclosed markup', page('<b>'.repeat(200_000)), /nested more than 512/],
    ['an element with a million attributes', page(`<p ${attributes.slice(0, 9_000_000)}>`), /200 attributes/],
    ['a page of a million elements', page('<p>x'.repeat(1_000_000)), /200,000 elements/],
    ['a page of eleven million characters', page('x'.repeat(11_000_000)), /10 million characters/],
    [
      'a billion laughs',
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]><akomaNtoso>&l9;</akomaNtoso>`,
      /document type/,
    ],
    [
      'an entity from a file',
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><akomaNtoso>&e;</akomaNtoso>',
      /document type/,
    ],
    ['an entity that nobody declared', akn('&e;'), /well-formed/],
    ['XML nested 200,000 deep', akn('<a>'.repeat(200_000)), /nested more than 256/],
    ['an XML element with a million attributes', akn(`<p ${attributes}/>`), /100 attributes/],
    ['XML of a million nodes', akn('<p/>'.repeat(1_000_000)), /500,000 nodes/],
    ['XML with a NUL', akn('<p>\0</p>'), /well-formed/],
    [
      'JSON nested 200,000 deep',
      `{"provisions":${'[{"children":'.repeat(200_000)}[]${'}]'.repeat(200_000)}}`,
      /nested more than 24/,
    ],
    ['JSON of a million provisions', `{"provisions":[${'{},'.repeat(1_000_000)}{}]}`, /20,000 provisions/],
  ])('%s is refused in one sentence and little time', async (_name, text, words) => {
    const { outcome, ms } = await timed(text);
    expect(outcome.ok ? 'read' : outcome.detail).toMatch(words);
    expect(outcome.ok ? 'read' : outcome.detail).not.toMatch(/\n/);
    expect(ms).toBeLessThan(5000);
  });

  it.each([
    ['raised numbers', page(`<p>${'x<sup>1</sup> '.repeat(20_000)}`)],
    [
      'links to one note',
      page(`<p>${'<a href="#n"><sup>1</sup></a> '.repeat(20_000)}<p id=n>1 ${'<i></i>'.repeat(20_000)}`),
    ],
    ['rows', page(`<table>${'<tr><td>(a)<td>x'.repeat(15_000)}`)],
    ['tables in tables', page(`${'<table><tr><td>'.repeat(80)}${'x'.repeat(500_000)}`)],
    ['breaks in a heading', page(`<h1>${'x<br>'.repeat(20_000)}`)],
    ['headings', page('<h2>x</h2>'.repeat(20_000))],
    [
      'notes in XML',
      akn(
        `<body><article><num>Article 1</num><content><p>${'x<noteRef marker="1"/>'.repeat(10_000)}</p></content></article></body></act></akomaNtoso>`,
      ),
    ],
  ])('full of %s is read in little time', async (_name, text) => {
    const { outcome, ms } = await timed(text);
    expect(outcome.ok).toBe(true);
    expect(ms).toBeLessThan(6000);
  });

  it('with NULs, halves of characters and keys of Object becomes characters', async () => {
    const html = await readTreaty(utf8(page('<p>a\0b&#0;&#xD800;</p>')));
    expect(JSON.stringify(html)).not.toMatch(/\\u0000|\\ud800/);
    const xml = await readTreaty(
      utf8(
        akn(
          '<body __proto__="x"><__proto__><constructor>y</constructor></__proto__><article><num>Article 1</num><content><p>x</p></content></article></body></act></akomaNtoso>',
        ),
      ),
    );
    expect(xml.ok).toBe(true);
  });

  const vectors = '../shared/conformance/xss/dompurify-vectors.json';
  it.skipIf(!existsSync(vectors))(
    'of script vectors (needs ../shared/conformance) is characters without markup of its own',
    async () => {
      const list = JSON.parse(readFileSync(vectors, 'utf8')) as { payload: string }[];
      for (const { payload } of list.slice(0, 400)) {
        const outcome = await readTreaty(utf8(`<html><body>${ARTICLE}<p>before</p>${payload}`), { name: 'v.html' });
        if (outcome.ok) expect(typeof outcome.value.provisions[0]?.text).toBe('string');
        else expect(outcome.detail).toMatch(/^This page|^No article/);
      }
    },
  );
});
