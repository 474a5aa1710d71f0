import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Person, provisionConcern } from '../person';
import { startServer, type RunningServer } from '../running-server';

vi.setConfig({ testTimeout: 120_000 });

const REVIEW = 'cybercrime-convention-sample';
const AT_ONCE = 20;
let server: RunningServer;
let rosa: Person;
beforeAll(async () => {
  server = await startServer();
  rosa = await new Person(server).join(server.firstVisit!, 'rosa', 'Rosa K.');
});
afterAll(() => server.remove());

const query = <T>(sql: string, ...values: unknown[]): T[] => {
  const db = new Database(join(server.data, 'proviso.db'), { readonly: true });
  try {
    return db.prepare(sql).all(...values) as T[];
  } finally {
    db.close();
  }
};
const events = () => query<{ n: number }>('SELECT COUNT(*) AS n FROM Event')[0]!.n;
const atOnce = <T>(work: (i: number) => Promise<T>) => Promise.all(Array.from({ length: AT_ONCE }, (_, i) => work(i)));
const numberOf = async (answer: Response) => ((await answer.json()) as { value: { number: number } }).value.number;
const raise = async (words: string) =>
  numberOf(await rosa.post(`/reviews/${REVIEW}/raise`, provisionConcern('chp_II__art_7__para_1', words)));

describe('a form that is posted twenty times at once', () => {
  it('raises one concern, and every answer names it', async () => {
    const form = provisionConcern('chp_II__art_7__para_1', 'Said once.');
    const before = events();
    const answers = await atOnce(() => rosa.post(`/reviews/${REVIEW}/raise`, form));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    const told = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect(told.size).toBe(1);
    const rows = query<{ number: number }>('SELECT number FROM Concern WHERE submission = ?', form.submission);
    expect(rows).toEqual([{ number: (JSON.parse([...told][0]!) as { value: { number: number } }).value.number }]);
    expect(query('SELECT id FROM ConcernRevision WHERE body LIKE ?', '%Said once.%')).toHaveLength(1);
    expect(events()).toBe(before + 1);
    // The numbers that the other nineteen might have taken are free.
    expect(await raise('The next one.')).toBe(rows[0]!.number + 1);
  });

  it('makes one reply, with scripts and without', async () => {
    const number = await raise('A question.');
    for (const path of [`/reviews/${REVIEW}/concerns/${number}`, `/reviews/${REVIEW}/concerns/${number}/thread`]) {
      const form = { intent: 'reply', submission: crypto.randomUUID(), bodyText: `Answered once at ${path}.` };
      const answers = await atOnce(() => rosa.post(path, form));
      expect(new Set(answers.map((answer) => answer.status)).size).toBe(1);
      expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
      expect(query('SELECT id FROM Reply WHERE submission = ?', form.submission)).toHaveLength(1);
    }
  });

  it('edits once, resolves once', async () => {
    const number = await raise('As it was first.');
    const path = `/reviews/${REVIEW}/concerns/${number}/thread`;
    const edit = { intent: 'edit', revision: '1', category: 'data', severity: 'serious', bodyText: 'Edited once.' };
    const edits = await atOnce(() => rosa.post(path, edit));
    expect(new Set(edits.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(query('SELECT id FROM ConcernRevision WHERE body LIKE ?', '%Edited once.%')).toHaveLength(1);
    await atOnce(() => rosa.post(path, { intent: 'resolve', reason: 'Resolved once.' }));
    expect(query('SELECT id FROM StatusChange WHERE reason = ?', 'Resolved once.')).toHaveLength(1);
  });
});

describe('twenty edits of one concern from the same revision', () => {
  it.each([
    ['with scripts', (number: number) => `/reviews/${REVIEW}/concerns/${number}/thread`, 200],
    ['without', (number: number) => `/reviews/${REVIEW}/concerns/${number}`, 302],
  ])('%s: one succeeds, the others get 409 and both texts, and no word is lost', async (_how, pathOf, success) => {
    const number = await raise('The first words.');
    const mine = (i: number) => `Edited by window ${i} of twenty`;
    const form = (i: number) => ({
      intent: 'edit',
      revision: '1',
      category: 'data',
      severity: 'serious',
      bodyText: mine(i),
    });
    const answers = await atOnce(async (i) => {
      const answer = await rosa.post(pathOf(number), form(i));
      return { i, status: answer.status, text: await answer.text() };
    });
    const won = answers.filter((answer) => answer.status === success);
    expect(won).toHaveLength(1);
    const lost = answers.filter((answer) => answer !== won[0]);
    expect(lost.map((answer) => answer.status)).toEqual(Array<number>(AT_ONCE - 1).fill(409));
    const theirs = mine(won[0]!.i);
    for (const { i, text } of lost) {
      expect(text).toContain(theirs);
      if (success === 302) {
        // Her own words are in the form again, which now goes from the newer revision.
        const sent = [...text.matchAll(/<textarea[^>]*name="bodyText"[^>]*>([^<]*)/g)].map(([, words]) =>
          words!.trim(),
        );
        expect(sent).toContain(mine(i));
        expect(text).toMatch(/<input[^>]*name="revision"[^>]*value="2"/);
      } else expect((JSON.parse(text) as { theirs: { revision: number } }).theirs.revision).toBe(2);
    }
    const bodies = query<{ body: string }>(
      `SELECT r.body FROM ConcernRevision r JOIN Concern c ON c.id = r.concernId JOIN Review v ON v.id = c.reviewId
       WHERE c.number = ? AND v.slug = ? ORDER BY r.ordinal`,
      number,
      REVIEW,
    );
    expect(bodies).toHaveLength(2);
    expect(bodies[0]!.body).toContain('The first words.');
    expect(bodies[1]!.body).toContain(theirs);
    // Having seen both, the second one saves again from the newer revision.
    const again = await rosa.post(pathOf(number), { ...form(lost[0]!.i), revision: '2' });
    expect(again.status).toBe(success);
  });

  it('holds for a reply too', async () => {
    const number = await raise('With a reply that is edited.');
    const path = `/reviews/${REVIEW}/concerns/${number}/thread`;
    const submission = crypto.randomUUID();
    await rosa.post(path, { intent: 'reply', submission, bodyText: 'First.' });
    const [reply] = query<{ id: string }>('SELECT id FROM Reply WHERE submission = ?', submission);
    const answers = await atOnce(async (i) => {
      const answer = await rosa.post(path, {
        intent: 'edit-reply',
        reply: reply!.id,
        revision: '1',
        bodyText: `Reply edited by ${i} of twenty`,
      });
      return { status: answer.status, text: await answer.text() };
    });
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array<number>(AT_ONCE - 1).fill(409)]);
    const [newest] = query<{ body: string }>(
      'SELECT body FROM ReplyRevision WHERE replyId = ? ORDER BY ordinal DESC',
      reply!.id,
    );
    const words = /Reply edited by \d+ of twenty/.exec(newest!.body)![0];
    for (const { status, text } of answers) if (status === 409) expect(text).toContain(words);
  });
});
