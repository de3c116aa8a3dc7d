import type { Instance } from '../engine/compile/index.ts';
import type { Comparison, Plan } from '../engine/simulate/index.ts';

/** Shops of one size, and how many of them close. */
export type ClosureClass = {
  /** `groceries` by likely turnover of the first year, or `fuel` for those that sell fuel only; `all` for shops with groceries together. */
  readonly kind: 'groceries' | 'fuel' | 'all';
  /** Turnover, SEK a year in prices of the start; null where there is no limit. */
  readonly from: number | null;
  readonly below: number | null;
  readonly shops: number;
  /** Closures for each shop that stands when a year begins, averaged over years and futures; null where there is none. */
  readonly yearlyClosures: number | null;
  readonly likelyYearlyClosures: number | null;
  /** Share that stands at the end. */
  readonly standingAtEnd: number | null;
  readonly likelyStandingAtEnd: number | null;
};

/** Closures of one alternative. */
export type ClosuresOfAlternative = {
  readonly alternative: string;
  readonly classes: readonly ClosureClass[];
};

/** Fewest shops of which a rate says something. */
const fewestShops = 20;

/** Limits between classes of turnover, SEK a year. */
const limits = [0, 2e6, 4e6, 6e6, 9e6, Number.POSITIVE_INFINITY] as const;

/** Yearly closures of Swedish rural shops that results are held against: 2 to 3.5 % (found and derived, 1996–2014). */
export const observedYearlyClosures = { low: 0.02, high: 0.035 } as const;

/**
 * How many shops close a year, by size, in each alternative. Nothing is told of fewer than 21 shops.
 *
 * The rate is closures divided by shop-years at risk: a shop counts in a year if it stands when the year begins.
 */
export function closuresByClass(plan: Plan, comparison: Comparison): readonly ClosuresOfAlternative[] | null {
  const shops = plan.instances.shared.get('shop') ?? [];
  if (shops.length <= fewestShops) return null;
  const sells = (shop: Instance, what: string): boolean => constantOf(shop, what) !== 0;
  const groceries = shops.filter((shop) => sells(shop, 'sellsGroceries'));
  const groups: Pick<ClosureClass, 'kind' | 'from' | 'below'>[] = limits.slice(0, -1).map((from, index) => {
    const below = limits[index + 1] as number;
    return { kind: 'groceries', from, below: Number.isFinite(below) ? below : null };
  });
  const members = groups.map(({ from, below }) =>
    groceries.filter((shop) => {
      const turnover = constantOf(shop, 'likelyOpeningSales');
      return turnover >= (from ?? 0) && turnover < (below ?? Number.POSITIVE_INFINITY);
    }),
  );
  groups.push({ kind: 'all', from: null, below: null }, { kind: 'fuel', from: null, below: null });
  members.push(
    groceries,
    shops.filter((shop) => !sells(shop, 'sellsGroceries')),
  );
  return comparison.alternatives.map(({ id, survival }) => {
    const byShop = new Map(survival.map((each) => [each.shop, each.years]));
    return {
      alternative: id,
      classes: groups.map((group, index) => {
        const list = members[index] as readonly Instance[];
        const chances = list.map(({ id: shop }) => (byShop.get(shop) ?? []).map(({ standing }) => standing.chance));
        const likely = list.map(({ id: shop }) => (byShop.get(shop) ?? []).map((year) => Number(year.likely)));
        return {
          ...group,
          shops: list.length,
          yearlyClosures: rateOf(chances),
          likelyYearlyClosures: rateOf(likely),
          standingAtEnd: meanAtEnd(chances),
          likelyStandingAtEnd: meanAtEnd(likely),
        };
      }),
    };
  });
}

/** Closures for each shop-year at risk, from the share standing at the end of each year. */
function rateOf(standing: readonly (readonly number[])[]): number | null {
  let closures = 0;
  let atRisk = 0;
  for (const years of standing) {
    let before = 1;
    for (const now of years) {
      closures += before - now;
      atRisk += before;
      before = now;
    }
  }
  return atRisk > 0 ? closures / atRisk : null;
}

function meanAtEnd(standing: readonly (readonly number[])[]): number | null {
  return standing.length === 0
    ? null
    : standing.reduce((total, years) => total + (years.at(-1) ?? 0), 0) / standing.length;
}

function constantOf(shop: Instance, name: string): number {
  const planned = shop.values[name];
  return planned?.kind === 'constant' ? planned.value : Number.NaN;
}
