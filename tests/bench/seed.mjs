// Run by the bench in a process of its own: fills a data folder and prints what the bench must know of it as JSON.
import { join } from 'node:path';
import { checkBody } from '#app/domain/concern/body';
import { CATEGORIES, SEVERITIES } from '#app/domain/concern/taxonomy';
import { newId } from '#app/operations/app.server';
import { openSession } from '#app/operations/account/session.server';
import { placementFor } from '#app/operations/concern/passage.server';
import { revisionOf, searchable } from '#app/operations/concern/words.server';
import { openApp } from '#app/operations/open-app.server';
import { importText } from '#app/operations/treaty/import-text.server';
import { loadText } from '#app/operations/treaty/text-cache.server';
import { insertAccount } from '#app/store/account/accounts.server';
import { insertConcern, takeNumber } from '#app/store/concern/concerns.server';
import { write } from '#app/store/database.server';
import { appendEvent } from '#app/store/review/events.server';
import { addMember, insertReview } from '#app/store/review/reviews.server';
import { indexWords } from '#app/store/search.server';
import { seeded } from './measure.mjs';
import { passages, sentence, treaty } from './material.mjs';

const [data, ...sizes] = process.argv.slice(2);
const app = await openApp({
  data,
  databaseFile: join(data, 'proviso.db'),
  publicUrl: 'http://localhost',
  migrations: 'prisma/migrations',
  reading: 'build/proviso/reading.mjs',
});
const stored = await importText(
  { kind: 'operator' },
  app,
  { name: 'bench.txt', bytes: Buffer.from(treaty()) },
  { title: 'Convention of the bench', version: 'Adopted', language: 'en', visibility: 'public' },
);
if (!stored.ok) throw new Error(JSON.stringify(stored));
const { textId, treatyId } = stored.value;
const text = await loadText(app, treatyId, { id: textId });
const createdAt = new Date('2026-03-02T09:00:00Z');
const authorId = newId();
await write(app.store, (tx) =>
  insertAccount(tx, { id: authorId, handle: 'bench', name: 'Amara Okafor', passwordHash: '', createdAt }),
);

const blocksOf = (random) => {
  const body = checkBody({ v: 1, blocks: [1, 2].map(() => ({ k: 'p', c: [{ t: sentence(random) }] })) });
  if (!body.ok) throw new Error(JSON.stringify(body));
  return body.value;
};

for (const slug of [...sizes.map((size) => `bench-${size}`), 'bench-posting']) {
  const reviewId = newId();
  await write(app.store, async (tx) => {
    await insertReview(tx, {
      id: reviewId,
      slug,
      title: slug,
      brief: '',
      treatyId,
      textId,
      visibility: 'public',
      createdAt,
    });
    await addMember(tx, { reviewId, accountId: authorId, role: 'reviewer', pseudonym: 'Contributor 1', createdAt });
  });
  const spans = passages(text.characters, Number(slug.split('-')[1]) || 0);
  const random = seeded(3);
  const pick = (list) => list[Math.floor(random() * list.length)];
  for (let at = 0; at < spans.length; at += 250)
    await write(app.store, async (tx) => {
      for (const { start, end } of spans.slice(at, at + 250)) {
        const exact = text.characters.slice(start, end);
        const placement = placementFor(
          text,
          text.provisions,
          { scope: 'passage', start, end, exact, eId: '' },
          createdAt,
        );
        if (!placement.ok) throw new Error(JSON.stringify(placement));
        const body = blocksOf(random);
        const id = newId();
        const number = await takeNumber(tx, reviewId);
        await insertConcern(
          tx,
          {
            ...{ id, reviewId, number, authorId, organisationId: null, createdAt, submission: newId() },
            ...{ attribution: 'person-and-organisation', pseudonym: 'Contributor 1' },
          },
          {
            ...{ id: newId(), createdAt },
            ...revisionOf(body, { ordinal: 1, category: pick(CATEGORIES).id, severity: pick(SEVERITIES), ask: null }),
          },
          [placement.value],
        );
        await indexWords(tx, { reviewId, concernId: id, itemId: id, words: searchable(exact, body) });
        await appendEvent(tx, {
          id: newId(),
          reviewId,
          kind: 'concern-raised',
          concernId: id,
          actorId: authorId,
          createdAt,
        });
      }
    });
}
const session = await openSession({ ...app, now: () => new Date() }, app.store.prisma, authorId);
const { characters, provisions, html } = text;
console.log(
  JSON.stringify({
    session,
    characters,
    html,
    eIds: provisions.filter((p) => p.kind === 'paragraph').map((p) => p.eId),
    articles: stored.value.articles,
  }),
);
await app.store.close();
