import { betweenRanks, requireShare } from './quantile.ts';

/** Buckets of one page: the numbers of one sign and one power of two, cut by 7 mantissa bits. */
const PAGE_SIZE = 128;
const PAGES = 4096; // 1 sign bit and 11 exponent bits
const NEGATIVE_PAGES = 2048;
const UINT32_MAX = 4294967295;

const bitsAsNumber = new Float64Array(1);
const bitsAsWords = new Uint32Array(bitsAsNumber.buffer);
bitsAsNumber[0] = 1;
/** Where the sign and exponent of a number lie in memory: 1 on all common machines, which store the low word first. */
const HIGH_WORD = bitsAsWords[1] === 0x3ff00000 ? 1 : 0;

/** Stored form of a `LogHistogram`; the same counts always give the same text. */
export interface LogHistogramJson {
  /** Values refused because they were not a number. */
  readonly nan: number;
  /** Values that were 0 or −0. */
  readonly zero: number;
  /** The least and the greatest value; absent when there is none, or when it is infinite, which JSON cannot hold. */
  readonly least?: number;
  readonly greatest?: number;
  /** Pairs (step from the last bucket's code, count), codes ascending from −1, empty buckets left out. */
  readonly buckets: readonly number[];
}

/**
 * Counts of an outcome over futures by size, to read quantiles of more futures than can be kept.
 *
 * A bucket is sign, exponent and 7 mantissa bits of a number (the top 19 bits of its float64), so every bucket is 1/128
 * of its power of two wide. 0 and −0 share a bucket of their own, +∞ and −∞ have one each, NaN is refused: counted in
 * `nan` and nowhere else. Counts are exact, so neither order nor grouping of futures changes anything.
 *
 * Error: a value is read as the middle of its bucket, so it is wrong by at most 2⁻⁸ (0.390625 %) of itself. A quantile
 * of type 7 lies between two ranks a ≤ b, (1 − f)·a + f·b, and is wrong by at most 2⁻⁸·((1 − f)·|a| + f·|b|), which is
 * 0.390625 % of the quantile unless a < 0 < b. (Numbers nearer 0 than 2⁻¹⁰²²: at most 2⁻¹⁰³⁰ instead.) The least and the
 * greatest value are kept exactly and no quantile lies outside them, so what is the same in every future is read exactly.
 *
 * Memory: 8 KiB, and 512 bytes for each sign and power of two met, in blocks that double; counts widen from 4 to 8
 * bytes when there are more than 2³² − 1.
 *
 * @see Masson, Rim and Lee, "DDSketch", PVLDB 12 (2019), for buckets of fixed relative width
 * @example
 * const histogram = new LogHistogram();
 * histogram.add(Float64Array.of(0, 0, 0));
 * histogram.quantile(0.5) // => 0
 */
export class LogHistogram {
  #count = 0;
  #zero = 0;
  #nan = 0;
  #slots = 0;
  #least = Number.POSITIVE_INFINITY;
  #greatest = Number.NEGATIVE_INFINITY;
  /** For each page its slot + 1 in `#counts`, or 0. */
  readonly #directory = new Uint16Array(PAGES);
  #counts: Uint32Array | Float64Array = new Uint32Array(PAGE_SIZE);

  /** Values counted, NaN not among them. */
  get count(): number {
    return this.#count;
  }

  /** Values refused because they were NaN (failed futures). */
  get nan(): number {
    return this.#nan;
  }

  /**
   * Counts the futures of a column, or of a part of it.
   *
   * @param column - one value per future, read only, not kept
   * @param offset - first future
   * @param count - futures to count
   * @throws {RangeError} if the part lies outside the column
   */
  add(column: Float64Array, offset = 0, count = column.length - offset): void {
    if (!(offset >= 0 && count >= 0 && offset + count <= column.length)) {
      throw new RangeError(`futures ${offset} to ${offset + count} lie outside a column of ${column.length} futures`);
    }
    this.#widenFor(this.#count + count);
    const words = new Uint32Array(column.buffer, column.byteOffset, column.length * 2);
    const directory = this.#directory;
    let counts = this.#counts;
    const end = offset + count;
    let zero = 0;
    let nan = 0;
    let least = this.#least;
    let greatest = this.#greatest;
    for (let i = offset; i < end; i++) {
      const value = column[i]!;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
      const high = words[2 * i + HIGH_WORD]!;
      const exponent = high & 0x7ff00000;
      // only these two exponents hold 0 and NaN, so other numbers need not be looked at as numbers
      if (exponent === 0 || exponent === 0x7ff00000) {
        if (value === 0) {
          zero += 1;
          continue;
        }
        if (Number.isNaN(value)) {
          nan += 1;
          continue;
        }
      }
      const page = high >>> 20;
      let slot = directory[page]!;
      if (slot === 0) {
        slot = this.#openPage(page);
        counts = this.#counts;
      }
      const at = ((slot - 1) << 7) | ((high >>> 13) & 127);
      counts[at] = counts[at]! + 1;
    }
    this.#zero += zero;
    this.#nan += nan;
    this.#count += count - nan;
    // 0 and −0 are one: which of them came first may not show.
    this.#least = least + 0;
    this.#greatest = greatest + 0;
  }

  /**
   * Adds the counts of another histogram to this one.
   *
   * @param other - not changed, not kept; may be this histogram itself
   */
  merge(other: LogHistogram): void {
    this.mergeStored(other.toJSON());
  }

  /**
   * The level that a share `p` of the futures stays below.
   *
   * Type 7 as in R on the middles of the buckets; see the class for the bound on the error. No value → NaN. NaN futures
   * are left out.
   *
   * @param p - share, 0 to 1
   * @returns in the unit of the values
   * @throws {RangeError} if `p` is not 0 to 1
   */
  quantile(p: number): number {
    requireShare(p);
    if (this.#count === 0) return Number.NaN;
    const rank = (this.#count - 1) * p;
    const below = Math.floor(rank);
    const lower = this.#valueAt(below);
    const found = betweenRanks(lower, below + 1 < this.#count ? this.#valueAt(below + 1) : lower, rank - below);
    return found < this.#least ? this.#least : found > this.#greatest ? this.#greatest : found;
  }

  /**
   * Form to store or send; ordered by bucket, so it does not show in which order futures came.
   *
   * @returns a new plain object that the caller owns
   */
  toJSON(): LogHistogramJson {
    const buckets: number[] = [];
    let last = -1;
    for (let page = 0; page < PAGES; page++) {
      const slot = this.#directory[page]!;
      if (slot === 0) continue;
      for (let i = 0; i < PAGE_SIZE; i++) {
        const counted = this.#counts[(slot - 1) * PAGE_SIZE + i]!;
        if (counted === 0) continue;
        const code = page * PAGE_SIZE + i;
        buckets.push(code - last, counted);
        last = code;
      }
    }
    const ends = {
      ...(Number.isFinite(this.#least) ? { least: this.#least } : {}),
      ...(Number.isFinite(this.#greatest) ? { greatest: this.#greatest } : {}),
    };
    return { nan: this.#nan, zero: this.#zero, ...ends, buckets };
  }

  /**
   * The histogram that `toJSON` stored.
   *
   * @param json - not kept
   * @throws {RangeError} if it is not the stored form of a histogram
   */
  static fromJSON(json: LogHistogramJson): LogHistogram {
    const histogram = new LogHistogram();
    histogram.mergeStored(json);
    return histogram;
  }

  /**
   * Adds the counts another histogram stored, as one that was sent from a thread.
   *
   * @param json - not kept
   * @throws {RangeError} if it is not the stored form of a histogram; nothing has then been added
   */
  mergeStored({ nan, zero, buckets, least, greatest }: LogHistogramJson): void {
    if (!(isCount(nan) && isCount(zero) && buckets.length % 2 === 0)) {
      throw new RangeError('stored histogram: nan and zero must be counts, and buckets pairs of step and count');
    }
    let total = zero;
    for (let i = 0, code = -1; i < buckets.length; i += 2) {
      const step = buckets[i]!;
      const counted = buckets[i + 1]!;
      code += step;
      if (!(Number.isInteger(step) && step > 0 && isBucket(code) && isCount(counted))) {
        throw new RangeError(`stored histogram: step ${step} with count ${counted} at ${i} leads to no bucket`);
      }
      total += counted;
    }
    this.#widenFor(this.#count + total);
    for (let i = 0, code = -1; i < buckets.length; i += 2) {
      code += buckets[i]!;
      const page = code >>> 7;
      const slot = this.#directory[page]! || this.#openPage(page);
      const at = ((slot - 1) << 7) | (code & 127);
      this.#counts[at] = this.#counts[at]! + buckets[i + 1]!;
    }
    this.#nan += nan;
    this.#zero += zero;
    this.#count += total;
    if (total > 0) {
      this.#least = Math.min(this.#least, least ?? Number.NEGATIVE_INFINITY);
      this.#greatest = Math.max(this.#greatest, greatest ?? Number.POSITIVE_INFINITY);
    }
  }

  /** Gives a page its place; returns slot + 1. */
  #openPage(page: number): number {
    const needed = (this.#slots + 1) * PAGE_SIZE;
    if (needed > this.#counts.length) {
      const Store = this.#counts instanceof Uint32Array ? Uint32Array : Float64Array;
      const larger = new Store(this.#counts.length * 2);
      larger.set(this.#counts);
      this.#counts = larger;
    }
    this.#slots += 1;
    this.#directory[page] = this.#slots;
    return this.#slots;
  }

  #widenFor(total: number): void {
    if (!isCount(total)) throw new RangeError(`${total} values; a histogram counts to ${Number.MAX_SAFE_INTEGER}`);
    if (total > UINT32_MAX && this.#counts instanceof Uint32Array) this.#counts = Float64Array.from(this.#counts);
  }

  /** Middle of the bucket that the value of this rank (0 is the smallest) lies in. */
  #valueAt(rank: number): number {
    let left = rank;
    for (let page = PAGES - 1; page >= NEGATIVE_PAGES; page--) {
      const slot = this.#directory[page]!;
      if (slot === 0) continue;
      for (let i = PAGE_SIZE - 1; i >= 0; i--) {
        left -= this.#counts[(slot - 1) * PAGE_SIZE + i]!;
        if (left < 0) return middleOfBucket(page * PAGE_SIZE + i);
      }
    }
    left -= this.#zero;
    if (left < 0) return 0;
    for (let page = 0; page < NEGATIVE_PAGES; page++) {
      const slot = this.#directory[page]!;
      if (slot === 0) continue;
      for (let i = 0; i < PAGE_SIZE; i++) {
        left -= this.#counts[(slot - 1) * PAGE_SIZE + i]!;
        if (left < 0) return middleOfBucket(page * PAGE_SIZE + i);
      }
    }
    throw new RangeError(`rank ${rank} of ${this.#count} values`);
  }
}

/** The bucket's lowest bits with the next bit set: halfway through, without computing a power. */
function middleOfBucket(code: number): number {
  const isInfinite = (code & 0x3ff80) === 0x3ff80;
  bitsAsWords[HIGH_WORD] = (code << 13) | (isInfinite ? 0 : 1 << 12);
  bitsAsWords[1 - HIGH_WORD] = 0;
  return bitsAsNumber[0]!;
}

/** Whether numbers have this code: not beyond the last, and not one of NaN. */
function isBucket(code: number): boolean {
  return code < PAGES * PAGE_SIZE && ((code & 0x3ff80) !== 0x3ff80 || (code & 127) === 0);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
