import { passes, type ConcernFilter } from '#app/domain/concern/filter';
import type { ConcernSummary } from '#app/domain/concern/thread';
import { ok, type Result } from '#app/domain/result';
import type { Role } from '#app/domain/review/roles';
import { concernsOf } from '#app/store/concern/concerns.server';
import { searchWords, type ExcerptPart } from '#app/store/search.server';
import { enterReview } from '../access.server';
import type { Actor, App } from '../app.server';
import { loadText } from '../treaty/text-cache.server';
import { concernSummary } from './views.server';

export const PAGE = 50;
export interface ConcernListItem extends ConcernSummary {
  readonly excerpt: readonly ExcerptPart[] | null;
}
export interface ConcernListView {
  readonly review: { readonly slug: string; readonly title: string; readonly role: Role | null };
  readonly items: readonly ConcernListItem[];
  /** How many pass the filter, on all pages; and how many there are in all. */
  readonly found: number;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** Organisations that speak in this review. */
  readonly organisations: readonly string[];
  /** Articles that have concerns, for the filter. */
  readonly provisions: readonly { readonly eId: string; readonly citation: string }[];
}

/** The concerns of a review that pass a filter: best match first when words are looked for, else by number. Codes: not-found. */
export async function listConcerns(
  actor: Actor,
  app: App,
  slug: string,
  filter: ConcernFilter,
): Promise<Result<ConcernListView>> {
  const entered = enterReview(actor, app, slug, 'list-concerns');
  if (!entered.ok) return entered;
  const review = entered.value;
  const text = await loadText(app, review.treatyId, { id: review.textId });
  const citations = text?.citations ?? new Map<string, string>();
  const rows = await concernsOf(app.store.prisma, review.id);
  const all = rows.map((row) => ({
    id: row.id,
    deleted: row.deletedAt !== null,
    summary: concernSummary(row, citations),
  }));
  const living = all.filter((c) => !c.deleted);
  const hits = filter.q.trim() ? searchWords(app.store.raw, review.id, filter.q) : null;
  let found = living.filter((c) => passes(c.summary, filter) && (!hits || hits.has(c.id)));
  if (hits) {
    const rank = new Map([...hits.keys()].map((id, i) => [id, i]));
    found = found.sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  }
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const page = Math.min(filter.page, pages);
  const articles = new Set(living.flatMap((c) => c.summary.placements.flatMap((p) => p.eIds.map(articleOf))));
  return ok({
    review: { slug: review.slug, title: review.title, role: review.role },
    items: found.slice((page - 1) * PAGE, page * PAGE).map((c) => ({ ...c.summary, excerpt: hits?.get(c.id) ?? null })),
    found: found.length,
    total: living.length,
    page,
    pages,
    organisations: [...new Set(living.flatMap((c) => c.summary.author.organisation ?? []))].sort((a, b) =>
      a.localeCompare(b),
    ),
    provisions: (text?.provisions ?? [])
      .filter((p) => articles.has(p.eId))
      .map((p) => ({ eId: p.eId, citation: citations.get(p.eId) ?? p.eId })),
  });
}

/** The article an eId lies in; the eId itself outside articles. */
const articleOf = (eId: string): string => /^(?:.*?__)?art_[^_]+(?:_[^_]+)*?(?=__|$)/.exec(eId)?.[0] ?? eId;
