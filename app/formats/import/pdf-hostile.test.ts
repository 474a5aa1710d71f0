import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPdf } from './pdf.server';
import { FONT, lzwTrap, onePage, painted, rawPdf, stream } from './pdf-raw.fixture';

const zeros = (megabytes: number) => deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 0x20), { level: 9 });
const line = (words: string) => `BT /F1 11 Tf 72 700 Td (${words}) Tj ET`;
const page =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>';

const TRAPS: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
  ['a part that unpacks to 100 MB', () => onePage(stream('/Filter /FlateDecode', zeros(100))), /unpacks to more/],
  [
    'a part that is packed again and again',
    () => onePage(stream('/Filter [/FlateDecode /FlateDecode]', deflateSync(zeros(60)))),
    /packed more than once/,
  ],
  ['an LZW part that unpacks to 100 MB', () => onePage(stream('/Filter /LZWDecode', lzwTrap(14))), /unpacks to more/],
  [
    'a page tree that goes in circles',
    () =>
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 9 >>',
        '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 9 >>',
      ]),
    /damaged/,
  ],
  [
    'a million objects',
    () =>
      Uint8Array.from(
        Buffer.concat([
          Buffer.from('%PDF-1.7\n'),
          Buffer.from(
            Array.from({ length: 1_000_000 }, (_, i) => `${i} 0 obj 1 endobj\n`)
              .join('')
              .slice(0, 19_000_000),
          ),
        ]),
      ),
    /objects/,
  ],
  [
    'a form that shows itself',
    () =>
      onePage(painted('/X1 Do'), [
        stream(
          '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X1 6 0 R >> >>',
          Buffer.from('/X1 Do /X1 Do'),
        ),
      ]),
    /damaged|no text/,
  ],
  [
    '100,000 characters on one page',
    () => onePage(painted(line('a'.repeat(1000)).concat('\n').repeat(100))),
    /more characters than a page/,
  ],
  [
    '2,001 pages',
    () =>
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        `<< /Type /Pages /Kids [${'3 0 R '.repeat(2001)}] /Count 2001 >>`,
        page,
        painted(line('Hello')),
        FONT,
      ]),
    /2001 pages.*2000/,
  ],
  [
    'pictures only',
    () =>
      onePage(painted('q 595 0 0 842 0 0 cm /X1 Do Q'), [
        stream(
          '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray',
          Buffer.from('x'),
        ),
      ]),
    /text recognition/,
  ],
  [
    'a password',
    () =>
      onePage(
        painted(line('Hello')),
        [],
        `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'a1'.repeat(32)}> /U <${'b2'.repeat(32)}> >>`,
      ),
    /password/,
  ],
  ['only its first bytes', () => Uint8Array.from(Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Cat')), /damaged/],
];

describe('a PDF that is not meant to be read', () => {
  it.each(TRAPS)('is refused with one sentence: %s', async (_name, make, words) => {
    const bytes = make();
    const before = performance.now();
    const outcome = await readPdf(bytes);
    expect(outcome).toMatchObject({ ok: false });
    const detail = outcome.ok ? '' : (outcome.detail ?? '');
    expect(detail).toMatch(words);
    expect(detail).toMatch(/^[^.!?]+[.]$/);
    expect(performance.now() - before).toBeLessThan(20_000);
  });

  it('is given up when the time is over', async () => {
    const outcome = await readPdf(onePage(painted(line('Article 1'))), 0);
    expect(outcome).toMatchObject({ ok: false, code: 'unreadable' });
    expect(outcome.ok ? '' : outcome.detail).toMatch(/too long/);
  });

  it('is read all the same when only its list of objects is absurd', async () => {
    const plain = Buffer.from(onePage(painted(line('Article 1')))).toString('latin1');
    const bytes = Buffer.from(plain.replace(/xref\n0 \d+/, 'xref\n0 999999999'), 'latin1');
    const outcome = await readPdf(Uint8Array.from(bytes));
    expect(outcome.ok && outcome.value.lines.map((one) => one.text)).toEqual(['Article 1']);
  });

  it('leaves the next one readable', async () => {
    const outcome = await readPdf(onePage(painted(line('Article 1'))));
    expect(outcome.ok && outcome.value.lines.map((one) => one.text)).toEqual(['Article 1']);
  });
});
