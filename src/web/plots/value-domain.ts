/** The lowest and the highest value of an axis. */
export type Domain = { readonly low: number; readonly high: number };

/**
 * From where to where an axis goes.
 *
 * Zero is on it where zero matters: for money always, otherwise where values come down to less than half of the highest.
 * Values that are all the same get some room.
 *
 * @param values - everything drawn; none gives 0 to 1
 * @example
 * domainOf([1108, 1452], false) // => { low: 1108, high: 1452 }
 */
export function domainOf(values: readonly number[], isMoney: boolean): Domain {
  if (values.length === 0) return { low: 0, high: 1 };
  const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const hasZero = isMoney || (low >= 0 && low < high / 2);
  const from = hasZero ? Math.min(0, low) : low;
  const to = hasZero ? Math.max(0, high) : high;
  if (from < to) return { low: from, high: to };
  return from === 0 ? { low: 0, high: 1 } : { low: from - Math.abs(from) / 20, high: to + Math.abs(to) / 20 };
}

/**
 * How many decimals tell values apart that lie so far from one another.
 *
 * @example
 * decimalsOf(0.25) // => 2
 */
export function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < 6; decimals++) {
    const scaled = step * 10 ** decimals;
    if (scaled >= 1 - 1e-9 && Math.abs(scaled - Math.round(scaled)) < 1e-6) return decimals;
  }
  return 6;
}
