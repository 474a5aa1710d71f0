import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Actor, App } from '#app/operations/app.server';
import { recognise } from '#app/operations/account/recognise.server';
import { readBody, sendWebResponse, toWebRequest } from './bridge.server';
import { clientTeller } from './client.server';
import { deviceMarks, sessionToken } from './cookie.server';
import type { Context } from './context';
import { fromOurPages } from './gate.server';
import { CSP_INERT, INERT } from './headers.server';
import { endStreams, streamReview } from './live.server';
import { traceOf } from './log.server';
import { serveReader } from './reader-page.server';

const FORM_BYTES = 1024 * 1024;
const IMPORT_BYTES = 21 * 1024 * 1024;
const UPLOAD = /^\/treaties\/import(?:\.data)?(?:\?|$)/;
const LIVE = /^\/reviews\/([a-z0-9-]{1,80})\/live(?:\?|$)/;

export interface Serving {
  readonly app: App;
  readonly trustProxy: boolean;
  /** Remix: a page, a form, a download. */
  handle(request: Request, context: Context): Promise<Response>;
  /** Built files; false when the address is none of them. */
  file(request: IncomingMessage, response: ServerResponse): boolean;
  /** One line for the operator; never an address, a name or words of a person. */
  log(line: { level: 'error' | 'info'; message: string; id?: string; stack?: string }): void;
}

/** The server: every request passes here, in this order: files, health, gate, limits, streams, the shared reader page, Remix. */
export function createProvisoServer(serving: Serving): Server {
  const { app } = serving;
  const clientOf = clientTeller(serving.trustProxy);

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (serving.file(request, response)) return;
    const url = request.url ?? '/';
    const method = request.method ?? 'GET';
    const { 'sec-fetch-site': site, origin } = request.headers as Record<string, string | undefined>;
    if (!fromOurPages(method, { secFetchSite: site, origin }, app.publicUrl))
      return plain(response, 403, 'This request did not come from a page of this site, so nothing was changed.');
    if (url === '/healthz') return health(app, response);
    const who = () => recognise(app, sessionToken(request.headers.cookie, app.publicUrl));
    const live = method === 'GET' ? LIVE.exec(url) : null;
    if (live)
      return streamReview(request, response, app, live[1]!, {
        recognise: who,
        client: clientOf(request),
        failed: (error) => serving.log({ level: 'error', message: 'a stream failed', stack: traceOf(error) }),
      });
    const actor = who();
    const context = (as: Actor): Context => ({
      app,
      actor: as,
      client: clientOf(request),
      device: deviceMarks(request.headers.cookie, app.publicUrl),
    });
    const render = async (as: Actor) => {
      const page = await serving.handle(
        toWebRequest(
          { ...request, method: 'GET', headers: {}, url: url.split('?', 1)[0] } as IncomingMessage,
          app.publicUrl,
          null,
        ),
        context(as),
      );
      return page.status === 200
        ? {
            body: await page.text(),
            type: page.headers.get('Content-Type') ?? '',
            csp: page.headers.get('Content-Security-Policy') ?? CSP_INERT,
          }
        : null;
    };
    if (await serveReader(request, response, app, actor, render)) return;

    let body: Buffer | null = null;
    if (method !== 'GET' && method !== 'HEAD') {
      body = await readBody(request, UPLOAD.test(url) ? IMPORT_BYTES : FORM_BYTES);
      if (body === null) {
        response.setHeader('Connection', 'close');
        return plain(
          response,
          413,
          'This is more than the server takes at once: 20 MB for a treaty, 1 MB for anything else.',
        );
      }
    }
    await sendWebResponse(
      await serving.handle(toWebRequest(request, app.publicUrl, body), context(actor)),
      response,
      method === 'HEAD',
    );
  };

  const server = createServer(
    { maxHeaderSize: 16_384, headersTimeout: 15_000, requestTimeout: 60_000 },
    (request, response) => {
      answer(request, response).catch((error: unknown) => {
        const id = randomUUID();
        serving.log({
          level: 'error',
          message: 'request failed',
          id,
          stack: traceOf(error),
        });
        if (!response.headersSent)
          plain(
            response,
            isFull(error) ? 507 : 500,
            isFull(error)
              ? 'The server has no room left; nothing was stored. Your words are kept in your browser.'
              : `Something went wrong on the server. The error is on record as ${id}.`,
          );
        else response.destroy();
      });
    },
  );
  server.maxConnections = 2000;
  return server;
}

/** Refuses new connections, lets running requests finish, tells streams to come back. */
export function shutDown(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    endStreams();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 4000).unref();
  });
}

function health(app: App, response: ServerResponse) {
  const row = app.store.raw.prepare('SELECT 1 AS one').get();
  response.writeHead(row ? 200 : 503, {
    ...INERT,
    'Content-Type': 'application/json',
  });
  response.end(JSON.stringify({ status: row ? 'ok' : 'down' }));
}

function plain(response: ServerResponse, status: number, sentence: string) {
  response.writeHead(status, {
    ...INERT,
    'Content-Type': 'text/plain; charset=utf-8',
  });
  response.end(`${sentence}\n`);
}

const isFull = (error: unknown) =>
  /SQLITE_FULL|ENOSPC|disk is full/.test(
    error instanceof Error ? `${error.message} ${String((error as { code?: unknown }).code)}` : '',
  );
