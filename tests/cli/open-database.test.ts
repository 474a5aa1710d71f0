import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { proviso, type Said } from '../command-line';
import { Person, provisionConcern } from '../person';
import { startServer } from '../running-server';

// Each starts a server or two, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const SAMPLE = 'cybercrime-convention-sample';
let folder: string;
const at = (name: string) => join(folder, name);
const refusedInOneLine = (said: Said, what: RegExp) => {
  expect(said).toMatchObject({ code: 1, stdout: '' });
  expect(said.stderr).toMatch(/^[^\n]*[.?!][^\n]*\n$/);
  expect(said.stderr).toMatch(what);
  expect(said.stderr).not.toMatch(/Error:|at .*\.mjs|node:|SQLITE_|ENOENT/);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proviso-open-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('proviso restore', () => {
  it('refuses while a server has the database open, also a second one, and nothing of that server is lost', async () => {
    const server = await startServer();
    try {
      const copy = at('copy.db');
      expect((await proviso(server.data, 'backup', copy)).code).toBe(0);
      const rosa = await new Person(server).join(server.firstVisit!, 'rosa');
      refusedInOneLine(await proviso(server.data, 'restore', copy), /stop/i);
      expect(readdirSync(server.data).filter((name) => /before-restore|incoming/.test(name))).toEqual([]);

      const second = await startServer({ data: server.data });
      await server.stop();
      refusedInOneLine(await proviso(server.data, 'restore', copy), /stop/i);
      rosa.server = second;
      const raised = await rosa.post(
        `/reviews/${SAMPLE}/raise`,
        provisionConcern('chp_II__art_7__para_1', 'Said after restore was refused.'),
      );
      expect(raised.status).toBe(200);
      await second.stop();
      const third = await startServer({ data: server.data });
      const report = await (await new Person(third).get(`/reviews/${SAMPLE}/report.md`)).text();
      expect(report).toContain('Said after restore was refused.');
      await third.stop();
    } finally {
      await server.remove();
    }
  });

  it('works as soon as the server is gone, be it stopped or killed', async () => {
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const server = await startServer();
      try {
        const copy = at(`copy-${signal}.db`);
        expect((await proviso(server.data, 'backup', copy)).code).toBe(0);
        await new Person(server).join(server.firstVisit!, 'rosa');
        await server.stop(signal);
        expect(await proviso(server.data, 'restore', copy)).toMatchObject({ code: 0, stderr: '' });
        // The account was made after the back-up: the first visit is open again.
        const again = await startServer({ data: server.data });
        expect(again.firstVisit).not.toBeNull();
        await again.stop();
      } finally {
        await server.remove();
      }
    }
  });
});

describe('a data folder without a database', () => {
  it.each([
    ['verify', ['verify']],
    ['backup', ['backup', 'OUT']],
    ['export', ['export', SAMPLE, '--format', 'md', '--out', 'OUT']],
  ])('is said to be one by %s, which makes nothing', async (verb, parts) => {
    const [missing, bare, out] = [at(`${verb}-missing/deep`), at(`${verb}-bare`), at(`${verb}-out`)];
    mkdirSync(bare);
    for (const data of [missing, bare])
      refusedInOneLine(
        await proviso(data, ...parts.map((part) => (part === 'OUT' ? out : part))),
        /There is no database/,
      );
    expect(existsSync(at(`${verb}-missing`))).toBe(false);
    expect(readdirSync(bare)).toEqual([]);
    expect(existsSync(out)).toBe(false);
  });
});

describe('two servers started at once on a new data folder', () => {
  it.each([1, 2, 3, 4])('both come up whole, with one sample (round %i)', async () => {
    const data = mkdtempSync(join(folder, 'twins-'));
    const started = await Promise.allSettled([0, 1, 2].map(() => startServer({ data })));
    const servers = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    try {
      expect(started.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))).toEqual([]);
      for (const server of servers) {
        const home = await (await new Person(server).get('/')).text();
        expect(home.match(new RegExp(`href="/reviews/${SAMPLE}[^/"]*"`, 'g'))).toHaveLength(1);
        expect((await new Person(server).get(`/reviews/${SAMPLE}/concerns?q=research`)).status).toBe(200);
      }
      expect((await proviso(data, 'verify')).stderr).toBe('');
      expect(readFileSync(join(data, 'proviso.db')).length).toBeGreaterThan(0);
    } finally {
      for (const server of servers) await server.stop();
    }
  });
});
