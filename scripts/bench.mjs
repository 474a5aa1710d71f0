// npm run bench: what Proviso costs, beside its peers and beside what the machine allows, in one run.
//   npm run bench -- [--only reader,highlights,weight,posting,importing] [--rounds 5]
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from './browser.mjs';
import { ROOT, prepare } from './steps.mjs';

prepare();
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'reader,highlights,weight,posting,importing' },
    rounds: { type: 'string', default: '5' },
  },
});
const wanted = values.only.split(',');
const rounds = Number(values.rounds);
if (process.platform !== 'linux') {
  console.error('The bench reads CPU times from /proc, so it runs on Linux only.');
  process.exit(2);
}
mkdirSync(join(ROOT, '.cache/bench'), { recursive: true });

const { seededData, startProduct } = await import('../tests/bench/product.mjs');
const sections = {
  reader: ['Serving the reader', async () => (await import('../tests/bench/reader-cpu.mjs')).readerCpu],
  highlights: ['Highlights', async () => (await import('../tests/bench/highlights.mjs')).highlights],
  weight: ['Weight of a first visit', async () => (await import('../tests/bench/page-weight.mjs')).pageWeight],
  importing: ['Reading a file', async () => (await import('../tests/bench/importing.mjs')).importing],
  posting: ['Posting a concern', async () => (await import('../tests/bench/posting.mjs')).posting],
};
console.log(
  `${availableParallelism()} cores, Node ${process.version}, ${rounds} rounds; figures are min / median / max`,
);
const seeded = await seededData(wanted.includes('highlights') ? [0, 100, 1000, 10_000] : [0, 100, 1000]);
const product = await startProduct(seeded.data);
let browser = null;
if (wanted.includes('weight') || wanted.includes('highlights')) {
  const found = findBrowser();
  const { chromium } = await import('@playwright/test');
  browser = await chromium.launch({
    ...(found?.path ? { executablePath: found.path } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}
try {
  for (const name of wanted) {
    const [title, load] = sections[name];
    const rows = await (await load())({ ...seeded, product, browser, rounds });
    console.log(`\n${title}`);
    for (const { what, figure, aim, met } of rows)
      console.log(`  ${what}: ${figure}${aim ? `   aim ${aim}: ${met ? 'met' : 'MISSED'}` : ''}`);
  }
} finally {
  await browser?.close();
  await product.stop();
  seeded.remove();
}
