import type { ThreadView } from '#app/domain/concern/thread';
import { fail, ok, type Result } from '#app/domain/result';
import { concernByNumber } from '#app/store/concern/concerns.server';
import { enterReview } from '../access.server';
import { accountIdOf, type Actor, type App } from '../app.server';
import { loadText } from '../treaty/text-cache.server';
import { threadView } from './views.server';

/** One concern with its replies. Codes: not-found. */
export async function readThread(actor: Actor, app: App, slug: string, number: number): Promise<Result<ThreadView>> {
  const entered = enterReview(actor, app, slug, 'read-thread');
  if (!entered.ok) return entered;
  const review = entered.value;
  const row = await concernByNumber(app.store.prisma, review.id, number);
  if (!row) return fail('not-found');
  const text = await loadText(app, review.treatyId, { id: row.placements[0]?.textId ?? review.textId });
  const standing = { signedIn: actor.kind === 'person', role: review.role, visibility: review.visibility };
  return ok(threadView(row, text?.citations ?? new Map(), standing, accountIdOf(actor)));
}
