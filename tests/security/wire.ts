import { readdirSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
export interface WireRequest {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
  /** Sends the body in pieces without saying how long it is. */
  readonly chunked?: boolean;
  readonly localAddress?: string;
}

/** A request exactly as given: no browser's headers are added, and any may be forged. */
export function send(
  url: string,
  { method = 'GET', headers = {}, body = '', chunked, localAddress }: WireRequest = {},
) {
  return new Promise<WireAnswer>((resolve, reject) => {
    const sized = chunked || body.length === 0 ? {} : { 'Content-Length': Buffer.byteLength(body) };
    const sent = request(
      url,
      { method, headers: { ...sized, ...headers }, agent: false, ...(localAddress ? { localAddress } : {}) },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', reject);
    if (!chunked) return void sent.end(body);
    const bytes = Buffer.from(body);
    for (let at = 0; at < bytes.length; at += 65_536) sent.write(bytes.subarray(at, at + 65_536));
    sent.end();
  });
}

/** Every row of a data folder's database and every upload's name, but for when a session was last seen. */
export function everything(data: string): string {
  const db = new Database(join(data, 'proviso.db'), { readonly: true });
  try {
    const tables = db
      .prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)
      .pluck()
      .all()
      .filter((name) => !name.startsWith('Search_'));
    const rows = tables.map((name) => [
      name,
      (db.prepare(`SELECT * FROM "${name}" ORDER BY rowid`).all() as Record<string, unknown>[]).map((row) =>
        name === 'Session' ? { ...row, seenAt: null } : row,
      ),
    ]);
    return JSON.stringify([
      rows,
      readdirSync(data, { recursive: true }).filter((name) => String(name).startsWith('uploads')),
    ]);
  } finally {
    db.close();
  }
}
