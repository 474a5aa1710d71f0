import { createServer } from 'node:http';
import { build } from 'esbuild';
import { ROOT } from '../../scripts/steps.mjs';
import { ratios, shown, spread } from './measure.mjs';
import { passages } from './material.mjs';

/** Main-thread CPU (ms) from a navigation until the page has painted what `ready` waits for. */
async function mainThread(browser, url, ready) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () =>
    (await cdp.send('Performance.getMetrics')).metrics.find((metric) => metric.name === 'TaskDuration').value * 1000;
  const before = await spent();
  const answer = await page.goto(url, { waitUntil: 'load' });
  if (!answer?.ok()) throw new Error(`${url}: ${answer?.status()}`);
  await page.waitForFunction(ready);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const after = await spent();
  await context.close();
  return after - before;
}

/** The peer on the same treaty's HTML: one page for each size, the annotations built in (0: the page alone). */
async function peer(html, characters, sizes) {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { createTextAnnotator } from '@recogito/text-annotator';
const content = document.getElementById('content');
if (window.annotations.length > 0) {
  const annotator = createTextAnnotator(content, { renderer: 'SPANS', annotatingEnabled: false });
  annotator.setAnnotations(window.annotations.map(({ start, end }, i) => ({
    id: String(i), bodies: [],
    target: { annotation: String(i), selector: [{ id: String(i), quote: '', start, end }] },
  })));
}
requestAnimationFrame(() => requestAnimationFrame(() => { window.painted = true; }));`,
      resolveDir: ROOT,
    },
    bundle: true,
    format: 'iife',
    minify: true,
    write: false,
    logLevel: 'error',
  });
  const server = createServer((request, response) => {
    const count = Number(request.url.slice(1));
    if (request.url === '/peer.js')
      return response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(outputFiles[0].text);
    if (!sizes.includes(count)) return response.writeHead(404).end();
    const annotations = count === 0 ? [] : passages(characters, count);
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><title>peer</title><div id="content">${html}</div>
<script>window.annotations=${JSON.stringify(annotations)}</script><script src="/peer.js"></script>`);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** What highlights add to the main thread's work of a load, in the whole reader and in the peer's bare page. */
export async function highlights({ browser, product, html, characters, rounds }) {
  const sizes = [0, 1000, 10000];
  const other = await peer(html, characters, sizes);
  const ours = new Map(sizes.map((size) => [size, []]));
  const theirs = new Map(sizes.map((size) => [size, []]));
  const reader = (size) =>
    mainThread(
      browser,
      `${product.url}/reviews/bench-${size}/read`,
      (size > 0 ? '[...CSS.highlights.values()].some((h) => h.size > 0) && ' : '') +
        "performance.getEntriesByType('resource').some((e) => e.name.endsWith('/me'))",
    );
  const bare = (size) => mainThread(browser, `${other.url}/${size}`, 'window.painted === true');
  try {
    for (let r = -1; r < rounds; r++)
      for (const size of sizes) {
        const [mine, its] = [await reader(size), await bare(size)];
        // The first round fills the server's page cache.
        if (r < 0) continue;
        ours.get(size).push(mine);
        theirs.get(size).push(its);
      }
  } finally {
    other.close();
  }
  const extra = (of, size) => of.get(size).map((value, i) => value - of.get(0)[i]);
  const rows = [{ what: 'The reader with no concerns: main-thread CPU ms', figure: shown(ours.get(0)) }];
  for (const size of sizes.slice(1)) {
    const [mine, its] = [extra(ours, size), extra(theirs, size)];
    const n = size.toLocaleString('en');
    rows.push(
      {
        what: `Extra for ${n} concerns, margin and all: ms`,
        figure: shown(mine),
        aim: '≤ 40',
        met: spread(mine).median <= 40,
      },
      { what: `Extra for the same ${n} ranges in @recogito/text-annotator 4.1.1 (SPANS): ms`, figure: shown(its) },
      { what: 'Theirs : ours', figure: shown(ratios(its, mine)) },
    );
  }
  return rows;
}
