import type { ContentsRow } from '#app/domain/review/reader';
import { say } from '#app/domain/words/words';
import { LinkButton } from '#app/ui/buttons';

export interface TextPageProps {
  readonly text: {
    readonly id: string;
    readonly title: string;
    readonly treaty: { readonly title: string; readonly unofficial: boolean; readonly reviewable: boolean };
    readonly version: { readonly label: string };
    readonly language: string;
    readonly direction: 'ltr' | 'rtl';
    readonly sha256: string;
    readonly sourceName: string;
    readonly contents: readonly ContentsRow[];
  };
  /** The prebuilt HTML on the server; empty in the browser, where React leaves what is there. */
  readonly html: string;
  readonly signedIn: boolean;
}

/** A text on its own, without concerns. */
export function TextPage({ text, html, signedIn }: TextPageProps) {
  return (
    <div className="stack">
      <p className="cluster">
        <span className="eyebrow">
          {text.treaty.title} · {text.version.label}
        </span>
        {signedIn && text.treaty.reviewable ? (
          <LinkButton href={`/reviews/new?text=${text.id}`} tone="primary" size="small">
            {say('treaties.review')}
          </LinkButton>
        ) : null}
      </p>
      {text.treaty.unofficial ? <p className="unofficial-banner">{say('unofficial.banner')}</p> : null}
      <details>
        <summary>{say('text.contents')}</summary>
        <ul className="plain-list">
          {text.contents.map((row) => (
            <li key={row.eId}>
              <a href={`#${row.eId}`}>
                {row.label} {row.heading}
              </a>
            </li>
          ))}
        </ul>
      </details>
      <section
        className="treaty is-plain"
        lang={text.language}
        dir={text.direction}
        aria-label={text.title}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: html }}
      />
      <p className="quiet">{say('text.provenance', { source: text.sourceName, sha: text.sha256 })}</p>
    </div>
  );
}
