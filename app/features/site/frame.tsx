import type { ReactNode } from 'react';
import { word } from '#app/domain/words/plain';
import { Menu } from '#app/ui/menu';

export interface FrameProps {
  /** Null for a visitor; undefined where the page is shared by all and the person comes later. */
  readonly account: { readonly name: string; readonly handle: string } | null | undefined;
  readonly children: ReactNode;
}

/** The site's header, landmarks and foot around a page. */
export function Frame({ account, children }: FrameProps) {
  return (
    <>
      <a className="skip-link" href="#content">
        {word('site.skip')}
      </a>
      <header className="site-header">
        <a className="brand" href="/">
          {word('site.name')}
        </a>
        <nav className="site-nav" aria-label={word('site.nav')}>
          <a href="/">{word('site.reviews')}</a>
          <a href="/treaties">{word('site.treaties')}</a>
        </nav>
        <span className="grow" />
        <AccountMenu account={account} />
      </header>
      {children}
      <footer className="site-footer">
        <p>{word('site.foot')}</p>
      </footer>
    </>
  );
}

/** Who one is, and the way out; a visitor gets the way in. */
export function AccountMenu({ account }: { account: FrameProps['account'] }) {
  if (account === undefined) return null;
  if (account === null) return <a href="/sign-in">{word('site.sign-in')}</a>;
  return (
    <Menu label={account.name} ariaLabel={`${word('site.account-menu')}: ${account.name}`} align="end">
      <a className="menu-item" href="/account">
        {word('site.account')}
      </a>
      <form method="post" action="/sign-out">
        <button className="menu-item" type="submit">
          {word('site.sign-out')}
        </button>
      </form>
    </Menu>
  );
}
