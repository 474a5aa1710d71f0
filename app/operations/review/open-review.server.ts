import { CATEGORIES, CONSTITUENCIES } from '#app/domain/concern/taxonomy';
import type { ConcernSummary } from '#app/domain/concern/thread';
import { contentsOf } from '#app/domain/review/contents';
import type { ContentsRow } from '#app/domain/review/reader';
import type { Role, Visibility } from '#app/domain/review/roles';
import { fail, ok, type Result } from '#app/domain/result';
import { concernsOf } from '#app/store/concern/concerns.server';
import { latestEvents, type EventKind } from '#app/store/review/events.server';
import { reviewById } from '#app/store/review/reviews.server';
import { enterReview } from '../access.server';
import type { Actor, App } from '../app.server';
import { loadText } from '../treaty/text-cache.server';
import { concernSummary } from '../concern/views.server';

export interface ReviewOverview {
  readonly slug: string;
  readonly title: string;
  readonly brief: string;
  readonly visibility: Visibility;
  readonly role: Role | null;
  readonly sequence: number;
  readonly treaty: { readonly title: string; readonly unofficial: boolean; readonly versionLabel: string };
  readonly counts: {
    readonly concerns: number;
    readonly open: number;
    readonly replies: number;
    readonly organisations: number;
  };
  readonly contents: readonly ContentsRow[];
  /** Concerns by category and constituency, over living concerns. */
  readonly matrix: readonly {
    readonly category: string;
    readonly byConstituency: Readonly<Record<string, number>>;
    readonly total: number;
  }[];
  readonly latest: readonly ConcernSummary[];
  readonly activity: readonly { readonly kind: EventKind; readonly concern: number | null; readonly at: string }[];
}

const SHOWN = 12;

/** A review at a glance; every count is computed from the concerns themselves. Codes: not-found. */
export async function openReview(actor: Actor, app: App, slug: string): Promise<Result<ReviewOverview>> {
  const entered = enterReview(actor, app, slug, 'open-review');
  if (!entered.ok) return entered;
  const review = entered.value;
  const [row, rows, events] = await Promise.all([
    reviewById(app.store.prisma, review.id),
    concernsOf(app.store.prisma, review.id),
    latestEvents(app.store.prisma, review.id, 20),
  ]);
  const text = await loadText(app, review.treatyId, { id: review.textId });
  if (!text) return fail('not-found');
  const numbers = new Map(rows.map((r) => [r.id, r.number]));
  const living = rows.filter((r) => r.deletedAt === null).map((r) => concernSummary(r, text.citations));
  const organisations = new Set(living.flatMap((c) => c.author.organisation ?? []));
  return ok({
    slug: review.slug,
    title: review.title,
    brief: row.brief,
    visibility: review.visibility,
    role: review.role,
    sequence: review.sequence,
    treaty: { title: text.treaty.title, unofficial: text.treaty.unofficial, versionLabel: text.version.label },
    counts: {
      concerns: living.length,
      open: living.filter((c) => c.status === 'open').length,
      replies: living.reduce((sum, c) => sum + c.replies, 0),
      organisations: organisations.size,
    },
    contents: contentsOf(
      text.characters,
      text.provisions,
      living.map((c) => ({ category: c.category, eIds: c.placements.flatMap((p) => p.eIds) })),
    ),
    matrix: CATEGORIES.flatMap(({ id }) => {
      const mine = living.filter((c) => c.category === id);
      if (mine.length === 0) return [];
      const byConstituency: Record<string, number> = {};
      for (const one of [...CONSTITUENCIES, 'none'])
        byConstituency[one] = mine.filter((c) => (c.author.constituency ?? 'none') === one).length;
      return [{ category: id, byConstituency, total: mine.length }];
    }),
    latest: living.slice(-SHOWN).reverse(),
    activity: events.map((e) => ({
      kind: e.kind as EventKind,
      concern: e.concernId ? (numbers.get(e.concernId) ?? null) : null,
      at: e.createdAt.toISOString(),
    })),
  });
}
