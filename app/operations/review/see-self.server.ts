import { ok, type Result } from '#app/domain/result';
import { may } from '#app/domain/review/policy';
import type { ReaderSelf } from '#app/domain/review/reader';
import { organisationsOf } from '#app/store/account/accounts.server';
import { enterReview } from '../access.server';
import type { Actor, App } from '../app.server';

/** Who the actor is in this review: the one personal answer behind the shared page. Codes: not-found. */
export async function seeSelf(actor: Actor, app: App, slug: string): Promise<Result<ReaderSelf>> {
  const review = enterReview(actor, app, slug, 'see-self');
  if (!review.ok) return review;
  const { role, visibility, id } = review.value;
  if (actor.kind !== 'person')
    return ok({ account: null, role: null, can: { raise: false, reply: false }, organisations: [], present: [] });
  const standing = { signedIn: true, role, visibility };
  const organisations = await organisationsOf(app.store.prisma, actor.id);
  return ok({
    account: { id: actor.id, handle: actor.handle, name: actor.name },
    role,
    can: { raise: may('raise-concern', standing), reply: may('reply', standing) },
    organisations: organisations.map((o) => ({ id: o.id, name: o.name })),
    present: role === null ? [] : app.presence.names(id, actor.id),
  });
}
