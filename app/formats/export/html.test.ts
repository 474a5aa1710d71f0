import { JSDOM, VirtualConsole } from 'jsdom';
import { expect, test } from 'vitest';
import type { ReportInput } from '#app/domain/report/input';
import { buildReport } from '#app/domain/report/report';
import { sampleInput } from '#app/domain/report/sample.fixture';
import { reportEn } from '#app/domain/words/report.en';
import { HOSTILE, hostileInput } from './hostile.fixture';
import { writeHtml } from './html';

/** jsdom cannot read the page boxes of print styles and says so at length. */
const QUIET = new VirtualConsole();

const write = (input: ReportInput) => new TextDecoder().decode(writeHtml(buildReport(input)));
const open = (input: ReportInput) => new JSDOM(write(input), { virtualConsole: QUIET }).window.document;
const squeezed = (text: string | null) => text!.replace(/\s+/g, ' ').trim();

test('the page asks for nothing outside itself and forbids it', () => {
  const page = open(sampleInput());
  expect(page.querySelector('meta[http-equiv]')!.getAttribute('content')).toContain("default-src 'none'");
  expect(page.querySelectorAll('script, link, img, iframe, object, [src], [style], form')).toHaveLength(0);
  expect(page.querySelector('style')!.textContent).not.toMatch(/url\(|@import/);
});

test('every link inside the page has its place, and every id is there once', () => {
  const page = open(sampleInput());
  const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const inside = [...page.querySelectorAll('a[href^="#"]')].map((one) => one.getAttribute('href')!.slice(1));
  expect(inside.length).toBeGreaterThan(30);
  for (const id of [
    ...inside,
    ...[...page.querySelectorAll('[aria-labelledby]')].map((one) => one.getAttribute('aria-labelledby')!),
  ])
    expect(ids).toContain(id);
});

test('quotes carry the language and direction of the text, and the document those of its words', () => {
  const input = sampleInput({ words: { ...reportEn, language: 'ar', direction: 'rtl' } });
  const page = open({ ...input, treaty: { ...input.treaty, language: 'zh', direction: 'ltr' } });
  expect([page.documentElement.lang, page.documentElement.dir]).toEqual(['ar', 'rtl']);
  const quote = page.querySelector('blockquote.passage')!;
  expect([quote.getAttribute('lang'), quote.getAttribute('dir')]).toEqual(['zh', 'ltr']);
});

test('tables have a header for every row and column', () => {
  for (const table of open(sampleInput()).querySelectorAll('table')) {
    const columns = table.querySelectorAll('thead th[scope="col"]').length;
    for (const row of table.querySelectorAll('tbody tr, tfoot tr')) {
      expect(row.children).toHaveLength(columns);
      expect(row.children[0]!.getAttribute('scope')).toBe('row');
    }
  }
});

test.each(HOSTILE)('hostile words stay words: %j', (text) => {
  const page = open(hostileInput(text));
  expect(page.querySelectorAll('script, img, svg, textarea, [onload], [onerror]')).toHaveLength(0);
  for (const link of page.querySelectorAll('a'))
    expect(link.getAttribute('href')).toMatch(/^(#|https:\/\/(proviso|fine)\.example\/)/);
  expect(page.title).toBe(text);
  expect(squeezed(page.querySelector('h1')!.textContent)).toBe(text);
  expect(page.querySelector('blockquote.passage')!.textContent).toBe(`${text}${text}`);
});
