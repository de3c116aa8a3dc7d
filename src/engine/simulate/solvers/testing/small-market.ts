import { type Instance, type Model, Relations, readModel } from '../../../compile/index.ts';
import type { Market } from '../market.ts';

const label = '{ sv: s, en: e }';

const marketModel: Model = readModel(
  [
    {
      file: 'market.yaml',
      text: `
section: market
order: 1
title: ${label}
about: ${label}
source: "The test's own model"
entities:
  place: { label: ${label} }
  shop: { label: ${label}, parents: { place: { entity: place, optional: true } } }
  shopPair: { label: ${label}, parents: { place: { entity: place }, shop: { entity: shop } } }
`,
    },
  ],
  new Map(),
);

/** A market as a planner would tell it: places and shops by name. */
export type SmallMarket = {
  readonly places: Readonly<Record<string, { readonly demand: number; readonly outside: number }>>;
  readonly shops: Readonly<
    Record<
      string,
      {
        /** Where it stands. */
        readonly place?: string | undefined;
        readonly size?: number;
        /** What it sells to the places; left out where it is not known. */
        readonly sales?: number | undefined;
        readonly sells?: boolean;
        readonly open?: boolean;
        /** Weight of the distance from each place within reach. */
        readonly reach: Readonly<Record<string, number>>;
      }
    >
  >;
  readonly localShare?: number;
};

/** The market of a solver, with everything in order of ids, and the ids in that order. */
export function marketOf(small: SmallMarket): { market: Market; places: string[]; shops: string[] } {
  const places = Object.keys(small.places).sort();
  const shops = Object.keys(small.shops).sort();
  const shopOf = (id: string) => small.shops[id] as SmallMarket['shops'][string];
  const placeOf = (id: string) => small.places[id] as SmallMarket['places'][string];
  const instance = (id: string, parents: Instance['parents'] = {}): Instance => ({
    id,
    parents,
    values: {},
    parties: {},
    provenance: {},
    label: { sv: id, en: id },
  });
  const pairs = shops
    .flatMap((shop) =>
      Object.entries(shopOf(shop).reach).map(([place, weight]) => ({ id: `${place}/${shop}`, shop, place, weight })),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const relations = new Relations(
    marketModel,
    {
      shared: new Map([
        ['place', places.map((id) => instance(id))],
        [
          'shop',
          shops.map((id) => instance(id, shopOf(id).place === undefined ? {} : { place: shopOf(id).place as string })),
        ],
        ['shopPair', pairs.map(({ id, shop, place }) => instance(id, { shop, place }))],
      ]),
      alternatives: [{ id: 'only', own: new Map() }],
    },
    0,
  );
  return {
    places,
    shops,
    market: {
      relations,
      demand: Float64Array.from(places, (id) => placeOf(id).demand),
      outside: Float64Array.from(places, (id) => placeOf(id).outside),
      kernel: Float64Array.from(pairs, ({ weight }) => weight),
      factor: Float64Array.from(shops, (id) => shopOf(id).size ?? 1),
      target: Float64Array.from(shops, (id) => shopOf(id).sales ?? Number.NaN),
      sells: Uint8Array.from(shops, (id) => Number(shopOf(id).sells ?? true)),
      open: Uint8Array.from(shops, (id) => (shopOf(id).open === false ? 0 : 1)),
      localShare: small.localShare ?? 0.35,
    },
  };
}

/** What each shop sells to all places, by Huff's formula with attraction b: Σ demand · b·size·kernel / all weights. */
export function salesOf(
  small: SmallMarket,
  attraction: Readonly<Record<string, number>>,
  townScale: Readonly<Record<string, number>> = {},
) {
  const sales: Record<string, number> = Object.fromEntries(Object.keys(small.shops).map((id) => [id, 0]));
  for (const [place, { demand, outside }] of Object.entries(small.places)) {
    const weights = Object.entries(small.shops)
      .filter(([, shop]) => shop.sells !== false && shop.reach[place] !== undefined)
      .map(
        ([id, shop]) => [id, (attraction[id] as number) * (shop.size ?? 1) * (shop.reach[place] as number)] as const,
      );
    const all = weights.reduce((sum, [, weight]) => sum + weight, outside * (townScale[place] ?? 1));
    for (const [id, weight] of weights) if (all !== 0) sales[id] = (sales[id] as number) + (demand * weight) / all;
  }
  return sales;
}
