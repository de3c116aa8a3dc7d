import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { internalRateOfReturn } from './internal-rate-of-return.ts';
import { netPresentValue } from './net-present-value.ts';
import { payment } from './payment.ts';

/** Flows whose present value is 0 at exactly these growth factors: the product of (factor − g), latest flow last. */
function flowsWithGrowth(factors: readonly number[]): number[] {
  let flows = [1];
  for (const factor of factors) {
    const next = [...flows, 0];
    for (let i = 0; i < flows.length; i++) next[i + 1] = next[i + 1]! - factor * flows[i]!;
    flows = next;
  }
  return flows;
}

describe('internalRateOfReturn', () => {
  it('gives all three rates of the numpy-financial case', () => {
    const rates = internalRateOfReturn([-5, 10.5, 1, -8, 1]);
    expect(rates).toHaveLength(3);
    for (const [i, expected] of [-0.870201, 0.08859833, 0.70956].entries()) expect(rates[i]).toBeCloseTo(expected, 6);
  });

  // numpy-financial's documentation and tests of irr, one rate each
  it.each([
    [[-100, 39, 59, 55, 20], 0.28095],
    [[-100, 0, 0, 7], -0.5879],
    [[-100, 100, 0, -7], -0.0833],
    [[-100, 100, 0, 7], 0.06206],
    [[-150000, 15000, 25000, 35000, 45000, 60000], 0.0524],
  ])('has among the rates of %j the one of numpy-financial, %s', (flows, expected) => {
    const rates = internalRateOfReturn(flows);
    expect(rates.some((rate) => Math.abs(rate - expected) < 5e-5)).toBe(true);
  });

  it('gives nothing when money only flows one way', () => {
    expect(internalRateOfReturn([100, 50, 7])).toEqual([]);
    expect(internalRateOfReturn([0, -3, 0])).toEqual([]);
  });

  it('gives nothing when signs change and yet the value never is 0', () => {
    expect(internalRateOfReturn([1, -1, 1])).toEqual([]); // g² − g + 1 has no real root
  });

  it('gives the rate of a loan that was paid off as agreed', () => {
    const loan = [-600_000, ...new Array<number>(10).fill(payment(0.05, 10, -600_000))];
    expect(internalRateOfReturn(loan)[0]).toBeCloseTo(0.05, 14);
  });

  it('gives a rate once where the value touches 0 and turns', () => {
    expect(internalRateOfReturn([1, -4, 4])).toEqual([1]); // (g − 2)²
    expect(internalRateOfReturn(flowsWithGrowth([1.5, 1.5, 1.5, 2, 0.25, 0.25]))).toEqual([-0.75, 0.5, 1]);
  });

  it('gives exactly 0 when what was paid comes back', () => {
    expect(internalRateOfReturn([-0.1, 0, 0.1])).toEqual([0]);
  });

  it('tells apart rates that differ by one part in a million', () => {
    const near = 1 + 1 / 1048576;
    expect(internalRateOfReturn(flowsWithGrowth([1, near]))).toEqual([0, near - 1]);
  });

  it('finds every rate it was made from', () => {
    const sixteenths = fc.integer({ min: 1, max: 48 }).map((k) => k / 16);
    fc.assert(
      fc.property(fc.array(sixteenths, { minLength: 1, maxLength: 7 }), fc.boolean(), (factors, complex) => {
        let flows = flowsWithGrowth(factors); // exact: at most 28 fraction bits
        if (complex) flows = [...flows, 0, 0].map((flow, i) => flow + (flows[i - 2] ?? 0)); // times (1 + v²), no real root
        const expected = [...new Set(factors)].sort((a, b) => a - b).map((factor) => factor - 1);
        expect(internalRateOfReturn(flows)).toEqual(expected);
      }),
    );
  });

  it('gives rates at which the present value is 0, and misses none that a fine search can see', () => {
    let state = 1;
    const next = () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647 - 0.5;
    };
    const value = (rate: number, flows: number[]) => netPresentValue(rate, flows, { first: 'undiscounted' });
    for (let run = 0; run < 200; run++) {
      const flows = Array.from({ length: 2 + (run % 20) }, () => next() * 1e6);
      const rates = internalRateOfReturn(flows);
      for (const rate of rates) {
        // one rounding of 1 + rate moves the value of flow t by t·ε
        const size = value(
          rate,
          flows.map((flow, t) => Math.abs(flow) * (t + 1)),
        );
        expect(Math.abs(value(rate, flows))).toBeLessThan(size * 1e-14);
      }
      let seen = 0;
      for (let step = 1; step < 3000; step++) {
        // growth factors step/(3000 − step) go from near 0 to far above 1
        const here = value(step / (3000 - step) - 1, flows);
        const there = value((step + 1) / (3000 - step - 1 || 1e-9) - 1, flows);
        if (here > 0 !== there > 0) seen += 1;
      }
      expect(rates.length).toBeGreaterThanOrEqual(seen);
      expect((rates.length - seen) % 2).toBe(0);
    }
  });

  it('copes with a long row that changes sign once', () => {
    const monthly = [-500_000, ...new Array<number>(360).fill(payment(0.004, 360, -500_000))];
    expect(internalRateOfReturn(monthly)[0]).toBeCloseTo(0.004, 14);
  });

  it('copes with flows of very different size', () => {
    expect(internalRateOfReturn([-1e-300, 1e300])).toEqual([Number.POSITIVE_INFINITY]);
    expect(internalRateOfReturn([-1, 1e300])[0]! / 1e300).toBeCloseTo(1, 12);
  });

  it('refuses flows that are all 0, or not finite, or too long a row', () => {
    expect(() => internalRateOfReturn([0, 0])).toThrow(/every rate/);
    expect(() => internalRateOfReturn([])).toThrow(RangeError);
    expect(() => internalRateOfReturn([-1, Number.NaN])).toThrow(/flow 1 is NaN/);
    const turns = Array.from({ length: 200 }, (_, t) => (t % 2 === 0 ? 1 : -2));
    expect(() => internalRateOfReturn(turns)).toThrow(/change sign more than once/);
  });
});
