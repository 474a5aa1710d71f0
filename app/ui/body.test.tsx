import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { BodyView, type BodyViewProps } from './body';

const html = (...blocks: BodyViewProps['body']['blocks']) => renderToStaticMarkup(<BodyView body={{ blocks }} />);

test('paragraphs, quotes and nested lists become their elements, each outer block finding its own direction', () => {
  expect(
    html(
      { k: 'p', c: [{ t: 'a' }, { t: 'b', b: true, i: true }] },
      { k: 'quote', c: [{ t: 'one\ntwo' }] },
      { k: 'list', ordered: true, items: [{ c: [{ t: 'x' }], sub: { ordered: false, items: [{ c: [{ t: 'y' }] }] } }] },
    ),
  ).toBe(
    '<p dir="auto">a<strong><em>b</em></strong></p><blockquote dir="auto">one<br/>two</blockquote>' +
      '<ol dir="auto"><li>x<ul><li>y</li></ul></li></ol>',
  );
});

test('a link of several formats is one link that tells its target nothing', () => {
  const href = 'https://example.org/';
  expect(html({ k: 'p', c: [{ t: 'a', href }, { t: 'b', b: true, href }, { t: 'c' }] })).toBe(
    `<p dir="auto"><a href="${href}" rel="noreferrer noopener nofollow">a<strong>b</strong></a>c</p>`,
  );
});

test('markup in words is shown as words, and a script address that slipped into the store is not a link', () => {
  const shown = html({ k: 'p', c: [{ t: '<img src=x onerror=alert(1)>', href: 'javascript:alert(1)' }] });
  expect(shown).toBe('<p dir="auto">&lt;img src=x onerror=alert(1)&gt;</p>');
});
