import { ok, type Result } from '#app/domain/result';
import type { Source, SourceLine } from '#app/domain/treaty/outline';
import type { ImportFormat } from './import-format';
import { decodeText, splitLines } from './decode';

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

function read(bytes: Uint8Array): Result<Source> {
  const text = decodeText(bytes);
  return text.ok ? ok({ lines: textLines(text.value) }) : text;
}

/** Plain text in UTF-8 or UTF-16. Recognises any bytes that hold no NUL; ask it last. */
export const textFormat: ImportFormat = {
  id: 'text',
  name: 'Plain text',
  extensions: ['txt', 'text'],
  sniff: (bytes) => bytes.length > 0 && ((bytes[0] ?? 0) >= 0xfe || !bytes.subarray(0, 4096).includes(0)),
  read,
};
