import { describe, expect, it } from 'vitest';
import { columnMoments, type Moments, momentsFromShiftedSums, shiftedSums } from './moments.ts';
import { TreeSum } from './tree-sum.ts';

// NIST StRD NumAcc4: 10000000.2, then 10000000.1 and 10000000.3 by turns, 1001 values; mean 10000000.2, sd 0.1 exactly
const numAcc4 = Float64Array.from({ length: 1001 }, (_, i) =>
  i === 0 ? 10000000.2 : i % 2 === 1 ? 10000000.1 : 10000000.3,
);

function merged(shift: number, level: number, order: 'up' | 'down'): Moments {
  const size = 64 << level;
  const tasks = Array.from({ length: Math.ceil(1001 / size) }, (_, index) => index);
  if (order === 'down') tasks.reverse();
  const sums = new TreeSum(2);
  for (const index of tasks) {
    const part = shiftedSums(numAcc4, shift, index * size, Math.min(size, 1001 - index * size));
    sums.add(level, index, Float64Array.of(part.sum, part.sumOfSquares));
  }
  const [sum, sumOfSquares] = sums.finish(Math.ceil(1001 / 64));
  return momentsFromShiftedSums({ count: 1001, shift, sum: sum!, sumOfSquares: sumOfSquares! });
}

describe('moments of NIST NumAcc4', () => {
  it.each([
    ['the value of future 0', numAcc4[0]!],
    ['a likely value', 10000000],
    ['a likely value ten deviations off', 10000001.2],
  ])('agree with the certified values about %s', (_, shift) => {
    const { mean, standardDeviation } = columnMoments(numAcc4, shift);
    expect(Math.abs(mean / 10000000.2 - 1)).toBeLessThan(1e-15);
    expect(Math.abs(standardDeviation / 0.1 - 1)).toBeLessThan(1e-8);
  });

  it('have the same bits for any grouping of the work', () => {
    const whole = columnMoments(numAcc4);
    for (const level of [0, 1, 2, 3, 4]) {
      expect(merged(numAcc4[0]!, level, 'up')).toEqual(whole);
      expect(merged(numAcc4[0]!, level, 'down')).toEqual(whole);
    }
  });

  it('would be lost without a shift, which is why one is stated', () => {
    const { standardDeviation } = columnMoments(numAcc4, 0);
    expect(Math.abs(standardDeviation / 0.1 - 1)).toBeGreaterThan(1e-3);
  });
});

describe('moments', () => {
  it('divide by n − 1', () => {
    // deviations −1.5, −0.5, 0.5, 1.5: squares sum to 5, 5/3
    expect(columnMoments(Float64Array.of(1, 2, 3, 4)).variance).toBeCloseTo(5 / 3, 15);
  });

  it('have no spread for one future, and no mean for none', () => {
    expect(columnMoments(Float64Array.of(7))).toEqual({
      mean: 7,
      variance: Number.NaN,
      standardDeviation: Number.NaN,
      standardError: Number.NaN,
    });
    expect(columnMoments(new Float64Array(0)).mean).toBeNaN();
  });

  it('are exactly without spread when every future is the same', () => {
    expect(columnMoments(new Float64Array(1000).fill(0.1))).toEqual({
      mean: 0.1,
      variance: 0,
      standardDeviation: 0,
      standardError: 0,
    });
  });
});
