import type { Label } from '../api/label.ts';
import type { PlannedMeasure } from './measures.ts';
import { type Tree, valueAt } from './scenario-tree.ts';

/** What an answer's spread is driven by, as results tell it. */
type Drivers = {
  readonly alternative: string;
  readonly label: Label;
  readonly variable: string;
  readonly worthKnowing: readonly string[];
  readonly byCorrelation: readonly {
    readonly parameter: string;
    readonly label: Label;
    readonly isAssumption: boolean;
    readonly ifKnown: { readonly share: number | null; readonly isTold: boolean } | null;
  }[];
};

/** A number that would make an answer surer. */
export type WorthKnowing = {
  readonly label: Label;
  /** Where it is entered; undefined where the scenario has no place for it. */
  readonly path: string | undefined;
  /** Share of the variance between sets of uncertain numbers that would go if it were known. */
  readonly share: number;
  readonly answer: Label;
  readonly alternative: string;
};

/** Answers in the order they are asked for by whoever decides. */
const answers = ['yearsOpen', 'presentValue_society', 'presentValue_municipality', 'presentValue_residents'];

/**
 * What would narrow the answer most if it were known: of each answer the number with the greatest share, the shop's years
 * first; each number once.
 *
 * @param most - how many at most
 */
export function worthKnowing(
  drivers: readonly Drivers[],
  tree: Tree,
  measures: readonly PlannedMeasure[],
  shop: string | undefined,
  most = 2,
): WorthKnowing[] {
  const rank = ({ variable }: Drivers): number => {
    const place = answers.indexOf(variable);
    return place === -1 ? answers.length : place;
  };
  const told = drivers
    .flatMap((each) => {
      const [first] = each.worthKnowing;
      const driver = each.byCorrelation.find(({ parameter }) => parameter === first);
      const share = driver?.ifKnown?.share;
      return driver === undefined || share == null ? [] : [{ each, driver, share }];
    })
    .sort((a, b) => rank(a.each) - rank(b.each) || b.share - a.share);
  const found = new Map<string, WorthKnowing>();
  for (const { each, driver, share } of told) {
    if (found.has(driver.parameter)) continue;
    found.set(driver.parameter, {
      label: driver.label,
      path: pathOfParameter(driver.parameter, tree, measures, shop),
      share,
      answer: each.label,
      alternative: each.alternative,
    });
  }
  return [...found.values()].slice(0, most);
}

/**
 * Where a parameter of a result is entered: `trend@fliseryd` under its place, `visitsEffect@servicepunkt` in its measure. The
 * trade's margin is asked of the shop, while it has not told its own.
 */
export function pathOfParameter(
  parameter: string,
  tree: Tree,
  measures: readonly PlannedMeasure[],
  shop: string | undefined,
): string | undefined {
  const [name = '', instance = ''] = parameter.split('@');
  if (instance === '') {
    const own = `shops.${shop}.grossMargin`;
    if (name === 'tradeMargin' && shop !== undefined && valueAt(tree, own) === undefined) return own;
    return `parameters.${name}`;
  }
  const [place = '', pairedWith] = instance.split('>');
  const measure = measures.find(({ key }) => key === (pairedWith ?? instance));
  if (pairedWith !== undefined)
    return measure === undefined ? undefined : `${measure.paths[0]}.serves.${place.split('.')[0]}.${name}`;
  for (const kind of ['places', 'shops', 'towns'])
    if (valueAt(tree, `${kind}.${place}`) !== undefined) return `${kind}.${place}.${name}`;
  return measure === undefined ? undefined : `${measure.paths[0]}.${name}`;
}
