import { ok, type Result } from '#app/domain/result';
import type { Source } from '#app/domain/treaty/outline';
import type { ImportFormat } from './import-format';
import { markdownLines } from './markdown-lines';
import { decodeText } from './decode';

function read(bytes: Uint8Array): Result<Source> {
  const text = decodeText(bytes);
  if (!text.ok) return text;
  const { lines, markup } = markdownLines(text.value);
  return ok({ lines, furniture: markup, raw: text.value });
}

/** Markdown: headings, emphasis, links and lists are markup, the words are the text. */
export const markdownFormat: ImportFormat = {
  id: 'markdown',
  name: 'Markdown',
  extensions: ['md', 'markdown'],
  sniff: (bytes) => {
    if (bytes.subarray(0, 4096).includes(0)) return false;
    const start = new TextDecoder().decode(bytes.subarray(0, 16_384));
    return (start.match(/^ {0,3}#{1,6}[^#\n]/gm) ?? []).length >= 2;
  },
  read,
};
