import { clearThrottle, setThrottle, throttleOf } from '#app/store/account/accounts.server';
import type { App } from '../app.server';

const WINDOW_MS = 15 * 60_000;
/** A client's own failures stop it soon; an account only stops when many clients try it, so a stranger cannot lock out its owner cheaply. */
const PER_CLIENT = 10;
const PER_ACCOUNT = 60;
const CLIENTS_KEPT = 10_000;

// By client in memory only: `client` is a keyed hash of an address, and the key dies with the process.
const clients = new Map<string, { failures: number; until: number }>();

/** Seconds to wait before this client may try this handle; 0: now. */
export async function mustWait(app: App, handle: string, client: string): Promise<number> {
  const now = app.now().getTime();
  const mine = clients.get(client);
  if (mine && mine.until > now && mine.failures >= PER_CLIENT) return Math.ceil((mine.until - now) / 1000);
  const account = await throttleOf(app.store.prisma, `handle:${handle}`);
  if (account && account.windowEnd.getTime() > now && account.failures >= PER_ACCOUNT)
    return Math.ceil((account.windowEnd.getTime() - now) / 1000);
  return 0;
}

export async function noteFailure(app: App, handle: string, client: string): Promise<void> {
  const now = app.now().getTime();
  const mine = clients.get(client);
  if (clients.size >= CLIENTS_KEPT) clients.delete(clients.keys().next().value ?? '');
  clients.set(
    client,
    mine && mine.until > now ? { ...mine, failures: mine.failures + 1 } : { failures: 1, until: now + WINDOW_MS },
  );
  const key = `handle:${handle}`;
  const account = await throttleOf(app.store.prisma, key);
  const open = account !== null && account.windowEnd.getTime() > now;
  await setThrottle(
    app.store.prisma,
    key,
    open ? account.failures + 1 : 1,
    open ? account.windowEnd : new Date(now + WINDOW_MS),
  );
}

export async function noteSuccess(app: App, handle: string, client: string): Promise<void> {
  clients.delete(client);
  await clearThrottle(app.store.prisma, `handle:${handle}`);
}
