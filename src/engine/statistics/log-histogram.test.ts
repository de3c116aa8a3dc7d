import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogHistogram } from './log-histogram.ts';
import { quantileSorted } from './quantile.ts';

function histogramOf(values: ArrayLike<number>): LogHistogram {
  const histogram = new LogHistogram();
  histogram.add(Float64Array.from(values));
  return histogram;
}

/** Allowed error of a quantile: 2⁻⁸ of the two ranks it lies between, and a few roundings. */
function bound(sorted: Float64Array, p: number): number {
  const rank = (sorted.length - 1) * p;
  const below = Math.floor(rank);
  const part = rank - below;
  const size = (1 - part) * Math.abs(sorted[below]!) + part * Math.abs(sorted[Math.ceil(rank)]!);
  return (size / 256) * (1 + 1e-12);
}

const anySize = fc
  .tuple(fc.boolean(), fc.double({ min: 1, max: 2, noNaN: true }), fc.integer({ min: -1000, max: 1000 }))
  .map(([negative, mantissa, exponent]) => {
    let value = negative ? -mantissa : mantissa;
    for (let i = 0; i < Math.abs(exponent); i++) value = exponent > 0 ? value * 2 : value / 2;
    return value;
  });
const money = fc.double({ min: -2e6, max: 2e6, noNaN: true }).filter((x) => x === 0 || Math.abs(x) > 1e-300);
const share = fc.oneof(fc.constantFrom(0, 0.05, 0.25, 0.5, 0.75, 0.95, 1), fc.double({ min: 0, max: 1, noNaN: true }));

describe('quantiles of a log histogram', () => {
  it.each([
    ['any size', anySize],
    ['money', money],
    ['money and zero', fc.oneof(money, fc.constantFrom(0, -0))],
  ])('are within 0.390625 %% of the exact ones: %s', (_, value) => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), share, (values, p) => {
        const sorted = Float64Array.from(values).sort();
        const error = Math.abs(histogramOf(values).quantile(p) - quantileSorted(sorted, p));
        expect(error).toBeLessThanOrEqual(bound(sorted, p));
      }),
      { numRuns: 2000 },
    );
  });

  it('keep within 0.8 % for a large number of positive values', () => {
    const values = Float64Array.from({ length: 200_000 }, (_, i) => 1000 + ((i * 7919) % 200_000) * 3.7);
    const histogram = histogramOf(values);
    const sorted = values.slice().sort();
    for (const p of [0.05, 0.25, 0.5, 0.75, 0.95]) {
      expect(Math.abs(histogram.quantile(p) / quantileSorted(sorted, p) - 1)).toBeLessThan(0.008);
    }
  });

  it('count 0 and −0 as nothing, between losses and gains', () => {
    const histogram = histogramOf([-0, 0, -1, 1, 0]);
    expect(histogram.quantile(0.25)).toBe(0);
    expect(histogram.quantile(0.75)).toBe(0);
    expect(histogram.quantile(0)).toBeLessThan(0);
    expect(histogram.quantile(1)).toBeGreaterThan(0);
  });

  it('are infinite where the values are', () => {
    const histogram = histogramOf([Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY]);
    expect(histogram.quantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(histogram.quantile(0.5)).toBe(0);
    expect(histogram.quantile(1)).toBe(Number.POSITIVE_INFINITY);
  });

  it('are wrong by less than 2^−1030 for the numbers nearest 0', () => {
    expect(Math.abs(histogramOf([5e-324]).quantile(0.5))).toBeLessThan(1e-310); // 2^−1030 = 8.7e−311
  });

  it('are NaN when there is no value', () => {
    expect(new LogHistogram().quantile(0.5)).toBeNaN();
  });
});

describe('a log histogram', () => {
  it('refuses NaN and says how many', () => {
    const histogram = histogramOf([Number.NaN, 1, Number.NaN]);
    expect(histogram.count).toBe(1);
    expect(histogram.nan).toBe(2);
  });

  it('does not show how the futures were grouped', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anySize, money, fc.constant(Number.NaN)), { maxLength: 200 }),
        fc.nat(),
        (values, cut) => {
          const at = values.length === 0 ? 0 : cut % values.length;
          const one = histogramOf(values.slice(at));
          const column = Float64Array.from(values);
          const two = new LogHistogram();
          two.add(column, 0, at);
          one.merge(two);
          expect(JSON.stringify(one)).toBe(JSON.stringify(histogramOf(values)));
          expect(one.count).toBe(values.filter((value) => !Number.isNaN(value)).length);
        },
      ),
    );
  });

  it('comes back from its stored form', () => {
    const histogram = histogramOf([0, Number.NaN, -3, 3, 3, 1e300, Number.POSITIVE_INFINITY]);
    const again = LogHistogram.fromJSON(JSON.parse(JSON.stringify(histogram)));
    expect(again.toJSON()).toEqual(histogram.toJSON());
    expect(again.count).toBe(6);
    expect(again.quantile(0.5)).toBe(histogram.quantile(0.5));
  });

  it('counts past 2^32', () => {
    const one = 1023 * 128; // the bucket of 1
    const histogram = LogHistogram.fromJSON({ nan: 0, zero: 0, buckets: [one + 1, 4_294_967_295] });
    histogram.add(Float64Array.of(1, 1));
    histogram.merge(histogram);
    expect(histogram.toJSON().buckets).toEqual([one + 1, 2 * 4_294_967_297]);
    expect(histogram.count).toBe(8_589_934_594);
  });

  it.each([
    { nan: -1, zero: 0, buckets: [] },
    { nan: 0, zero: 0.5, buckets: [] },
    { nan: 0, zero: 0, buckets: [1] },
    { nan: 0, zero: 0, buckets: [0, 1] },
    { nan: 0, zero: 0, buckets: [1, -1] },
    { nan: 0, zero: 0, buckets: [524_289, 1] },
    { nan: 0, zero: 0, buckets: [2047 * 128 + 2, 1] }, // a bucket of NaN
  ])('refuses a stored form that is none: %j', (json) => {
    expect(() => LogHistogram.fromJSON(json)).toThrow(RangeError);
  });

  it('reads a part of a column that lies inside a larger buffer', () => {
    const buffer = new Float64Array(100).fill(8);
    buffer[50] = -4;
    const histogram = new LogHistogram();
    histogram.add(buffer.subarray(50, 52), 0, 1);
    // one value is its own least and greatest, so it is read exactly and not as the middle of its bucket
    expect(histogram.quantile(0.5)).toBe(-4);
  });

  it('reads what is the same in every future exactly, whatever its bucket', () => {
    const histogram = histogramOf([1400, 1400, 1400]);
    expect([0.05, 0.5, 0.95].map((p) => histogram.quantile(p))).toEqual([1400, 1400, 1400]);
  });

  it('gives no quantile outside the least and greatest value, merged or not', () => {
    const merged = histogramOf([1400, 1410]);
    merged.merge(LogHistogram.fromJSON(JSON.parse(JSON.stringify(histogramOf([1390]).toJSON()))));
    expect(merged.quantile(0)).toBe(1390);
    expect(merged.quantile(1)).toBe(1410);
  });
});
