import { ok, type Result } from '#app/domain/result';
import { treatiesVisibleTo } from '#app/store/treaty/texts.server';
import { accountIdOf, type Actor, type App } from '../app.server';

export interface TreatyView {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly unofficial: boolean;
  readonly visibility: 'public' | 'private';
  /** Whether the actor may open a review on it: everybody may read it, or it is hers. */
  readonly reviewable: boolean;
  readonly versions: readonly {
    readonly slug: string;
    readonly label: string;
    readonly texts: readonly { readonly id: string; readonly language: string; readonly title: string }[];
  }[];
}

/** The treaties that the actor may read, by title. */
export async function listTreaties(actor: Actor, app: App): Promise<Result<TreatyView[]>> {
  const me = accountIdOf(actor);
  const rows = await treatiesVisibleTo(app.store.prisma, me);
  return ok(
    rows.map((t) => ({
      id: t.id,
      slug: t.slug,
      title: t.title,
      unofficial: t.unofficial,
      visibility: t.visibility as 'public' | 'private',
      reviewable: t.visibility === 'public' || t.reviews.length > 0 || (me !== null && t.ownerId === me),
      versions: t.versions.map((v) => ({ slug: v.slug, label: v.label, texts: v.texts })),
    })),
  );
}
