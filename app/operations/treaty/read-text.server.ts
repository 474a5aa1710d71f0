import { fail, ok, type Result } from '#app/domain/result';
import { provisionsOf, textByAddress, treatyToShow } from '#app/store/treaty/texts.server';
import { accountIdOf, type Actor, type App } from '../app.server';
import { contentsOf } from '#app/domain/review/contents';
import type { ContentsRow } from '#app/domain/review/reader';

export interface TextView {
  readonly id: string;
  readonly title: string;
  readonly treaty: {
    readonly slug: string;
    readonly title: string;
    readonly unofficial: boolean;
    /** Whether the actor may open a review on it. */
    readonly reviewable: boolean;
  };
  readonly version: { readonly slug: string; readonly label: string };
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly html: string;
  readonly sha256: string;
  readonly sourceName: string;
  readonly sourceSha256: string;
  readonly contents: readonly ContentsRow[];
}

/** One text on its own, without concerns. Codes: not-found. */
export async function readText(
  actor: Actor,
  app: App,
  address: { treaty: string; version: string; language: string },
): Promise<Result<TextView>> {
  const text = await textByAddress(app.store.prisma, accountIdOf(actor), address);
  if (!text) return fail('not-found');
  const provisions = await provisionsOf(app.store.prisma, text.id);
  const { treaty } = text.version;
  const mine = await treatyToShow(app.store.prisma, accountIdOf(actor), { id: treaty.id });
  return ok({
    id: text.id,
    title: text.title,
    treaty: { slug: treaty.slug, title: treaty.title, unofficial: treaty.unofficial, reviewable: mine !== null },
    version: { slug: text.version.slug, label: text.version.label },
    language: text.language,
    direction: text.direction as 'ltr' | 'rtl',
    html: text.html,
    sha256: text.sha256,
    sourceName: text.sourceName,
    sourceSha256: text.sourceSha256,
    contents: contentsOf(text.characters, provisions, []),
  });
}
