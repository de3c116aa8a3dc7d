import { isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';

/** Counts wrong tokens by address, so that nobody tries one after another. */
export type FailedAttempts = {
  /** Whole seconds until the address may try again; undefined while it may. */
  wait(address: string): number | undefined;
  /** Notes a wrong token from the address. */
  note(address: string): void;
};

const windowMs = 60_000;

/** Addresses remembered at most; the one that failed longest ago is forgotten first. */
const mostAddresses = 10_000;

/** @param most - wrong tokens in a minute, counted from the first, after which an address waits for the minute's end */
export function failedAttempts(most: number, now: () => number): FailedAttempts {
  const windows = new LRUCache<string, { readonly since: number; count: number }>({ max: mostAddresses });
  const open = (key: string): { readonly since: number; count: number } | undefined => {
    const found = windows.get(key);
    return found !== undefined && now() - found.since < windowMs ? found : undefined;
  };
  return {
    wait: (address) => {
      const found = open(networkOf(address));
      return found === undefined || found.count < most
        ? undefined
        : Math.max(1, Math.ceil((found.since + windowMs - now()) / 1000));
    },
    note: (address) => {
      const key = networkOf(address);
      const found = open(key);
      if (found === undefined) windows.set(key, { since: now(), count: 1 });
      else found.count += 1;
    },
  };
}

/**
 * What counts as one address: an IPv4 address, or the /64 network of an IPv6 address, which one user has all of.
 *
 * @example
 * networkOf('2001:db8:1:2:3:4:5:6') // => '2001:db8:1:2'
 * networkOf('::ffff:192.0.2.7') // => '192.0.2.7'
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('%', 1)[0]!.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups =
    tail === undefined
      ? before
      : [...before, ...Array(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
