import { settleSchema } from '#app/domain/concern/form';
import type { Status } from '#app/domain/concern/taxonomy';
import { readForm } from '#app/domain/form';
import { fail, ok, type Result } from '#app/domain/result';
import { concernByNumber, setStatus } from '#app/store/concern/concerns.server';
import { write } from '#app/store/database.server';
import { appendEvent } from '#app/store/review/events.server';
import { enterReview } from '../access.server';
import { accountIdOf, newId, type Actor, type App } from '../app.server';

/**
 * Resolves or reopens a concern with a reason; the author may, and a coordinator. A concern that already is so stays so.
 * Codes: not-found, sign-in-needed, forbidden, invalid, gone.
 */
export async function settleConcern(
  actor: Actor,
  app: App,
  slug: string,
  number: number,
  status: Status,
  fields: Record<string, string>,
): Promise<Result<null>> {
  const readable = enterReview(actor, app, slug, 'read-thread');
  if (!readable.ok) return readable;
  const concern = await concernByNumber(app.store.prisma, readable.value.id, number);
  if (!concern) return fail('not-found');
  const entered = enterReview(actor, app, slug, 'settle-concern', { author: concern.authorId === accountIdOf(actor) });
  if (!entered.ok) return entered;
  if (actor.kind !== 'person') return fail('sign-in-needed');
  if (concern.deletedAt) return fail('gone', { detail: 'This concern was deleted.' });
  const form = readForm(settleSchema, fields);
  if (!form.ok) return form;
  const reviewId = entered.value.id;
  await write(app.store, async (tx) => {
    const now = app.now();
    const changed = await setStatus(tx, {
      id: newId(),
      concernId: concern.id,
      status,
      reason: form.value.reason,
      actorId: actor.id,
      createdAt: now,
    });
    const kind = status === 'resolved' ? 'concern-resolved' : 'concern-reopened';
    if (changed)
      await appendEvent(tx, { id: newId(), reviewId, kind, concernId: concern.id, actorId: actor.id, createdAt: now });
  });
  app.hub.publish(reviewId);
  return ok(null);
}
