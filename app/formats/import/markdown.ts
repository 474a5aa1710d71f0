import type { Result } from '#app/domain/result';
import { ok } from '#app/domain/result';
import type { Outline } from '#app/domain/treaty/outline';
import { segment } from '#app/domain/treaty/segment';
import type { ImportFormat, ImportOptions } from './import-format';
import { markdownLines } from './markdown-lines';
import { decodeText, requireArticles } from './decode';

function read(bytes: Uint8Array, options: ImportOptions = {}): Result<Outline> {
  const text = decodeText(bytes);
  if (!text.ok) return text;
  const { lines, markup } = markdownLines(text.value);
  const outline = requireArticles(segment(lines, options));
  if (!outline.ok) return outline;
  const furniture = [...outline.value.furniture, ...markup].sort((a, b) => a.line - b.line);
  return ok({ ...outline.value, furniture });
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
