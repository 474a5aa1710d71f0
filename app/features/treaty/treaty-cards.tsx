import { languageName } from '#app/domain/words/plain';
import { say } from '#app/domain/words/words';
import { Tag } from '#app/ui/badges';
import { LinkButton } from '#app/ui/buttons';
import { Card } from '#app/ui/cards';

export interface TreatyCard {
  readonly slug: string;
  readonly title: string;
  readonly unofficial: boolean;
  readonly visibility: 'public' | 'private';
  /** Whether the reader of this page may open a review on it. */
  readonly reviewable: boolean;
  readonly versions: readonly {
    readonly slug: string;
    readonly label: string;
    readonly texts: readonly { readonly id: string; readonly language: string }[];
  }[];
}

/** One card a treaty, with each version's texts and the way to a review on each. */
export function TreatyCards({ treaties, signedIn }: { treaties: readonly TreatyCard[]; signedIn: boolean }) {
  return (
    <div className="stack">
      {treaties.map((treaty) => (
        <Card as="article" key={treaty.slug} className="stack">
          <h2>{treaty.title}</h2>
          {treaty.unofficial || treaty.visibility === 'private' ? (
            <p className="cluster">
              {treaty.unofficial ? <Tag tone="warn">{say('unofficial')}</Tag> : null}
              {treaty.visibility === 'private' ? <Tag>{say('treaties.mine')}</Tag> : null}
            </p>
          ) : null}
          <ul className="plain-list stack">
            {treaty.versions.flatMap((version) =>
              version.texts.map((text) => (
                <li key={text.id} className="cluster">
                  <a href={`/treaties/${treaty.slug}/${version.slug}/${text.language}`}>
                    {version.label} · {languageName(text.language)}
                  </a>
                  {signedIn && treaty.reviewable ? (
                    <LinkButton href={`/reviews/new?text=${text.id}`} size="small">
                      {say('treaties.review')}
                    </LinkButton>
                  ) : null}
                </li>
              )),
            )}
          </ul>
        </Card>
      ))}
    </div>
  );
}
