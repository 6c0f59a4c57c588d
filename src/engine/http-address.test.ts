/** Which addresses are let through, in every way of writing them. */
import { expect, test } from 'vitest';
import { isLoopback, isPublic, literalAddress } from './http-address.ts';

test('private, link-local, metadata, carrier and documentation addresses are not public', () => {
  const refused = [
    ...[
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '127.0.0.1',
      '127.9.9.9',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
    ],
    ...['192.0.0.192', '192.168.1.1', '198.18.0.1', '203.0.113.9', '224.0.0.1', '255.255.255.255'],
    ...['::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '2001:db8::1', '2002:7f00:1::'],
    ...['::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', '2001::1', 'example.org', ''],
  ];
  expect(refused.filter(isPublic)).toEqual([]);
});

test('addresses of the public internet are public', () => {
  const open = [
    '1.1.1.1',
    '8.8.8.8',
    '172.32.0.1',
    '172.15.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450:4001::1',
  ];
  expect(open.filter((address) => !isPublic(address))).toEqual([]);
});

test('loopback is told from other private addresses', () => {
  expect(['127.0.0.1', '127.1.2.3', '::1'].every(isLoopback)).toBe(true);
  expect(['10.0.0.1', '169.254.169.254', '::', '8.8.8.8', 'localhost'].some(isLoopback)).toBe(false);
});

test('a literal address is read through every way a URL can write it', () => {
  const hostOf = (url: string) => literalAddress(new URL(url).hostname);
  expect(hostOf('http://[::1]/')).toBe('::1');
  expect(hostOf('http://0x7f.1/')).toBe('127.0.0.1');
  expect(hostOf('http://2130706433/')).toBe('127.0.0.1');
  expect(hostOf('http://[::ffff:10.0.0.1]/')).toBe('::ffff:a00:1');
  expect(hostOf('http://example.org/')).toBe(null);
});
