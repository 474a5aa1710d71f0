import type { Result } from '#app/domain/result';
import type { Outline, SourceLine } from '#app/domain/treaty/outline';
import { segment } from '#app/domain/treaty/segment';
import type { ImportFormat, ImportOptions } from './import-format';
import { decodeText, requireArticles, splitLines } from './decode';

/** The lines of a plain text with their margin and, where form feeds part pages, their page. */
export function textLines(text: string): SourceLine[] {
  const paged = text.includes('\f');
  let page = 1;
  return splitLines(text).map((line, i) => {
    page += line.split('\f').length - 1;
    const margin = /^[ \t\f\u3000]*/.exec(line)?.[0].replace(/\f/g, '').replace(/\t/g, '    ').length ?? 0;
    return { text: line, line: i + 1, hints: { indent: margin, ...(paged ? { page } : {}) } };
  });
}

function read(bytes: Uint8Array, options: ImportOptions = {}): Result<Outline> {
  const text = decodeText(bytes);
  return text.ok ? requireArticles(segment(textLines(text.value), options)) : text;
}

/** Plain text in UTF-8 or UTF-16. Recognises any bytes that hold no NUL; ask it last. */
export const textFormat: ImportFormat = {
  id: 'text',
  name: 'Plain text',
  extensions: ['txt', 'text'],
  sniff: (bytes) => bytes.length > 0 && ((bytes[0] ?? 0) >= 0xfe || !bytes.subarray(0, 4096).includes(0)),
  read,
};
