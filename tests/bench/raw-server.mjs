// What the machine allows: node:http answering with the bytes of one file, or with 304 to whoever has them already.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const body = readFileSync(process.env.BENCH_BODY);
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Encoding': 'br',
  'Content-Length': String(body.length),
};
const etag = process.env.BENCH_ETAG;
const server = createServer((request, response) => {
  if (request.headers['if-none-match'] === etag) response.writeHead(304, { ETag: etag }).end();
  else response.writeHead(200, headers).end(body);
});
server.listen(0, '127.0.0.1', () => console.log(`Raw: http://127.0.0.1:${server.address().port}`));
