import { ok, type Result } from '#app/domain/result';
import type { Role, Visibility } from '#app/domain/review/roles';
import { reviewsVisibleTo } from '#app/store/review/reviews.server';
import { accountIdOf, type Actor, type App } from '../app.server';

export interface ReviewListItem {
  readonly slug: string;
  readonly title: string;
  readonly brief: string;
  readonly treaty: string;
  readonly visibility: Visibility;
  readonly role: Role | null;
  readonly concerns: number;
}

/** The reviews that the actor may read, newest first. */
export async function listReviews(actor: Actor, app: App): Promise<Result<ReviewListItem[]>> {
  const rows = await reviewsVisibleTo(app.store.prisma, accountIdOf(actor));
  return ok(
    rows.map((r) => ({
      slug: r.slug,
      title: r.title,
      brief: r.brief,
      treaty: r.treaty.title,
      visibility: r.visibility as Visibility,
      role: (r.members[0]?.role ?? null) as Role | null,
      concerns: r._count.concerns,
    })),
  );
}
