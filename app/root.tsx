import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { useContext, type ReactNode } from 'react';
import { word } from '#app/domain/words/plain';
import { Frame } from '#app/features/site/frame';
import { EmptyState } from '#app/ui/feedback';
import { LinkButton } from '#app/ui/buttons';
import styles from '#app/ui/styles/app.css?url';
import { Nonce } from './features/nonce';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
];
export const meta: MetaFunction = () => [{ title: word('site.name') }];

/** Who is signed in; nothing on pages that everybody shares, where the person comes by an answer of her own. */
type Shown = { name: string; handle: string } | null | undefined;

export function loader({ context, request }: LoaderFunctionArgs): { account: Shown } {
  if (/^\/reviews\/[^/]+\/read(\/|\.data|$)/.test(new URL(request.url).pathname)) return { account: undefined };
  const { actor } = context;
  return { account: actor.kind === 'person' ? { name: actor.name, handle: actor.handle } : null };
}
export const shouldRevalidate = () => false;

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(Nonce);
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  const matches = useMatches();
  // The reader brings its own frame: three columns under one header.
  if (matches.some((match) => (match.handle as { bare?: boolean } | undefined)?.bare)) return <Outlet />;
  return <Page />;
}

function Page() {
  const data = useRouteLoaderData<typeof loader>('root');
  return (
    <Frame account={data?.account}>
      <main className="site-main" id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </Frame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const data = useRouteLoaderData<typeof loader>('root');
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const detail = isRouteErrorResponse(error) ? (error.data as { detail?: string } | null)?.detail : null;
  const [title, text] =
    status === 404
      ? [word('error.not-found'), word('error.not-found-text')]
      : status === 403
        ? [word('error.forbidden'), word('error.forbidden-text')]
        : status === 410
          ? [word('error.gone'), '']
          : status === 429
            ? [word('error.too-many'), '']
            : [word('error.title'), word('error.server-text')];
  return (
    <Frame account={data?.account}>
      <main className="site-main is-narrow" id="content" tabIndex={-1}>
        <h1 className="visually-hidden">{title}</h1>
        <EmptyState
          title={title}
          text={detail ?? text}
          action={<LinkButton href="/">{word('error.home')}</LinkButton>}
        />
      </main>
    </Frame>
  );
}
