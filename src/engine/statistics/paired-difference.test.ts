import { describe, expect, it } from 'vitest';
import { pairedDifference } from './paired-difference.ts';

const failed = Number.NaN;

// Student's sleep data, in R as `sleep`: extra hours with drug 1 and drug 2 for ten patients
const drug1 = Float64Array.of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2);
const drug2 = Float64Array.of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);

describe('pairedDifference', () => {
  it('agrees with the paired t test of R on the sleep data: mean 1.58, t 4.0621', () => {
    const { mean, standardError } = pairedDifference(drug2, drug1);
    expect(mean).toBeCloseTo(1.58, 12);
    expect(mean / standardError).toBeCloseTo(4.0621, 4);
  });

  it('counts ties apart from better and worse', () => {
    const { probabilityBetter, probabilityEqual } = pairedDifference(drug2, drug1);
    expect(probabilityBetter).toBe(0.9); // all but patient 5
    expect(probabilityEqual).toBe(0.1);
  });

  it('counts a lower cost as better when told so', () => {
    const { probabilityBetter, mean } = pairedDifference(Float64Array.of(1, 2, 3, 9), Float64Array.of(2, 2, 4, 4), {
      better: 'lower',
    });
    expect(probabilityBetter).toBe(0.5); // 1 < 2 and 3 < 4
    expect(mean).toBe(0.75); // still alternative − baseline
  });

  it('takes quantiles of the differences, type 7', () => {
    const alternative = Float64Array.of(50, 15, 40, 20, 35);
    expect(pairedDifference(alternative, new Float64Array(5)).quantiles).toEqual({
      p5: 16, // 15 + 0.2 · 5
      p25: 20,
      p50: 35,
      p75: 40,
      p95: 48, // 40 + 0.8 · 10
    });
  });

  it('skips a future that failed in either, in pairs', () => {
    const alternative = Float64Array.of(1, failed, 5, 100);
    const baseline = Float64Array.of(0, 7, 3, failed);
    const { futures, skipped, mean, probabilityBetter } = pairedDifference(alternative, baseline);
    expect([futures, skipped, mean, probabilityBetter]).toEqual([2, 2, 1.5, 1]);
  });

  it('takes the standard error between parameter sets when futures share them', () => {
    // set means 1, 3, 5: standard deviation 2, over √3; as ten independent futures it would look smaller
    const alternative = Float64Array.of(1, 1, 3, 3, 5, 5);
    const zero = new Float64Array(6);
    expect(pairedDifference(alternative, zero, { innerPerOuter: 2 }).standardError).toBeCloseTo(2 / Math.sqrt(3), 14);
    expect(pairedDifference(alternative, zero).standardError).toBeLessThan(1);
  });

  it('shows that well paired futures leave little variance', () => {
    const baseline = Float64Array.from({ length: 50 }, (_, i) => (i * 31) % 47);
    const raised = baseline.map((value) => value + 10);
    const opposite = baseline.map((value) => -value);
    expect(pairedDifference(raised, baseline).varianceRatio).toBe(0);
    expect(pairedDifference(opposite, baseline).varianceRatio).toBeCloseTo(2, 14); // (2σ)²/(σ² + σ²)
  });

  it('says nothing of no futures', () => {
    const result = pairedDifference(Float64Array.of(failed), Float64Array.of(1));
    expect(result.futures).toBe(0);
    expect(result.mean).toBeNaN();
    expect(result.standardError).toBeNaN();
    expect(result.probabilityBetter).toBeNaN();
    expect(result.quantiles.p50).toBeNaN();
    expect(result.varianceRatio).toBeNaN();
  });

  it('refuses columns of different futures', () => {
    expect(() => pairedDifference(new Float64Array(2), new Float64Array(3))).toThrow(RangeError);
  });

  it('changes neither column', () => {
    const alternative = drug2.slice();
    pairedDifference(alternative, drug1);
    expect(alternative).toEqual(drug2);
  });
});
