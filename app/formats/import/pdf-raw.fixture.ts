import { deflateSync } from 'node:zlib';

const latin = (text: string) => Buffer.from(text, 'latin1');

/** A PDF out of its objects, number 1 being the catalogue; what a well-meaning program would never write included. */
export function rawPdf(objects: readonly (string | Buffer)[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [latin('%PDF-1.7\n')];
  const at: number[] = [];
  let length = (parts[0] as Buffer).length;
  objects.forEach((body, i) => {
    at.push(length);
    const part = Buffer.concat([latin(`${i + 1} 0 obj\n`), Buffer.from(body as string, 'latin1'), latin('\nendobj\n')]);
    parts.push(part);
    length += part.length;
  });
  const rows = at.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(latin(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`));
  parts.push(latin(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`));
  return Uint8Array.from(Buffer.concat(parts));
}

/** A stream object with its dictionary; `packed` is written as it is. */
export const stream = (dictionary: string, packed: Uint8Array): Buffer =>
  Buffer.concat([latin(`<< ${dictionary} /Length ${packed.length} >>\nstream\n`), packed, latin('\nendstream')]);

export const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** One page that shows `content`, an object such as `stream` makes; more objects follow from number 6 on. */
export function onePage(content: string | Buffer, more: readonly (string | Buffer)[] = [], trailer = ''): Uint8Array {
  return rawPdf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X1 6 0 R >> >> >>',
      content,
      FONT,
      ...more,
    ],
    trailer,
  );
}

/** Content that is painted, packed once. */
export const painted = (content: string): Buffer => stream('/Filter /FlateDecode', deflateSync(latin(content)));

/** LZW codes that unpack to far more than they take: each is one longer than the one before. */
export function lzwTrap(tables: number): Uint8Array {
  const bits: string[] = [];
  let width = 9;
  for (let t = 0; t < tables; t += 1) {
    const put = (code: number) => bits.push(code.toString(2).padStart(width, '0'));
    put(256);
    width = 9;
    put(32);
    for (let code = 258; code < 4094; code += 1) {
      if (code >= 2047) width = 12;
      else if (code >= 1023) width = 11;
      else if (code >= 511) width = 10;
      put(code);
    }
  }
  const all = bits.join('');
  return Uint8Array.from({ length: Math.ceil(all.length / 8) }, (_, i) =>
    parseInt(all.slice(i * 8, i * 8 + 8).padEnd(8, '0'), 2),
  );
}
