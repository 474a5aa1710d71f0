// Run by the bench in a process of its own: raises concerns with the operation alone and prints the CPU milliseconds of one.
import { join } from 'node:path';
import { raiseConcern } from '#app/operations/concern/raise-concern.server';
import { openApp } from '#app/operations/open-app.server';

const [data, posts, words] = process.argv.slice(2);
const app = await openApp({
  data,
  databaseFile: join(data, 'proviso.db'),
  publicUrl: 'http://localhost',
  migrations: 'prisma/migrations',
  reading: 'build/proviso/reading.mjs',
});
const account = await app.store.prisma.account.findFirstOrThrow({ where: { handle: 'bench' } });
const review = await app.store.prisma.review.findFirstOrThrow({ where: { slug: 'bench-posting' } });
const [provision] = await app.store.prisma.provision.findMany({
  where: { textId: review.textId, kind: 'paragraph' },
  take: 1,
});
const actor = { kind: 'person', id: account.id, handle: account.handle, name: account.name, sessionId: '' };

async function raise(count) {
  for (let i = 0; i < count; i++) {
    const fields = { submission: crypto.randomUUID(), scope: 'provision', eId: provision.eId };
    const raised = await raiseConcern(actor, app, review.slug, {
      ...fields,
      ...{ category: 'research', severity: 'serious', bodyText: words },
    });
    if (!raised.ok) throw new Error(JSON.stringify(raised));
  }
}
// Warm, as a server is.
await raise(posts / 2);
const before = process.cpuUsage();
await raise(Number(posts));
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000 / posts);
await app.store.close();
