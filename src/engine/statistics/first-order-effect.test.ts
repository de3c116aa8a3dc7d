import { describe, expect, it } from 'vitest';
import { uniform } from '../random/index.ts';
import { firstOrderEffect } from './first-order-effect.ts';

/** Uniform numbers between 0 and 1, one for each future, another column for each stream. */
const uniforms = (count: number, stream: number): Float64Array =>
  Float64Array.from({ length: count }, (_, future) => uniform(20260101, stream, future, 0, 0, 0));

describe('firstOrderEffect', () => {
  it('is right by hand: sixteen values in four groups', () => {
    // y of the groups: 0 0 2 2, 4 4 6 6, 0 0 2 2, 4 4 6 6; means 1 5 1 5, mean 3
    // SSW = 16·1² = 16; four each of 0, 2, 4 and 6: SST = 4·(9 + 1 + 1 + 9) = 80
    // 1 − (16/12)·15/80 = 1 − 0.25
    const y = Float64Array.of(0, 0, 2, 2, 4, 4, 6, 6, 0, 0, 2, 2, 4, 4, 6, 6);
    const x = Float64Array.from(y.keys());
    const effect = firstOrderEffect(x, y, 4);
    expect(effect?.share).toBeCloseTo(0.75, 14);
    // e² is 1 for all, d² is 9 or 1, eight of each: e² − 0.25·d² is −1.25 or 0.75, standard deviation 1·√(16/15)
    // over √16 and the variance 80/16 = 5: 1.0328/4/5
    expect(effect?.standardError).toBeCloseTo(Math.sqrt(16 / 15) / 4 / 5, 14);
  });

  it('does not depend on the order of the values', () => {
    const [x, noise] = [uniforms(300, 1), uniforms(300, 2)];
    const y = x.map((value, i) => value + (noise[i] as number));
    const turned = firstOrderEffect(x.toReversed(), y.toReversed());
    expect(turned?.share).toBeCloseTo(firstOrderEffect(x, y)?.share as number, 12);
  });

  it('agrees with the closed form of Ishigami’s function: 0.313905, 0.442411 and 0', () => {
    // a = 7, b = 0.1: V = a²/8 + bπ⁴/5 + b²π⁸/18 + 1/2 = 13.8446; V1 = (1 + bπ⁴/5)²/2, V2 = a²/8, V3 = 0
    const count = 65_536;
    const [x1, x2, x3] = [1, 2, 3].map((stream) => uniforms(count, stream).map((u) => Math.PI * (2 * u - 1))) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const y = x1.map(
      (value, i) =>
        Math.sin(value) + 7 * Math.sin(x2[i] as number) ** 2 + 0.1 * (x3[i] as number) ** 4 * Math.sin(value),
    );
    const shares = [x1, x2, x3].map((x) => firstOrderEffect(x, y));
    // standard errors are 0.0026, 0.0031 and 0.0003; 64 groups lose about a hundredth of the second, which turns twice
    expect(shares[0]?.share).toBeCloseTo(0.313905, 2);
    expect(Math.abs((shares[1]?.share as number) - 0.442411)).toBeLessThan(0.01);
    expect(Math.abs(shares[2]?.share as number)).toBeLessThan(0.001);
    for (const [index, truth] of [0.313905, 0.442411, 0].entries()) {
      expect(shares[index]?.interval.low).toBeLessThan(truth);
      expect(shares[index]?.interval.high).toBeGreaterThan(truth);
    }
  });

  it('takes away what few values give by chance: without effect the mean of many estimates is 0, not 15/255', () => {
    const estimates = Array.from({ length: 200 }, (_, repeat) =>
      firstOrderEffect(uniforms(256, 2 * repeat + 10), uniforms(256, 2 * repeat + 11)),
    );
    const mean = estimates.reduce((sum, each) => sum + (each?.share as number), 0) / 200;
    // 16 groups: Σ(mean − …)² alone would give (16 − 1)/(256 − 1) = 0.059; sd of one estimate is 0.022, of the mean 0.0016
    expect(Math.abs(mean)).toBeLessThan(0.005);
    const held = estimates.filter((each) => (each?.interval.low as number) <= 0).length;
    expect(held).toBeGreaterThan(190);
  });

  it('sees a parameter that has two values only', () => {
    // y is 0 or 1 by x, and noise of variance 1/12: 0.25/(0.25 + 0.0833) = 0.75
    const x = uniforms(4096, 1).map((u) => (u < 0.5 ? 0 : 1));
    const noise = uniforms(4096, 2);
    const effect = firstOrderEffect(
      x,
      x.map((value, i) => value + (noise[i] as number)),
    );
    expect(effect?.share).toBeCloseTo(0.75, 1);
  });

  it('says nothing of fewer than sixteen values, and that nothing is no share of nothing', () => {
    expect(firstOrderEffect(uniforms(15, 1), uniforms(15, 2))).toBeUndefined();
    expect(firstOrderEffect(uniforms(16, 1), new Float64Array(16))?.share).toBeNaN();
  });

  it('refuses groups that cannot be made', () => {
    expect(() => firstOrderEffect(uniforms(16, 1), uniforms(16, 2), 9)).toThrow('2 to 8');
    expect(() => firstOrderEffect(uniforms(16, 1), uniforms(17, 2))).toThrow(RangeError);
  });
});
