import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { densityOfPeak } from './pert-density.ts';

describe('the curve of an uncertain number', () => {
  it('is highest at the likely value', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (likely, at) => {
          expect(densityOfPeak({ low: 0, likely, high: 1 }, 'pert', likely)).toBeCloseTo(1, 12);
          expect(densityOfPeak({ low: 0, likely, high: 1 }, 'pert', at)).toBeLessThanOrEqual(1 + 1e-12);
        },
      ),
    );
  });

  it('is the beta density of a PERT', () => {
    // low 0, likely 1, high 4: shapes 2 and 4, so x (1 − x)³ over its peak at ¼: 0.5·0.125 / (0.25·0.421875) = 0.592593
    expect(densityOfPeak({ low: 0, likely: 1, high: 4 }, 'pert', 2)).toBeCloseTo(0.592593, 6);
  });

  it('falls straight where the sides are straight', () => {
    // Half way from 1 to 4
    expect(densityOfPeak({ low: 0, likely: 1, high: 4 }, 'triangular', 2.5)).toBe(0.5);
  });

  it('is nothing outside of what is thought possible', () => {
    expect(densityOfPeak({ low: 0, likely: 1, high: 4 }, 'pert', 4.1)).toBe(0);
  });

  it('stands at its end when the likely value is the lowest', () => {
    expect(densityOfPeak({ low: 1, likely: 1, high: 2 }, 'pert', 1)).toBe(1);
    expect(densityOfPeak({ low: 1, likely: 1, high: 2 }, 'triangular', 1)).toBe(1);
  });
});
