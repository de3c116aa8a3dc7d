import type { Distribution } from '../random/index.ts';
import type { Relations } from './relations.ts';

/** A range of futures computed together. Future number k of the block has the parameters of outer[k] and the luck inner[k]. */
export type Block = {
  readonly outer: Uint32Array;
  readonly inner: Uint32Array;
  readonly count: number;
  /** A likely run: likely values, shocks 0, no chance events. */
  readonly likely: boolean;
};

/** Where drawn inputs come from: one value for each input, stream id and outer future, the same for every back end. */
export type ParameterSource = {
  value(input: string, streamId: string, distribution: Distribution, outer: number, likely: boolean): number;
};

/** What a back end shows of one year of one alternative. The memory is the back end's own and is overwritten later. */
export type YearColumns = {
  readonly memory: Float64Array;
  /** Where the futures of one variable of one entity begin in memory; they stand one after another. */
  offset(variable: string, instance: number): number;
};

/** Called after each year of each alternative, years ascending, alternatives in order within a year. */
export type YearSink = (year: number, alternative: number, columns: YearColumns) => void;

/** What a solver sees: the first year of one future. */
export type SolverAccess = {
  readonly relations: Relations;
  read(variable: string, instance: number): number;
  write(variable: string, instance: number, value: number): void;
};

/** Finds what formulas cannot: the numbers that make an equation hold. Never throws for a future: it writes NaN. */
export type Solver = (access: SolverAccess) => void;

/** A program made ready to run; two of them, the interpreter and JavaScript, give the same bits. */
export type BackEnd = {
  /** Computes every year of every alternative for the futures of a block. */
  run(block: Block, sink: YearSink): void;
};

/** What every back end needs besides the program. */
export type RunSettings = {
  readonly years: number;
  readonly startYear: number;
  readonly seed: string;
  readonly parameters: ParameterSource;
  readonly solvers: ReadonlyMap<string, Solver>;
};
