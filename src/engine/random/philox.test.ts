import { describe, expect, it } from 'vitest';
import { philox4x32 } from './philox.ts';

describe('philox4x32', () => {
  // Random123, kat_vectors, philox4x32 10
  it.each<[[number, number, number, number], [number, number], string]>([
    [[0, 0, 0, 0], [0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    [[0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], '408f276d 41c83b0e a20bc7c6 6d5451fd'],
    [[0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0], 'd16cfe09 94fdcceb 5001e420 24126ea1'],
  ])('gives the published words for counter %j and key %j', (counter, key, expected) => {
    const out = new Uint32Array(4);
    philox4x32(...counter, ...key, out);
    expect([...out].map((word) => word.toString(16).padStart(8, '0')).join(' ')).toBe(expected);
  });

  it('reads words with a sign as the same 32 bits', () => {
    const unsigned = new Uint32Array(4);
    const signed = new Uint32Array(4);
    philox4x32(0xffffffff, 0x80000000, 3, 0xfffffffe, 0x90000000, 0xffffffff, unsigned);
    philox4x32(-1, 0x80000000 | 0, 3, -2, 0x90000000 | 0, -1, signed);
    expect(signed).toEqual(unsigned);
  });

  it('is the same function as one written with whole numbers of any size', () => {
    const out = new Uint32Array(4);
    for (let i = 0; i < 200; i++) {
      const words = Array.from({ length: 6 }, (_, j) => Math.imul(i * 6 + j + 1, 0x9e3779b1) >>> 0);
      const [c0, c1, c2, c3, k0, k1] = words as [number, number, number, number, number, number];
      philox4x32(c0, c1, c2, c3, k0, k1, out);
      expect([...out]).toEqual(slowPhilox([c0, c1, c2, c3], [k0, k1]));
    }
  });
});

function slowPhilox(counter: readonly number[], key: readonly number[]): number[] {
  let [x0, x1, x2, x3] = counter.map(BigInt) as [bigint, bigint, bigint, bigint];
  let [k0, k1] = key.map(BigInt) as [bigint, bigint];
  for (let round = 0; round < 10; round++) {
    const p0 = x0 * 0xd2511f53n;
    const p2 = x2 * 0xcd9e8d57n;
    [x0, x1, x2, x3] = [(p2 >> 32n) ^ x1 ^ k0, p2 & 0xffffffffn, (p0 >> 32n) ^ x3 ^ k1, p0 & 0xffffffffn];
    k0 = (k0 + 0x9e3779b9n) & 0xffffffffn;
    k1 = (k1 + 0xbb67ae85n) & 0xffffffffn;
  }
  return [x0, x1, x2, x3].map(Number);
}
