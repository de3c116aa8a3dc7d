import type { BreakEvens, Result } from '../../work/work.tsx';

type Alternative = Result['alternatives'][number];
type Year = Alternative['survival']['nodes'][number]['years'][number];
type Even = BreakEvens[number];

/** A shop's chance of standing at the end of each of fifteen years: 1 until the tenth, then as given. */
export function standing(chance: number, range: { low: number; high: number } | null = null): Year[] {
  return Array.from({ length: 15 }, (_, index) => ({
    year: 2014 + index,
    chance: index < 9 ? 1 : chance,
    range,
    interval: { low: chance, high: chance },
    samplingError: 0.01,
    standsInLikelyFuture: true,
    closures: { gaveUp: 0, insolvent: 0, noSuccessor: 0 },
  }));
}

/** An alternative with no more than is asked for: a shop, what the municipality pays, what it gives. */
export function alternative(
  key: string,
  given: {
    readonly sv?: string;
    readonly isBaseline?: boolean;
    readonly isAdded?: boolean;
    readonly measures?: readonly string[];
    readonly shops?: Readonly<Record<string, Year[]>>;
    readonly shopsInAll?: number;
    readonly municipality?: number;
    readonly society?: number;
    readonly residents?: number;
    readonly spared?: number;
    readonly withoutShop?: number;
    readonly yearsOpen?: number;
    readonly values?: Readonly<Record<string, number>>;
  } = {},
): Alternative {
  const shops = Object.entries(given.shops ?? {});
  const count = given.shopsInAll ?? shops.length;
  const none = { nodes: [] };
  return {
    key,
    label: { sv: given.sv ?? key, en: given.sv ?? key },
    isBaseline: given.isBaseline ?? false,
    isAdded: given.isAdded ?? false,
    measures: {
      nodes: (given.measures ?? []).map((each) => ({
        key: each,
        label: { sv: each, en: each },
        host: null,
        agreementYears: 0,
      })),
    },
    overview: {
      costs: [
        {
          party: 'municipality',
          label: { sv: 'kommunen', en: 'the municipality' },
          meanSekPerYear: given.municipality ?? 0,
          likelySekPerYear: given.municipality ?? 0,
        },
      ],
      gain:
        given.society === undefined
          ? null
          : {
              society: { meanSek: given.society, standardErrorSek: 0 },
              residents: { meanSek: given.residents ?? 0, standardErrorSek: 0 },
              travelSparedKmPerYear: given.spared ?? 0,
            },
      shops: {
        totalCount: count,
        nodes: shops.map(([shop]) => ({ shop, chance: 1, yearsOpen: given.yearsOpen ?? 15 })),
      },
      withoutShop: {
        municipalitySekPerYear: given.withoutShop ?? 0,
        residentsSekPerYear: 0,
        stateSekPerYear: 0,
      },
    },
    survival: { totalCount: count, nodes: shops.map(([shop, years]) => ({ shop, years })) },
    people: none,
    customers: none,
    sales: none,
    ownerPay: none,
    cash: none,
    ledger: none,
    presentValues: {
      nodes: Object.entries(given.values ?? {}).map(([variable, value]) => ({
        variable,
        label: { sv: variable, en: variable },
        instance: '',
        unit: 'SEK',
        likely: value,
        mean: value,
        standardError: 0,
        quantiles: { p5: value, p50: value, p95: value },
      })),
    },
  };
}

/** A result of fifteen years from 2014 with these alternatives, and nothing else unless given. */
export function smallResult(alternatives: readonly Alternative[], given: Partial<Result> = {}): Result {
  return {
    scenario: 'byn',
    label: { sv: 'Byn', en: 'The village' },
    years: Array.from({ length: 15 }, (_, index) => 2014 + index),
    pairsDroppedOverSea: 0,
    certificate: {
      engine: '0.1.0',
      futures: 4096,
      futuresPerParameterSet: 16,
      modelHash: 'm',
      resultHash: 'r',
      scenarioHash: 's',
      seed: 'byn',
    },
    synthetic: null,
    failed: { count: 0 },
    alternatives: [...alternatives],
    differences: { nodes: [] },
    drivers: [],
    closures: null,
    calculations: [],
    financed: { nodes: [] },
    sameMoney: null,
    openQuestions: [],
    supportRules: { rules: [] },
    assumptions: { totalCount: 0, nodes: [] },
    ...given,
  };
}

/** A break-even of an alternative: who is ahead at the lowest value, and at what values that changes. */
export function even(
  of: string,
  path: string,
  given: {
    readonly variable?: string;
    readonly isDecisive?: boolean;
    readonly atLowest: Even['likely']['asStated'];
    readonly points: readonly (readonly [at: number, after: Even['likely']['asStated']])[];
    readonly tried?: { low: number; high: number };
    readonly likely?: number;
    readonly unit?: string;
    readonly futures?: number;
    readonly standardError?: number;
  },
): Even {
  let before = given.atLowest;
  const answer = {
    asStated: given.atLowest,
    atLowest: given.atLowest,
    futures: given.futures ?? 0,
    points: given.points.map(([at, after]) => {
      const point = {
        at,
        after,
        before,
        kind: 'crossing' as const,
        foundBetween: { low: at, high: at },
        standardError: given.standardError ?? null,
      };
      before = after;
      return point;
    }),
  };
  return {
    alternative: of,
    variable: given.variable ?? 'presentValue_society',
    label: { sv: '', en: '' },
    instance: '',
    unit: 'SEK',
    isDecisive: given.isDecisive ?? true,
    whyNone: null,
    quantity: {
      path,
      label: { sv: 'Butikens omsättning vid starten', en: 'The shop’s turnover at the start' },
      entity: 'shop',
      instance: path.split('@')[1] ?? '',
      unit: given.unit ?? '1',
      likely: given.likely ?? 0.02,
      stated: given.likely ?? 0.02,
      isAssumption: true,
      tried: given.tried ?? { low: 0, high: 0.1 },
    },
    likely: { ...answer, futures: 0 },
    average: given.futures === undefined ? null : answer,
  };
}
