import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GlobalWorkerOptions } from 'pdfjs-dist/legacy/build/pdf.mjs';

export * from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The folder of the package, for its tables of encodings and its standard fonts. */
export const FOLDER = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * pdfjs hands over what a stretch of text is marked as, but not the words that the file says it stands for
 * (ActualText), without which Arabic from several programs cannot be read right. This asks for them, too.
 */
const ASKS = 'args = [args[0].name, args[1] instanceof Dict ? args[1].get("MCID") : null];';
const ASKS_MORE = ASKS.replace('];', ', args[1] instanceof Dict ? args[1].get("ActualText") : null];');

const worker = readFileSync(join(FOLDER, 'legacy/build/pdf.worker.mjs'), 'utf8');
const amended = worker.replace(ASKS, ASKS_MORE).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '');
GlobalWorkerOptions.workerSrc = `data:text/javascript;base64,${Buffer.from(amended).toString('base64')}`;
