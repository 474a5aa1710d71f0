import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as pdfjsModule from 'pdfjs-dist/legacy/build/pdf.mjs';

type Pdfjs = typeof pdfjsModule;

/**
 * pdfjs hands over what a stretch of text is marked as, but not the words that the file says it stands for
 * (ActualText), without which Arabic from several programs cannot be read right. This asks for them, too.
 */
const ASKS = 'args = [args[0].name, args[1] instanceof Dict ? args[1].get("MCID") : null];';
const ASKS_MORE = ASKS.replace('];', ', args[1] instanceof Dict ? args[1].get("ActualText") : null];');

/** What pdfjs makes one of when it is loaded, for drawing; nothing is drawn here. */
class NoMatrix {}

/**
 * pdfjs and the folder of its tables and fonts. Loaded on first use: it takes half a second. It looks for a native
 * drawing library, which the fence around the import process keeps out, and warns on standard error that it has none;
 * nothing follows from that.
 */
export async function loadPdfjs(): Promise<{ pdfjs: Pdfjs; folder: string }> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: NoMatrix });
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  if (!pdfjs.GlobalWorkerOptions.workerSrc.startsWith('data:')) {
    const worker = readFileSync(join(folder, 'legacy/build/pdf.worker.mjs'), 'utf8');
    const amended = worker.replace(ASKS, ASKS_MORE).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '');
    pdfjs.GlobalWorkerOptions.workerSrc = `data:text/javascript;base64,${Buffer.from(amended).toString('base64')}`;
  }
  return { pdfjs, folder };
}
