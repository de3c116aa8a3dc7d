import { exp, log } from '../../arithmetic/index.ts';
import type { Relations } from '../../compile/index.ts';

/** One Huff market: demand at places, pulls along pairs, outside towns, and what shops are known to sell. */
export type Market = {
  readonly relations: Relations;
  /** Demand of each place, a year. */
  readonly demand: Float64Array;
  /** Weight of the distance of each pair of place and shop. */
  readonly kernel: Float64Array;
  /** Weight of all outside towns together, for each place, at κ = 1. */
  readonly outside: Float64Array;
  /** What a shop's attraction has besides b: size. */
  readonly factor: Float64Array;
  /** Sales to the places that are known, a year; NaN where they are not. */
  readonly target: Float64Array;
  /** Whether a shop takes part in this market. */
  readonly sells: Uint8Array;
  /** Whether it is open at the start; one that is not takes no customers from those whose sales are known. */
  readonly open: Uint8Array;
  /** The share places with a shop keep, used where no sales are known. */
  readonly localShare: number;
};

/** b of each shop and κ of each place. What cannot be solved is NaN. */
export type Calibration = { readonly attraction: Float64Array; readonly townScale: Float64Array };

/** Largest departure from the known sales that counts as solved. */
const tolerance = 1e-12;
const mostSteps = 200;
/** Up to this many unknowns Newton's linear system is solved directly. */
const mostDirect = 64;

/**
 * Finds the attraction of each shop that makes its sales what they are known to be.
 *
 * Shops that share customers, directly or through others, are solved together and apart from the rest, so that a village
 * with which nothing is shared changes no digit. Where some sales are known, κ = 1 and a shop of unknown sales has the
 * geometric mean of the b found beside it; where none are known, b = 1 and κ makes places with a shop keep `localShare`.
 *
 * @see Huff (1963); the update b ← b·T/S is iterative proportional fitting
 */
export function calibrate(market: Market): Calibration {
  const { relations } = market;
  const attraction = new Float64Array(relations.count('shop')).fill(1);
  const townScale = new Float64Array(relations.count('place')).fill(1);
  for (const component of componentsOf(market)) {
    const known = component.shops.filter((shop) => !Number.isNaN(market.target[shop]));
    if (known.length > 0) solveKnown(market, component, known, attraction);
    else solveTownScale(market, component, townScale);
  }
  return { attraction, townScale };
}

/** Places and shops connected by pairs, each list ascending. */
export type Component = {
  readonly places: readonly number[];
  readonly shops: readonly number[];
  readonly rows: readonly number[];
};

const componentCache = new WeakMap<Relations, Map<string, readonly Component[]>>();

/** Groups of shops that share customers, directly or through others, in order of their first shop. */
export function componentsOf(market: Pick<Market, 'relations' | 'sells'>): readonly Component[] {
  let cache = componentCache.get(market.relations);
  if (cache === undefined) {
    cache = new Map();
    componentCache.set(market.relations, cache);
  }
  const key = market.sells.join('');
  let found = cache.get(key);
  if (found === undefined) {
    found = findComponents(market);
    cache.set(key, found);
  }
  return found;
}

function findComponents({ relations, sells }: Pick<Market, 'relations' | 'sells'>): Component[] {
  const shops = relations.path('shopPair', ['shop']);
  const places = relations.path('shopPair', ['place']);
  const parent = Int32Array.from({ length: relations.count('shop') + relations.count('place') }, (_, index) => index);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  const shopCount = relations.count('shop');
  for (const [row, shop] of shops.entries()) {
    if (sells[shop] !== 1) continue;
    const a = root(shop);
    const b = root(shopCount + (places[row] as number));
    parent[Math.max(a, b)] = Math.min(a, b);
  }
  const groups = new Map<number, { places: Set<number>; shops: Set<number>; rows: number[] }>();
  const group = (node: number): { places: Set<number>; shops: Set<number>; rows: number[] } => {
    const key = root(node);
    let found = groups.get(key);
    if (found === undefined) {
      found = { places: new Set(), shops: new Set(), rows: [] };
      groups.set(key, found);
    }
    return found;
  };
  for (let shop = 0; shop < shopCount; shop += 1) if (sells[shop] === 1) group(shop).shops.add(shop);
  for (const [row, shop] of shops.entries()) {
    if (sells[shop] !== 1) continue;
    group(shop).rows.push(row);
    group(shop).places.add(places[row] as number);
  }
  const ascending = (a: number, b: number): number => a - b;
  return [...groups.values()].map((each) => ({
    places: [...each.places].sort(ascending),
    shops: [...each.shops].sort(ascending),
    rows: each.rows,
  }));
}

/** Sales of every shop of a component at given ln b; also the total weight of every place. */
class Sales {
  readonly weight: Float64Array;
  readonly sales: Float64Array;
  private readonly market: Market;
  private readonly component: Component;
  private readonly shopOf: Int32Array;
  private readonly placeOf: Int32Array;

  constructor(market: Market, component: Component) {
    this.market = market;
    this.component = component;
    this.shopOf = market.relations.path('shopPair', ['shop']);
    this.placeOf = market.relations.path('shopPair', ['place']);
    this.weight = new Float64Array(market.demand.length);
    this.sales = new Float64Array(market.factor.length);
  }

  at(attraction: Float64Array): Float64Array {
    const { market, component, weight, sales, shopOf, placeOf } = this;
    for (const place of component.places) weight[place] = market.outside[place] as number;
    for (const row of component.rows) {
      const place = placeOf[row] as number;
      weight[place] = (weight[place] as number) + this.pull(attraction, row);
    }
    for (const shop of component.shops) sales[shop] = 0;
    for (const row of component.rows) {
      const place = placeOf[row] as number;
      const shop = shopOf[row] as number;
      const total = weight[place] as number;
      if (total > 0)
        sales[shop] = (sales[shop] as number) + ((market.demand[place] as number) * this.pull(attraction, row)) / total;
    }
    return sales;
  }

  pull(attraction: Float64Array, row: number): number {
    const shop = this.shopOf[row] as number;
    if (this.market.open[shop] !== 1) return 0;
    return (attraction[shop] as number) * (this.market.factor[shop] as number) * (this.market.kernel[row] as number);
  }

  /** ∂ sales of `s` / ∂ ln b of `k`, into a dense matrix over the component's shops. */
  slopes(attraction: Float64Array): Float64Array[] {
    const { component, market, weight, shopOf, placeOf } = this;
    const position = new Map(component.shops.map((shop, index) => [shop, index]));
    const matrix = component.shops.map(() => new Float64Array(component.shops.length));
    const byPlace = new Map<number, number[]>();
    for (const row of component.rows) {
      const place = placeOf[row] as number;
      const list = byPlace.get(place) ?? [];
      list.push(row);
      byPlace.set(place, list);
    }
    for (const [place, rows] of byPlace) {
      const total = weight[place] as number;
      if (!(total > 0)) continue;
      const demand = market.demand[place] as number;
      const shares = rows.map((row) => this.pull(attraction, row) / total);
      for (const [i, row] of rows.entries()) {
        const s = position.get(shopOf[row] as number) as number;
        const line = matrix[s] as Float64Array;
        line[s] = (line[s] as number) + demand * (shares[i] as number);
        for (const [j, other] of rows.entries()) {
          const k = position.get(shopOf[other] as number) as number;
          line[k] = (line[k] as number) - demand * (shares[i] as number) * (shares[j] as number);
        }
      }
    }
    return matrix;
  }
}

function solveKnown(market: Market, component: Component, known: readonly number[], attraction: Float64Array): void {
  const fail = (): void => {
    for (const shop of component.shops) attraction[shop] = Number.NaN;
  };
  const unknown = component.shops.filter((shop) => !known.includes(shop));
  const sales = new Sales(market, component);
  const x = new Float64Array(known.length);
  const put = (): void => {
    let sum = 0;
    for (const [index, shop] of known.entries()) {
      attraction[shop] = exp(x[index] as number);
      sum += x[index] as number;
    }
    for (const shop of unknown) attraction[shop] = exp(sum / known.length);
  };
  const residuals = new Float64Array(known.length);
  const measure = (): number => {
    const at = sales.at(attraction);
    let worst = 0;
    for (const [index, shop] of known.entries()) {
      const target = market.target[shop] as number;
      residuals[index] = log(target / (at[shop] as number));
      const off = Math.abs((at[shop] as number) / target - 1);
      if (!(off <= worst)) worst = off;
    }
    return worst;
  };
  put();
  let worst = measure();
  const accelerator = new Anderson(known.length);
  for (let step = 0; step < mostSteps; step += 1) {
    if (Number.isNaN(worst)) break;
    if (worst <= tolerance / 8) return;
    const before = worst;
    const kept = x.slice();
    const change =
      known.length <= mostDirect
        ? newtonStep(sales, component, known, unknown, attraction, residuals)
        : accelerator.step(x, residuals);
    for (let index = 0; index < x.length; index += 1)
      x[index] = (x[index] as number) + Math.max(-3, Math.min(3, change[index] as number));
    put();
    worst = measure();
    // At the last digits a further step only wanders: keep the better of the two.
    if (before <= tolerance && !(worst < before)) {
      x.set(kept);
      put();
      return;
    }
  }
  if (!(worst <= tolerance)) fail();
}

function newtonStep(
  sales: Sales,
  component: Component,
  known: readonly number[],
  unknown: readonly number[],
  attraction: Float64Array,
  residuals: Float64Array,
): Float64Array {
  const slopes = sales.slopes(attraction);
  const position = new Map(component.shops.map((shop, index) => [shop, index]));
  const matrix = known.map((s) => {
    const line = slopes[position.get(s) as number] as Float64Array;
    const size = sales.sales[s] as number;
    let shared = 0;
    for (const u of unknown) shared += line[position.get(u) as number] as number;
    return Float64Array.from(
      known,
      (k) => ((line[position.get(k) as number] as number) + shared / known.length) / size,
    );
  });
  return solveLinear(matrix, residuals.slice());
}

/** Gaussian elimination with partial pivoting; changes its arguments. */
function solveLinear(matrix: Float64Array[], right: Float64Array): Float64Array {
  const n = right.length;
  for (let column = 0; column < n; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < n; row += 1) {
      if (
        Math.abs((matrix[row] as Float64Array)[column] as number) >
        Math.abs((matrix[pivot] as Float64Array)[column] as number)
      )
        pivot = row;
    }
    [matrix[column], matrix[pivot]] = [matrix[pivot] as Float64Array, matrix[column] as Float64Array];
    [right[column], right[pivot]] = [right[pivot] as number, right[column] as number];
    const line = matrix[column] as Float64Array;
    for (let row = column + 1; row < n; row += 1) {
      const other = matrix[row] as Float64Array;
      const factor = (other[column] as number) / (line[column] as number);
      if (factor === 0) continue;
      for (let k = column; k < n; k += 1) other[k] = (other[k] as number) - factor * (line[k] as number);
      right[row] = (right[row] as number) - factor * (right[column] as number);
    }
  }
  for (let row = n - 1; row >= 0; row -= 1) {
    let sum = right[row] as number;
    const line = matrix[row] as Float64Array;
    for (let k = row + 1; k < n; k += 1) sum -= (line[k] as number) * (right[k] as number);
    right[row] = sum / (line[row] as number);
  }
  return right;
}

/** Anderson acceleration of x ← x + residual(x), five steps back. */
class Anderson {
  private readonly size: number;
  private lastX: Float64Array | undefined;
  private lastResidual: Float64Array | undefined;
  private readonly dx: Float64Array[] = [];
  private readonly dr: Float64Array[] = [];

  constructor(size: number) {
    this.size = size;
  }

  step(x: Float64Array, residual: Float64Array): Float64Array {
    const { size, dx, dr } = this;
    if (this.lastX !== undefined && this.lastResidual !== undefined) {
      dx.push(x.map((value, index) => value - ((this.lastX as Float64Array)[index] as number)));
      dr.push(residual.map((value, index) => value - ((this.lastResidual as Float64Array)[index] as number)));
      if (dx.length > 5) {
        dx.shift();
        dr.shift();
      }
    }
    this.lastX = x.slice();
    this.lastResidual = residual.slice();
    const change = residual.slice();
    const m = dr.length;
    if (m === 0) return change;
    const gram = dr.map((a, i) => Float64Array.from(dr, (b, j) => dot(a, b) * (i === j ? 1 + 1e-14 : 1)));
    const gamma = solveLinear(
      gram,
      Float64Array.from(dr, (a) => dot(a, residual)),
    );
    if (gamma.some((value) => !Number.isFinite(value))) return change;
    for (let k = 0; k < m; k += 1) {
      for (let index = 0; index < size; index += 1) {
        change[index] =
          (change[index] as number) -
          (gamma[k] as number) *
            (((dx[k] as Float64Array)[index] as number) + ((dr[k] as Float64Array)[index] as number));
      }
    }
    return change;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] as number) * (b[index] as number);
  return sum;
}

/** κ by bisection on its logarithm: the share kept falls as towns grow heavier. */
function solveTownScale(market: Market, component: Component, townScale: Float64Array): void {
  const { relations } = market;
  const shopOf = relations.path('shopPair', ['shop']);
  const placeOf = relations.path('shopPair', ['place']);
  const home = relations.path('shop', ['place']);
  const withShop = component.places.filter((place) => component.shops.some((shop) => home[shop] === place));
  const rowsOf = new Map(
    component.places.map((place) => [place, component.rows.filter((row) => placeOf[row] === place)]),
  );
  const kept = (scale: number): number => {
    let served = 0;
    let demand = 0;
    for (const place of withShop) {
      let own = 0;
      let total = scale * (market.outside[place] as number);
      for (const row of rowsOf.get(place) ?? []) {
        const shop = shopOf[row] as number;
        const weight = (market.factor[shop] as number) * (market.kernel[row] as number);
        total += weight;
        if (home[shop] === place) own += weight;
      }
      const size = market.demand[place] as number;
      served += total > 0 ? (size * own) / total : 0;
      demand += size;
    }
    return served / demand;
  };
  let low = -60;
  let high = 60;
  let scale = Number.NaN;
  if (withShop.length > 0 && kept(exp(low)) > market.localShare && kept(exp(high)) < market.localShare) {
    for (let step = 0; step < 120; step += 1) {
      const middle = (low + high) / 2;
      if (kept(exp(middle)) > market.localShare) low = middle;
      else high = middle;
    }
    scale = exp((low + high) / 2);
  } else if (withShop.length === 0) scale = 1;
  for (const place of component.places) townScale[place] = scale;
}
