import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { INERT } from './headers.server';

/** A Node request as a web Request under PUBLIC_URL: the Host header and forwarded headers decide nothing. */
export function toWebRequest(request: IncomingMessage, publicUrl: string, body: Buffer | null): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    // Remix compares Origin with these; our gate has already decided, so it must not be misled.
    if (name === 'host' || name.startsWith('x-forwarded-') || value === undefined) continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set('host', new URL(publicUrl).host);
  const path = request.url?.startsWith('/') && !request.url.startsWith('//') ? request.url : '/';
  return new Request(publicUrl + path, {
    method: request.method ?? 'GET',
    headers,
    body: body && body.length > 0 ? new Uint8Array(body) : null,
  });
}

/** Reads a body of at most `limit` bytes; null when it is larger. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > limit) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Sends a web Response with our headers. What sets no policy of its own is inert; what says nothing of caching is kept nowhere. */
export async function sendWebResponse(answer: Response, response: ServerResponse, headOnly: boolean): Promise<void> {
  const headers: Record<string, string | string[]> = { ...INERT };
  const names = new Map(Object.keys(headers).map((name) => [name.toLowerCase(), name]));
  for (const [name, value] of answer.headers) {
    if (name === 'set-cookie') continue;
    headers[names.get(name) ?? name] = value;
  }
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) headers['Set-Cookie'] = cookies;
  response.writeHead(answer.status, headers);
  if (!answer.body || headOnly) {
    await answer.body?.cancel();
    response.end();
    return;
  }
  await pipeline(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]), response).catch(() => {});
}
