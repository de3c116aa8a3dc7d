import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choleskyFactor, correlate } from './gaussian-copula.ts';
import { uniform } from './uniform.ts';

describe('choleskyFactor', () => {
  it('gives the square root of a matrix', () => {
    // 1, 0.6 and √(1 − 0.36) = 0.8; third row 0.5, (0.4 − 0.3)/0.8, √(1 − 0.25 − 0.015625)
    const factor = choleskyFactor([
      [1, 0.6, 0.5],
      [0.6, 1, 0.4],
      [0.5, 0.4, 1],
    ]);
    const expected = [[1], [0.6, 0.8], [0.5, 0.125, 0.8569568250501305]];
    factor.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value).toBeCloseTo(expected[i]![j]!, 14);
      });
    });
  });

  it.each([
    [[[1, 0.5]], 'row 0 has 2 values; 1 are needed'],
    [
      [
        [1, 0.5],
        [0.4, 1],
      ],
      'the matrix must be symmetric',
    ],
    [
      [
        [1, 0.5],
        [0.5, 0.9],
      ],
      'the diagonal must be 1',
    ],
    [
      [
        [1, NaN],
        [NaN, 1],
      ],
      'must be finite',
    ],
    [
      [
        [1, 1],
        [1, 1],
      ],
      'not positive definite',
    ],
    [
      [
        [1, 0.9, -0.9],
        [0.9, 1, 0.9],
        [-0.9, 0.9, 1],
      ],
      'row 2 contradicts the rows before it',
    ],
  ])('refuses %j and says why', (matrix, reason) => {
    expect(() => choleskyFactor(matrix)).toThrow(RangeError);
    expect(() => choleskyFactor(matrix)).toThrow(reason);
  });
});

describe('correlate', () => {
  it('leaves independent numbers as they are', () => {
    const factor = choleskyFactor([
      [1, 0],
      [0, 1],
    ]);
    const share = fc.double({ min: 1.2e-16, max: 1 - 1.2e-16, noNaN: true });
    fc.assert(
      fc.property(share, share, (u, v) => {
        const out = new Float64Array(2);
        correlate(factor, Float64Array.of(u, v), out);
        expect(Math.abs(out[0]! - u)).toBeLessThanOrEqual(1e-14);
        expect(Math.abs(out[1]! - v)).toBeLessThanOrEqual(1e-14);
      }),
      { seed: 1, numRuns: 5000 },
    );
  });

  const n = 20_000;
  const correlation = [
    [1, 0.6, -0.4],
    [0.6, 1, 0],
    [-0.4, 0, 1],
  ];
  const columns = correlated(correlation, n);

  it('makes numbers move together by the rank correlation that theory gives', () => {
    // (6/π) arcsin(ρ/2): 0.58200 for 0.6, −0.38460 for −0.4, 0 for 0. Four standard errors are about 0.03.
    expect(rankCorrelation(columns[0]!, columns[1]!)).toBeCloseTo(0.582, 1);
    expect(Math.abs(rankCorrelation(columns[0]!, columns[1]!) - 0.582)).toBeLessThan(0.02);
    expect(Math.abs(rankCorrelation(columns[0]!, columns[2]!) + 0.3846)).toBeLessThan(0.025);
    expect(Math.abs(rankCorrelation(columns[1]!, columns[2]!))).toBeLessThan(0.03);
  });

  it('keeps each number alone even between 0 and 1', () => {
    for (const column of columns) {
      // Kolmogorov–Smirnov: 1.95/√n is passed by chance once in a thousand
      const sorted = column.toSorted();
      const distance = Math.max(...sorted.map((u, i) => Math.max(Math.abs(u - i / n), Math.abs(u - (i + 1) / n))));
      expect(distance).toBeLessThan(1.95 / Math.sqrt(n));
    }
  });

  it('may write over its input, and never reaches 0 or 1', () => {
    const factor = choleskyFactor([
      [1, 0.7],
      [0.7, 1],
    ]);
    const least = 1.1102230246251565e-16;
    for (const [u, v] of [
      [least, least],
      [1 - least, 1 - least],
      [0.2, 0.9],
    ] as const) {
      const apart = new Float64Array(2);
      const both = Float64Array.of(u, v);
      correlate(factor, both, apart);
      correlate(factor, both, both);
      expect(both).toEqual(apart);
      for (const share of both) {
        expect(share).toBeGreaterThan(0);
        expect(share).toBeLessThan(1);
      }
    }
  });
});

function correlated(correlation: number[][], count: number): Float64Array[] {
  const factor = choleskyFactor(correlation);
  const columns = correlation.map(() => new Float64Array(count));
  const row = new Float64Array(correlation.length);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < row.length; j++) row[j] = uniform(11, 22, i, 0, 0, j);
    correlate(factor, row, row);
    for (let j = 0; j < row.length; j++) columns[j]![i] = row[j]!;
  }
  return columns;
}

function rankCorrelation(a: Float64Array, b: Float64Array): number {
  const [x, y] = [ranks(a), ranks(b)];
  const n = x.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (x[i]! - y[i]!) * (x[i]! - y[i]!);
  return 1 - (6 * sum) / (n * (n * n - 1));
}

function ranks(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((i, j) => values[i]! - values[j]!);
  const result = new Float64Array(values.length);
  order.forEach((place, rank) => {
    result[place] = rank;
  });
  return result;
}
