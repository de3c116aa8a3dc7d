import { interpolateTable, type Model } from '../compile/index.ts';

/** The growth that carries an index on beyond its last known year. */
const growthOf: Readonly<Record<string, string>> = {
  groceryPrices: 'groceryPriceGrowth',
  wages: 'wageGrowth',
  otherCosts: 'otherCostGrowth',
};

/**
 * The factor that carries an amount from the prices of one year to those of another.
 *
 * Between its first and last year the index table is used; beyond the last year the index goes on growing by the likely
 * growth the model assumes for it, before the first it stands still.
 *
 * @param growth - likely growth by parameter name, a share a year
 */
export function priceFactor(
  model: Model,
  index: string,
  from: number,
  to: number,
  growth: (parameter: string) => number,
): number {
  if (from === to) return 1;
  const points = model.tables.get(index)?.points;
  if (points === undefined) throw new RangeError(`there is no index table ${index}`);
  const last = points[points.length - 1] as readonly [number, number];
  const level = (year: number): number => {
    let value = interpolateTable(points, Math.min(year, last[0]));
    const yearly = 1 + growth(growthOf[index] ?? 'otherCostGrowth');
    for (let at = last[0]; at < year; at += 1) value *= yearly;
    return value;
  };
  return level(to) / level(from);
}
