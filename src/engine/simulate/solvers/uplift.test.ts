import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HostDemand, upliftFor } from './uplift.ts';

/** Sales at attraction 1 + u: a node that bought v, a share s of all it buys, buys v·(1 + u)/(1 + u·s). */
function salesAt(nodes: readonly HostDemand[], u: number): number {
  return nodes.reduce((sum, { sales, share }) => sum + (sales * (1 + u)) / (1 + u * share), 0);
}

const nodes = fc.array(
  fc.record({
    sales: fc.double({ min: 0.001, max: 1e7, noNaN: true }),
    share: fc.double({ min: 1e-6, max: 0.999, noNaN: true }),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('upliftFor', () => {
  it('asks for 7.9 % more attraction to sell 5 % more to a village that buys 35 % of its food at the shop', () => {
    // 0.05 / (1 − 0.35·1.05) = 0.05 / 0.6325
    expect(upliftFor([{ sales: 35, share: 0.35 }], 0.05)).toBeCloseTo(0.0790514, 7);
  });

  it('is e / (1 − s·(1 + e)) for one village, however much it buys', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e9, noNaN: true }),
        fc.double({ min: 0.001, max: 0.95, noNaN: true }),
        fc.double({ min: -0.9, max: 3, noNaN: true }),
        (sales, share, effect) => {
          fc.pre(share * (1 + effect) < 0.999);
          const u = effect / (1 - share * (1 + effect));
          expect(Math.abs(upliftFor([{ sales, share }], effect) - u)).toBeLessThanOrEqual(1e-11 * (1 + Math.abs(u)));
        },
      ),
    );
  });

  it('sells the stated share more, over all villages together', () => {
    fc.assert(
      fc.property(nodes, fc.double({ min: -0.9, max: 0.999, noNaN: true }), (villages, part) => {
        const before = salesAt(villages, 0);
        const all = villages.reduce((sum, { sales, share }) => sum + sales / share, 0);
        // Down by at most nine tenths, or up by a part of what is left to win.
        const effect = part < 0 ? part : part * (all / before - 1);
        const u = upliftFor(villages, effect);
        expect(u).toBeGreaterThan(-1);
        expect(Math.abs(salesAt(villages, u) / ((1 + effect) * before) - 1)).toBeLessThanOrEqual(1e-12);
      }),
      { numRuns: 500 },
    );
  });

  it('is nothing for no effect, and for a shop that sells nothing', () => {
    expect(upliftFor([{ sales: 35, share: 0.35 }], 0)).toBe(0);
    expect(upliftFor([], 0.05)).toBe(0);
    expect(upliftFor([{ sales: 0, share: 0 }], 0.05)).toBe(0);
  });

  it('is below 0 for an effect that drives customers away', () => {
    expect(upliftFor([{ sales: 40, share: 0.4 }], -0.5)).toBeCloseTo(-0.625, 13); // −0.5 / (1 − 0.4·0.5)
  });

  it('does not exist when the effect asks for all there is to buy, or more', () => {
    expect(upliftFor([{ sales: 50, share: 0.5 }], 1)).toBeNaN(); // 2 · 50 is all of 100
    expect(upliftFor([{ sales: 50, share: 0.5 }], 1.5)).toBeNaN();
    expect(upliftFor([{ sales: 50, share: 0.5 }], 0.999)).toBeCloseTo(0.999 / 0.0005, 6);
  });

  it('does not exist when an effect drives away more than the customers who have a choice', () => {
    expect(upliftFor([{ sales: 50, share: 1 }], -0.1)).toBeNaN();
    // 50 of the 100 are bought by those who buy everything here whatever the attraction; 30 are asked for.
    const villages = [
      { sales: 50, share: 1 },
      { sales: 50, share: 0.5 },
    ];
    expect(upliftFor(villages, -0.7)).toBeNaN();
    expect(salesAt(villages, upliftFor(villages, -0.4))).toBeCloseTo(60, 10);
  });

  it('does not exist for an effect of −100 % or below', () => {
    expect(upliftFor([{ sales: 50, share: 0.5 }], -1)).toBeNaN();
    expect(upliftFor([{ sales: 50, share: 0.5 }], -2)).toBeNaN();
  });
});
