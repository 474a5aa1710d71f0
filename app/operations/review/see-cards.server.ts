import { cardOf, offsetsOf, stretchOf, WHOLE, type CardStretch } from '#app/domain/concern/mark';
import { fail, ok, type Result } from '#app/domain/result';
import { concernsOf, numbersBetween } from '#app/store/concern/concerns.server';
import { enterReview } from '../access.server';
import type { Actor, App } from '../app.server';
import { concernsOnText } from '../concern/views.server';
import { textToShow } from '../treaty/text-cache.server';

/**
 * The cards of the concerns that begin in one stretch of one text (`WHOLE`: on the whole treaty), as everyone who may read the
 * review sees them. Codes: not-found (also for a stretch that the text does not have).
 */
export async function seeCards(
  actor: Actor,
  app: App,
  slug: string,
  choice: { readonly version: string; readonly language: string },
  stretch: number,
): Promise<Result<CardStretch>> {
  const entered = enterReview(actor, app, slug, 'see-cards');
  if (!entered.ok) return entered;
  const review = entered.value;
  const text = await textToShow(app, review, choice);
  const { from, to } = offsetsOf(stretch);
  if (!text || !Number.isSafeInteger(stretch) || stretch < WHOLE || from >= text.characters.length)
    return fail('not-found');
  // What comes over from the parallel text lies elsewhere in that one: all of it is looked at.
  const numbers = text.parallel ? undefined : numbersBetween(app.store, review.id, { textId: text.id, from, to });
  const rows = await concernsOf(app.store.prisma, review.id, numbers);
  const shown = rows.filter((row) => row.deletedAt === null || row._count.replies > 0);
  // One that lies on several passages belongs to the stretch of the first.
  const concerns = concernsOnText(shown, text).filter((concern) => stretchOf(concern) === stretch);
  return ok({ sequence: review.sequence, cards: concerns.map(cardOf) });
}
