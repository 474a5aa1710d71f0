import { readFile, readdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { acceptedEncoding } from './encoding.server';
import { ALWAYS, CSP_INERT } from './headers.server';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};
type Bodies = {
  readonly type: string;
  readonly immutable: boolean;
  readonly identity: Buffer;
  readonly br?: Buffer;
  readonly gzip?: Buffer;
};

/**
 * The built browser files, read into memory once with their compressed copies (`.br` and `.gz`, made by the build). Only what
 * was there at start is served, so no address can reach another file.
 */
export async function staticFiles(folder: string) {
  const files = new Map<string, Bodies>();
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])).filter((e) =>
    e.isFile(),
  );
  for (const entry of names) {
    const path = join(entry.parentPath, entry.name);
    if (/\.(br|gz|map)$/.test(path)) continue;
    const address = path.slice(folder.length).replaceAll('\\', '/');
    files.set(address, {
      type: TYPES[extname(path)] ?? 'application/octet-stream',
      immutable: address.startsWith('/assets/'),
      identity: await readFile(path),
      br: await readFile(`${path}.br`).catch(() => undefined),
      gzip: await readFile(`${path}.gz`).catch(() => undefined),
    });
  }
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const file = files.get((request.url ?? '/').split('?', 1)[0]!);
    if (!file) return false;
    const encoding = acceptedEncoding(request.headers['accept-encoding']);
    const body = file[encoding] ?? file.identity;
    response.writeHead(200, {
      ...ALWAYS,
      'Content-Security-Policy': CSP_INERT,
      'Content-Type': file.type,
      'Content-Length': String(body.length),
      'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      Vary: 'Accept-Encoding',
      ...(body === file.identity ? {} : { 'Content-Encoding': encoding }),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  };
}
