import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate } from './market.ts';
import { marketOf, type SmallMarket, salesOf } from './testing/small-market.ts';

/** b of each shop and κ of each place, by name. */
function solved(small: SmallMarket) {
  const { market, places, shops } = marketOf(small);
  const { attraction, townScale } = calibrate(market);
  return {
    b: Object.fromEntries(shops.map((id, at) => [id, attraction[at] as number])),
    scale: Object.fromEntries(places.map((id, at) => [id, townScale[at] as number])),
  };
}

/** How far sales at the found b are from what was stated, at worst, as a share. */
function worstDeparture(small: SmallMarket): number {
  const { b, scale } = solved(small);
  const sales = salesOf(small, b, scale);
  const off = Object.entries(small.shops).map(([id, { sales: stated }]) =>
    stated === undefined ? 0 : Math.abs((sales[id] as number) / stated - 1),
  );
  return off.some(Number.isNaN) ? Number.NaN : Math.max(...off);
}

const positive = (low: number, high: number) =>
  fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map((x) => Math.exp(x));

/**
 * Markets that have a solution: what each shop is stated to sell is what it sells with some true b. Every place has an
 * outside town, every shop at least one place within reach; shops of unknown sales truly have the geometric mean.
 */
function solvableMarkets(shopCount: { min: number; max: number }, unknown: boolean) {
  return fc
    .record({
      places: fc.array(fc.record({ demand: positive(1e5, 1e8), outside: positive(0.01, 10) }), {
        minLength: 1,
        maxLength: 12,
      }),
      shops: fc.array(
        fc.record({
          b: positive(0.02, 50),
          size: positive(0.3, 30),
          known: unknown ? fc.boolean() : fc.constant(true),
          reach: fc.array(fc.record({ place: fc.nat(11), weight: positive(0.01, 1) }), { minLength: 1, maxLength: 4 }),
        }),
        { minLength: shopCount.min, maxLength: shopCount.max, size: 'max' },
      ),
    })
    .map(({ places, shops }) => {
      const market: SmallMarket = {
        places: Object.fromEntries(places.map((place, at) => [`p${at}`, place])),
        shops: Object.fromEntries(
          shops.map(({ size, reach }, at) => [
            `s${at}`,
            {
              size,
              reach: Object.fromEntries(reach.map(({ place, weight }) => [`p${place % places.length}`, weight])),
            },
          ]),
        ),
      };
      // All in one component would have one mean; components are not known here, so let all true b be the same then.
      const truth = Object.fromEntries(
        shops.map(({ b }, at) => [`s${at}`, unknown ? (shops[0] as { b: number }).b : b]),
      );
      const sales = salesOf(market, truth);
      const stated = shops.map(
        ({ known }, at) =>
          [`s${at}`, { ...market.shops[`s${at}`], sales: known ? sales[`s${at}`] : undefined }] as const,
      );
      return { truth, market: { ...market, shops: Object.fromEntries(stated) } as SmallMarket };
    });
}

describe('calibrate', () => {
  it('gives the b that can be worked out by hand for one shop and one place', () => {
    const market: SmallMarket = {
      places: { byn: { demand: 100, outside: 3 } },
      shops: { butiken: { size: 2, sales: 40, reach: { byn: 0.5 } } },
    };
    // 100 · b·2·0.5 / (b·2·0.5 + 3) = 40, so 100 b = 40 b + 120
    expect(solved(market).b['butiken']).toBeCloseTo(2, 13);
  });

  it('makes the sales of every shop what they are stated to be, in any market of few shops', () => {
    fc.assert(
      fc.property(solvableMarkets({ min: 1, max: 12 }, false), ({ market, truth }) => {
        expect(worstDeparture(market)).toBeLessThanOrEqual(1e-12);
        const { b } = solved(market);
        for (const [id, value] of Object.entries(truth)) expect((b[id] as number) / value).toBeCloseTo(1, 6);
      }),
      { numRuns: 300 },
    );
  });

  it('makes them so in a market of more than 64 shops, where another method takes over', () => {
    fc.assert(
      fc.property(solvableMarkets({ min: 70, max: 90 }, false), ({ market }) => {
        expect(worstDeparture(market)).toBeLessThanOrEqual(1e-12);
      }),
      { numRuns: 20 },
    );
  });

  it('makes the stated sales so where some shops have none stated', () => {
    fc.assert(
      fc.property(solvableMarkets({ min: 2, max: 12 }, true), ({ market }) => {
        expect(worstDeparture(market)).toBeLessThanOrEqual(1e-12);
      }),
      { numRuns: 200 },
    );
  });

  it('gives a shop without stated sales the geometric mean of the others it shares customers with', () => {
    const { b } = solved({
      places: { a: { demand: 1000, outside: 1 }, far: { demand: 1000, outside: 1 } },
      shops: {
        first: { sales: 200, reach: { a: 1 } },
        second: { sales: 500, reach: { a: 0.5 } },
        third: { reach: { a: 0.2 } },
        stranger: { sales: 900, reach: { far: 1 } },
      },
    });
    expect(b['third']).toBeCloseTo(Math.sqrt((b['first'] as number) * (b['second'] as number)), 12);
    expect(b['stranger']).toBeCloseTo(9, 12); // 1000 b / (b + 1) = 900
  });

  it('lets places with a shop of their own keep the local share where no sales are stated', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.9, noNaN: true }),
        fc.array(fc.tuple(positive(10, 1000), positive(0.1, 10), positive(0.3, 30)), { minLength: 1, maxLength: 6 }),
        (localShare, villages) => {
          const small: SmallMarket = {
            localShare,
            // A place without a shop of its own shops in the first village; it does not count.
            places: {
              alone: { demand: 500, outside: 2 },
              ...Object.fromEntries(villages.map(([demand, outside], at) => [`p${at}`, { demand, outside }])),
            },
            shops: Object.fromEntries(
              villages.map(([, , size], at) => [
                `s${at}`,
                { place: `p${at}`, size, reach: { [`p${at}`]: 1, alone: 0.1, p0: at === 0 ? 1 : 0.0001 } },
              ]),
            ),
          };
          const { b, scale } = solved(small);
          let [kept, demand] = [0, 0];
          for (const [at, [size]] of villages.entries()) {
            const here = `p${at}`;
            const others = { ...small, places: { [here]: small.places[here] as { demand: number; outside: number } } };
            kept += salesOf(others, b, scale)[`s${at}`] as number;
            demand += size;
          }
          expect(Object.values(b).every((value) => value === 1)).toBe(true);
          expect(new Set(Object.values(scale)).size).toBe(1);
          expect(Math.abs(kept / demand - localShare)).toBeLessThanOrEqual(1e-9);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('gives the κ that can be worked out by hand', () => {
    const { b, scale } = solved({
      localShare: 0.25,
      places: { byn: { demand: 100, outside: 6 } },
      shops: { butiken: { place: 'byn', size: 2, reach: { byn: 1 } } },
    });
    expect(b['butiken']).toBe(1);
    expect(scale['byn']).toBeCloseTo(1, 12); // 2 / (2 + 6 κ) = 0.25
  });

  it('leaves sales as they are when every shop is made so many times larger', () => {
    const sizes = positive(0.1, 10);
    fc.assert(
      fc.property(solvableMarkets({ min: 1, max: 8 }, true), sizes, fc.boolean(), ({ market }, factor, stated) => {
        const of = (times: number): SmallMarket => ({
          ...market,
          shops: Object.fromEntries(
            Object.entries(market.shops).map(([id, shop]) => [
              id,
              {
                ...shop,
                size: (shop.size as number) * times,
                sales: stated ? shop.sales : undefined,
                place: Object.keys(shop.reach)[0],
              },
            ]),
          ),
        });
        const sales = (small: SmallMarket) => {
          const { b, scale } = solved(small);
          return salesOf(small, b, scale);
        };
        const larger = sales(of(factor));
        for (const [id, value] of Object.entries(sales(of(1)))) {
          if (Number.isNaN(value)) expect(larger[id]).toBeNaN();
          else expect((larger[id] as number) / value).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same whatever order places and shops are named in', () => {
    fc.assert(
      fc.property(solvableMarkets({ min: 2, max: 8 }, true), ({ market }) => {
        const other = (id: string): string => `${id.charAt(0)}${100 - Number(id.slice(1))}`;
        const renamed = <T>(map: Readonly<Record<string, T>>) =>
          Object.fromEntries(Object.entries(map).map(([id, value]) => [other(id), value]));
        const turned: SmallMarket = {
          places: renamed(market.places),
          shops: renamed(
            Object.fromEntries(
              Object.entries(market.shops).map(([id, shop]) => [id, { ...shop, reach: renamed(shop.reach) }]),
            ),
          ),
        };
        const [one, two] = [solved(market).b, solved(turned).b];
        for (const [id, value] of Object.entries(one)) expect((two[other(id)] as number) / value).toBeCloseTo(1, 9);
      }),
      { numRuns: 100 },
    );
  });

  it('changes no bit of a village when another, with which it shares no customer, is added', () => {
    fc.assert(
      fc.property(
        solvableMarkets({ min: 1, max: 6 }, true),
        solvableMarkets({ min: 1, max: 6 }, true),
        ({ market }, { market: added }) => {
          const suffixed = <T>(map: Readonly<Record<string, T>>) =>
            Object.fromEntries(Object.entries(map).map(([id, value]) => [`${id}x`, value]));
          const both: SmallMarket = {
            places: { ...market.places, ...suffixed(added.places) },
            shops: {
              ...market.shops,
              ...suffixed(
                Object.fromEntries(
                  Object.entries(added.shops).map(([id, shop]) => [id, { ...shop, reach: suffixed(shop.reach) }]),
                ),
              ),
            },
          };
          const [alone, together] = [solved(market), solved(both)];
          for (const [id, value] of Object.entries(alone.b)) expect(together.b[id]).toBe(value); // toBe is Object.is
          for (const [id, value] of Object.entries(alone.scale)) expect(together.scale[id]).toBe(value);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('finds no b for a turnover beyond all there is to buy, and still solves the other villages', () => {
    const { b } = solved({
      places: { a: { demand: 100, outside: 1 }, b: { demand: 100, outside: 1 } },
      shops: {
        greedy: { sales: 101, reach: { a: 1 } },
        neighbour: { sales: 10, reach: { a: 1 } },
        elsewhere: { sales: 50, reach: { b: 1 } },
      },
    });
    expect(b['greedy']).toBeNaN();
    expect(b['neighbour']).toBeNaN();
    expect(b['elsewhere']).toBeCloseTo(1, 13); // 100 b / (b + 1) = 50
  });

  it('finds no b for a turnover of 0 or less, such as one below the passing trade', () => {
    for (const sales of [0, -5]) {
      expect(
        solved({ places: { a: { demand: 100, outside: 1 } }, shops: { shop: { sales, reach: { a: 1 } } } }).b['shop'],
      ).toBeNaN();
    }
  });

  it('leaves a shop that does not sell the goods, and its places, out of the market', () => {
    const { b, scale } = solved({
      places: { a: { demand: 100, outside: 1 }, b: { demand: 100, outside: 1 } },
      shops: { shop: { sales: 50, reach: { a: 1 } }, station: { sells: false, reach: { a: 1, b: 1 } } },
    });
    expect(b).toEqual({ shop: expect.closeTo(1, 13), station: 1 }); // 100 b / (b + 1) = 50
    expect(scale).toEqual({ a: 1, b: 1 });
  });
});
