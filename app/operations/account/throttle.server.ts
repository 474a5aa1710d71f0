import { createHmac } from 'node:crypto';
import { endedThrottles, setThrottle, throttleOf, uncountThrottle } from '#app/store/account/accounts.server';
import { write } from '#app/store/database.server';
import type { App } from '../app.server';

const WINDOW_MS = 15 * 60_000;
const CLIENTS_KEPT = 10_000;
/** A client's own failures stop it soon. */
const PER_CLIENT = 10;

/**
 * What wrong passwords are counted against, and how many a quarter of an hour takes. Strangers share the account's count, so they
 * can stop each other but not a browser in which its owner has signed in before: that has a count of its own.
 */
const MOST = { account: 60, device: 10, password: 10 } as const;
export interface Count {
  readonly of: keyof typeof MOST;
  readonly name: string;
}

// Keyed: what somebody typed as a handle, which may have been her password, never stands in the database.
const keyOf = (app: App, { of, name }: Count) =>
  createHmac('sha256', app.secret).update(`throttle\0${of}\0${name}`).digest('base64url');

// By client in memory only: `client` is a keyed hash of an address, and the key dies with the process.
const clients = new Map<string, { failures: number; until: number }>();

/** Counts a try of a client, before the password is looked at. Seconds to wait when there were too many; 0: go on. */
export function countClient(app: App, client: string): number {
  const now = app.now().getTime();
  const kept = clients.get(client);
  const mine = kept && kept.until > now ? kept : { failures: 0, until: now + WINDOW_MS };
  if (mine.failures >= PER_CLIENT) return Math.ceil((mine.until - now) / 1000);
  if (!kept && clients.size >= CLIENTS_KEPT) clients.delete(clients.keys().next().value ?? '');
  clients.set(client, { ...mine, failures: mine.failures + 1 });
  return 0;
}

/** The client's try was a good one: it counts no more. Earlier ones do, or whoever has an account of her own could guess for ever. */
export function uncountClient(client: string): void {
  const kept = clients.get(client);
  if (kept) clients.set(client, { ...kept, failures: Math.max(0, kept.failures - 1) });
}

/**
 * Counts a try, before the password is looked at, so that many at once cannot slip through together. Seconds to wait when there
 * were too many; 0: go on.
 */
export function countTry(app: App, count: Count): Promise<number> {
  return write(app.store, async (tx) => {
    const now = app.now();
    await endedThrottles(tx, now);
    const key = keyOf(app, count);
    const kept = await throttleOf(tx, key);
    const windowEnd = kept?.windowEnd ?? new Date(now.getTime() + WINDOW_MS);
    if (kept && kept.failures >= MOST[count.of]) return Math.ceil((windowEnd.getTime() - now.getTime()) / 1000);
    await setThrottle(tx, key, (kept?.failures ?? 0) + 1, windowEnd);
    return 0;
  });
}

/** The try was a good one: it counts no more. */
export async function uncountTry(app: App, count: Count): Promise<void> {
  await uncountThrottle(app.store.prisma, keyOf(app, count));
}
