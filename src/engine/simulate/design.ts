import { LEAF_SIZE } from '../statistics/index.ts';

/**
 * Which futures are computed: `outer` sets of parameters (what we do not know), each with `inner` courses of luck. Future
 * number n has the parameters n / inner, rounded down, and the luck n mod inner.
 */
export type FutureDesign = { readonly outer: number; readonly inner: number };

/** Outcomes of single futures are kept up to this many; beyond it histograms stand in for them. */
export const mostKept = 100_000;

/** Outcomes kept at most, futures times outcomes: half a gigabyte. A region of a thousand shops reaches it at 13 000 futures. */
export const mostKeptValues = 64_000_000;

/** Most futures in one run. */
export const mostFutures = 100_000_000;

/** Courses of luck for each set of parameters when nothing else is asked for. */
export const usualInner = 16;

/**
 * A design for a number of futures.
 *
 * @param inner - courses of luck for each set of parameters: a power of two up to 64, so that a set never crosses a leaf
 * @throws {RangeError} saying what is allowed, when the numbers do not fit
 * @example
 * futureDesign(2048, 16) // => { outer: 128, inner: 16 }
 */
export function futureDesign(draws: number, inner: number = usualInner): FutureDesign {
  if (!Number.isInteger(inner) || inner < 1 || inner > LEAF_SIZE || (inner & (inner - 1)) !== 0) {
    throw new RangeError(
      `there are ${inner} courses of luck for each set of parameters; allowed 1, 2, 4, 8, 16, 32 or 64`,
    );
  }
  if (!Number.isInteger(draws) || draws < 1 || draws > mostFutures) {
    throw new RangeError(`${draws} futures cannot be computed; allowed a whole number from 1 to ${mostFutures}`);
  }
  if (draws % inner !== 0) {
    const below = Math.max(1, Math.floor(draws / inner)) * inner;
    throw new RangeError(
      `${draws} futures cannot be shared out on ${inner} courses of luck each; try ${below} or ${below + inner}`,
    );
  }
  return { outer: draws / inner, inner };
}

/** All futures of a design. */
export function futuresOf(design: FutureDesign): number {
  return design.outer * design.inner;
}

/**
 * Leaves of 64 futures in one task of a thread: some sixteen tasks, so that threads end together and progress is seen, but
 * neither so small that sending results costs more than computing them nor so large that cancelling takes long. The
 * grouping changes no result.
 *
 * @param least - fewest leaves in one; 1 for a region, of which a leaf is work for seconds
 * @example
 * leavesPerTask(64) // => 4
 */
export function leavesPerTask(leaves: number, least: 1 | 4 = 4): number {
  let size: number = least;
  while (size < 128 && size * 16 < leaves) size *= 2;
  return size;
}

/** Futures in a block unless stated: columns of a village then stay in the cache. */
export const usualBlockSize = 128;

/**
 * Checks how futures are to be computed, which changes no result.
 *
 * @throws {RangeError} when the block size is no multiple of 64, or there is no thread
 */
export function checkWays(threads: number, blockSize: number): void {
  if (!Number.isInteger(blockSize) || blockSize < 64 || blockSize > 65_536 || blockSize % 64 !== 0) {
    throw new RangeError(`the block size is ${blockSize}; allowed a multiple of 64 up to 65 536`);
  }
  if (!Number.isInteger(threads) || threads < 1 || threads > 256) {
    throw new RangeError(`there are ${threads} threads; allowed 1 to 256`);
  }
}
