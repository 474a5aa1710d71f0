import type { ConcernSummary } from '#app/domain/concern/thread';
import { fail, ok, type Result } from '#app/domain/result';
import { concernsOf } from '#app/store/concern/concerns.server';
import { eventsAfter } from '#app/store/review/events.server';
import { enterReview } from '../access.server';
import type { Actor, App } from '../app.server';
import { textToShow } from '../treaty/text-cache.server';
import { concernsOnText } from '../concern/views.server';

/**
 * The concerns of one text (the review's own unless another of its treaty is named) that events after `after` touched, as they
 * are now, and the sequence they are of. Offsets mean nothing in another text, so no others are given. Codes: not-found, invalid.
 */
export async function seeChanges(
  actor: Actor,
  app: App,
  slug: string,
  after: number,
  textId?: string,
): Promise<Result<{ sequence: number; concerns: ConcernSummary[] }>> {
  const entered = enterReview(actor, app, slug, 'see-changes');
  if (!entered.ok) return entered;
  if (!Number.isSafeInteger(after) || after < 0) return fail('invalid');
  const review = entered.value;
  const touched = new Set(eventsAfter(app.store, review.id, after).flatMap((event) => event.concern ?? []));
  if (touched.size === 0) return ok({ sequence: review.sequence, concerns: [] });
  const text = await textToShow(app, review, { id: textId || review.textId });
  if (!text) return fail('not-found');
  const rows = await concernsOf(app.store.prisma, review.id, [...touched]);
  return ok({ sequence: review.sequence, concerns: concernsOnText(rows, text) });
}
