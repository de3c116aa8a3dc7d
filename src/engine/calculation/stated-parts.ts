import type { BothLanguages, Party } from '../compile/index.ts';
import type { InvestmentData, RunningCategory } from '../scenario/index.ts';

/** SEK to the öre as text, two decimals after a point, no groups: `10295.20`. */
export type OreText = string;

/** One payer's part of an investment, as it is set out. Each list holds one amount per year, the first year first. */
export type StatedTranche = {
  /** Of its instance, for explanations. */
  readonly id: string;
  /** What the grant is called, otherwise who pays. */
  readonly label: BothLanguages;
  readonly payer: Party;
  /** False for what the owner bears. */
  readonly isGrant: boolean;
  readonly cost: OreText;
  readonly residual: OreText;
  readonly depreciation: readonly OreText[];
  readonly interest: readonly OreText[];
  /** At the end of each year; the residual value after the life. */
  readonly bookValue: readonly OreText[];
};

/** An investment as it is set out. */
export type StatedItem = {
  readonly id: string;
  readonly label: BothLanguages;
  readonly cost: OreText;
  readonly residual: OreText;
  /** Years. */
  readonly life: number;
  /** A share a year: 0.05 is 5 %. */
  readonly rate: number;
  readonly method: NonNullable<InvestmentData['method']>;
  readonly tranches: readonly StatedTranche[];
};

/** A yearly cost as it is set out. */
export type StatedLine = {
  /** Of its instance, for explanations. */
  readonly id: string;
  readonly label: BothLanguages;
  readonly category: RunningCategory;
  readonly payer: Party;
  /** Of the first year. */
  readonly amount: OreText;
  readonly byYear: readonly OreText[];
  /** Posts of full time, where the amount is reckoned so, and what a full post costs a year. */
  readonly posts?: number;
  readonly postCost?: OreText;
};
