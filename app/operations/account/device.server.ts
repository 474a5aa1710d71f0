import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { App } from '../app.server';

const MOST = 5;

// A mark is `nonce.signature`. It names nobody: without our key it cannot be told whose it is.
const sign = (app: App, handle: string, nonce: string) =>
  createHmac('sha256', app.secret).update(`device\0${handle}\0${nonce}`).digest('base64url');

const split = (marks: string | null): string[] => (marks ?? '').split('~').filter(Boolean).slice(0, MOST);

/** The nonce of the mark by which a browser shows that somebody has signed in with it as `handle` before; null when it has none. */
export function knownDevice(app: App, marks: string | null, handle: string): string | null {
  for (const mark of split(marks)) {
    const [nonce = '', signature = ''] = mark.split('.');
    const [given, wanted] = [Buffer.from(signature), Buffer.from(sign(app, handle, nonce))];
    if (given.length === wanted.length && timingSafeEqual(given, wanted)) return nonce;
  }
  return null;
}

/** The marks that a browser keeps once somebody has signed in with it as `handle`: those it had, and hers, newest first, at most five. */
export function markDevice(app: App, marks: string | null, handle: string): string {
  const known = knownDevice(app, marks, handle);
  const nonce = known ?? randomBytes(16).toString('base64url');
  const others = split(marks).filter((mark) => !mark.startsWith(`${nonce}.`));
  return [`${nonce}.${sign(app, handle, nonce)}`, ...others].slice(0, MOST).join('~');
}
