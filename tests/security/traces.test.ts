import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { Person, provisionConcern } from '../person';
import { startServer } from '../running-server';
import { SAMPLE } from './cast';
import { send, type WireAnswer } from './wire';

vi.setConfig({ testTimeout: 120_000 });

const FORM = 'application/x-www-form-urlencoded';
const FROM = '127.0.0.77';
const AGENT = 'zqagent/1.0';
const REFERRER = 'zqreferrer';
const FORWARDED = '203.0.113.77';
const TRACE = /127\.0\.0\.77|zqagent|zqreferrer|zqlanguage|203\.0\.113\.77/;
// As SQLite, a log or a core would also hold them.
const SPELLINGS = [FROM, AGENT, REFERRER, 'zqlanguage', FORWARDED].flatMap((trace) => [
  Buffer.from(trace),
  Buffer.from(trace, 'utf16le'),
  Buffer.from(Buffer.from(trace).toString('base64').replace(/=+$/, '')),
  Buffer.from(Buffer.from(trace).toString('hex')),
]);

it.each([
  ['straight', '0'],
  ['behind a proxy', '1'],
])(
  '%s: whoever reads, writes, fails and leaves is in no file of the data folder and no line of output',
  async (_how, trust) => {
    const server = await startServer({ environment: { TRUST_PROXY: trust } });
    try {
      const vera = await new Person(server).join(server.firstVisit!, 'vera');
      const link = new URL(await vera.invite(SAMPLE, 'reviewer')).pathname;
      let cookie = '';
      const seen: string[] = [];
      const ask = async (method: string, path: string, fields?: Record<string, string>): Promise<WireAnswer> => {
        const answer = await send(server.url.replace('localhost', '127.0.0.1') + path, {
          method,
          localAddress: FROM,
          headers: {
            'User-Agent': AGENT,
            Referer: `${new URL(server.url).origin}/${REFERRER}`,
            'Accept-Language': 'zqlanguage',
            'X-Forwarded-For': FORWARDED,
            Origin: new URL(server.url).origin,
            ...(cookie ? { Cookie: cookie } : {}),
            ...(fields ? { 'Content-Type': FORM } : {}),
          },
          body: fields ? new URLSearchParams(fields).toString() : '',
        });
        seen.push(`${JSON.stringify(answer.headers)}\n${answer.body}`);
        return answer;
      };
      const post = (path: string, fields: Record<string, string>) => ask('POST', path, fields);

      for (const path of ['/', '/none', '/account', `/reviews/${SAMPLE}/read`, `/reviews/${SAMPLE}/report.html`, link])
        await ask('GET', path);
      for (let i = 0; i < 11; i += 1) await post('/sign-in', { handle: 'vera', password: `wrong ${i}` });
      const joined = await post(link, { handle: 'wanda', name: 'Wanda', password: 'a long enough sentence' });
      expect(joined.status).toBe(302);
      cookie = joined.headers['set-cookie']!.map((one) => one.split(';', 1)[0]).join('; ');
      const raised = await post(`/reviews/${SAMPLE}/raise`, provisionConcern('', 'Words.', { scope: 'treaty' }));
      const { number } = (JSON.parse(raised.body) as { value: { number: number } }).value;
      await post(`/reviews/${SAMPLE}/concerns/${number}`, {
        intent: 'reply',
        submission: crypto.randomUUID(),
        bodyText: 'More.',
      });
      await post(`/reviews/${SAMPLE}/concerns/${number}`, { intent: 'resolve', reason: 'Done.' });
      await post('/account', { intent: 'organisation', name: 'House of Wanda', constituency: 'industry' });
      await post('/account', { intent: 'password', current: 'not it', password: 'another long sentence' });
      await post('/sign-in', { handle: 'wanda', password: 'a long enough sentence' });
      for (const path of ['/account', `/reviews/${SAMPLE}/me`, `/reviews/${SAMPLE}/report.csv`]) await ask('GET', path);
      // Refused in every way, and broken inside: what an error says is looked at too.
      await ask('PROPFIND', '/');
      await post('/sign-in', { handle: 'x'.repeat(1_200_000) });
      await post(`/reviews/${SAMPLE}/concerns/${number}`, { intent: 'edit', revision: 'zz' });
      await ask('GET', `/reviews/${SAMPLE}/concerns?q=${'%'}E0%A4%A`);
      await ask('GET', '/%');
      await post('/sign-out', {});

      expect(seen.filter((answer) => TRACE.test(answer))).toEqual([]);
      const look = () =>
        readdirSync(server.data, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .filter((file) => SPELLINGS.some((trace) => readFileSync(file).includes(trace)));
      // While it runs (the write-ahead log is a file too), and when it has stopped.
      expect(look()).toEqual([]);
      await server.stop();
      expect(look()).toEqual([]);
      expect(server.output()).not.toMatch(TRACE);
      // What the search above looked through held the rest of what she said.
      expect(readFileSync(join(server.data, 'proviso.db')).includes('House of Wanda')).toBe(true);
      for (const entry of readdirSync(server.data))
        expect(statSync(join(server.data, entry)).mode & 0o077, entry).toBe(0);
    } finally {
      await server.remove();
    }
  },
);
