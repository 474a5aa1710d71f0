import { z } from 'zod';
import { handleSchema, nameSchema, passwordSchema } from '#app/domain/account/credentials';
import { readForm } from '#app/domain/form';
import { fail, ok, type Result } from '#app/domain/result';
import type { Role } from '#app/domain/review/roles';
import { accountByHandle, addRepresentative, insertAccount } from '#app/store/account/accounts.server';
import { FIRST_VISIT, openInvitation, useInvitation } from '#app/store/account/invitations.server';
import { write } from '#app/store/database.server';
import { appendEvent } from '#app/store/review/events.server';
import { addMember } from '#app/store/review/reviews.server';
import { newId, sha256, type Actor, type App } from '../app.server';
import { pseudonym } from '../review/pseudonym.server';
import { markDevice } from './device.server';
import { hashPassword } from './password.server';
import { openSession } from './session.server';

const schema = z.object({ handle: handleSchema, name: nameSchema, password: passwordSchema });
const USED = 'This link has been used, withdrawn or has expired. Ask for a new one.';

/** What a person who holds the link may know before she takes it. Looking uses nothing up. Codes: gone. */
export async function seeInvitation(
  _actor: Actor,
  app: App,
  token: string,
): Promise<
  Result<{ review: { slug: string; title: string } | null; role: Role; organisation: string | null; first: boolean }>
> {
  const invitation = await openInvitation(app.store.prisma, sha256(token), app.now());
  if (!invitation) return fail('gone', { detail: USED });
  return ok({
    review: invitation.review && { slug: invitation.review.slug, title: invitation.review.title },
    role: invitation.role as Role,
    organisation: invitation.organisation?.name ?? null,
    first: invitation.note === FIRST_VISIT && invitation.invitedById === null,
  });
}

/**
 * Takes an invitation: a visitor makes an account with it, a person who is signed in joins as herself. Single use, also when
 * two try at once. Gives a session's secret for a new account, and the marks for the browser (`device`: those it has). Codes: gone, invalid, too-many.
 */
export async function join(
  actor: Actor,
  app: App,
  token: string,
  fields: Record<string, string>,
  device: string | null,
): Promise<Result<{ opened: { token: string; device: string } | null; review: string | null }>> {
  const found = await openInvitation(app.store.prisma, sha256(token), app.now());
  if (!found) return fail('gone', { detail: USED });
  let account: { id: string; handle: string; name: string; passwordHash: string } | null = null;
  if (actor.kind !== 'person') {
    const form = readForm(schema, fields);
    if (!form.ok) return form;
    if (await accountByHandle(app.store.prisma, form.value.handle))
      return fail('invalid', { fields: { handle: 'This handle is taken; choose another.' } });
    const passwordHash = await hashPassword(form.value.password);
    if (passwordHash === null) return fail('too-many', { retryAfter: 10 });
    account = { id: newId(), handle: form.value.handle, name: form.value.name, passwordHash };
  }
  const accountId = actor.kind === 'person' ? actor.id : account!.id;
  const joined = await write(app.store, async (tx) => {
    const now = app.now();
    if (!(await useInvitation(tx, found.id, now))) return null;
    if (account) await insertAccount(tx, { ...account, createdAt: now });
    if (found.organisationId) await addRepresentative(tx, accountId, found.organisationId, now);
    if (found.reviewId) {
      await addMember(tx, {
        reviewId: found.reviewId,
        accountId,
        role: found.role,
        pseudonym: pseudonym(),
        createdAt: now,
      });
      await appendEvent(tx, {
        id: newId(),
        reviewId: found.reviewId,
        kind: 'member-joined',
        actorId: accountId,
        createdAt: now,
      });
    }
    return {
      opened: account && {
        token: await openSession(app, tx, accountId),
        device: markDevice(app, device, account.handle),
      },
    };
  });
  if (!joined) return fail('gone', { detail: USED });
  if (found.reviewId) app.hub.publish(found.reviewId);
  return ok({ opened: joined.opened, review: found.review?.slug ?? null });
}
