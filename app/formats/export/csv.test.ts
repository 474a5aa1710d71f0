import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { ReportInput } from '#app/domain/report/input';
import { buildReport } from '#app/domain/report/report';
import { sampleInput } from '#app/domain/report/sample.fixture';
import { writeCsv } from './csv';
import { HOSTILE, hostileInput } from './hostile.fixture';

const write = (input: ReportInput) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(buildReport(input)));
const read = (text: string): Record<string, string>[] =>
  parse(text, { columns: true, bom: true, record_delimiter: '\r\n' });

test('a spreadsheet reads one row a concern, Arabic and Chinese whole, in UTF-8 with a byte order mark and CRLF', () => {
  const text = write(sampleInput());
  expect(text.startsWith('\ufeffnumber,')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  const rows = read(text);
  expect(rows).toHaveLength(20);
  expect(rows.find((row) => row.number === '5')).toMatchObject({
    citation: 'Article 24',
    eIds: 'chp_IV__art_24',
    quote: 'subject to the conditions that the law of each party sets',
    organisation: 'مركز الحقوق الرقمية',
    constituency: 'Civil society',
    ask: 'Make mandatory',
    created: '2026-03-03',
  });
  expect(rows.find((row) => row.number === '1')).toMatchObject({ replies: '3', severity: 'Red line' });
  expect(rows.find((row) => row.number === '6')!.concern).toContain('第 35 条');
});

test.each([...HOSTILE, '\t=1+1', '\r=1+1', '+1', '@SUM(A1)'])(
  'no cell is a formula, and none loses its words: %j',
  (text) => {
    const [row] = read(write(hostileInput(text)));
    for (const value of Object.values(row!)) expect(value).not.toMatch(/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/);
    const words = text.trim();
    expect([words, `'${words}`]).toContain(row!.author);
    expect(row!.concern!.replace(/^'/, '').trim().startsWith(words)).toBe(true);
  },
);
