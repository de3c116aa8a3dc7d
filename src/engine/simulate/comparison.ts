import type { BothLanguages, Party, Provenance } from '../compile/index.ts';
import type { ChanceReport, PairedDifference, ShareInterval } from '../statistics/index.ts';

/** Levels every distribution is reported at. */
export const reportedLevels = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Quantiles at {@link reportedLevels}, named p5 … p95. */
export type Quantiles<T> = { readonly p5: T; readonly p25: T; readonly p50: T; readonly p75: T; readonly p95: T };

/** Yearly values of one variable of one entity: the likely run, the average over futures and, for a fan, quantiles. */
export type Series = {
  readonly variable: string;
  readonly entity: string;
  readonly instance: string;
  readonly unit: string;
  readonly likely: readonly number[];
  readonly mean: readonly number[];
  readonly quantiles?: Quantiles<readonly number[]>;
};

/** How one shop fares in one alternative, year by year. */
export type ShopSurvival = {
  readonly shop: string;
  readonly years: readonly {
    readonly year: number;
    /** Average chance over parameters and luck, its 5–95 % range over parameters, and the sampling error, kept apart. */
    readonly standing: Pick<ChanceReport, 'chance' | 'range' | 'samplingError'> & { readonly interval: ShareInterval };
    /** Whether it stands in the likely run. */
    readonly likely: boolean;
    /** Share of the futures counted in `standing` in which it closed this year, by cause. */
    readonly closures: { readonly insolvent: number; readonly gaveUp: number; readonly noSuccessor: number };
  }[];
};

/** One line of the ledger: yearly amounts, SEK a year nominal, likely and on average. */
export type LedgerSeries = {
  readonly flow: string;
  readonly from: Party;
  readonly to: Party;
  readonly kind: 'transfer' | 'resource';
  readonly basis: readonly string[];
  readonly likely: readonly number[];
  readonly mean: readonly number[];
};

/** An outcome over the horizon. */
export type Outcome = {
  readonly variable: string;
  readonly entity: string;
  readonly instance: string;
  readonly unit: string;
  readonly likely: number;
  readonly mean: number;
  readonly standardError: number;
  readonly quantiles: Quantiles<number>;
};

/** What an alternative changes in an outcome, future by future. */
export type Difference = {
  readonly alternative: string;
  readonly variable: string;
  readonly entity: string;
  readonly instance: string;
  readonly unit: string;
  readonly likely: number;
} & PairedDifference;

/** A future that became non-finite, found again by replaying it. */
export type Failure = {
  /** `outer.inner`, as `--replay` takes it. */
  readonly future: string;
  readonly alternative: string;
  readonly year: number;
  readonly variable: string;
  readonly entity: string;
  readonly instance: string;
  readonly value: string;
  readonly formula: string;
};

/** An input the results stand on that nobody has measured. */
export type Assumption = {
  readonly input: string;
  readonly entity: string;
  readonly instance: string;
  readonly label: BothLanguages;
  readonly unit: string;
  readonly stated: unknown;
  readonly givenBy: Provenance['givenBy'];
  readonly source: string | undefined;
};

/** Everything a comparison says; plain data, the same bytes for the same scenario, model, seed and design. */
export type Comparison = {
  readonly start: number;
  readonly years: number;
  readonly design: { readonly outer: number; readonly inner: number };
  readonly alternatives: readonly {
    readonly id: string;
    readonly series: readonly Series[];
    readonly survival: readonly ShopSurvival[];
    readonly ledger: readonly LedgerSeries[];
    readonly outcomes: readonly Outcome[];
  }[];
  /** Against the first alternative. */
  readonly differences: readonly Difference[];
  readonly quantiles: {
    readonly series: 'histogram';
    readonly outcomes: 'type 7' | 'histogram';
    readonly relativeError: number;
  };
  readonly failed: { readonly count: number; readonly shown: readonly Failure[] };
};
