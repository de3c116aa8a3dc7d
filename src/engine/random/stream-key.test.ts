import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { streamKey } from './stream-key.ts';

describe('streamKey', () => {
  it("rests on a seedrandom that gives the values of its own tests for 'hello.'", () => {
    const source = seedrandom('hello.');
    expect([source(), source()]).toEqual([0.9282578795792454, 0.3752569768646784]);
  });

  it('is made of two unsigned words, the same every time', () => {
    expect(streamKey('autumn', 'footfall', 'fliseryd')).toEqual([645604311, 1262205333]);
    expect(streamKey('autumn', 'footfall', 'fliseryd')).toEqual([645604311, 1262205333]);
  });

  it('differs for names that run together to the same text', () => {
    const keys = [
      streamKey('a', 'bc', 'd'),
      streamKey('ab', 'c', 'd'),
      streamKey('a', 'b', 'cd'),
      streamKey('a', 'b","c', 'd'),
      streamKey('', 'abc', 'd'),
      streamKey('abcd', '', ''),
    ];
    expect(new Set(keys.map(String)).size).toBe(keys.length);
  });

  it('differs for ten thousand different entities', () => {
    const keys = Array.from({ length: 10_000 }, (_, i) => streamKey('seed', 'quantity', `place-${i}`));
    expect(new Set(keys.map(String)).size).toBe(10_000);
    for (const [first, second] of keys.slice(0, 100)) {
      expect(first >>> 0).toBe(first);
      expect(second >>> 0).toBe(second);
    }
  });
});
