import type { Certificate } from '../app/compare-scenario.ts';
import type { CalculationExplanation } from '../app/explain-number.ts';
import type { ParameterRow } from '../app/parameters.ts';
import type { Replay } from '../app/replay-future.ts';
import type { ValueChange } from '../app/revise-text.ts';
import type { SyntheticInputs } from '../app/synthetic-inputs.ts';
import type { ScenarioFiles } from '../app/text-files.ts';
import type { Verification } from '../app/verify-future.ts';
import type { ViewId } from '../engine/calculation/index.ts';
import type { BothLanguages } from '../engine/compile/index.ts';
import type { Explanation } from '../engine/explain/index.ts';
import type { ScenarioData } from '../engine/scenario/index.ts';
import type { SentError } from './sent-error.ts';

/** A scenario that was read, checked and planned. */
export type ReadScenario = {
  /** As it was stated, with what it extends. */
  readonly data: ScenarioData;
  readonly label: BothLanguages;
  readonly modelHash: string;
  readonly scenarioHash: string;
  /** Over the files as they are written, comments and labels included. */
  readonly textHash: string;
  readonly seed: string;
  readonly places: number;
  readonly shops: number;
  readonly towns: number;
  /** What is compared, the baseline first; the alternative added by itself included. */
  readonly alternatives: readonly { readonly id: string; readonly label: BothLanguages }[];
  readonly start: number;
  readonly years: number;
  /** Its own formula files; empty when it is computed by the shipped model. */
  readonly formulaFiles: readonly string[];
  /** Places times years times alternatives: what one future costs. */
  readonly villageYears: number;
};

/** What to compare a scenario over. */
export type CompareQuestion = {
  /** Another seed than the scenario's. */
  readonly seed?: string | undefined;
  readonly draws: number;
  /** Courses of luck for each set of parameters; 16 unless stated. */
  readonly inner?: number | undefined;
  /** Futures that break-even is averaged over; 0 asks the likely run alone, null or nothing asks nothing. */
  readonly breakEvenFutures?: number | null | undefined;
  /**
   * A result (JSON, gzip) of the same model, scenario, seed and design, whose numbers are put together with the words of
   * these files; futures are computed if it turns out not to be one.
   */
  readonly numbers?: Uint8Array | undefined;
};

/** A comparison. */
export type Compared = {
  /** The comparison document, JSON, gzip. */
  readonly json: Uint8Array<ArrayBuffer>;
  readonly certificate: Certificate;
  /** Places times futures times years times alternatives. */
  readonly villageDrawYears: number;
  /** Whether numbers that were given served, so that no future was computed. */
  readonly reused: boolean;
  /** Computing futures and summarising them. */
  readonly engineMs: number;
  readonly totalMs: number;
};

/** Which number to explain: `cash@ica-fliseryd@2021`, or a calculation by its id. */
export type ExplainQuestion = {
  readonly what: string;
  readonly alternative?: string | undefined;
  /** `likely`, or outer and inner as `17.3`. */
  readonly future: string;
  readonly seed?: string | undefined;
  /** From where a calculation is seen; by the project unless stated. */
  readonly view?: ViewId | undefined;
};

/** How a number, or the total of a calculation, came about. */
export type Explained = (
  | { readonly of: 'number'; readonly explanation: Explanation }
  | { readonly of: 'calculation'; readonly explanation: CalculationExplanation }
) & { readonly synthetic: SyntheticInputs | null };

/** One future of one alternative. */
export type ReplayQuestion = Omit<ExplainQuestion, 'what' | 'view'>;

/** What a desk can be asked, and what it finds. */
export type Tasks = {
  read: { readonly asked: null; readonly found: ReadScenario };
  compare: { readonly asked: CompareQuestion; readonly found: Compared };
  explain: { readonly asked: ExplainQuestion; readonly found: Explained };
  replay: { readonly asked: ReplayQuestion; readonly found: Replay };
  verify: {
    readonly asked: { readonly future: string; readonly seed?: string | undefined };
    readonly found: Verification;
  };
  parameters: { readonly asked: null; readonly found: ParameterRow[] };
  revise: { readonly asked: readonly ValueChange[]; readonly found: string };
};

/** A piece of work for a desk. */
export type Task<K extends keyof Tasks = keyof Tasks> = {
  [Kind in K]: { readonly kind: Kind; readonly files: ScenarioFiles; readonly asked: Tasks[Kind]['asked'] };
}[K];

/** What a desk is told. */
export type ToDesk =
  | { readonly to: 'do'; readonly id: number; readonly task: Task; readonly threads: number }
  | { readonly to: 'stop'; readonly id: number };

/** What a desk tells. */
export type FromDesk =
  | { readonly says: 'ready' }
  | { readonly says: 'progress'; readonly id: number; readonly done: number; readonly all: number }
  | { readonly says: 'found'; readonly id: number; readonly found: Tasks[keyof Tasks]['found'] }
  | { readonly says: 'failed'; readonly id: number; readonly error: SentError };
