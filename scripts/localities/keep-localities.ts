import { corrections, loneGhosts } from './corrections.ts';
import type { GeoNamesRow } from './geonames-rows.ts';

/** Why a row is left out. */
export type Rule =
  | 'namesakeGhost'
  | 'doubleInCounty'
  | 'loneGhost'
  | 'partOfTown'
  | 'fewerThan500'
  | 'unknownMunicipality';

export interface Kept {
  readonly kept: readonly GeoNamesRow[];
  readonly dropped: ReadonlyMap<Rule, readonly GeoNamesRow[]>;
}

/** Two populations are alike when they differ by at most this share of the larger. */
const alike = 0.35;

/** The days on which GeoNames took in SCB's populations of 2015, locality by locality. */
const enteredFrom = '2017-03-17';
const enteredTo = '2017-03-20';

/**
 * The rows that are localities of their own, each once, and the others by the rule that left them out.
 *
 * As far as its dates and numbers tell, GeoNames once gave SCB's populations of 2010 to the first record of each name, and so a
 * hamlet in Lappland the people of a namesake in Skåne. In March 2017 the populations of 2015 were entered on the right records, but nobody emptied the wrong ones.
 * Hence, of two records with one name, the real one is the one changed on those days; where that does not tell, the one with the
 * higher number, since the first record was the one that was mistaken.
 */
export function keepLocalities(rows: readonly GeoNamesRow[]): Kept {
  const dropped = new Map<Rule, readonly GeoNamesRow[]>();
  let kept = rows.map((row) => ({ ...row, ...corrections.get(row.number) }));
  const drop = (rule: Rule, isWrong: (row: GeoNamesRow) => boolean): void => {
    dropped.set(rule, kept.filter(isWrong));
    kept = kept.filter((row) => !isWrong(row));
  };
  // Parts of towns take part: a hamlet may carry the people of a part of a town with its name.
  const ghosts = namesakeGhosts(kept);
  drop('namesakeGhost', (row) => ghosts.has(row));
  const doubles = doublesInCounty(kept);
  drop('doubleInCounty', (row) => doubles.has(row));
  drop('loneGhost', (row) => loneGhosts.has(row.number));
  drop('partOfTown', (row) => row.feature === 'PPLX' || row.feature === 'PPLL');
  drop('fewerThan500', (row) => row.population < 500);
  drop('unknownMunicipality', (row) => !/^\d{4}$/.test(row.municipality));
  return { kept, dropped };
}

/** Of rows with one name and like populations in different counties, those that are not real. */
function namesakeGhosts(rows: readonly GeoNamesRow[]): Set<GeoNamesRow> {
  const ghosts = new Set<GeoNamesRow>();
  for (const named of groups(rows, (row) => row.name)) {
    for (const [a, b] of pairs(named)) {
      const apart = countyOf(a) !== countyOf(b);
      const like = Math.abs(a.population - b.population) <= alike * Math.max(a.population, b.population);
      if (apart && like) ghosts.add(lessReal(a, b));
    }
  }
  return ghosts;
}

/** Of rows with one name in one county, all but the real one. Two that SCB counts as two localities are both real. */
function doublesInCounty(rows: readonly GeoNamesRow[]): Set<GeoNamesRow> {
  const doubles = new Set<GeoNamesRow>();
  for (const named of groups(rows, (row) => `${row.name} ${countyOf(row)}`)) {
    for (const [a, b] of pairs(named)) if (!entered2015(a) || !entered2015(b)) doubles.add(lessReal(a, b));
  }
  return doubles;
}

function lessReal(a: GeoNamesRow, b: GeoNamesRow): GeoNamesRow {
  if (entered2015(a) !== entered2015(b)) return entered2015(a) ? b : a;
  return a.number < b.number ? a : b;
}

function entered2015({ changed }: GeoNamesRow): boolean {
  return changed >= enteredFrom && changed <= enteredTo;
}

/** The county is the beginning of the municipality code; GeoNames' `admin1` has numbers of its own. */
function countyOf({ municipality }: GeoNamesRow): string {
  return municipality.slice(0, 2);
}

function groups<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const byKey = new Map<string, T[]>();
  for (const item of items) {
    const group = byKey.get(keyOf(item));
    if (group === undefined) byKey.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...byKey.values()];
}

function pairs<T>(items: readonly T[]): (readonly [T, T])[] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b) => [a, b] as const));
}
