import { ok, type Result } from '#app/domain/result';
import { endSessions } from '#app/store/account/accounts.server';
import type { Actor, App } from '../app.server';

/** Ends the session one is in. Nothing to end is fine. */
export async function signOut(actor: Actor, app: App): Promise<Result<null>> {
  if (actor.kind === 'person') await endSessions(app.store.prisma, actor.id, { id: actor.sessionId });
  return ok(null);
}
