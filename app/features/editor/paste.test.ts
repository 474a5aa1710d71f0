// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { $getRoot } from 'lexical';
import { describe, expect, test } from 'vitest';
import { checkBody, type Block, type Body } from '#app/domain/concern/body';
import { safeLink } from '#app/domain/concern/link';
import { $bodyOfEditor } from './lexical-to-body';
import { makeEditor } from './live-editor';
import { $insertBody, bodyFromTransfer } from './paste';

const pasted = (html: string, plain = ''): Body =>
  bodyFromTransfer({ getData: (type) => ({ 'text/html': html, 'text/plain': plain })[type] ?? '' });
const p = (t: string): Block => ({ k: 'p', c: [{ t }] });
const blocksOf = (html: string) => pasted(html).blocks;

/** Fails when anything but the closed model, with safe links, has come through; the door then takes it unchanged. */
function expectHarmless(body: Body): void {
  const links = [...JSON.stringify(body).matchAll(/"href":"([^"]*)"/g)].map((match) => match[1]!);
  for (const link of links) expect(safeLink(link)).toBe(link);
  const result = checkBody(JSON.parse(JSON.stringify(body)));
  if (result.ok) expect(result.value).toEqual(body);
  else expect(result.code).toBe('too-large');
}

const HOSTILE: readonly (readonly [string, string, string])[] = [
  ['image with a handler', 'a<img src=x onerror=alert(1)>b', 'ab'],
  ['drawing with a handler', 'a<svg onload=alert(1)><text>x</text></svg>b', 'ab'],
  ['drawing with a script', 'a<svg><script>alert(1)</script></svg>b', 'ab'],
  ['drawing with a link', 'a<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>', 'a'],
  ['foreign object', '<svg><foreignObject><p>x</p></foreignObject></svg>a', 'a'],
  ['script', 'a<script>alert(1)</script>b', 'ab'],
  ['style element', 'a<style>@import "//evil"</style>b', 'ab'],
  ['style that closes itself', '<style><!--</style><img src=x onerror=alert(1)>-->a', '-->a'],
  ['style attribute', '<p style="position:fixed;inset:0;background:url(//evil)">a</p>', 'a'],
  ['frame', 'a<iframe src="javascript:alert(1)"></iframe>b', 'ab'],
  ['frame with srcdoc', 'a<iframe srcdoc="<script>alert(1)</script>"></iframe>', 'a'],
  ['object', 'a<object data="data:text/html,x">fallback</object>', 'a'],
  ['embed', 'a<embed src="javascript:alert(1)">', 'a'],
  ['base', '<base href="//evil"><a href="/x">a</a>', 'a'],
  ['refresh', '<meta http-equiv=refresh content="0;url=javascript:alert(1)">a', 'a'],
  ['stylesheet', '<link rel=stylesheet href=//evil>a', 'a'],
  ['form', '<form action=javascript:alert(1)>a<input value=x><button>go</button></form>', 'a'],
  ['script link', '<a href="javascript:alert(1)">a</a>', 'a'],
  ['script link with case and tab', '<a href="JaVa&#9;ScRiPt:alert(1)">a</a>', 'a'],
  ['script link with a line feed', '<a href="java&#10;script:alert(1)">a</a>', 'a'],
  ['script link by entity', '<a href="&#106;avascript&colon;alert(1)">a</a>', 'a'],
  ['script link behind a control', '<a href="&#1;javascript:alert(1)">a</a>', 'a'],
  ['script link with a port that overflows', '<a href="javascript://:99999999999/%0aalert(1)">a</a>', 'a'],
  ['data link', '<a href="data:text/html,<script>alert(1)</script>">a</a>', 'a'],
  ['vbscript link', '<a href="vbscript:x">a</a>', 'a'],
  ['blob link', '<a href="blob:https://example.org/1">a</a>', 'a'],
  ['file link', '<a href="file:///etc/passwd">a</a>', 'a'],
  ['link relative to the scheme', '<a href="//evil.example">a</a>', 'a'],
  ['link with backslashes', '<a href="/\\evil.example">a</a>', 'a'],
  ['link with credentials', '<a href="https://u:p@evil.example">a</a>', 'a'],
  ['link that begins without slashes', '<a href="https:evil.example">a</a>', 'a'],
  ['handler on a link', '<a href="#" onclick="alert(1)">a</a>', 'a'],
  ['bold with a handler', '<b onmouseover=alert(1)>a</b>', 'a'],
  [
    'mathematics with a mutation',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>a',
    'a',
  ],
  ['select that hides', '<select><option>x</select>a', 'a'],
  ['template', '<template><img src=x onerror=alert(1)></template>a', 'a'],
  ['noscript with a closing trick', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">x</noscript>a', 'xa'],
  ['text area trick', '<textarea></textarea><script>alert(1)</script>a', 'a'],
  ['title trick', '<title></title><script>alert(1)</script>a', 'a'],
  ['video', '<video src=x onerror=alert(1)>x</video>a', 'a'],
  ['details', '<details open ontoggle=alert(1)><summary>a</summary></details>', 'a'],
  ['marquee', '<marquee onstart=alert(1)>a</marquee>', 'a'],
  ['custom element', '<x-y onfocus=alert(1) tabindex=0>a</x-y>', 'a'],
  ['comment of Word', '<!--[if gte mso 9]><xml><o:x>x</o:x></xml><![endif]-->a', 'a'],
  ['shown conditional of Word', '<![if !supportLists]>a<![endif]>', 'a'],
  ['hidden words', 'a<span style="display:none">ignore all that</span><span hidden>x</span>', 'a'],
  ['words that turn others round', 'a\u202eb\u2066c', 'abc'],
  ['NUL and controls', 'a&#x1b;b\u0001c', 'abc'],
  ['markup as words', '&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
  ['plaintext', 'a<plaintext><script>alert(1)</script>', 'a'],
];

describe('a hostile page is reduced to its words', () => {
  test.each(HOSTILE)('%s', (_, html, text) => {
    const body = pasted(html);
    expectHarmless(body);
    expect(JSON.stringify(body)).not.toMatch(/"href"/);
    expect(body.blocks.flatMap((block) => (block.k === 'list' ? [] : block.c.map((span) => span.t))).join('')).toBe(
      text,
    );
  });

  test('elements inside one another, 1,000 deep', () => {
    const start = performance.now();
    const body = pasted('<div><b>'.repeat(500) + 'deep');
    expectHarmless(body);
    expect(JSON.stringify(body)).toContain('deep');
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('a page that is too large gives way to its plain text', () => {
    expect(pasted(`<p>${'x'.repeat(2_000_000)}</p>`, 'short')).toEqual({ v: 1, blocks: [p('short')] });
  });

  test('a format that only editors read is not read, whoever wrote it', () => {
    const data = { 'application/x-lexical-editor': '{"nodes":[{"type":"text","text":"evil"}]}', 'text/plain': 'plain' };
    const body = bodyFromTransfer({ getData: (type) => data[type as keyof typeof data] ?? '' });
    expect(body).toEqual({ v: 1, blocks: [p('plain')] });
  });
});

const vectors = resolve(import.meta.dirname, '../../../../shared/conformance/xss');
const present = existsSync(vectors);
describe.skipIf(!present)('published attack vectors (needs ../shared/conformance/xss)', () => {
  const read = (name: string): unknown[] => JSON.parse(readFileSync(resolve(vectors, name), 'utf8')) as unknown[];

  test('of DOMPurify, all without an unsafe link or foreign element, through the editor too', () => {
    const payloads = read('dompurify-vectors.json').map((vector) => (vector as { payload: string }).payload);
    expect(payloads.length).toBeGreaterThan(40);
    for (const payload of payloads) {
      const body = pasted(payload);
      expectHarmless(body);
      const editor = makeEditor();
      editor.update(
        () => {
          $getRoot().selectEnd();
          $insertBody(body);
        },
        { discrete: true },
      );
      expectHarmless(editor.getEditorState().read($bodyOfEditor));
    }
  });

  test('of the list of naughty strings, as page and as plain text', () => {
    const strings = read('blns.json').filter((each): each is string => typeof each === 'string');
    expect(strings.length).toBeGreaterThan(400);
    for (const text of strings) {
      expectHarmless(pasted(text));
      expectHarmless(pasted('', text));
      expectHarmless(pasted(`<a href="${text.replaceAll('"', '&quot;')}">x</a>`));
    }
  });
});

describe('an honest page keeps what a body can say', () => {
  test('paragraphs, bold, italic and links', () => {
    expect(
      blocksOf('<h2>Title</h2>\n<p>One <b>bold</b> <em>and</em>\n <a href="https://example.org">link</a></p>'),
    ).toEqual([
      { k: 'p', c: [{ t: 'Title', b: true }] },
      {
        k: 'p',
        c: [
          { t: 'One ' },
          { t: 'bold', b: true },
          { t: ' ' },
          { t: 'and', i: true },
          { t: ' ' },
          { t: 'link', href: 'https://example.org/' },
        ],
      },
    ]);
  });

  test('formatting that word processors write as styles', () => {
    const html =
      '<b style="font-weight:normal"><span style="font-weight:700">bold</span> <span style="font-style:italic">slanted</span></b>';
    expect(blocksOf(html)).toEqual([{ k: 'p', c: [{ t: 'bold', b: true }, { t: ' ' }, { t: 'slanted', i: true }] }]);
  });

  test('nested lists, both as browsers and as Google Docs write them', () => {
    const list = (inner: string) => `<ol><li>a${inner}<li>c</ol>`;
    const expected = [
      {
        k: 'list',
        ordered: true,
        items: [{ c: [{ t: 'a' }], sub: { ordered: false, items: [{ c: [{ t: 'b' }] }] } }, { c: [{ t: 'c' }] }],
      },
    ];
    expect(blocksOf(list('<ul><li>b</ul>'))).toEqual(expected);
    expect(blocksOf(list('</li><ul><li><p>b</p></li></ul>'))).toEqual(expected);
  });

  test('the lists of Word, which are paragraphs', () => {
    const row = (level: number, mark: string, text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span>&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`;
    expect(blocksOf(`<p>Before</p>${row(1, '·', 'a')}\n${row(2, '1.', 'b')}\n${row(1, '·', 'c')}<p>After</p>`)).toEqual(
      [
        p('Before'),
        {
          k: 'list',
          ordered: false,
          items: [{ c: [{ t: 'a' }], sub: { ordered: true, items: [{ c: [{ t: 'b' }] }] } }, { c: [{ t: 'c' }] }],
        },
        p('After'),
      ],
    );
  });

  test('a table line by line, with nothing of it lost', () => {
    const html =
      '<table><tr><th>Article</th><th><p>Issue</p></th></tr><tr><td>28</td><td><ul><li>a<li>b</ul></td></tr></table>';
    expect(blocksOf(html)).toEqual([p('Article | Issue'), p('28 | a b')]);
  });

  test('quotes, line breaks, and paragraphs that are only double line breaks', () => {
    expect(blocksOf('<blockquote><p>one</p><p>two</p></blockquote>a<br>b<br><br>c')).toEqual([
      { k: 'quote', c: [{ t: 'one' }] },
      { k: 'quote', c: [{ t: 'two' }] },
      p('a\nb'),
      p('c'),
    ]);
  });

  test('paragraphs inside an item stay in the item, words after a nested list too', () => {
    expect(blocksOf('<ul><li><p>a</p><p>b</p><ul><li>c</ul>d</ul>')).toEqual([
      {
        k: 'list',
        ordered: false,
        items: [{ c: [{ t: 'a\nb' }], sub: { ordered: false, items: [{ c: [{ t: 'c' }] }] } }, { c: [{ t: 'd' }] }],
      },
    ]);
  });

  test('words about styles are words', () => {
    expect(blocksOf('<p>set style = bold, online = yes, a &lt;style&gt;</p>')).toEqual([
      p('set style = bold, online = yes, a <style>'),
    ]);
  });

  test('names in other scripts become punycode in links', () => {
    expect(blocksOf('<a href="https://münchen.example/ä">x</a>')).toEqual([
      { k: 'p', c: [{ t: 'x', href: 'https://xn--mnchen-3ya.example/%C3%A4' }] },
    ]);
  });
});
