import { coefficientSignChanges, type DyadicRoot, positiveRoots } from './positive-roots.ts';

/** Most flows for which signs may change more than once; beyond it the exact search would take many seconds. */
const MOST_FLOWS = 121;

/**
 * Every rate at which a row of flows is worth nothing today: all internal rates of return above −1.
 *
 * Flows that change sign more than once can have several such rates, and then none of them is "the" return; that is
 * why the answer is a list, ascending, empty when there is no such rate. A rate where the present value touches 0
 * without changing sign is given once, like the others. The flows are taken as the exact float64 numbers they are and
 * the rates are found in whole-number arithmetic (Sturm's theorem), so none is missed; each is the float64 nearest to
 * the true rate, or next to it (so a rate just above −1 may read −1, and one beyond all float64 reads Infinity).
 *
 * @param flows - SEK, one per period, oldest first, read only, not kept; zeros at either end change nothing
 * @returns shares per period (0.05 = 5 %), a new array
 * @throws {RangeError} if a flow is not finite, all flows are 0 (every rate would do), or signs change more than once
 *   in a row of more than 121 flows
 * @see Knuth, "The Art of Computer Programming" vol. 2, section 4.6.1, for Sturm's theorem
 * @example
 * internalRateOfReturn([-1000, 2500, -1500]) // => [0, 0.5]
 */
export function internalRateOfReturn(flows: ArrayLike<number>): number[] {
  const whole = wholeMultiples(flows);
  while (whole.length > 0 && whole.at(-1) === 0n) whole.pop();
  const first = whole.findIndex((flow) => flow !== 0n);
  if (first === -1) throw new RangeError('all flows are 0, so every rate would do; at least one other flow is needed');
  // Σ flow_t·g^(n − t) in the growth factor g = 1 + rate has the same roots above 0 as the present value has above −1
  const polynomial = whole.slice(first).reverse();
  if (polynomial.length > MOST_FLOWS && coefficientSignChanges(polynomial) > 1) {
    throw new RangeError(
      `${polynomial.length} flows change sign more than once; allowed ${MOST_FLOWS}. Add them up by year first`,
    );
  }
  return positiveRoots(polynomial, 110).map(rateOf);
}

/** The flows times one power of two that makes them all whole. */
function wholeMultiples(flows: ArrayLike<number>): bigint[] {
  const words = new BigUint64Array(1);
  const number = new Float64Array(words.buffer);
  return Array.from(flows, (flow, period) => {
    if (!Number.isFinite(flow)) throw new RangeError(`flow ${period} is ${flow}; allowed any finite number`);
    number[0] = flow;
    const bits = words[0]!;
    const exponent = (bits >> 52n) & 2047n;
    const fraction = bits & 0xfffffffffffffn;
    const size = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
    return flow < 0 ? -size : size;
  });
}

/** Middle of the root's interval, less 1, as the nearest float64. */
function rateOf(root: DyadicRoot): number {
  const shift = root.shift + 1;
  const above = root.from + root.to - (1n << BigInt(shift));
  const surplus = (above < 0n ? -above : above).toString(2).length - 1000;
  const drop = surplus > 0 ? Math.min(surplus, shift) : 0; // keeps the numerator within float64
  let rate = Number(above >> BigInt(drop));
  for (let halvings = shift - drop; halvings > 0; halvings--) rate /= 2;
  return rate;
}
