import { fail, type Result } from '#app/domain/result';
import type { Source } from '#app/domain/treaty/outline';
import { checkSize } from './decode';
import type { ImportFormat } from './import-format';
import { readPages } from './pdf-file.server';
import { sourceOf } from './pdf-source';
import { tooMuchIn } from './pdf-streams.server';

const PATIENCE = 30_000;

/** The same as `pdfFormat.read`, with the milliseconds after which it gives up. */
export async function readPdf(bytes: Uint8Array, patience = PATIENCE): Promise<Result<Source>> {
  const sized = checkSize(bytes);
  if (!sized.ok) return sized;
  const deadline = performance.now() + patience;
  const trap = await tooMuchIn(bytes);
  if (trap) return fail('unreadable', { detail: trap });
  const pages = await readPages(bytes, deadline);
  return pages.ok ? sourceOf(pages.value) : pages;
}

/** PDF with text in it. Lines, columns, running headers, notes and paragraphs are found from where the type stands. */
export const pdfFormat: ImportFormat = {
  id: 'pdf',
  name: 'PDF',
  extensions: ['pdf'],
  sniff: (bytes) => new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-'),
  read: (bytes) => readPdf(bytes),
};
