import { describe, expect, it } from 'vitest';
import { survival } from './survival.ts';
import { wilsonInterval } from './wilson.ts';

// ten futures over four years: closed in 0 (cash), 1 (cash, retirement), 3 (retirement), six still open
const closingYear = Float64Array.of(-1, 1, -1, 0, Number.NaN, 1, -1, 3, -1, -1);
const cause = Uint8Array.of(0, 0, 0, 0, 0, 1, 0, 1, 0, 0);

describe('survival', () => {
  it('counts a shop as closed from the end of its closing year', () => {
    const { years } = survival({ closingYear, cause, causes: 2, years: 4 });
    expect(years.map(({ open }) => open)).toEqual([9, 7, 7, 6]);
    expect(years.map(({ share }) => share)).toEqual([0.9, 0.7, 0.7, 0.6]);
  });

  it('counts closures by cause and year', () => {
    const { years } = survival({ closingYear, cause, causes: 2, years: 4 });
    expect(years.map(({ closures }) => closures)).toEqual([
      [1, 0],
      [1, 1],
      [0, 0],
      [0, 1],
    ]);
  });

  it('loses no future: those open at the end and all closures are all futures', () => {
    const { years, futures } = survival({ closingYear, cause, causes: 2, years: 4 });
    const closed = years.flatMap(({ closures }) => closures).reduce((a, b) => a + b, 0);
    expect(years.at(-1)!.open + closed).toBe(futures);
  });

  it('has the Wilson interval of independent futures when none share parameters', () => {
    const { interval } = survival({ closingYear, cause, causes: 2, years: 4 }).years[1]!;
    const expected = wilsonInterval(7, 10);
    expect(interval.low).toBeCloseTo(expected.low, 12);
    expect(interval.high).toBeCloseTo(expected.high, 12);
  });

  it('has a wider interval when futures share parameters and fate', () => {
    const closed = Float64Array.from({ length: 100 }, (_, i) => (Math.floor(i / 10) < 4 ? 0 : -1));
    const { interval } = survival({
      closingYear: closed,
      cause: new Uint8Array(100),
      causes: 1,
      years: 1,
      innerPerOuter: 10,
    }).years[0]!;
    const expected = wilsonInterval(6, 10); // ten sets, not a hundred futures
    expect(interval.low).toBeCloseTo(expected.low, 12);
    expect(interval.high).toBeCloseTo(expected.high, 12);
  });

  it('counts a failed future neither as open nor as closed', () => {
    const failed = Uint8Array.of(1, 0, 0, 1, 0, 0, 0, 0, 0, 0);
    const { years, futures, skipped } = survival({ closingYear, cause, causes: 2, years: 4, failed });
    expect([futures, skipped]).toEqual([8, 2]);
    expect(years.map(({ open }) => open)).toEqual([8, 6, 6, 5]);
    expect(years[0]!.closures).toEqual([0, 0]);
  });

  it('knows nothing of no futures', () => {
    const { years } = survival({ closingYear: [], cause: [], causes: 1, years: 1 });
    expect(years[0]!.share).toBeNaN();
    expect(years[0]!.interval).toEqual({ low: 0, high: 1 });
  });

  it.each([
    [4, 0],
    [1.5, 0],
    [-2, 0],
    [0, 2],
  ])('refuses closing year %s by cause %s', (year, code) => {
    expect(() => survival({ closingYear: [year], cause: [code], causes: 2, years: 4 })).toThrow(RangeError);
  });
});
