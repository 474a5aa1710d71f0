import { ok, type Result } from '#app/domain/result';
import { treatiesVisibleTo } from '#app/store/treaty/texts.server';
import { accountIdOf, type Actor, type App } from '../app.server';

export interface TreatyView {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly unofficial: boolean;
  readonly visibility: 'public' | 'private';
  readonly versions: readonly {
    readonly slug: string;
    readonly label: string;
    readonly texts: readonly { readonly id: string; readonly language: string; readonly title: string }[];
  }[];
}

/** The treaties that the actor may read, by title. */
export async function listTreaties(actor: Actor, app: App): Promise<Result<TreatyView[]>> {
  const rows = await treatiesVisibleTo(app.store.prisma, accountIdOf(actor));
  return ok(
    rows.map((t) => ({
      id: t.id,
      slug: t.slug,
      title: t.title,
      unofficial: t.unofficial,
      visibility: t.visibility as 'public' | 'private',
      versions: t.versions.map((v) => ({ slug: v.slug, label: v.label, texts: v.texts })),
    })),
  );
}
