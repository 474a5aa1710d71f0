import { round } from './measure.mjs';
import { readerIsThere } from './product.mjs';

const TYPES = { Document: 'html', Stylesheet: 'css', Script: 'script', Font: 'font' };

/** Bytes over the wire (headers too) of a first visit, by type, until nothing more is asked for. */
async function weigh(browser, url, concerns) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  const asked = new Map();
  const bytes = { html: 0, css: 0, script: 0, font: 0, other: 0 };
  const scripts = [];
  cdp.on('Network.responseReceived', ({ requestId, type, response }) =>
    asked.set(requestId, { type, url: response.url }),
  );
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { type, url: address } = asked.get(requestId) ?? {};
    bytes[TYPES[type] ?? (/\.js$/.test(address ?? '') ? 'script' : 'other')] += encodedDataLength;
    if (/\.js$/.test(address ?? '')) scripts.push(address);
  });
  const answer = await page.goto(url, { waitUntil: 'load' });
  if (!answer?.ok()) throw new Error(`${url}: ${answer?.status()}`);
  await page.evaluate(() => document.fonts.ready);
  // The live stream never ends, so the network is never idle.
  await readerIsThere(page, concerns);
  await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestAnimationFrame(done))));
  // Taken before the scripts are fetched once more to look into them.
  const weight = { ...bytes };
  const editor = await page.evaluate(async (addresses) => {
    const sources = await Promise.all(addresses.map(async (address) => (await fetch(address)).text()));
    return addresses.filter((_, i) => /__lexicalEditor|LexicalEditor/.test(sources[i]));
  }, scripts);
  await context.close();
  return { ...weight, all: Object.values(weight).reduce((sum, one) => sum + one), editor: editor.length > 0 };
}

/** What a first visit to the reader weighs with 0, 100 and 1,000 concerns. */
export async function pageWeight({ browser, product }) {
  const rows = [];
  for (const size of [0, 100, 1000]) {
    const w = await weigh(browser, `${product.url}/reviews/bench-${size}/read`, size);
    const kB = (bytes) => `${round(bytes / 1000)} kB`;
    rows.push(
      {
        what: `First visit with ${size} concerns, everything`,
        figure: kB(w.all),
        aim: '≤ 250 kB',
        met: w.all <= 250_000,
      },
      { what: `… script`, figure: kB(w.script), aim: '≤ 100 kB', met: w.script <= 100_000 },
      {
        what: `… html, css, font, other`,
        figure: ['html', 'css', 'font', 'other'].map((type) => kB(w[type])).join(', '),
      },
      {
        what: `… the editor is loaded before anybody writes`,
        figure: w.editor ? 'yes' : 'no',
        aim: 'no',
        met: !w.editor,
      },
    );
  }
  return rows;
}
