import { ok, type Result } from '#app/domain/result';
import type { Role } from '#app/domain/review/roles';
import { invitationsOf } from '#app/store/account/invitations.server';
import { membersOf } from '#app/store/review/reviews.server';
import { enterReview } from '../access.server';
import type { Actor, App } from '../app.server';

export interface MembersView {
  readonly members: readonly {
    readonly account: string;
    readonly name: string;
    readonly handle: string;
    readonly role: Role;
  }[];
  /** For coordinators; empty for others. */
  readonly invitations: readonly {
    readonly id: string;
    readonly role: Role;
    readonly note: string;
    readonly organisation: string | null;
    readonly expiresAt: string;
  }[];
}

/** Who is in a review, for its members. Codes: not-found, sign-in-needed, forbidden. */
export async function seeMembers(actor: Actor, app: App, slug: string): Promise<Result<MembersView>> {
  const review = enterReview(actor, app, slug, 'see-members');
  if (!review.ok) return review;
  const { id, role } = review.value;
  const members = await membersOf(app.store.prisma, id);
  const invitations = role === 'coordinator' ? await invitationsOf(app.store.prisma, id, app.now()) : [];
  return ok({
    members: members.map((m) => ({
      account: m.account.id,
      name: m.account.name,
      handle: m.account.handle,
      role: m.role as Role,
    })),
    invitations: invitations.map((i) => ({
      id: i.id,
      role: i.role as Role,
      note: i.note,
      organisation: i.organisation?.name ?? null,
      expiresAt: i.expiresAt.toISOString(),
    })),
  });
}
