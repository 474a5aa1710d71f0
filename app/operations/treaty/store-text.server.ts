import { fail, ok, type Result } from '#app/domain/result';
import { layOut } from '#app/domain/treaty/canonical';
import { directionOf } from '#app/domain/treaty/direction';
import type { Correction } from '#app/domain/treaty/corrections';
import type { Outline } from '#app/domain/treaty/outline';
import { renderTreaty } from '#app/domain/treaty/render';
import { say } from '#app/domain/words/words';
import type { Client } from '#app/store/database.server';
import { insertText, insertTreaty, insertVersion, treatyBySlug } from '#app/store/treaty/texts.server';
import { newId, sha256, type App } from '../app.server';

export interface TextToStore {
  readonly outline: Outline;
  /** What a person said of its source, kept with the text: the same file asks nothing again. */
  readonly corrections: readonly Correction[];
  readonly source: { readonly name: string; readonly sha256: string };
  readonly treaty: {
    readonly slug: string;
    readonly title: string;
    readonly unofficial: boolean;
    readonly visibility: 'public' | 'private';
  };
  readonly version: { readonly slug: string; readonly label: string };
  readonly language: string;
  readonly ownerId: string | null;
  /** Whether this actor may add to a treaty that is there. */
  mayAddTo(ownerId: string | null): boolean;
}
export interface StoredText {
  readonly textId: string;
  readonly treatyId: string;
  readonly treaty: string;
  readonly version: string;
  readonly language: string;
  readonly articles: number;
  readonly provisions: number;
  readonly characters: number;
  readonly sha256: string;
}

/**
 * Stores an outline as a text, making its treaty and version when they are not there. A text is immutable: the same
 * characters again give the text that is there, other characters are a `conflict`.
 */
export async function storeText(app: App, tx: Client, input: TextToStore): Promise<Result<StoredText>> {
  const { characters, provisions } = layOut(input.outline);
  const hash = sha256(characters);
  const direction = directionOf(input.language);
  const now = app.now();
  const taken = await treatyBySlug(tx, input.treaty.slug);
  // A name that somebody else's treaty has gets random digits: nobody learns what others keep private.
  const found = taken && input.mayAddTo(taken.ownerId) ? taken : null;
  const slug = taken && !found ? `${input.treaty.slug}-${newId().slice(0, 6)}` : input.treaty.slug;
  const treatyId = found?.id ?? newId();
  if (!found) await insertTreaty(tx, { id: treatyId, ...input.treaty, slug, ownerId: input.ownerId, createdAt: now });
  const version = found?.versions.find((v) => v.slug === input.version.slug);
  const text = version?.texts.find((t) => t.language === input.language);
  const stored = {
    treatyId,
    treaty: slug,
    version: input.version.slug,
    language: input.language,
    articles: provisions.filter((p) => p.kind === 'article').length,
    provisions: provisions.length,
    characters: characters.length,
    sha256: hash,
  };
  if (text) {
    if (text.sha256 === hash) return ok({ ...stored, textId: text.id });
    return fail('conflict', {
      detail:
        'This version already has another text in this language; a text never changes. Give the new text a version of its own.',
      fields: { version: 'This version already has another text in this language.' },
    });
  }
  const versionId = version?.id ?? newId();
  if (!version) await insertVersion(tx, { id: versionId, treatyId, ...input.version, createdAt: now });
  const textId = newId();
  await insertText(
    tx,
    {
      id: textId,
      versionId,
      language: input.language,
      direction,
      title: input.outline.title || input.treaty.title,
      characters,
      sha256: hash,
      html: renderTreaty(
        { characters, provisions, title: input.outline.title || input.treaty.title },
        { raise: (citation) => say('reader.raise-on', { citation }) },
      ),
      sourceName: input.source.name,
      sourceSha256: input.source.sha256,
      recipe: JSON.stringify({
        v: 1,
        furniture: input.outline.furniture,
        uncertain: input.outline.uncertain,
        corrections: input.corrections,
      }),
      createdAt: now,
    },
    provisions,
  );
  return ok({ ...stored, textId });
}
