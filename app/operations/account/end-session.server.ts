import { fail, ok, type Result } from '#app/domain/result';
import { endSessions } from '#app/store/account/accounts.server';
import type { Actor, App } from '../app.server';

/** Ends one of one's own sessions, or (without an id) all but this one. Codes: sign-in-needed. */
export async function endSession(actor: Actor, app: App, id: string | null): Promise<Result<number>> {
  if (actor.kind !== 'person') return fail('sign-in-needed');
  return ok(await endSessions(app.store.prisma, actor.id, id ? { id } : { allBut: actor.sessionId }));
}
