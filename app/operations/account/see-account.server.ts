import type { Constituency } from '#app/domain/concern/taxonomy';
import { fail, ok, type Result } from '#app/domain/result';
import { organisationsOf, sessionsOf } from '#app/store/account/accounts.server';
import type { Actor, App } from '../app.server';

export interface AccountView {
  readonly handle: string;
  readonly name: string;
  readonly sessions: readonly {
    readonly id: string;
    readonly createdAt: string;
    readonly seenAt: string;
    readonly current: boolean;
  }[];
  readonly organisations: readonly {
    readonly id: string;
    readonly name: string;
    readonly constituency: Constituency;
  }[];
}

/** One's own account. Codes: sign-in-needed. */
export async function seeAccount(actor: Actor, app: App): Promise<Result<AccountView>> {
  if (actor.kind !== 'person') return fail('sign-in-needed');
  const [sessions, organisations] = await Promise.all([
    sessionsOf(app.store.prisma, actor.id),
    organisationsOf(app.store.prisma, actor.id),
  ]);
  return ok({
    handle: actor.handle,
    name: actor.name,
    sessions: sessions.map((s) => ({
      id: s.id,
      createdAt: s.createdAt.toISOString(),
      seenAt: s.seenAt.toISOString(),
      current: s.id === actor.sessionId,
    })),
    organisations: organisations.map((o) => ({ id: o.id, name: o.name, constituency: o.constituency as Constituency })),
  });
}
