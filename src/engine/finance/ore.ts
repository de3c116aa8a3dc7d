import { Decimal } from 'decimal.js';

/** Decimal numbers of our own, so that settings made elsewhere change nothing: 60 digits, half away from zero. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, defaults: true });

/**
 * An amount rounded to whole öre, half away from zero.
 *
 * A float64 is taken as the shortest decimal that means it, so 1.005 rounds to 1.01 as it reads.
 *
 * @param amount - SEK
 * @returns SEK with at most two decimals
 * @throws {RangeError} if `amount` is not finite
 * @example
 * roundToOre(-0.125).toString() // => '-0.13'
 */
export function roundToOre(amount: Decimal.Value): Decimal {
  const exact = new Exact(amount);
  if (!exact.isFinite()) throw new RangeError(`amount is ${exact}; allowed any finite number of SEK`);
  return exact.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

/**
 * Total of a stated calculation: the sum of its parts, each rounded to whole öre first.
 *
 * So the total always is what a reader gets who adds the printed parts. No parts → 0.
 *
 * @param parts - SEK, any order, not kept
 * @returns SEK with at most two decimals
 * @throws {RangeError} if a part is not finite
 * @example
 * sumOre(['10295.20', '2573.80', 100_000]).toString() // => '112869'
 */
export function sumOre(parts: Iterable<Decimal.Value>): Decimal {
  let total = new Exact(0);
  for (const part of parts) total = total.plus(roundToOre(part));
  return total;
}

/**
 * An amount as text: whole öre, groups of three with a space between, no unit.
 *
 * `.` before the öre as in the project's documents, or `,` as in Swedish letters. The space is a no-break space on
 * request, for text that wraps. Nothing is written as −0.
 *
 * @param amount - SEK, rounded to whole öre half away from zero
 * @param style - `decimalMark`: '.' unless stated; `groupMark`: ' ' unless stated
 * @throws {RangeError} if `amount` is not finite
 * @example
 * formatSek('168166.63') // => '168 166.63'
 */
export function formatSek(
  amount: Decimal.Value,
  style: { readonly decimalMark?: '.' | ','; readonly groupMark?: ' ' | '\u00a0' } = {},
): string {
  const { decimalMark = '.', groupMark = ' ' } = style;
  const rounded = roundToOre(amount);
  const [kronor, ore] = rounded.abs().toFixed(2).split('.') as [string, string];
  const grouped = kronor.replace(/\B(?=(?:\d{3})+$)/g, groupMark);
  return `${rounded.isNegative() && !rounded.isZero() ? '-' : ''}${grouped}${decimalMark}${ore}`;
}
