import type { ReactNode } from 'react';
import type { ReaderPage } from '#app/domain/review/reader';
import { languageName, word } from '#app/domain/words/plain';
import { AccountMenu, type FrameProps } from './frame';

export interface ReaderFrameProps {
  readonly page: Pick<ReaderPage, 'review' | 'text'>;
  /** Undefined until the personal answer has come: the page itself is the same for everybody. */
  readonly account: FrameProps['account'];
  readonly children: ReactNode;
}

/** The reader's own frame: one slim header over three columns. */
export function ReaderFrame({ page, account, children }: ReaderFrameProps) {
  const base = `/reviews/${page.review.slug}`;
  return (
    <>
      <a className="skip-link" href="#content">
        {word('site.skip')}
      </a>
      <header className="site-header">
        <a className="brand" href="/">
          {word('site.name')}
        </a>
        <nav className="site-nav" aria-label={word('review.tabs')}>
          <a href={base}>{page.review.title}</a>
          <a href={`${base}/concerns`}>{word('review.concerns')}</a>
          <a href={`${base}/report`}>{word('reader.report')}</a>
        </nav>
        <span className="grow" />
        <AccountMenu account={account} />
      </header>
      {page.review.unofficial ? (
        <p className="unofficial-banner">
          {word('unofficial.banner')} <a href="/treaties/import">{word('unofficial.import')}</a>
        </p>
      ) : null}
      <Languages base={base} text={page.text} />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

/** The other languages of this version, each alone or beside this one. */
function Languages({ base, text }: { base: string; text: ReaderPage['text'] }) {
  const { language, languages, version, beside } = text;
  if (languages.length < 2) return null;
  return (
    <nav className="reader-languages" aria-label={word('reader.languages')}>
      {languages.map((tag) => (
        <span key={tag}>
          <a
            href={`${base}/read/${version}/${tag}`}
            lang={tag}
            aria-current={tag === language && beside === null ? 'page' : undefined}
          >
            {languageName(tag)}
          </a>
          {tag === language ? null : (
            <>
              {' ('}
              <a
                href={`${base}/read/${version}/${language}/beside/${tag}`}
                aria-current={tag === beside ? 'page' : undefined}
              >
                {word('reader.beside')}
              </a>
              )
            </>
          )}
        </span>
      ))}
    </nav>
  );
}
