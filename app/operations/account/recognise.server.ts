import { findSession, touchSession } from '#app/store/account/accounts.server';
import { sha256, type Actor, type App } from '../app.server';
import { IDLE_SECONDS } from './session.server';

const TOUCH_MS = 10 * 60_000;

/** Who holds this session secret: a person, or a visitor when it is unknown, expired, idle too long or of a suspended account. */
export function recognise(app: App, token: string | null): Actor {
  if (!token || token.length > 100) return { kind: 'visitor' };
  const now = app.now();
  const session = findSession(app.store, sha256(token), now, IDLE_SECONDS);
  if (!session) return { kind: 'visitor' };
  // Written seldom, so that reading stays reading.
  if (now.getTime() - session.seenAt.getTime() > TOUCH_MS)
    void touchSession(app.store.prisma, session.id, now).catch(() => {});
  return { kind: 'person', id: session.accountId, handle: session.handle, name: session.name, sessionId: session.id };
}
