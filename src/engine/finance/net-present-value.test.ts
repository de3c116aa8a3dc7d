import { describe, expect, it } from 'vitest';
import { netPresentValue } from './net-present-value.ts';

describe('netPresentValue', () => {
  it('agrees with formulajs when the first flow is discounted, as in spreadsheets', () => {
    const value = netPresentValue(0.1, [-10_000, 2_000, 4_000, 8_000], { first: 'discounted' });
    expect(Math.abs(value / 1031.3503176012546 - 1)).toBeLessThan(1e-12);
  });

  it('counts year 0 in full in the convention of the model', () => {
    // −1 000 + 500/1.25 + 1 000/1.5625 = −1 000 + 400 + 640
    expect(netPresentValue(0.25, [-1000, 500, 1000], { first: 'undiscounted' })).toBe(40);
  });

  it('adds the flows as they are at rate 0', () => {
    expect(netPresentValue(0, [-10, 4, 7], { first: 'discounted' })).toBe(1);
  });

  it('is 0 for no flows', () => {
    expect(netPresentValue(0.1, [], { first: 'undiscounted' })).toBe(0);
  });

  it.each([-1, -2, Number.NaN])('refuses rate %s', (rate) => {
    expect(() => netPresentValue(rate, [1], { first: 'undiscounted' })).toThrow(RangeError);
  });
});
