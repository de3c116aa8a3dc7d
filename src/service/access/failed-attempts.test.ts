import { expect, test } from 'vitest';
import { failedAttempts, networkOf } from './failed-attempts.ts';

test('an address waits from its third wrong token until a minute after its first', () => {
  let now = 1_000_000;
  const failed = failedAttempts(3, () => now);
  for (const tried of [1, 2, 3]) {
    expect([tried, failed.wait('192.0.2.7')]).toEqual([tried, undefined]);
    failed.note('192.0.2.7');
    now += 1000;
  }
  // The first was 3 s ago: 57 s are left.
  expect(failed.wait('192.0.2.7')).toBe(57);
  expect(failed.wait('192.0.2.8')).toBeUndefined();
  now += 57_000;
  expect(failed.wait('192.0.2.7')).toBeUndefined();
});

test('one who tries on while waiting waits no longer for it', () => {
  let now = 0;
  const failed = failedAttempts(1, () => now);
  failed.note('192.0.2.7');
  now = 59_000;
  failed.note('192.0.2.7');
  now = 60_000;
  expect(failed.wait('192.0.2.7')).toBeUndefined();
});

test('all addresses of one IPv6 network are one', () => {
  const failed = failedAttempts(2, () => 0);
  failed.note('2001:db8:0:1::1');
  failed.note('2001:db8:0:1:ffff::2');
  expect(failed.wait('2001:db8:0:1::3')).toBe(60);
  expect(failed.wait('2001:db8:0:2::3')).toBeUndefined();
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['2001:0DB8:0:1::', '2001:db8:0:1'],
  ['2001:db8::1:2:3:4:5', '2001:db8:0:1'],
  ['unknown', 'unknown'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
