import { roundedTo } from '../answer/about-amount.ts';
import { costOf, yearAfter } from '../answer/answer.ts';
import { thresholdOf } from '../answer/even-segments.ts';
import type { Figure } from '../why/door.tsx';
import { numbersIn } from '../words/numbers.ts';
import type { Language } from '../words/spoken.ts';
import type { BreakEvens, Result } from '../work/work.tsx';
import { words } from './words.ts';

type Alternative = Result['alternatives'][number];

/** Which numbers a table shows: averages over all futures, or the likely future. */
export type Numbers = 'mean' | 'likely';

/** A cell of the table of alternatives. */
export type Cell = {
  readonly text: string;
  /** What it is ordered by, and written to a file; undefined where it is no number. */
  readonly value?: number | undefined;
  readonly figure?: Figure | undefined;
  /** In small below it. */
  readonly note?: string | undefined;
  readonly isAssumption?: boolean | undefined;
};

/** A row of the table of alternatives: one cell for each alternative of the result, in its order. */
export type Row = {
  readonly key: string;
  readonly label: string;
  readonly about: string;
  readonly cells: readonly Cell[];
  /** Begins something else: a rule above it. */
  readonly isFirstOfGroup?: boolean | undefined;
};

const yearsTold = [5, 10, 15];
const shopsToldApart = 4;
const government = ['state', 'region', 'eu'];

/**
 * The table of alternatives: whether the shop stands, what it costs whom, what it gives the residents and society, and what
 * it would take to pay off. All but the costs are held against the baseline.
 */
export function tableRows(
  result: Result,
  given: {
    readonly numbers: Numbers;
    readonly breakEven: BreakEvens | undefined;
    readonly isComputingBreakEven: boolean;
    readonly shopNames: ReadonlyMap<string, string>;
    readonly language: Language;
  },
): Row[] {
  const { alternatives, years } = result;
  const [baseline] = alternatives;
  if (baseline === undefined) return [];
  const { language, numbers } = given;
  const said = words[language];
  const { number } = numbersIn(language);
  const withSign = (value: number): string => (value > 0 ? `+${number(value)}` : number(value));
  const last = years.at(-1) ?? 0;
  const start: Cell = { text: said.nothing };

  const perYear = (parties: readonly string[], alternative: Alternative): Cell => {
    const value = parties.reduce((sum, party) => sum + costIn(alternative, party, numbers), 0);
    return { text: number(tidy(value)), value: tidy(value) };
  };
  const valueIn = (alternative: Alternative, variable: string): number | undefined =>
    alternative.presentValues.nodes.find((each) => each.variable === variable)?.[numbers] ?? undefined;
  const beyond = (variable: string, written: (value: number) => string, factor = 1): Cell[] =>
    alternatives.map((alternative) => {
      if (alternative.isBaseline) return start;
      const [mine, other] = [valueIn(alternative, variable), valueIn(baseline, variable)];
      if (mine === undefined || other === undefined) return { text: written(Number.NaN) };
      const value = tidy((mine - other) * factor);
      return {
        text: written(value),
        value,
        figure: { what: `${variable}@@${last}`, alternative: alternative.key },
      };
    });
  const others = [...new Set(alternatives.flatMap(({ overview }) => overview.costs.map(({ party }) => party)))].filter(
    (party) => party !== 'municipality' && !government.includes(party),
  );
  const rows: Row[] = [
    ...standingRows(result, given),
    {
      key: 'municipality',
      label: said.rowMunicipality,
      about: said.rowMunicipalityAbout(years.length),
      cells: alternatives.map((each) => perYear(['municipality'], each)),
      isFirstOfGroup: true,
    },
    {
      key: 'municipality-value',
      label: said.rowMunicipalityValue,
      about: said.rowMunicipalityValueAbout(years.length),
      cells: alternatives.map((each) => {
        const value = valueIn(each, 'presentValue_municipality');
        return {
          text: number(value === undefined ? null : tidy(value)),
          value,
          figure: { what: `presentValue_municipality@@${last}`, alternative: each.key },
        };
      }),
    },
    {
      key: 'state',
      label: said.rowState,
      about: said.rowStateAbout(years.length),
      cells: alternatives.map((each) => perYear(government, each)),
    },
    ...(others.length === 0
      ? []
      : [
          {
            key: 'others',
            label: said.rowOthers,
            about: said.rowOthersAbout(years.length),
            cells: alternatives.map((each) => perYear(others, each)),
          },
        ]),
    {
      key: 'travel',
      label: said.rowTravel,
      about: said.rowTravelAbout,
      cells: beyond('travelSoFar', withSign, 1 / years.length),
      isFirstOfGroup: true,
    },
    {
      key: 'residents',
      label: said.rowResidents,
      about: said.rowResidentsAbout,
      cells: beyond('presentValue_residents', withSign),
    },
    {
      key: 'society',
      label: said.rowSociety,
      about: said.rowSocietyAbout,
      cells: beyond('presentValue_society', withSign),
      isFirstOfGroup: true,
    },
  ];
  const even: Row = {
    key: 'even',
    label: said.rowEven,
    about: said.rowEvenAbout,
    cells: alternatives.map((each) => (each.isBaseline ? start : evenCell(each.key, given))),
  };
  return alternatives.length < 2
    ? rows.filter(({ key }) => !['travel', 'residents', 'society'].includes(key))
    : [...rows, even];
}

/** Whole kronor, and never «−0». */
function tidy(value: number): number {
  return Math.abs(value) < 0.5 ? 0 : value;
}

function costIn(alternative: Alternative, party: string, numbers: Numbers): number {
  if (numbers === 'mean') return costOf(alternative, party);
  return alternative.overview.costs.find((each) => each.party === party)?.likelySekPerYear ?? 0;
}

function standingRows(
  { alternatives, years }: Result,
  {
    numbers,
    shopNames,
    language,
  }: { readonly numbers: Numbers; readonly shopNames: ReadonlyMap<string, string>; readonly language: Language },
): Row[] {
  const said = words[language];
  const { number } = numbersIn(language);
  const [first] = alternatives;
  const shops = first?.survival.nodes.map(({ shop }) => shop) ?? [];
  const count = first?.survival.totalCount ?? 0;
  const told = [
    ...new Set(yearsTold.filter((each) => each <= years.length).concat(years.length < 5 ? years.length : [])),
  ];
  const yearOf = (alternative: Alternative, shop: string, at: number) =>
    alternative.survival.nodes.find((each) => each.shop === shop)?.years[at];
  const cellOf = (alternative: Alternative, shop: string, at: number): Cell => {
    const year = yearOf(alternative, shop, at);
    if (year === undefined) return { text: number(null) };
    const figure = { what: `standsAtEnd@${shop}@${years[at]}`, alternative: alternative.key };
    return numbers === 'mean'
      ? { text: number(Math.round(100 * (year.chance ?? 0))), value: year.chance ?? undefined, figure }
      : {
          text: year.standsInLikelyFuture ? said.yes : said.no,
          value: year.standsInLikelyFuture ? 1 : 0,
          figure,
        };
  };
  const [only] = shops;
  if (only === undefined) return [];
  if (count === 1)
    return told.map((after) => {
      const at = yearAfter(years, after);
      const year = years[at] ?? 0;
      return {
        key: `stands-${after}`,
        label: said.rowStands(after),
        about: numbers === 'mean' ? said.rowStandsAbout(year) : said.rowStandsLikely(year),
        cells: alternatives.map((each) => cellOf(each, only, at)),
      };
    });
  const sums = told.map((after): Row => {
    const at = yearAfter(years, after);
    return {
      key: `stands-${after}`,
      label: said.rowShopsStand(after),
      about: said.rowShopsStandAbout(years[at] ?? 0, shops.length),
      cells: alternatives.map((each) => {
        const value = shops.reduce((sum, shop) => {
          const year = yearOf(each, shop, at);
          return sum + (numbers === 'mean' ? (year?.chance ?? 0) : year?.standsInLikelyFuture ? 1 : 0);
        }, 0);
        return { text: number(value, numbers === 'mean' ? 1 : 0), value };
      }),
    };
  });
  if (count > shopsToldApart) return sums;
  const at = yearAfter(years, 10);
  return [
    ...sums,
    ...shops.map((shop, index) => ({
      key: `shop-${shop}`,
      label: said.rowShop(shopNames.get(shop) ?? shop),
      about: numbers === 'mean' ? said.rowShopAbout(years[at] ?? 0) : said.rowStandsLikely(years[at] ?? 0),
      cells: alternatives.map((each) => cellOf(each, shop, at)),
      isFirstOfGroup: index === 0,
    })),
  ];
}

function evenCell(
  alternative: string,
  {
    breakEven,
    isComputingBreakEven,
    language,
  }: {
    readonly breakEven: BreakEvens | undefined;
    readonly isComputingBreakEven: boolean;
    readonly language: Language;
  },
): Cell {
  const said = words[language];
  const { percent, withUnit, number } = numbersIn(language);
  if (breakEven === undefined) return { text: isComputingBreakEven ? said.evenComing : number(null) };
  const own = breakEven.filter((each) => each.alternative === alternative && each.variable === 'presentValue_society');
  const isSales = (path: string): boolean => path.startsWith('visitsEffect');
  const told =
    own.find((each) => isSales(each.quantity.path) && thresholdOf(each) !== undefined) ??
    own.find((each) => each.isDecisive && thresholdOf(each) !== undefined) ??
    own.find((each) => thresholdOf(each) !== undefined);
  const threshold = told && thresholdOf(told);
  if (told === undefined || threshold === undefined) return { text: said.evenNever };
  const { quantity } = told;
  const written = (value: number): string =>
    isSales(quantity.path) ? percent(value, 1) : withUnit(roundedTo(value, 3), quantity.unit);
  const value = written(threshold.at);
  const isAbove = threshold.side === 'above';
  return {
    text: isSales(quantity.path)
      ? (isAbove ? said.salesRise : said.salesRiseAtMost)(value)
      : (isAbove ? said.least : said.most)(quantity.label[language], value),
    value: threshold.at,
    note: said.evenAssumed(written(quantity.likely ?? 0)),
    isAssumption: quantity.isAssumption,
  };
}
