import { describe, expect, it } from 'vitest';
import { effectiveSampleSize } from './effective-sample-size.ts';
import { groupStandardError } from './group-standard-error.ts';
import { columnMoments } from './moments.ts';

const values = Float64Array.from({ length: 120 }, (_, i) => ((i * 37) % 101) + 10 * Math.floor(i / 6));
const mean = columnMoments(values).mean;

describe('groupStandardError', () => {
  it('is s/√n when every future has its own parameters', () => {
    expect(groupStandardError(values, mean, 1).standardError).toBeCloseTo(columnMoments(values).standardError, 12);
  });

  it('is the spread of the group means over √I when futures share parameters', () => {
    const means = Float64Array.from({ length: 20 }, (_, i) => columnMoments(values.slice(6 * i, 6 * i + 6)).mean);
    expect(groupStandardError(values, mean, 6).standardError).toBeCloseTo(columnMoments(means).standardError, 12);
  });

  it('leaves out failed futures and parameter sets without any future', () => {
    const { NaN: failed } = Number;
    // (1, 3) and (6) about 10/3: deviations −8/3 and 8/3; √(2 · 2 · 64/9)/3 = 16/9
    const { standardError, groups, futures } = groupStandardError(Float64Array.of(1, 3, failed, failed, 6), 10 / 3, 2);
    expect(standardError).toBeCloseTo(16 / 9, 14);
    expect([groups, futures]).toEqual([2, 3]);
  });

  it('is unknown for one parameter set', () => {
    expect(groupStandardError(Float64Array.of(1, 3), 2, 2).standardError).toBeNaN();
  });
});

describe('effectiveSampleSize', () => {
  it('is the number of futures when they are independent', () => {
    const opens = Float64Array.from({ length: 40 }, (_, i) => (i % 4 === 0 ? 1 : 0));
    const { standardError } = groupStandardError(opens, 0.25, 1);
    expect(effectiveSampleSize({ share: 0.25, standardError, groups: 40, futures: 40 })).toBeCloseTo(40, 10);
  });

  it('is the number of parameter sets when luck changes nothing', () => {
    const opens = Float64Array.from({ length: 40 }, (_, i) => (Math.floor(i / 5) % 2 === 0 ? 1 : 0));
    const { standardError } = groupStandardError(opens, 0.5, 5);
    expect(effectiveSampleSize({ share: 0.5, standardError, groups: 8, futures: 40 })).toBeCloseTo(8, 10);
  });

  it('is the number of parameter sets when no future differs', () => {
    expect(effectiveSampleSize({ share: 1, standardError: 0, groups: 8, futures: 40 })).toBe(8);
  });
});
