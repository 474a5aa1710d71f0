import type { ReactNode } from 'react';
import type { ReaderPage } from '#app/domain/review/reader';
import { word } from '#app/domain/words/plain';
import { AccountMenu, type FrameProps } from './frame';

export interface ReaderFrameProps {
  readonly page: Pick<ReaderPage, 'review'>;
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
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
