import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowLayout } from './flow-layout.ts';

const payment = (from: string, to: string, amountSek: number) => ({ from, to, amountSek, parts: [] });

describe('the diagram of who pays whom', () => {
  it('draws money that goes round in a circle', () => {
    const { bars } = flowLayout([payment('butik', 'ägare', 10), payment('ägare', 'butik', 4)], 0, 300, 200, 20);
    expect(bars.filter(({ side }) => side === 'payer').map(({ party }) => party)).toEqual(['butik', 'ägare']);
    expect(bars.filter(({ side }) => side === 'receiver')).toHaveLength(2);
  });

  it('draws nothing where nothing is paid', () => {
    expect(flowLayout([], 0, 300, 200, 20)).toEqual({ bars: [], ribbons: [] });
  });

  it('lets no payment cross another where they arrive', () => {
    const { ribbons } = flowLayout(
      [payment('region', 'förening', 242), payment('kommun', 'förening', 103), payment('kommun', 'resurser', 100)],
      0,
      300,
      300,
      20,
    );
    const arriving = ribbons.filter(({ to }) => to.party === 'förening').sort((a, b) => a.from.top - b.from.top);
    expect(arriving.map(({ payment: { from } }) => from)).toEqual(['region', 'kommun']);
    expect(arriving[0]!.toY).toBeLessThan(arriving[1]!.toY);
  });

  it('keeps payers left and receivers right, and as much paid as received', () => {
    const party = fc.constantFrom('kommun', 'region', 'butik', 'boende', 'resurser');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(party, party, fc.integer({ min: 1, max: 5_000_000 })), {
          minLength: 1,
          selector: ([from, to]) => `${from} ${to}`,
        }),
        (pairs) => {
          const { bars } = flowLayout(
            pairs.map(([from, to, amount]) => payment(from, to, amount)),
            100,
            500,
            400,
            20,
          );
          const total = (side: string) =>
            bars.filter((bar) => bar.side === side).reduce((sum, { amountSek }) => sum + amountSek, 0);
          expect(total('payer')).toBe(total('receiver'));
          for (const { side, left } of bars) expect(side === 'payer' ? left === 100 : left === 492).toBe(true);
        },
      ),
    );
  });
});
