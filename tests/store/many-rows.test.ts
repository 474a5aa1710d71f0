import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantSample } from '#app/operations/sample/plant-sample.server';
import { readThread } from '#app/operations/concern/read-thread.server';
import { threadsOf } from '#app/store/concern/concerns.server';
import { freshApp, ROOT, VISITOR, type FreshApp } from './fresh-app';

const REPLIES = 1200;
let fresh: FreshApp;

beforeAll(async () => {
  fresh = await freshApp();
  const { app } = fresh;
  await plantSample(app, join(ROOT, 'prisma/sample'));
  // Copies of a reply that the sample has, so that every column is as the product writes it.
  const reply = app.store.raw.prepare<[], Record<string, unknown>>('SELECT * FROM Reply LIMIT 1').get()!;
  const revision = app.store.raw
    .prepare<[unknown], Record<string, unknown>>('SELECT * FROM ReplyRevision WHERE replyId = ?')
    .get(reply.id)!;
  const insert = (table: string, row: Record<string, unknown>) => {
    const columns = Object.keys(row);
    app.store.raw
      .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`)
      .run(row);
  };
  app.store.raw.transaction(() => {
    for (let i = 0; i < REPLIES; i++) {
      const id = randomUUID();
      insert('Reply', { ...reply, id, parentId: null, submission: randomUUID() });
      insert('ReplyRevision', { ...revision, id: randomUUID(), replyId: id });
    }
  })();
});
afterAll(() => fresh.remove());

it('A thread with 1,200 replies more can be read, and its review still be reported', async () => {
  const { app } = fresh;
  const review = await app.store.prisma.review.findFirstOrThrow({
    include: { concerns: { include: { replies: true } } },
  });
  const long = review.concerns.find((concern) => concern.replies.length >= REPLIES)!;
  const thread = await readThread(VISITOR, app, review.slug, long.number);
  expect(thread.ok && thread.value.replies.length).toBeGreaterThanOrEqual(REPLIES);
  const threads = await threadsOf(app.store.prisma, review.id);
  expect(threads.find((row) => row.id === long.id)?.replies.length).toBe(long.replies.length);
});
