import { createHash, randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { renderToPipeableStream } from 'react-dom/server';
import { Nonce, TreatyHtml } from './features/nonce';
import { pageCsp } from './http/headers.server';
import { traceOf } from './http/log.server';

/**
 * Renders a page whole. Scripts of ours carry a secret while it is rendered; their hashes then go into the policy and the secret
 * out of the page, so the same bytes can be cached for everybody and a script that somebody smuggled in has no hash.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const nonce = randomBytes(18).toString('hex');
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(
      <Nonce.Provider value={nonce}>
        <TreatyHtml.Provider value={context.treatyHtml ?? ''}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} />
        </TreatyHtml.Provider>
      </Nonce.Provider>,
      {
        nonce,
        onAllReady() {
          const body = new PassThrough();
          text(body)
            .then((html) => {
              const { page, hashes } = hashScripts(html, nonce);
              headers.set('Content-Type', 'text/html; charset=utf-8');
              headers.set('Content-Security-Policy', pageCsp(hashes));
              resolve(new Response(page, { status, headers }));
            })
            .catch(reject);
          pipe(body);
        },
        onShellError: reject,
        onError: reject,
      },
    );
  });
}

function hashScripts(html: string, nonce: string): { page: string; hashes: string[] } {
  const hashes = new Set<string>();
  const inline = new RegExp(`<script(?=[^>]* nonce="${nonce}")(?![^>]* src=)[^>]*>([\\s\\S]*?)</script>`, 'g');
  for (const [, code = ''] of html.matchAll(inline)) hashes.add(createHash('sha256').update(code).digest('base64'));
  return { page: html.replaceAll(` nonce="${nonce}"`, ''), hashes: [...hashes] };
}

/** Errors of loaders and actions, as one line without a person's words; an address that is not there is no error. */
export function handleError(error: unknown): void {
  if (isRouteErrorResponse(error)) return;
  const line = { at: new Date().toISOString(), level: 'error', message: 'request failed', stack: traceOf(error) };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
