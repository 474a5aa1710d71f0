import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bodyFromText } from '#app/domain/concern/body';
import type { ReportInput } from '#app/domain/report/input';
import { buildReport } from '#app/domain/report/report';
import { sampleConcern, sampleInput } from '#app/domain/report/sample.fixture';
import { reportEn } from '#app/domain/words/report.en';
import { HOSTILE, hostileInput } from './hostile.fixture';
import { writePdf } from './pdf.server';

const folder = mkdtempSync(join(tmpdir(), 'proviso-pdf-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (input: ReportInput) => writePdf(buildReport(input));
const raw = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const has = (...tools: string[]) => tools.every((tool) => spawnSync(tool, ['--version']).error === undefined);

async function save(input: ReportInput): Promise<string> {
  const file = join(folder, 'report.pdf');
  writeFileSync(file, await write(input));
  return file;
}
/** Words without white space: where lines break is the layout's business. */
const squeezed = (text: string) => text.replace(/[\s\u2060]+/g, '');
const read = (file: string) => execFileSync('pdftotext', ['-q', file, '-'], { encoding: 'utf8' });

test('it is a PDF that claims PDF/UA-1', async () => {
  const bytes = await write(sampleInput());
  expect(raw(bytes).startsWith('%PDF-1.7')).toBe(true);
  expect(raw(bytes)).toContain('<pdfuaid:part>1</pdfuaid:part>');
});

test('its only date is the filing date, and it names no author', async () => {
  const text = raw(await write(sampleInput()));
  const days = [...text.matchAll(/D:(\d{8})|(\d{4})-(\d\d)-(\d\d)T/g)].map(([, day, y, m, d]) => day ?? `${y}${m}${d}`);
  expect(new Set(days)).toEqual(new Set(['20260314']));
  expect(text).not.toMatch(/\/Author|dc:creator/);
});

test('words that no font has do not stop the export', async () => {
  const concern = sampleConcern(1, { body: bodyFromText('ᏣᎳᎩ 😀 and the rest') });
  expect(raw(await write(sampleInput({ concerns: [concern] }))).startsWith('%PDF-')).toBe(true);
});

test('a report without concerns is still a report', async () => {
  expect((await write(sampleInput({ concerns: [] }))).length).toBeGreaterThan(1000);
});

test('several exports at once each get their own file', async () => {
  const inputs = [1, 2, 3].map((number) => sampleInput({ concerns: [sampleConcern(number)] }));
  const together = await Promise.all(inputs.map(write));
  const apart: Uint8Array[] = [];
  for (const input of inputs) apart.push(await write(input));
  expect(together).toEqual(apart);
  expect(together[0]).not.toEqual(together[1]);
});

describe.skipIf(!has('pdftotext', 'pdfinfo', 'pdffonts', 'qpdf'))(
  'as readers see it (needs poppler-utils and qpdf)',
  () => {
    test('it is whole, tagged, with embedded fonts of ours alone', async () => {
      const file = await save(sampleInput());
      expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain(
        'No syntax or stream encoding errors',
      );
      expect(execFileSync('pdfinfo', [file], { encoding: 'utf8', stdio: 'pipe' })).toMatch(/Tagged: +yes/);
      const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8', stdio: 'pipe' }).trim().split('\n').slice(2);
      expect(fonts.length).toBeGreaterThan(4);
      for (const font of fonts)
        expect(font).toMatch(/^[A-Z]{6}\+(SourceSerif4|Inter|ScheherazadeNew|NotoSansSC)-.* yes yes yes /);
    });

    test('words can be copied out, in every script; pages are numbered and the contents know them', async () => {
      const text = read(await save(sampleInput()));
      for (const words of [
        'نطلب',
        'رقابة قضائية مسبقة',
        '请将第 35 条限于本公约',
        'any person who knows how a system works',
      ])
        expect(squeezed(text)).toContain(squeezed(words));
      expect(text).toMatch(/Page 1 of (\d+)[^]*Page 2 of \1/);
      expect(squeezed(text)).toMatch(/Concern1·Article28\(4\)\.{5,}\d/);
    });

    test('it has bookmarks for sections and concerns, and links to the threads', async () => {
      const file = await save(sampleInput());
      const plain = execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], {
        encoding: 'latin1',
        maxBuffer: 1e8,
      });
      expect(plain).toContain('/Outlines');
      expect(plain).toContain('(https://proviso.example/reviews/cybercrime/concerns/c1)');
      expect(plain).toContain('(https://rights.example/gc16?para=8)');
    });

    test('a report in Arabic words is made, too', async () => {
      const words = { ...reportEn, language: 'ar', direction: 'rtl' as const, contents: 'المحتويات' };
      expect(squeezed(read(await save(sampleInput({ words }))))).toContain('المحتويات');
    });

    test.each(HOSTILE)('hostile words are printed as they are: %j', async (text) => {
      const file = await save(hostileInput(text));
      expect(squeezed(read(file))).toContain(squeezed(text));
      const plain = execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], {
        encoding: 'latin1',
        maxBuffer: 1e8,
      });
      for (const [, uri] of plain.matchAll(/\/URI \(([^)\\]*)/g))
        expect(uri).toMatch(/^https:\/\/(proviso|fine)\.example\//);
      expect(plain).not.toMatch(/\/JavaScript|\/Launch|\/EmbeddedFile/);
    });
  },
);
