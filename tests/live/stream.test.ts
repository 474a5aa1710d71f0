import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proviso, SHORT_TREATY } from '../command-line';
import { Person, provisionConcern } from '../person';
import { startServer, type RunningServer } from '../running-server';
import { EventClient } from './event-client';

const REVIEW = 'cybercrime-convention-sample';
let server: RunningServer;
let rosa: Person;
let lin: Person;

beforeAll(async () => {
  server = await startServer();
  rosa = await new Person(server).join(server.firstVisit!, 'rosa', 'Rosa K.');
  lin = await new Person(server).join(await rosa.invite(REVIEW, 'reviewer'), 'lin', 'Lin');
});
afterAll(() => server.remove());

const follow = (who: Person, more: { review?: string; after?: number } = {}) =>
  EventClient.open(`${who.server.url}/reviews/${more.review ?? REVIEW}/live`, {
    ...(who.cookie ? { Cookie: who.cookie } : {}),
    ...(more.after === undefined ? {} : { 'Last-Event-ID': String(more.after) }),
  });
const visitor = () => new Person(server);
const sequence = async (review = REVIEW, who = rosa) =>
  ((await (await who.get(`/reviews/${review}/changes?after=0`)).json()) as { sequence: number }).sequence;
const raise = async (who: Person, words: string, review = REVIEW, eId = 'chp_II__art_7__para_1') => {
  const response = await who.post(`/reviews/${review}/raise`, provisionConcern(eId, words));
  expect(response.status).toBe(200);
  return ((await response.json()) as { value: { number: number } }).value.number;
};
/** Numbers of a fixed seed: cuts fall where they fall, and fall there again when the test is run again. */
const seeded = (seed: number) => () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;

describe('the stream of a review', () => {
  it('tells what happened in order, with ids and never words', async () => {
    const from = await sequence();
    const stream = await follow(lin);
    const number = await raise(rosa, 'A secret turn of phrase.');
    const replied = await rosa.post(`/reviews/${REVIEW}/concerns/${number}`, {
      intent: 'reply',
      submission: crypto.randomUUID(),
      bodyText: 'A secret reply.',
    });
    expect(replied.status).toBe(302);
    for (const intent of ['resolve', 'reopen'])
      expect(
        (await rosa.post(`/reviews/${REVIEW}/concerns/${number}`, { intent, reason: 'A secret reason.' })).status,
      ).toBe(302);
    expect((await rosa.post(`/reviews/${REVIEW}/concerns/${number}`, { intent: 'delete' })).status).toBe(302);
    await stream.until(() => stream.events.length >= 5);
    expect(stream.events.map((e) => [e.id, e.event])).toEqual([
      [from + 1, 'concern-raised'],
      [from + 2, 'reply-posted'],
      [from + 3, 'concern-resolved'],
      [from + 4, 'concern-reopened'],
      [from + 5, 'concern-deleted'],
    ]);
    for (const e of stream.events) expect(e.data).toMatchObject({ sequence: e.id, kind: e.event, concern: number });
    expect(JSON.stringify(stream.frames)).not.toContain('secret');
    stream.cut();
  });

  it('resumes after random cuts during 60 posts: nothing missed, nothing doubled', async () => {
    const from = await sequence();
    const random = seeded(20_241_224);
    const posting = (async () => {
      for (let i = 0; i < 60; i += 3)
        await Promise.all([1, 2, 3].map((k) => raise(k === 1 ? rosa : lin, `Post ${i + k} of sixty.`)));
    })();
    const got: number[] = [];
    let cuts = 0;
    while (got.length < 60) {
      const stream = await follow(rosa, { after: got.at(-1) ?? from });
      const enough = Math.min(60 - got.length, Math.floor(random() * 6));
      await stream.until(() => stream.events.length >= enough);
      stream.cut();
      cuts += 1;
      got.push(...stream.events.map((e) => e.id!));
    }
    await posting;
    expect(cuts).toBeGreaterThan(5);
    expect(got).toEqual(Array.from({ length: 60 }, (_, i) => from + 1 + i));
  });

  it('starts at the present for who brings no id, a wrong one, or one from the future', async () => {
    for (const id of [undefined, 'abc', '-1', '999999999']) {
      const headers: Record<string, string> = id === undefined ? {} : { 'Last-Event-ID': id };
      const stream = await EventClient.open(`${server.url}/reviews/${REVIEW}/live`, headers);
      const number = await raise(rosa, 'The present.');
      await stream.until(() => stream.events.length > 0);
      expect(stream.events.map((e) => (e.data as { concern: number }).concern)).toEqual([number]);
      stream.cut();
    }
  });

  it('answers a stranger at a private review as at a missing one', async () => {
    const review = await privateReview('Only for ourselves');
    for (const who of [visitor(), lin]) {
      const [hidden, missing] = await Promise.all([follow(who, { review }), follow(who, { review: 'no-such-review' })]);
      expect([hidden.status, missing.status]).toEqual([404, 404]);
      expect([hidden.frames, missing.frames]).toEqual([[], []]);
    }
  });

  it('ends for a member who is removed from a private review, and tells her nothing more', async () => {
    const review = await privateReview('Closed circle');
    const noor = await new Person(server).join(await rosa.invite(review, 'reviewer'), 'noor', 'Noor');
    const stream = await follow(noor, { review });
    const staying = await follow(rosa, { review });
    const first = await raise(rosa, 'While she is a member.', review);
    await stream.until(() => stream.events.length > 0);
    const { account } = (await (await noor.get(`/reviews/${review}/me`)).json()) as { account: { id: string } };
    const removed = await rosa.post(`/reviews/${review}/members`, {
      intent: 'member',
      account: account.id,
      role: 'none',
    });
    expect(removed.status).toBe(200);
    const second = await raise(rosa, 'After she has gone.', review);
    await stream.until(() => stream.over);
    await staying.until(() => staying.events.some((e) => (e.data as { concern: number }).concern === second));
    expect(stream.events.map((e) => (e.data as { concern: number }).concern)).toEqual([first]);
    expect(stream.frames.at(-1)?.event).toBe('ended');
    expect((await follow(noor, { review, after: 0 })).status).toBe(404);
    await staying.until(() => staying.present.at(-1)?.length === 0);
    staying.cut();
  });

  it('ends for a member who signs out', async () => {
    const review = await privateReview('Signing out');
    const mara = await new Person(server).join(await rosa.invite(review, 'reviewer'), 'mara', 'Mara');
    const stream = await follow(mara, { review });
    await mara.post('/sign-out', {});
    await raise(rosa, 'After she has left.', review);
    await stream.until(() => stream.over);
    expect(stream.events).toEqual([]);
  });
});

describe('who is reading now', () => {
  it('is told to members, not to visitors, and to nobody of herself', async () => {
    const [hers, his, public_] = [await follow(rosa), await follow(lin), await follow(visitor())];
    const secondTab = await follow(lin);
    await hers.until(() => hers.present.at(-1)?.includes('Lin') === true);
    await his.until(() => his.present.at(-1)?.includes('Rosa K.') === true);
    his.cut();
    const number = await raise(rosa, 'A mark in the stream.');
    for (const stream of [hers, secondTab, public_])
      await stream.until(() => stream.events.some((e) => (e.data as { concern: number }).concern === number));
    // One of his two tabs has gone: he is still here.
    expect(hers.present.at(-1)).toEqual(['Lin']);
    secondTab.cut();
    await hers.until(() => hers.present.at(-1)?.length === 0);
    expect(public_.frames.filter((frame) => frame.event === 'present')).toEqual([]);
    expect(hers.present.flat()).not.toContain('Rosa K.');
    expect(his.present.flat()).not.toContain('Lin');
    const me = (await (await visitor().get(`/reviews/${REVIEW}/me`)).json()) as { present: string[] };
    expect(me.present).toEqual([]);
    hers.cut();
    public_.cut();
  });
});

describe('clients that vanish', () => {
  const handles = () => readdirSync(`/proc/${server.pid}/fd`).length;
  it.skipIf(!existsSync('/proc/self/fd'))('leave no open stream after 200 came and went (needs /proc)', async () => {
    await (await follow(rosa)).until(() => true);
    const watcher = await follow(rosa);
    const before = handles();
    for (let i = 0; i < 20; i += 1) {
      const ten = await Promise.all(Array.from({ length: 10 }, (_, k) => follow(k % 2 ? lin : visitor())));
      for (const stream of ten) {
        expect(stream.status).toBe(200);
        stream.cut();
      }
    }
    // fetch keeps a few connections of its own for a moment; two hundred streams would show.
    await expect.poll(handles, { timeout: 20_000 }).toBeLessThan(before + 15);
    await watcher.until(() => watcher.present.at(-1)?.length === 0);
    watcher.cut();
  });
});

describe('what another process writes', () => {
  it('reaches followers here: a second server on the same database, and the command line', async () => {
    const second = await startServer({ data: server.data });
    try {
      const there = new Person(second);
      there.cookie = rosa.cookie;
      const here = await follow(lin);
      const from = await sequence();
      const number = await raise(there, 'Written by the other process.');
      await here.until(() => here.events.length > 0);
      expect(here.events[0]).toMatchObject({ id: from + 1, data: { concern: number } });

      const file = join(server.data, 'bridges.md');
      writeFileSync(file, SHORT_TREATY);
      const options = ['--treaty', 'bridges', '--title', 'Bridges', '--version', 'Adopted', '--lang', 'en'];
      expect(await proviso(server.data, 'import', file, ...options)).toMatchObject({ code: 0 });
      const after = await raise(there, 'Written after the import.');
      await here.until(() => here.events.length > 1);
      expect(here.events.map((e) => [e.id, (e.data as { concern: number }).concern])).toEqual([
        [from + 1, number],
        [from + 2, after],
      ]);
      expect((await visitor().get('/treaties/bridges/adopted/en')).status).toBe(200);
      here.cut();
    } finally {
      await second.stop();
    }
  });
});

async function privateReview(title: string): Promise<string> {
  const page = await (await rosa.get('/reviews/new')).text();
  const text = /<option value="([0-9a-f-]{36})"/.exec(page)?.[1];
  expect(text).toBeDefined();
  const made = await rosa.post('/reviews/new', { title, brief: '', text: text!, visibility: 'private' });
  expect(made.status).toBe(302);
  return made.headers.get('Location')!.split('/').at(-1)!;
}
