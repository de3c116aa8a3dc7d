import { describe, expect, it } from 'vitest';
import { chance } from './chance.ts';
import { quantile } from './quantile.ts';

/** Park–Miller numbers: uniform enough for a test, the same on every machine. */
function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Counts of `inner` futures for each of `outer` chances that `draw` gives. */
function counts(outer: number, inner: number, next: () => number, draw: (next: () => number) => number): Float64Array {
  return Float64Array.from({ length: outer }, () => {
    const p = draw(next);
    let open = 0;
    for (let j = 0; j < inner; j++) if (next() < p) open += 1;
    return open;
  });
}

/** Beta(8, 8) is the 8th smallest of 15 uniform numbers; its 5 and 95 % quantiles are 0.29999 and 0.70001 (SciPy). */
const beta88 = (next: () => number): number => Float64Array.from({ length: 15 }, next).sort()[7]!;

describe('chance', () => {
  it('finds the range of a beta-binomial, where the raw shares are wider', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const open = counts(4000, 20, uniforms(seed), beta88);
      const { range, chance: average, betweenVariance } = chance(open, 20);
      expect(average).toBeCloseTo(0.5, 1);
      expect(betweenVariance! / (0.25 / 17)).toBeCloseTo(1, 0); // Beta(8, 8) has variance 0.25/17
      // shares of 20 futures come in steps of 0.05, drawn in to 0.038
      expect(Math.abs(range!.low - 0.29999)).toBeLessThan(0.038);
      expect(Math.abs(range!.high - 0.70001)).toBeLessThan(0.038);
      const shares = open.map((count) => count / 20);
      expect(range!.low).toBeGreaterThan(quantile(shares, 0.05) + 0.03);
      expect(range!.high).toBeLessThan(quantile(shares, 0.95) - 0.03);
    }
  });

  it('has next to no range when only luck differs', () => {
    const { range } = chance(
      counts(4000, 20, uniforms(7), () => 0.3),
      20,
    );
    expect(range!.high - range!.low).toBeLessThan(0.08); // raw: 0.15 to 0.45
  });

  it('has the whole range when luck changes nothing', () => {
    const open = Float64Array.from({ length: 100 }, (_, i) => (i < 30 ? 0 : 10));
    expect(chance(open, 10).range).toEqual({ low: 0, high: 1 });
  });

  it('takes its sampling error from the spread of the parameter sets', () => {
    // shares 0, 0.5, 1: standard deviation 0.5, over √3
    expect(chance(Float64Array.of(0, 1, 2), 2).samplingError).toBeCloseTo(0.5 / Math.sqrt(3), 15);
  });

  it('has variance components as by hand', () => {
    // shares 0, 0.5, 1: variance 0.25; luck (0 + 0.25 + 0)/3 = 0.08333; between 0.16667
    const { luckVariance, betweenVariance } = chance(Float64Array.of(0, 1, 2), 2);
    expect(luckVariance).toBeCloseTo(1 / 12, 15);
    expect(betweenVariance).toBeCloseTo(1 / 6, 15);
  });

  it('covers the true chance about 95 times in 100', () => {
    let covered = 0;
    const next = uniforms(1);
    for (let run = 0; run < 2000; run++) {
      const { interval } = chance(counts(60, 5, next, beta88), 5);
      if (interval.low <= 0.5 && 0.5 <= interval.high) covered += 1;
    }
    expect(covered / 2000).toBeGreaterThan(0.935); // 0.95 less three standard errors of 0.005
    expect(covered / 2000).toBeLessThan(0.965);
  });

  it('gives no range when each parameter set has one future, and says why', () => {
    const { range, whyNoRange, effectiveSampleSize, interval } = chance(Float64Array.of(1, 0, 1, 1), 1);
    expect(range).toBeNull();
    expect(whyNoRange).toMatch(/one future only/);
    expect(effectiveSampleSize).toBeCloseTo(4, 12);
    expect(interval.low).toBeGreaterThan(0);
  });

  it('gives no range and no sampling error for one parameter set', () => {
    const { range, whyNoRange, samplingError } = chance(Float64Array.of(3), 10);
    expect([range, samplingError]).toEqual([null, null]);
    expect(whyNoRange).toMatch(/one parameter set only/);
  });

  it('stays careful when the shop was open in every future', () => {
    const { chance: average, interval, samplingError } = chance(new Float64Array(100).fill(10), 10);
    expect([average, samplingError, interval.high]).toEqual([1, 0, 1]);
    expect(interval.low).toBeCloseTo(0.963, 3); // 100 sets, not 1000 futures: 100/(100 + 3.8415)
  });

  it('refuses counts that are none', () => {
    expect(() => chance(new Float64Array(0), 2)).toThrow(RangeError);
    expect(() => chance(Float64Array.of(3), 2)).toThrow(RangeError);
    expect(() => chance(Float64Array.of(Number.NaN), 2)).toThrow(RangeError);
    expect(() => chance(Float64Array.of(0.5), 2)).toThrow(RangeError);
  });
});
