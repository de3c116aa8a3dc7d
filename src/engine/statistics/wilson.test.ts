import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson.ts';

describe('wilsonInterval', () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('agrees with Newcombe for %s of %s', (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('agrees with binom.confint(8, 10, methods = "wilson") of R', () => {
    // z² = 3.8414588; centre (0.8 + 0.1920729)/1.3841459 = 0.7167402;
    // half 1.4160097 · √(0.016 + 0.0096036) = 0.2265776; so 0.4901625 to 0.9433178
    const { low, high } = wilsonInterval(8, 10);
    expect(low).toBeCloseTo(0.4901625, 7);
    expect(high).toBeCloseTo(0.9433178, 7);
  });

  it('ends exactly at 0 and at 1', () => {
    for (let n = 1; n < 200; n++) {
      expect(wilsonInterval(0, n).low).toBe(0);
      expect(wilsonInterval(n, n).high).toBe(1);
    }
  });

  it('treats success and failure alike', () => {
    const some = wilsonInterval(3, 17);
    const others = wilsonInterval(14, 17);
    expect(some.low).toBeCloseTo(1 - others.high, 14);
    expect(some.high).toBeCloseTo(1 - others.low, 14);
  });

  it('knows nothing without trials', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it('refuses more successes than trials', () => {
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(Number.NaN, 2)).toThrow(RangeError);
  });
});
