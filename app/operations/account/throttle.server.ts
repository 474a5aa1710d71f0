import { clearThrottle, setThrottle, throttleOf } from '#app/store/account/accounts.server';
import { write } from '#app/store/database.server';
import type { App } from '../app.server';

const WINDOW_MS = 15 * 60_000;
/** A client's own failures stop it soon; an account only stops when many clients try it, so a stranger cannot lock out its owner cheaply. */
const PER_CLIENT = 10;
const PER_ACCOUNT = 60;
const CLIENTS_KEPT = 10_000;

// By client in memory only: `client` is a keyed hash of an address, and the key dies with the process.
const clients = new Map<string, { failures: number; until: number }>();

/**
 * Counts a try, before the password is looked at, so that many at once cannot slip through together. Seconds to wait when there
 * were too many; 0: go on.
 */
export async function countTry(app: App, handle: string, client: string): Promise<number> {
  const now = app.now().getTime();
  const kept = clients.get(client);
  const mine = kept && kept.until > now ? kept : { failures: 0, until: now + WINDOW_MS };
  if (mine.failures >= PER_CLIENT) return Math.ceil((mine.until - now) / 1000);
  if (!kept && clients.size >= CLIENTS_KEPT) clients.delete(clients.keys().next().value ?? '');
  clients.set(client, { ...mine, failures: mine.failures + 1 });
  return write(app.store, async (tx) => {
    const key = `handle:${handle}`;
    const account = await throttleOf(tx, key);
    const open = account !== null && account.windowEnd.getTime() > now;
    if (open && account.failures >= PER_ACCOUNT) return Math.ceil((account.windowEnd.getTime() - now) / 1000);
    await setThrottle(tx, key, open ? account.failures + 1 : 1, open ? account.windowEnd : new Date(now + WINDOW_MS));
    return 0;
  });
}

/** The try was a good one: it counts no more. */
export async function noteSuccess(app: App, handle: string, client: string): Promise<void> {
  clients.delete(client);
  await clearThrottle(app.store.prisma, `handle:${handle}`);
}
