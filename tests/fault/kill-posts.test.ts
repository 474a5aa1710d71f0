import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { Person, provisionConcern } from '../person';
import { startServer } from '../running-server';

const ROOT = join(import.meta.dirname, '../..');
const REVIEW = 'cybercrime-convention-sample';
const ROUNDS = 20;

it('a server killed in the middle of posts, twenty times, keeps everything it answered, once', async () => {
  const answered = new Map<string, number>();
  const unanswered: Record<string, string>[] = [];
  let server = await startServer();
  const { data } = server;
  const person = await new Person(server).join(server.firstVisit!, 'rosa');
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const again = new Person(server);
      again.cookie = person.cookie;
      const post = async (form: Record<string, string>) => {
        try {
          const response = await again.post(`/reviews/${REVIEW}/raise`, form);
          const { value } = (await response.json()) as { value: { number: number } };
          answered.set(form.submission!, value.number);
          return true;
        } catch {
          unanswered.push(form);
          return false;
        }
      };
      // What the last crash left unanswered is tried again, as a browser would.
      for (const form of unanswered.splice(0)) await post(form);
      const writers = Array.from({ length: 3 }, async (_, writer) => {
        for (let i = 0; ; i += 1)
          if (!(await post(provisionConcern('chp_II__art_7__para_1', `Round ${round}, writer ${writer}, post ${i}.`))))
            return;
      });
      // Not a wait for something: the moment of the crash is meant to be any.
      await new Promise((resolve) => setTimeout(resolve, 40 + ((round * 37) % 160)));
      await server.stop('SIGKILL');
      await Promise.all(writers);
      server = await startServer({ data });
    }
    const last = new Person(server);
    last.cookie = person.cookie;
    for (const form of unanswered.splice(0)) {
      const response = await last.post(`/reviews/${REVIEW}/raise`, form);
      answered.set(form.submission!, ((await response.json()) as { value: { number: number } }).value.number);
    }
    await server.stop();

    const db = new Database(join(data, 'proviso.db'), { readonly: true });
    const rows = db.prepare<[], { submission: string; number: number }>('SELECT submission, number FROM Concern').all();
    const stored = new Map(rows.map((row) => [row.submission, row.number]));
    expect(stored.size).toBe(rows.length);
    expect([...answered].filter(([submission, number]) => stored.get(submission) !== number)).toEqual([]);
    expect(answered.size).toBeGreaterThan(ROUNDS);
    const doubled = db.prepare('SELECT body FROM ConcernRevision GROUP BY body HAVING COUNT(*) > 1').all();
    expect(doubled).toEqual([]);
    db.close();
    const verdict = execFileSync(process.execPath, [join(ROOT, 'build/proviso/cli.mjs'), 'verify'], {
      env: { ...process.env, PROVISO_ROOT: ROOT, PROVISO_DATA: data },
      encoding: 'utf8',
    });
    expect(verdict).toContain('whole');
  } finally {
    await server.stop('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  }
}, 240_000);
