import type { SpannedProvision } from '#app/domain/treaty/canonical';
import { citation } from '#app/domain/treaty/citation';
import { provisionsOf, textOfTreaty } from '#app/store/treaty/texts.server';
import type { App } from '../app.server';
import type { TextToShow } from '../concern/views.server';

/** A text with what every page about it needs. Texts never change, so one copy serves as long as the process lives. */
export interface LoadedText {
  readonly id: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly characters: string;
  readonly sha256: string;
  readonly html: string;
  readonly treaty: { readonly slug: string; readonly title: string; readonly unofficial: boolean };
  readonly version: { readonly slug: string; readonly label: string };
  readonly provisions: readonly SpannedProvision[];
  readonly citations: ReadonlyMap<string, string>;
  /** Of each provision by eId: the whole of it, in UTF-16 units. */
  readonly spans: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
}

const KEPT = 20;
const caches = new WeakMap<App, Map<string, LoadedText>>();

/** A text of a treaty, by id or by version and language. Access to its review has been checked by the caller. Null when there is none. */
export async function loadText(
  app: App,
  treatyId: string,
  which: { id: string } | { version: string; language: string },
): Promise<LoadedText | null> {
  const cache = caches.get(app) ?? new Map<string, LoadedText>();
  caches.set(app, cache);
  const key = `${treatyId}\n${'id' in which ? which.id : `${which.version}\n${which.language}`}`;
  const kept = cache.get(key);
  if (kept) return kept;
  const row = await textOfTreaty(app.store.prisma, treatyId, which);
  if (!row) return null;
  const provisions = await provisionsOf(app.store.prisma, row.id);
  const loaded: LoadedText = {
    id: row.id,
    language: row.language,
    direction: row.direction as 'ltr' | 'rtl',
    title: row.title,
    characters: row.characters,
    sha256: row.sha256,
    html: row.html,
    treaty: row.version.treaty,
    version: row.version,
    provisions,
    citations: new Map(provisions.map((p) => [p.eId, citation(provisions, p.eId)])),
    spans: new Map(provisions.map(({ eId, start, end }) => [eId, { start, end }])),
  };
  if (cache.size >= KEPT) cache.delete(cache.keys().next().value ?? '');
  cache.set(key, loaded);
  return loaded;
}

/** A text to show a review's concerns on: with what was raised on the review's own text, when this is another language of it. */
export async function textToShow(
  app: App,
  review: { readonly treatyId: string; readonly textId: string },
  which: { id: string } | { version: string; language: string },
): Promise<(LoadedText & TextToShow) | null> {
  const text = await loadText(app, review.treatyId, which);
  if (!text || text.id === review.textId) return text && { ...text, parallel: null };
  const own = await loadText(app, review.treatyId, { id: review.textId });
  const parallel = own && own.version.slug === text.version.slug ? { id: own.id, language: own.language } : null;
  return { ...text, parallel };
}
