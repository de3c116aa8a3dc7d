import { type Distribution, inverseCdf, ONCE_YEAR, streamKey, uniform } from '../engine/random/index.ts';
import { type RuleNumber, syntheticRule } from './synthetic-rule.ts';

/** A shop or station as a scenario states it. */
export type StatedShop = Readonly<Record<string, unknown>> & { readonly place: string };

/** People beside a locality who belong to it: its hinterland. */
export function hinterlandOf(inhabitants: number): number {
  const { hinterlandBase, hinterlandShare } = syntheticRule;
  return Math.min(inhabitants, Math.round(hinterlandBase.value + hinterlandShare.value * inhabitants));
}

/**
 * The shops and stations a locality gets by the rule. They depend on the seed, on the locality's id, name and inhabitants, and on
 * nothing else: not on which other localities a region holds.
 *
 * What they sell to residents stays below what the locality alone buys, so that the calibration has a solution.
 *
 * @returns shops by id; none where the draw says that there is none
 */
export function syntheticShops(
  seed: string,
  place: { readonly id: string; readonly name: string; readonly population: number },
): ReadonlyMap<string, StatedShop> {
  const draws = new Draws(seed, place.id);
  const people = place.population + hinterlandOf(place.population);
  const hasShop = draws.chance('shopChance', place.population);
  const shops = hasShop ? (draws.chance('secondShopChance', place.population) ? 2 : 1) : 0;
  const hasFuel = draws.chance('stationChance', place.population);
  const fuelAtShop = hasFuel && shops > 0 && draws.chance('fuelAtShopChance', place.population);
  const found = new Map<string, StatedShop>();
  const bySize = onLine(syntheticRule.localShareBySize.value, place.population);
  const fuel = hasFuel ? fuelOf(draws, people * bySize) : undefined;
  const share = draws.value('localShare') * bySize;
  const localTurnover = (people * syntheticRule.spend.value * share) / Math.max(1, shops);
  for (let number = 1; number <= shops; number += 1) {
    const id = idFor(number === 1 ? 'butik' : `butik${number}`, place.id);
    const sellsFuel = fuelAtShop && number === 1;
    found.set(id, {
      label: {
        sv: `Butik${number > 1 ? ` ${number}` : ''} i ${place.name} (syntetisk)`,
        en: `Shop${number > 1 ? ` ${number}` : ''} in ${place.name} (synthetic)`,
      },
      place: place.id,
      sellsGroceries: synthetic(true),
      sellsFuel: synthetic(sellsFuel),
      ...accountsOf(new Draws(seed, id), localTurnover),
      ...(sellsFuel ? fuel : {}),
    });
  }
  if (fuel !== undefined && !fuelAtShop) {
    found.set(idFor('mack', place.id), {
      label: { sv: `Mack i ${place.name} (syntetisk)`, en: `Station in ${place.name} (synthetic)` },
      place: place.id,
      sellsGroceries: synthetic(false),
      sellsFuel: synthetic(true),
      ...fuel,
      // Unstaffed: nobody lives on it, and nobody gives up.
      ...Object.fromEntries(
        ['staffFixed', 'agencyIncome', 'ownerPayTarget', 'reservationPay', 'exitRate', 'openingCash'].map((field) => [
          field,
          synthetic(0),
        ]),
      ),
      premises: synthetic(syntheticRule.stationPremises.value),
      reinvestmentCost: synthetic(syntheticRule.stationReinvestment.value),
      yearsSinceReinvestment: synthetic(new Draws(seed, idFor('mack', place.id)).whole('reinvestmentAge')),
    });
  }
  return found;
}

/** Turnover, floor area, cash and what is left of the last reinvestment; amounts in the prices of 2011. */
function accountsOf(draws: Draws, localTurnover: number): Record<string, object> {
  const turnover = rounded(localTurnover / (1 - draws.value('passingShare')), 10_000);
  const area = turnover / draws.value('salesPerSquareMetre');
  return {
    turnover: priced(turnover),
    passingTrade: priced(Math.max(0, rounded(turnover - localTurnover, 10_000))),
    floorArea: synthetic(Math.max(syntheticRule.leastFloorArea.value, rounded(area, 10))),
    openingCash: synthetic(rounded(turnover * draws.value('openingCashShare'), 10_000)),
    yearsSinceReinvestment: synthetic(draws.whole('reinvestmentAge')),
  };
}

function fuelOf(draws: Draws, people: number): Record<string, object> {
  const local = people * syntheticRule.litresPerPerson.value * draws.value('fuelLocalShare');
  const litres = rounded(local / (1 - draws.value('fuelPassingShare')), 1000);
  return {
    fuelTurnover: synthetic(Math.max(1000, litres)),
    passingLitres: synthetic(Math.max(0, rounded(litres - local, 1000))),
  };
}

/** The numbers drawn for one locality or shop: each from a stream of its own, named for what it is. */
class Draws {
  private readonly seed: string;
  private readonly id: string;

  constructor(seed: string, id: string) {
    this.seed = seed;
    this.id = id;
  }

  /** A draw from the spread of a number of the rule. */
  value(name: Spread): number {
    return inverseCdf(syntheticRule[name].value as Distribution, this.share(name));
  }

  /** A draw of whole years, from 0 to below the upper end. */
  whole(name: Spread): number {
    return Math.floor(this.value(name));
  }

  /** Whether a chance that may depend on the inhabitants comes true. */
  chance(name: keyof typeof syntheticRule, inhabitants: number): boolean {
    const { value }: RuleNumber = syntheticRule[name];
    const chance = Array.isArray(value) ? onLine(value, inhabitants) : (value as number);
    return this.share(name) < chance;
  }

  private share(name: string): number {
    const [k0, k1] = streamKey(this.seed, `region ${name}`, this.id);
    return uniform(k0, k1, 0, 0, ONCE_YEAR, 0);
  }
}

/** Numbers of the rule that each shop draws for itself. */
type Spread = {
  [Name in keyof typeof syntheticRule]: (typeof syntheticRule)[Name]['value'] extends Distribution ? Name : never;
}[keyof typeof syntheticRule];

/** The value at a number of inhabitants on straight lines through points; level beyond the first and the last. */
function onLine(points: readonly (readonly [number, number])[], at: number): number {
  const after = points.findIndex(([inhabitants]) => inhabitants >= at);
  if (after === 0) return (points[0] as readonly [number, number])[1];
  if (after < 0) return (points.at(-1) as readonly [number, number])[1];
  const [x0, y0] = points[after - 1] as readonly [number, number];
  const [x1, y1] = points[after] as readonly [number, number];
  return y0 + ((y1 - y0) * (at - x0)) / (x1 - x0);
}

function synthetic(value: number | boolean): object {
  return { value, status: 'synthetic' };
}

function priced(value: number): object {
  return { value, priceYear: 2011, status: 'synthetic' };
}

function rounded(value: number, to: number): number {
  return Math.round(value / to) * to;
}

/** An id of at most 60 characters: the end of a long one tells places of one name apart. */
function idFor(kind: string, place: string): string {
  return `${kind}-${place.slice(-(60 - kind.length - 1)).replace(/^-+/, '')}`;
}
