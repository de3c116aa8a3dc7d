// Multipliers and key increments (Weyl constants) of Philox4x32, in halves of 16 bits where they are multiplied.
const M0 = 0xd2511f53;
const M0_HIGH = 0xd251;
const M0_LOW = 0x1f53;
const M1 = 0xcd9e8d57;
const M1_HIGH = 0xcd9e;
const M1_LOW = 0x8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;

/**
 * Four random words for one place in a counted sequence: the dice of every future.
 *
 * Philox4x32 with 10 rounds. A word depends on nothing but the counter and the key, so any draw can be made alone, in
 * any order, on any thread. Words are read as unsigned 32-bit integers whatever their sign.
 *
 * @param c0 - counter, first word
 * @param c1 - counter, second word
 * @param c2 - counter, third word
 * @param c3 - counter, fourth word
 * @param k0 - key, first word
 * @param k1 - key, second word
 * @param out - Uint32Array, at least 4 values, owned by the caller; the first 4 are overwritten
 * @see J. K. Salmon et al., Parallel random numbers: as easy as 1, 2, 3, SC11 (2011), doi 10.1145/2063384.2063405
 * @example
 * const out = new Uint32Array(4);
 * philox4x32(0, 0, 0, 0, 0, 0, out);
 * out // => [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]
 */
export function philox4x32(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
  out: Uint32Array,
): void {
  let x0 = c0 | 0;
  let x1 = c1 | 0;
  let x2 = c2 | 0;
  let x3 = c3 | 0;
  let key0 = k0 | 0;
  let key1 = k1 | 0;
  for (let round = 0; round < 10; round++) {
    // The upper 32 bits of a 64-bit product, from four products of 16-bit halves: none of the sums exceeds 32 bits.
    const low0 = x0 & 0xffff;
    const high0 = x0 >>> 16;
    const mid0 = (Math.imul(low0, M0_HIGH) + (Math.imul(low0, M0_LOW) >>> 16)) | 0;
    const cross0 = (Math.imul(high0, M0_LOW) + (mid0 & 0xffff)) | 0;
    const upper0 = (Math.imul(high0, M0_HIGH) + (mid0 >>> 16) + (cross0 >>> 16)) | 0;

    const low2 = x2 & 0xffff;
    const high2 = x2 >>> 16;
    const mid2 = (Math.imul(low2, M1_HIGH) + (Math.imul(low2, M1_LOW) >>> 16)) | 0;
    const cross2 = (Math.imul(high2, M1_LOW) + (mid2 & 0xffff)) | 0;
    const upper2 = (Math.imul(high2, M1_HIGH) + (mid2 >>> 16) + (cross2 >>> 16)) | 0;

    const lower0 = Math.imul(x0, M0);
    const lower2 = Math.imul(x2, M1);
    x0 = upper2 ^ x1 ^ key0;
    x1 = lower2;
    x2 = upper0 ^ x3 ^ key1;
    x3 = lower0;
    key0 = (key0 + W0) | 0;
    key1 = (key1 + W1) | 0;
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}
