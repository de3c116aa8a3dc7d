import { normalQuantile } from '../arithmetic/index.ts';
import { philox4x32 } from './philox.ts';

/** The "year" in the counter of a number that is drawn once per future, not every year. */
export const ONCE_YEAR = 0xffffffff;

const TWO_TO_20 = 1048576;
const TWO_TO_MINUS_52 = 2.220446049250313e-16;

// Reused by every draw, and safe: nothing is called between writing and reading it.
const words = new Uint32Array(4);

/**
 * An even random number between 0 and 1 from 64 random bits.
 *
 * u = (k + ½) / 2^52 with k the upper 52 bits of high·2^32 + low. k + ½ needs at most 53 bits, so it and u are exact;
 * u is never 0 or 1, and 1 − u is a number of the same kind.
 *
 * @param high - upper word, unsigned 32-bit
 * @param low - lower word, unsigned 32-bit; its last 12 bits are not used
 * @returns a share from 2^−53 to 1 − 2^−53
 * @example
 * uniformFrom(0x80000000, 0) // => 0.5000000000000001
 */
export function uniformFrom(high: number, low: number): number {
  return (high * TWO_TO_20 + (low >>> 12) + 0.5) * TWO_TO_MINUS_52;
}

/**
 * The even random number of one stream, future, year and lane.
 *
 * Philox counter: (future low, future high, year, lane >> 1). One call gives two numbers: an even lane 2m takes words 0
 * (high) and 1 (low), the odd lane 2m + 1 words 2 (high) and 3 (low).
 *
 * @param k0 - stream key, word 0
 * @param k1 - stream key, word 1
 * @param futureLow - lower 32 bits of the future's index
 * @param futureHigh - upper 32 bits of the future's index
 * @param year - 0, 1, … from the start of the scenario; `ONCE_YEAR` for a number drawn once per future
 * @param lane - 0, 1, … which of the stream's numbers of that year
 * @returns a share from 2^−53 to 1 − 2^−53
 * @example
 * uniform(0, 0, 0, 0, 0, 0) // => 0.3990464708489646
 */
export function uniform(
  k0: number,
  k1: number,
  futureLow: number,
  futureHigh: number,
  year: number,
  lane: number,
): number {
  philox4x32(futureLow, futureHigh, year >>> 0, lane >>> 1, k0, k1, words);
  return (lane & 1) === 0 ? uniformFrom(words[0]!, words[1]!) : uniformFrom(words[2]!, words[3]!);
}

/**
 * The even random numbers of one stream, year and lane, for a run of futures.
 *
 * The same bits as `uniform`, one future at a time. Allocates nothing.
 *
 * @param out - Float64Array, one value per future, a block's reused buffer; values offset … offset + count − 1 written
 * @param offset - where in `out` the first goes
 * @param count - of futures
 * @param k0 - stream key, word 0
 * @param k1 - stream key, word 1
 * @param futureLow - lower 32 bits of the futures' indices, one value per future
 * @param futureHigh - upper 32 bits, likewise
 * @param start - the first future, as a position in `futureLow`
 * @param year - as in `uniform`
 * @param lane - as in `uniform`
 * @example
 * const out = new Float64Array(1);
 * fillUniforms(out, 0, 1, 0, 0, Uint32Array.of(0), Uint32Array.of(0), 0, 0, 0);
 * out // => [0.3990464708489646]
 */
export function fillUniforms(
  out: Float64Array,
  offset: number,
  count: number,
  k0: number,
  k1: number,
  futureLow: Uint32Array,
  futureHigh: Uint32Array,
  start: number,
  year: number,
  lane: number,
): void {
  const pair = lane >>> 1;
  const first = (lane & 1) << 1;
  const when = year >>> 0;
  for (let i = 0; i < count; i++) {
    philox4x32(futureLow[start + i]!, futureHigh[start + i]!, when, pair, k0, k1, words);
    out[offset + i] = uniformFrom(words[first]!, words[first + 1]!);
  }
}

/**
 * The normal deviates of one stream, year and lane, for a run of futures: `normalQuantile` of the even numbers.
 *
 * The same bits as `normalQuantile(uniform(…))`, one future at a time. Allocates nothing.
 *
 * @param out - Float64Array, one value per future, a block's reused buffer; values offset … offset + count − 1 written
 * @param offset - where in `out` the first goes
 * @param count - of futures
 * @param k0 - stream key, word 0
 * @param k1 - stream key, word 1
 * @param futureLow - lower 32 bits of the futures' indices, one value per future
 * @param futureHigh - upper 32 bits, likewise
 * @param start - the first future, as a position in `futureLow`
 * @param year - as in `uniform`
 * @param lane - as in `uniform`
 * @example
 * const out = new Float64Array(1);
 * fillNormals(out, 0, 1, 0, 0, Uint32Array.of(0), Uint32Array.of(0), 0, 0, 0);
 * out[0] // ≈ -0.2558
 */
export function fillNormals(
  out: Float64Array,
  offset: number,
  count: number,
  k0: number,
  k1: number,
  futureLow: Uint32Array,
  futureHigh: Uint32Array,
  start: number,
  year: number,
  lane: number,
): void {
  fillUniforms(out, offset, count, k0, k1, futureLow, futureHigh, start, year, lane);
  for (let i = offset; i < offset + count; i++) out[i] = normalQuantile(out[i]!);
}
