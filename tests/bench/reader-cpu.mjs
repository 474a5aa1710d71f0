import { writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { cpuOf, ratios, round, shown, spread } from './measure.mjs';
import { started } from './product.mjs';

const CONNECTIONS = 4;

function fetchBytes(url, agent, etag) {
  return new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': 'br', ...(etag ? { 'If-None-Match': etag } : {}) };
    get(url, { agent, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        response.statusCode === (etag ? 304 : 200)
          ? resolve({ body: Buffer.concat(parts), headers: response.headers })
          : reject(new Error(`${url}: ${response.statusCode}`)),
      );
    }).on('error', reject);
  });
}

async function load(url, requests, etag) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let left = requests;
  const client = async () => {
    while (left-- > 0) await fetchBytes(url, agent, etag);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  agent.destroy();
}

/** CPU for each request of the public reader with 1,000 concerns, beside node:http sending the same bytes. */
export async function readerCpu({ product, data, rounds }) {
  const url = `${product.url}/reviews/bench-1000/read`;
  const { body, headers } = await fetchBytes(url);
  const { etag, 'content-encoding': encoding } = headers;
  if (encoding !== 'br') throw new Error(`The reader came as ${encoding}, not as brotli.`);
  const file = join(data, 'page.br');
  writeFileSync(file, body);
  const raw = await started('tests/bench/raw-server.mjs', /^Raw: (\S+)$/m, {
    BENCH_BODY: file,
    BENCH_ETAG: etag,
  });
  const cost = async (server, address, requests, known) => {
    const before = cpuOf(server.pid);
    await load(address, requests, known);
    return (cpuOf(server.pid) - before) / requests;
  };
  try {
    // Both warm: the compiler has done its work.
    await load(url, 1500);
    await load(raw.url, 1500);
    const [ours, theirs, ours304, theirs304] = [[], [], [], []];
    for (let i = 0; i < rounds; i++) {
      ours.push(await cost(product, url, 3000));
      theirs.push(await cost(raw, raw.url, 3000));
      // More of them: a tick of the clock is 10 ms, and these are cheap.
      ours304.push(await cost(product, url, 8000, etag));
      theirs304.push(await cost(raw, raw.url, 8000, etag));
    }
    const ratio = ratios(ours, theirs);
    const ratio304 = ratios(ours304, theirs304);
    return [
      {
        what: `Reader with 1,000 concerns, ${round(body.length / 1000)} kB brotli: CPU ms/request`,
        figure: shown(ours),
      },
      { what: 'node:http sending the same bytes: CPU ms/request', figure: shown(theirs) },
      { what: 'Ratio', figure: shown(ratio), aim: '≤ 5', met: spread(ratio).median <= 5 },
      { what: 'The same, unchanged (304): CPU ms/request', figure: shown(ours304) },
      { what: 'node:http answering 304: CPU ms/request', figure: shown(theirs304) },
      { what: 'Ratio', figure: shown(ratio304), aim: '≤ 5', met: spread(ratio304).median <= 5 },
    ];
  } finally {
    await raw.stop();
  }
}
