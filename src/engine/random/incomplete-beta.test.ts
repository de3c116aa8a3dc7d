import libraryQuantile from '@stdlib/stats-base-dists-beta-quantile';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile } from './beta-quantile.ts';
import { incompleteBeta, logBeta } from './incomplete-beta.ts';

const shape = fc.double({ min: 0.2, max: 60, noNaN: true });
const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
const runs = { seed: 1, numRuns: 3000 };

describe('logBeta', () => {
  it.each([
    [1, 1, 1],
    [2, 3, 1 / 12],
    [3, 3, 1 / 30],
    [0.5, 0.5, Math.PI],
    [1, 5, 0.2],
    [20, 10, 1 / 200_300_100], // 19! 9! / 29! = 1 / (29 · C(28, 9)); C(28, 9) = 6 906 900
  ])('of %d and %d is the logarithm of the beta function', (alpha, beta, expected) => {
    expect(logBeta(alpha, beta)).toBeCloseTo(Math.log(expected), 12);
  });
});

describe('incompleteBeta', () => {
  it('is a polynomial for whole shapes', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (x) => {
        expect(incompleteBeta(x, 1, 1)).toBeCloseTo(x, 14);
        expect(incompleteBeta(x, 2, 2)).toBeCloseTo(x * x * (3 - 2 * x), 14);
        expect(incompleteBeta(x, 1, 5)).toBeCloseTo(1 - (1 - x) ** 5, 14);
        expect(incompleteBeta(x, 5, 1)).toBeCloseTo(x ** 5, 14);
      }),
      runs,
    );
  });

  it('mirrors: the share below x is that above 1 − x with the shapes exchanged', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), shape, shape, (x, alpha, beta) => {
        expect(incompleteBeta(x, alpha, beta) + incompleteBeta(1 - x, beta, alpha)).toBeCloseTo(1, 12);
      }),
      runs,
    );
  });

  it('is 0 before and 1 beyond the ends', () => {
    expect([
      incompleteBeta(-1, 2, 3),
      incompleteBeta(0, 2, 3),
      incompleteBeta(1, 2, 3),
      incompleteBeta(2, 2, 3),
    ]).toEqual([0, 0, 1, 1]);
  });
});

describe('betaQuantile', () => {
  it('agrees with an independent library to 10 figures', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), shape, shape, (u, alpha, beta) => {
        const expected = libraryQuantile(u, alpha, beta);
        expect(Math.abs(betaQuantile(u, alpha, beta) - expected)).toBeLessThanOrEqual(1e-10 * expected);
      }),
      { ...runs, numRuns: 1500 },
    );
  });

  it('leads back to the share', () => {
    fc.assert(
      fc.property(share, shape, shape, (u, alpha, beta) => {
        const x = betaQuantile(u, alpha, beta);
        // Near 1 a point has only 2^−53 to move by, which may be much of the share above it.
        const coarse = incompleteBeta(x + 1.2e-16, alpha, beta) - incompleteBeta(x - 1.2e-16, alpha, beta);
        expect(Math.abs(incompleteBeta(x, alpha, beta) - u)).toBeLessThanOrEqual(1e-13 + coarse);
      }),
      runs,
    );
  });

  it('rises with the share for the shapes of a PERT', () => {
    for (const alpha of [1, 1.3, 2, 3, 4.7, 5]) {
      let before = 0;
      for (let i = 0; i < 5000; i++) {
        const x = betaQuantile((i + 0.5) / 5000, alpha, 6 - alpha);
        expect(x).toBeGreaterThan(before);
        before = x;
      }
    }
  });

  it('finds the point for the smallest and largest share a draw can have', () => {
    const least = 1.1102230246251565e-16;
    for (const alpha of [1, 1.2, 3, 4.8, 5]) {
      expect(incompleteBeta(betaQuantile(least, alpha, 6 - alpha), alpha, 6 - alpha) / least).toBeCloseTo(1, 9);
      expect(betaQuantile(1 - least, alpha, 6 - alpha)).toBeLessThanOrEqual(1);
      expect(betaQuantile(1 - least, alpha, 6 - alpha)).toBeGreaterThan(0.99);
    }
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
  });
});
