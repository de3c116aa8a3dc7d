/** A number for each year, the first year first; null where there is none. */
export type Yearly = readonly (number | null)[];

/** An alternative in a plot. */
export type Plotted = {
  readonly key: string;
  /** What it is called, in the language that is spoken. */
  readonly label: string;
  /** Its position in the result, which decides its look (`alternativeLook`); the baseline is 0. */
  readonly index: number;
};

/** How a number spreads over futures, year by year. */
export type Spread = {
  readonly p5: Yearly;
  readonly p25: Yearly;
  readonly p50: Yearly;
  readonly p75: Yearly;
  readonly p95: Yearly;
};

/** One variable of one alternative over the years. */
export type Fan = Plotted & {
  /** Its course in the likely future. */
  readonly likely: Yearly;
  /** What we do not know; left out where only averages are kept. */
  readonly spread?: Spread | undefined;
  /** Courses of single futures: what luck looks like. */
  readonly futures?: readonly Yearly[] | undefined;
  /** The year the shop closes in the likely future. */
  readonly closes?: number | undefined;
};

/** The share of futures in which the shop stands, of one alternative. */
export type Survival = Plotted & {
  readonly chance: Yearly;
  /** Where the share lies depending on what is assumed. */
  readonly range?: { readonly low: Yearly; readonly high: Yearly } | undefined;
};

/** The share of all futures in which the shop closes in each year, by cause. */
export type Closures = Plotted & {
  readonly insolvent: Yearly;
  readonly gaveUp: Yearly;
  readonly noSuccessor: Yearly;
};

/** What drives a difference. */
export type Driver = {
  readonly key: string;
  readonly label: string;
  /** Rank correlation with the difference, −1 to 1. */
  readonly correlation: number;
  /** Its sampling interval. */
  readonly interval?: { readonly low: number; readonly high: number } | undefined;
  readonly isAssumption: boolean;
};
