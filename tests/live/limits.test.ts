import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Person } from '../person';
import { startServer, type RunningServer } from '../running-server';
import { EventClient } from './event-client';

vi.setConfig({ testTimeout: 120_000 });

const REVIEW = 'cybercrime-convention-sample';
/** What one may hold: docs/operating.md. */
const PERSON = 20;
const CLIENT = 50;
let server: RunningServer;
let rosa: Person;
let lin: Person;
const all: EventClient[] = [];

beforeAll(async () => {
  server = await startServer();
  rosa = await new Person(server).join(server.firstVisit!, 'rosa');
  lin = await new Person(server).join(await rosa.invite(REVIEW, 'reviewer'), 'lin');
});
afterAll(async () => {
  for (const stream of all) stream.cut();
  await server.remove();
});

const open = async (who?: Person, localAddress?: string) => {
  const url = `${server.url.replace('localhost', '127.0.0.1')}/reviews/${REVIEW}/live`;
  const stream = await EventClient.open(url, who ? { Cookie: who.cookie } : {}, localAddress);
  all.push(stream);
  return stream;
};
const openMany = (most: number, who?: Person, localAddress?: string) =>
  Promise.all(Array.from({ length: most }, () => open(who, localAddress)));
const statuses = (streams: readonly EventClient[]) => streams.map((stream) => stream.status);

it('one person cannot hold every stream, from however many sessions; what she lets go she may take again', async () => {
  const again = new Person(server);
  await again.post('/sign-in', { handle: 'rosa', password: 'a long enough sentence' });
  const held = [...(await openMany(PERSON - 5, rosa)), ...(await openMany(5, again))];
  expect(statuses(held)).toEqual(Array<number>(PERSON).fill(200));
  const refused = await open(again);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await open(lin)).status).toBe(200);
  expect((await open()).status).toBe(200);

  held[0]!.cut();
  await expect.poll(async () => (await open(rosa)).status, { timeout: 20_000 }).toBe(200);
});

it('visitors of one address cannot hold every stream; another address and whoever is signed in still get theirs', async () => {
  const held = await openMany(CLIENT, undefined, '127.0.0.91');
  expect(statuses(held)).toEqual(Array<number>(CLIENT).fill(200));
  expect((await open(undefined, '127.0.0.91')).status).toBe(429);
  expect((await open(undefined, '127.0.0.92')).status).toBe(200);
  expect((await open(lin, '127.0.0.91')).status).toBe(200);
  for (const stream of held) stream.cut();
  await expect.poll(async () => (await open(undefined, '127.0.0.91')).status, { timeout: 20_000 }).toBe(200);
  expect(server.output()).not.toContain('127.0.0.9');
});
