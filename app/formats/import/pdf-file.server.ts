import { join } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api';
import { fail, ok, type Result } from '#app/domain/result';
import { GlyphReader, upright } from './pdf-glyphs';
import { loadPdfjs } from './pdf-library.server';
import { joinParts } from './pdf-parts';
import type { FontFacts, Glyph, Rule } from './pdf-glyphs';

/** The largest PDF that is read. */
export const MOST_PAGES = 2000;
const MOST_ON_A_PAGE = 60_000;
const MOST_IN_ALL = 8_000_000;

/** What is painted on one page, upright. */
export interface PdfPage {
  readonly glyphs: readonly Glyph[];
  /** Text that stands at another angle than the rest. */
  readonly askew: readonly Glyph[];
  readonly rules: readonly Rule[];
  readonly width: number;
  readonly height: number;
  readonly drawn: boolean;
}

const refuse = (detail: string) => fail('unreadable', { detail });
const TOO_LONG =
  'This PDF takes too long to read; save it anew from a PDF reader, or import the text in another format.';
const BROKEN = 'This PDF is damaged and cannot be read; save it anew from a PDF reader and try again.';

const nameOf = (error: unknown) => (error instanceof Error ? error.name : '');

/** Waits no longer than until `deadline` (as `performance.now()` counts). */
async function before<T>(deadline: number, wait: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DOMException(TOO_LONG, 'TimeoutError')),
      Math.max(0, deadline - performance.now()),
    );
  });
  try {
    return await Promise.race([wait, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * All pages of a PDF as painted characters. No network, no scripts, no pictures, nothing embedded; tables for the older
 * Asian encodings come from the package. Fails with `unreadable` (a password, damage, more than 60,000 characters on a
 * page, not done at `deadline`) or `too-large` (more than 2,000 pages or 8,000,000 characters).
 */
export async function readPages(bytes: Uint8Array, deadline: number): Promise<Result<PdfPage[]>> {
  // Loaded here, not above: it costs half a second that only those who import a PDF should wait.
  const { pdfjs, folder } = await loadPdfjs();
  const task = pdfjs.getDocument({
    // pdfjs takes the bytes away from their owner.
    data: Uint8Array.from(bytes),
    cMapUrl: join(folder, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts/'),
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    disableFontFace: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // Pictures are left alone: this is larger than none of them.
    maxImageSize: 0,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const names = new Map(Object.entries(pdfjs.OPS).map(([name, number]) => [number, name]));
    return await before(deadline, pagesOf(await before(deadline, task.promise), names, deadline));
  } catch (error) {
    if (nameOf(error) === 'TimeoutError') return refuse(TOO_LONG);
    if (nameOf(error) === 'PasswordException') {
      return refuse('This PDF is locked with a password; unlock it, save it without one and try again.');
    }
    return refuse(BROKEN);
  } finally {
    await task.destroy();
  }
}

async function pagesOf(
  file: PDFDocumentProxy,
  names: ReadonlyMap<number, string>,
  deadline: number,
): Promise<Result<PdfPage[]>> {
  if (file.numPages > MOST_PAGES) {
    return fail('too-large', {
      detail: `This PDF has ${file.numPages} pages; the longest that can be imported has ${MOST_PAGES}.`,
    });
  }
  const pages: PdfPage[] = [];
  let all = 0;
  for (let n = 1; n <= file.numPages; n += 1) {
    if (performance.now() > deadline) return refuse(TOO_LONG);
    const page = await file.getPage(n);
    const read = await readPage(page, names);
    page.cleanup();
    all += read.count;
    if (read.count > MOST_ON_A_PAGE) return refuse(`Page ${n} of this PDF holds more characters than a page can.`);
    if (all > MOST_IN_ALL) return fail('too-large', { detail: 'This PDF holds more text than can be imported.' });
    pages.push(read);
  }
  return ok(pages);
}

async function readPage(
  page: PDFPageProxy,
  names: ReadonlyMap<number, string>,
): Promise<PdfPage & { readonly count: number }> {
  // 0: no annotations.
  const list = await page.getOperatorList({ annotationMode: 0 });
  const view = page.getViewport({ scale: 1 });
  const factsOf = (font: string) =>
    page.commonObjs.has(font) ? (page.commonObjs.get(font) as FontFacts | null) : null;
  const painted = new GlyphReader(names, view.transform, factsOf).read(list);
  const shown = painted.glyphs.filter(
    (g) => g.x > -5 && g.x < view.width + 5 && g.y > -5 && g.y < view.height + g.size + 5,
  );
  const straight = upright({ ...painted, glyphs: shown }, view.width, view.height);
  return { ...straight, glyphs: joinParts(straight.glyphs), drawn: painted.drawn, count: painted.glyphs.length };
}
