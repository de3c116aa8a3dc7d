import { effectiveSampleSize } from './effective-sample-size.ts';
import { groupStandardError } from './group-standard-error.ts';
import { type ShareInterval, wilsonInterval } from './wilson.ts';

/** How shops stand at the end of one year, over futures. */
export interface SurvivalYear {
  /** Year t, 0 is the start year. */
  readonly year: number;
  /** Futures where the shop is open at the end of the year. */
  readonly open: number;
  /** `open` as a share of the futures counted; NaN when there are none. */
  readonly share: number;
  /** 95 % Wilson interval of `share` from sampling, at the effective sample size. */
  readonly interval: ShareInterval;
  /** Futures where the shop closed this year, one number per cause code. */
  readonly closures: readonly number[];
}

/** Survival over the horizon. */
export interface Survival {
  /** Futures counted. */
  readonly futures: number;
  /** Futures that failed and are counted nowhere. */
  readonly skipped: number;
  /** One entry per year, year 0 first. */
  readonly years: readonly SurvivalYear[];
}

/**
 * Share of futures where the shop is still open, year by year, and what closed the others.
 *
 * A shop that closes in year t is no longer open at the end of t, as stocks stand at the end of a year. Closed is for
 * good: one closing year per future. Where J futures share a parameter set, the interval uses the effective sample
 * size, so it does not pretend that they are independent.
 *
 * @param of - `closingYear`: one per future, future i·J + j, whole number 0 to years − 1, or −1 or NaN for still open at
 *   the end; `cause`: one code per future, 0 to causes − 1, read only where the shop closed; `causes`: number of codes;
 *   `years`: T; `innerPerOuter`: J, 1 unless stated; `failed`: not 0 where the future failed and must not count as open.
 *   All read only, none kept
 * @throws {RangeError} if lengths differ, or a closing year or a cause is not one of those allowed
 * @see Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927)
 * @example
 * survival({ closingYear: [1, -1, -1, 0], cause: [0, 0, 0, 1], causes: 2, years: 3 }).years.map((year) => year.share)
 * // => [0.75, 0.5, 0.5]
 */
export function survival(of: {
  readonly closingYear: ArrayLike<number>;
  readonly cause: ArrayLike<number>;
  readonly causes: number;
  readonly years: number;
  readonly innerPerOuter?: number;
  readonly failed?: ArrayLike<number>;
}): Survival {
  const { closingYear, cause, causes, years, innerPerOuter = 1, failed } = of;
  const length = closingYear.length;
  if (cause.length !== length || (failed !== undefined && failed.length !== length)) {
    throw new RangeError(`${length} closing years, ${cause.length} causes, ${failed?.length ?? length} failed marks`);
  }
  const lastOpenYear = new Float64Array(length); // NaN where failed
  const closures = Array.from({ length: years }, () => new Array<number>(causes).fill(0));
  let futures = 0;
  for (let future = 0; future < length; future++) {
    if (failed !== undefined && failed[future] !== 0) {
      lastOpenYear[future] = Number.NaN;
      continue;
    }
    futures += 1;
    const closed = closingYear[future]!;
    if (closed === -1 || Number.isNaN(closed)) {
      lastOpenYear[future] = years;
      continue;
    }
    const code = cause[future]!;
    const inYear = closures[closed];
    const before = inYear?.[code];
    if (inYear === undefined || before === undefined) {
      throw new RangeError(
        `future ${future} closes in year ${closed} by cause ${code}; allowed years 0 to ${years - 1} (or -1, NaN: open) and causes 0 to ${causes - 1}`,
      );
    }
    inYear[code] = before + 1;
    lastOpenYear[future] = closed - 1;
  }
  const isOpen = new Float64Array(length);
  const rows = closures.map((inYear, year): SurvivalYear => {
    let open = 0;
    for (let future = 0; future < length; future++) {
      const last = lastOpenYear[future]!;
      const state = Number.isNaN(last) ? Number.NaN : last >= year ? 1 : 0;
      isOpen[future] = state;
      if (state === 1) open += 1;
    }
    const share = open / futures;
    const { standardError, groups } = groupStandardError(isOpen, share, innerPerOuter);
    const size = effectiveSampleSize({ share, standardError, groups, futures });
    const interval = futures > 0 ? wilsonInterval(share * size, size) : wilsonInterval(0, 0);
    return { year, open, share, interval, closures: inYear };
  });
  return { futures, skipped: length - futures, years: rows };
}
