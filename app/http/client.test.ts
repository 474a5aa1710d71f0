import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientTeller, networkOf } from './client.server';

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
  }) as unknown as IncomingMessage;

describe('one client', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('%s is of the network %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('cannot look like many by another half of an address, or by a forwarded one that nobody asked for', () => {
    const tell = clientTeller(false);
    expect(tell(from('2001:db8:1:2::1'))).toBe(tell(from('2001:db8:1:2:ffff::9')));
    expect(tell(from('192.0.2.7', '198.51.100.1'))).toBe(tell(from('192.0.2.7')));
    expect(tell(from('192.0.2.7'))).not.toBe(tell(from('192.0.2.8')));
  });

  it('is the last forwarded address behind a proxy, whatever it puts in front of it', () => {
    const tell = clientTeller(true);
    expect(tell(from('127.0.0.1', '203.0.113.1, 192.0.2.7'))).toBe(tell(from('127.0.0.1', '192.0.2.7')));
    expect(tell(from('127.0.0.1', '192.0.2.7'))).not.toBe(tell(from('127.0.0.1', '192.0.2.8')));
  });

  it('is another in another process, and its address stands in none', () => {
    expect(clientTeller(false)(from('192.0.2.7'))).not.toBe(clientTeller(false)(from('192.0.2.7')));
    expect(clientTeller(false)(from('192.0.2.7'))).not.toContain('192.0.2.7');
  });
});
