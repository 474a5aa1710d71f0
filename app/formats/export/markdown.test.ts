import { JSDOM } from 'jsdom';
import { micromark } from 'micromark';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Body } from '#app/domain/concern/body';
import type { ReportInput } from '#app/domain/report/input';
import { buildReport } from '#app/domain/report/report';
import { sampleConcern, sampleInput } from '#app/domain/report/sample.fixture';
import { HOSTILE, hostileInput } from './hostile.fixture';
import { bodyBlocks } from './markdown-text';
import { writeMarkdown } from './markdown';

/** As the most trusting CommonMark renderer would show it. */
const shown = (markdown: string) =>
  new JSDOM(micromark(markdown, { allowDangerousHtml: true, allowDangerousProtocol: true })).window.document.body;
const write = (input: ReportInput) => new TextDecoder().decode(writeMarkdown(buildReport(input)));
const shape = (root: Element) =>
  [...root.querySelectorAll('*')].map(({ tagName }) => tagName).filter((tag) => tag !== 'BR');
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

test('a renderer shows the report with its headings, quotes, lists and links', () => {
  const page = shown(write(sampleInput()));
  expect(page.querySelector('h1')!.textContent).toBe('Joint review of the Convention against Cybercrime');
  expect([...page.querySelectorAll('h3')].map((one) => one.textContent)).toContain('Concern 1 · Article 28(4)');
  expect(squeezed(page.textContent)).toContain('Overbroad scope: Red line 0, Serious 1, Improvement 0, Total 1');
  expect(page.querySelector('a[href="https://rights.example/gc16?para=8"]')!.textContent).toBe('general comment 16');
  expect(page.querySelector('strong')!.textContent).not.toContain('*');
});

describe('hostile words', () => {
  const plain = shape(shown(write(hostileInput('plain words'))));

  test.each(HOSTILE)('make no markup and are shown as they are: %j', (text) => {
    const page = shown(write(hostileInput(text)));
    expect(page.querySelectorAll('script, img, svg, code, table, hr')).toHaveLength(0);
    const links = [...page.querySelectorAll('a')].map((one) => one.getAttribute('href')!);
    for (const href of links) expect(href).toMatch(/^https:\/\/(proviso|fine)\.example\//);
    const without = (tags: string[]) => tags.filter((tag) => tag !== 'STRONG' && tag !== 'EM');
    expect(without(shape(page))).toEqual(without(plain));
    expect(page.querySelector('h1')!.textContent).toBe(squeezed(text));
    expect(squeezed(page.querySelector('blockquote')!.textContent)).toBe(squeezed(`${text} ${text}`));
  });

  test('any words come out of a renderer as they went in, formatted or not', () => {
    const piece = fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '#',
      '-',
      '+',
      '1.',
      '!',
      '\\',
      '&',
      ';',
      '|',
      '~',
      ' ',
      'a',
      '文',
      '。',
      '\n',
      '    ',
      '=',
      ':',
      '"',
    );
    const span = fc.record(
      {
        t: fc.array(piece, { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
        b: fc.constant(true as const),
        i: fc.constant(true as const),
      },
      { requiredKeys: ['t'] },
    );
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 4 }), fc.constantFrom('p', 'quote'), (c, k) => {
        const body: Body = { v: 1, blocks: [{ k, c }] };
        const text = squeezed(c.map(({ t }) => t).join(''));
        const page = shown(bodyBlocks(body).join('\n\n'));
        expect(squeezed(page.textContent)).toBe(text);
        expect(page.querySelectorAll('h1, h2, ul, ol, pre, code, a, hr')).toHaveLength(0);
      }),
      { numRuns: 300 },
    );
  });
});

test('two lists in a row stay two, each counted from 1', () => {
  const list = { k: 'list', ordered: true, items: [{ c: [{ t: 'one' }] }] } as const;
  const concern = sampleConcern(1, { body: { v: 1, blocks: [list, list, list] } });
  const page = shown(write(sampleInput({ concerns: [concern] })));
  expect(page.querySelectorAll('ol')).toHaveLength(3);
});
