import type { IncomingMessage, ServerResponse } from 'node:http';
import { accountIdOf, type Actor, type App } from '#app/operations/app.server';
import { enterReview } from '#app/operations/access.server';
import { audienceOf } from '#app/operations/review/read-review.server';
import { acceptedEncoding } from './encoding.server';
import { ALWAYS } from './headers.server';
import { PageCache, type Rendered } from './page-cache.server';

const READER =
  /^\/reviews\/([a-z0-9-]{1,80})\/read(?:\/([a-z0-9-]{1,80})\/([A-Za-z-]{2,20})(?:\/beside\/([A-Za-z-]{2,20}))?)?$/;
const CARDS = /^\/reviews\/([a-z0-9-]{1,80})\/cards\/([a-z0-9-]{1,80})\/([A-Za-z-]{2,20})\/(-1|\d{1,6})$/;
const cache = new PageCache();

/**
 * Answers the reader's page, and the cards that follow it, from their shared copies: one for each review, sequence, text, and
 * audience (and stretch of the text). Access is checked before the cache is asked. False when this is no such request or the page cannot be shared; the ordinary way then answers.
 */
export async function serveReader(
  request: IncomingMessage,
  response: ServerResponse,
  app: App,
  actor: Actor,
  render: (actor: Actor) => Promise<Rendered | null>,
): Promise<boolean> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const url = request.url ?? '/';
  const query = url.indexOf('?');
  const path = query === -1 ? url : url.slice(0, query);
  const reader = READER.exec(path);
  const match = reader ?? CARDS.exec(path);
  if (!match) return false;
  const entered = enterReview(actor, app, match[1]!, reader ? 'read-review' : 'see-cards');
  if (!entered.ok) return false;
  const review = entered.value;
  const audience = audienceOf(review, accountIdOf(actor) !== null);
  const key = `${reader ? 'page' : 'cards'} ${review.id} ${review.sequence} ${review.texts} ${review.visibility} ${match[2] ?? ''} ${match[3] ?? ''} ${match[4] ?? ''} ${audience}`;
  const page = await cache.get(key, () => render(actor));
  if (!page) return false;
  const headers: Record<string, string> = {
    ...ALWAYS,
    'Content-Security-Policy': page.csp,
    ETag: page.etag,
    // A private page is asked for anew each time and kept nowhere; a public one may be kept and is checked by its ETag.
    'Cache-Control': review.visibility === 'public' && audience === 'public' ? 'no-cache' : 'private, no-store',
    Vary: 'Accept-Encoding, Cookie',
  };
  if (request.headers['if-none-match'] === page.etag) {
    response.writeHead(304, headers).end();
    return true;
  }
  const encoding = acceptedEncoding(request.headers['accept-encoding']);
  const body = page.bodies[encoding];
  if (encoding !== 'identity') headers['Content-Encoding'] = encoding;
  response.writeHead(200, {
    ...headers,
    'Content-Type': page.type,
    'Content-Length': String(body.length),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
  return true;
}
