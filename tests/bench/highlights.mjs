import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../../scripts/steps.mjs';
import { passages } from './material.mjs';
import { ratios, shown, spread } from './measure.mjs';
import { readerIsThere } from './product.mjs';

const SIZES = [1000, 10_000];
/** As many colours as the taxonomy has categories. */
const KINDS =
  'scope uncertainty intent research expression children surveillance safeguards compelled data cooperation secrecy liability jurisdiction equality process'.split(
    ' ',
  );

/** A page of its own, nothing cached, whose main thread's CPU time (ms) can be read. */
async function opened(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return 1000 * metrics.find((metric) => metric.name === 'TaskDuration').value;
  };
  /** Once the main thread has done next to nothing for half a second, what was asked for is drawn. Asking costs a little itself. */
  const settled = async () => {
    let before = await spent();
    for (let still = 0; still < 4;) {
      await new Promise((resolve) => setTimeout(resolve, 120));
      const now = await spent();
      still = now - before < 1.5 ? still + 1 : 0;
      before = now;
    }
    return before;
  };
  return { page, settled, close: () => context.close() };
}

/** The treaty in our styles, and no more than the script that paints. */
async function barePage(product, html) {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['tests/bench/highlights-page.ts'],
    alias: { '#app': join(ROOT, 'app') },
    ...{ bundle: true, format: 'iife', target: 'es2022', minify: true, write: false, logLevel: 'error' },
    outdir: 'out',
  });
  const script = outputFiles.find((file) => file.path.endsWith('.js')).text;
  const reader = await (await fetch(`${product.url}/reviews/bench-0/read`)).text();
  const sheets = [...reader.matchAll(/href="(\/assets\/[^"]+\.css)"/g)].map((match) => product.url + match[1]);
  const ours = await Promise.all(sheets.map(async (sheet) => (await fetch(sheet)).text()));
  const theirs = readFileSync(join(ROOT, 'node_modules/@recogito/text-annotator/dist/text-annotator.css'), 'utf8');
  const styles = [...ours, theirs].join('\n').replace(/@font-face\s*\{[^}]*\}/g, '');
  const page = `<!doctype html><meta charset="utf-8"><style>${styles}</style>
<div class="reader"><nav></nav><section class="treaty" lang="en">${html}</section><aside></aside></div><script src="/script.js"></script>`;
  const server = createServer((request, response) => {
    const [type, body] = request.url === '/script.js' ? ['text/javascript', script] : ['text/html', page];
    response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}

async function wholeReader(browser, product, size) {
  const { page, settled, close } = await opened(browser);
  const answer = await page.goto(`${product.url}/reviews/bench-${size}/read`);
  if (!answer?.ok()) throw new Error(`bench-${size}: ${answer?.status()}`);
  await readerIsThere(page, size);
  const cpu = await settled();
  await close();
  return cpu;
}

async function painting(browser, url, list, who) {
  const { page, settled, close } = await opened(browser);
  await page.goto(url);
  await page.evaluate((given) => Object.assign(window, { passages: given }) && null, list);
  await page.evaluate(`prepare${who}(passages)`);
  const before = await settled();
  await page.evaluate(`void paint${who}(passages)`);
  await page.waitForFunction(`${who.toLowerCase()}Painted() > 0`);
  const cpu = (await settled()) - before;
  await close();
  return cpu;
}

/** Main-thread CPU of concerns in the reader over the same page with none, and of their highlights alone beside Recogito's. */
export async function highlights({ browser, product, html, characters, rounds }) {
  const bare = await barePage(product, html);
  const none = [];
  const figures = SIZES.map((size) => ({
    size,
    list: passages(characters, size).map((one, i) => ({ ...one, number: i + 1, name: `c-${KINDS[i % KINDS.length]}` })),
    ...{ whole: [], alone: [], theirs: [] },
  }));
  try {
    for (let r = -1; r < rounds; r++) {
      const base = await wholeReader(browser, product, 0);
      const round = [];
      for (const { size, list } of figures)
        round.push([
          (await wholeReader(browser, product, size)) - base,
          await painting(browser, bare.url, list, 'Ours'),
          await painting(browser, bare.url, list, 'Recogito'),
        ]);
      // The first round fills the server's page cache.
      if (r < 0) continue;
      none.push(base);
      figures.forEach((figure, i) => {
        figure.whole.push(round[i][0]);
        figure.alone.push(round[i][1]);
        figure.theirs.push(round[i][2]);
      });
    }
  } finally {
    bare.close();
  }
  const rows = [{ what: 'Reader without concerns, loaded to rest: main-thread ms', figure: shown(none) }];
  for (const { size, whole, alone, theirs } of figures) {
    const n = size.toLocaleString('en');
    const ratio = ratios(theirs, alone);
    rows.push(
      {
        what: `Reader with ${n} concerns, over none (their data, margin and highlights): main-thread ms`,
        figure: shown(whole),
        ...{ aim: '≤ 40', met: spread(whole).median <= 40 },
      },
      {
        what: `… ${n} highlights alone, in a page that stands`,
        figure: shown(alone),
        ...{ aim: '≤ 40', met: spread(alone).median <= 40 },
      },
      { what: `… the same passages in @recogito/text-annotator 4.1.1 (SPANS)`, figure: shown(theirs) },
      { what: '… Recogito : our highlights', figure: shown(ratio), aim: '≥ 50', met: spread(ratio).median >= 50 },
      { what: '… Recogito : all that concerns add to our page', figure: shown(ratios(theirs, whole)) },
    );
  }
  return rows;
}
