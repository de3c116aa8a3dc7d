import type { Label } from '../api/label.ts';

/** A line of the ledger, as the API gives it. */
export type FlowLine = {
  readonly flow: string;
  readonly label: Label;
  readonly from: string;
  readonly fromLabel: Label;
  readonly to: string;
  readonly toLabel: Label;
  readonly kind: string;
  readonly basis: readonly string[];
  readonly years: readonly number[];
  readonly likelySekPerYear: readonly (number | null)[];
  readonly meanSekPerYear: readonly (number | null)[];
};

/** The ledger of an alternative. */
export type FlowsOfAlternative = {
  readonly key: string;
  readonly label: string;
  /** Its position in the result. */
  readonly index: number;
  readonly lines: readonly FlowLine[];
};
