import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * Tells clients apart for limits, and for nothing else: a hash of the address under a key that is made here and never leaves
 * memory. With `trustProxy` the address is the last one in X-Forwarded-For.
 */
export function clientTeller(trustProxy: boolean): (request: IncomingMessage) => string {
  const key = randomBytes(32);
  return (request) => {
    const forwarded = trustProxy
      ? String(request.headers['x-forwarded-for'] ?? '')
          .split(',')
          .at(-1)
          ?.trim()
      : '';
    return createHmac('sha256', key)
      .update(networkOf(forwarded || (request.socket.remoteAddress ?? '')))
      .digest('base64url');
  };
}

/** What one client can hardly have many of: an IPv4 address, or the first half of an IPv6 address (a household has 2^64 of the rest). */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const plain = address.split('%', 1)[0]!;
  if (!isIPv6(plain)) return address;
  const [head = '', tail] = plain.split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
