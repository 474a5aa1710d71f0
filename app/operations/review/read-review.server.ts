import { contentsOf } from '#app/domain/review/contents';
import type { Audience, ReaderPage } from '#app/domain/review/reader';
import { may } from '#app/domain/review/policy';
import { besideOf } from '#app/domain/treaty/parallel';
import { countConcerns, renderTreaty, withCounts } from '#app/domain/treaty/render';
import { fail, ok, type Result } from '#app/domain/result';
import { word } from '#app/domain/words/plain';
import { say } from '#app/domain/words/words';
import { concernsOf } from '#app/store/concern/concerns.server';
import type { ReviewStanding } from '#app/store/review/reviews.server';
import { languagesOf } from '#app/store/treaty/texts.server';
import { concernsOnText } from '../concern/views.server';
import { provisionHref } from '#app/domain/concern/address';
import { enterReview } from '../access.server';
import type { Actor, App } from '../app.server';
import { loadText, textToShow, type LoadedText } from '../treaty/text-cache.server';

/** Which of the three shared copies of a review's pages this person gets. */
export const audienceOf = (review: ReviewStanding, signedIn: boolean): Audience =>
  may('raise-concern', { signedIn, role: review.role, visibility: review.visibility })
    ? 'writer'
    : review.role !== null
      ? 'reader'
      : 'public';

/** Where in the treaty to read: the review's own text unless another of its treaty is named. `beside`: a second language. */
export type TextChoice = { readonly version: string; readonly language: string; readonly beside?: string } | null;

/**
 * What the reader's page is made of, and the treaty's HTML with its counts: the same for everyone of one audience at one
 * sequence. Codes: not-found.
 */
export async function readReview(
  actor: Actor,
  app: App,
  slug: string,
  choice: TextChoice,
): Promise<Result<{ page: ReaderPage; html: string }>> {
  const entered = enterReview(actor, app, slug, 'read-review');
  if (!entered.ok) return entered;
  const review = entered.value;
  const text = await textToShow(app, review, choice ?? { id: review.textId });
  if (!text) return fail('not-found');
  const { version, language } = text;
  const beside = choice?.beside ? { version: version.slug, language: choice.beside } : null;
  const other = beside && (await loadText(app, review.treatyId, beside));
  if (beside && (!other || other.id === text.id)) return fail('not-found');
  const rows = await concernsOf(app.store.prisma, review.id);
  const shown = rows.filter((row) => row.deletedAt === null || row._count.replies > 0);
  const concerns = concernsOnText(shown, text);
  const counted = concerns.filter((concern) => concern.summary !== null);
  const counts = new Map(
    [...countConcerns(counted)].map(([eId, count]) => [
      eId,
      { count, href: provisionHref(review.slug, eId), text: say('reader.count', { count }) },
    ]),
  );
  return ok({
    page: {
      review: { slug: review.slug, title: review.title, treaty: text.treaty.title, unofficial: text.treaty.unofficial },
      text: {
        id: text.id,
        version: text.version.slug,
        versionLabel: text.version.label,
        language,
        direction: text.direction,
        own: text.id === review.textId,
        languages: await languagesOf(app.store.prisma, review.treatyId, version.slug),
        beside: other?.language ?? null,
      },
      audience: audienceOf(review, actor.kind === 'person'),
      sequence: review.sequence,
      contents: contentsOf(
        text.characters,
        text.provisions,
        counted.map((concern) => ({ category: concern.category, eIds: concern.placements.flatMap((p) => p.eIds) })),
      ),
      concerns,
    },
    html: withCounts(other ? sideBySide(text, other) : text.html, counts),
  });
}

/** The text with the other language beside each provision, and what that one has alone at the end. */
function sideBySide(text: LoadedText, other: LoadedText): string {
  const beside = besideOf(text.provisions, other);
  const html = renderTreaty(text, { raise: (citation) => say('reader.raise-on', { citation }), beside });
  if (beside.rest === '') return html;
  return `${html}<section class="beside-rest"><h2>${word('reader.without')}</h2>${beside.rest}</section>`;
}
