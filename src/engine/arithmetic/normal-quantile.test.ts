import libraryCdf from '@stdlib/stats-base-dists-normal-cdf';
import libraryQuantile from '@stdlib/stats-base-dists-normal-quantile';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from './normal-quantile.ts';
import { bitsChecksum, evenly } from './testing/bits-checksum.ts';

describe('normalQuantile', () => {
  it('agrees with the deviates of a published table', () => {
    // M. J. Wichura, AS 241, test data
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 14);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798409, 14);
  });

  it('agrees with an independent library to 13 figures', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 0.999, noNaN: true }), (u) => {
        const expected = libraryQuantile(u, 0, 1);
        expect(Math.abs(normalQuantile(u) - expected)).toBeLessThanOrEqual(1e-13 * Math.abs(expected) + 1e-16);
      }),
      { numRuns: 5000, seed: 1 },
    );
  });

  it('leads back to the share far out in the tail, where that library loses figures', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 0.4, noNaN: true }), (u) => {
        const z = normalQuantile(u);
        // A relative error e of the deviate is an error of about z² e of the share.
        expect(Math.abs(libraryCdf(z, 0, 1) / u - 1)).toBeLessThanOrEqual(2e-15 * (z * z + 1));
      }),
      { numRuns: 5000, seed: 1 },
    );
  });

  it('is exactly symmetric about a half', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 52n - 1n }), (k) => {
        const u = (Number(k) + 0.5) / 2 ** 52;
        expect(normalQuantile(1 - u)).toBe(-normalQuantile(u));
      }),
      { numRuns: 5000, seed: 1 },
    );
  });

  it('is unbounded at the ends and no number outside', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(-0.1)).toBeNaN();
    expect(normalQuantile(1.1)).toBeNaN();
    expect(normalQuantile(NaN)).toBeNaN();
  });

  it('never falls as the share rises, across the seams of its three formulas', () => {
    // |u − ½| = 0.425, and u = e^−25
    for (const seam of [0.075, 0.925, 1.3887943864964021e-11]) {
      const deviates = evenly(2001, seam * (1 - 1e-12), seam * (1 + 1e-12)).map(normalQuantile);
      for (let i = 1; i < deviates.length; i++) expect(deviates[i]! - deviates[i - 1]!).toBeGreaterThan(-4e-15);
    }
  });

  it('has not changed one bit', () => {
    expect(bitsChecksum([...evenly(20_001, 0, 1), ...evenly(2001, 0, 1e-9)].map(normalQuantile))).toBe('333059ec');
  });
});
