import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascendingOrder, midRanks } from './mid-ranks.ts';

describe('midRanks', () => {
  it('gives equal values the mean of the ranks they take up', () => {
    // 1 3 3 3 9 9: ranks 1, (2 + 3 + 4)/3 = 3, (5 + 6)/2 = 5.5
    expect(midRanks(Float64Array.of(9, 3, 1, 3, 9, 3))).toEqual(Float64Array.of(5.5, 3, 1, 3, 5.5, 3));
  });

  it('agrees with rank() of R on the first ten stopping distances of cars', () => {
    const distances = Float64Array.of(2, 10, 4, 22, 16, 10, 18, 26, 34, 17);
    // rank(head(cars$dist, 10))
    expect([...midRanks(distances)]).toEqual([1, 3.5, 2, 8, 5, 3.5, 7, 9, 10, 6]);
  });

  it('sums to n(n + 1)/2 whatever is equal', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 }), (values) => {
        const sum = midRanks(Float64Array.from(values)).reduce((total, rank) => total + rank, 0);
        expect(sum).toBe((values.length * (values.length + 1)) / 2);
      }),
    );
  });

  it('refuses what is not a number, and says which', () => {
    expect(() => midRanks(Float64Array.of(1, Number.NaN))).toThrow('value 1 is not a number');
  });

  it('keeps equal values in the order they stand, so that the same futures fall in the same group', () => {
    expect(ascendingOrder(Float64Array.of(2, 1, 2, 1))).toEqual(Uint32Array.of(1, 3, 0, 2));
  });
});
