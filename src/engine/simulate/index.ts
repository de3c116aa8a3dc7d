export { causesOfClosure, collectTask, momentColumns, type Task, type TaskResult } from './collect.ts';
export type {
  Assumption,
  Comparison,
  Difference,
  Failure,
  LedgerSeries,
  Outcome,
  Quantiles,
  Series,
  ShopSurvival,
} from './comparison.ts';
export {
  checkWays,
  type FutureDesign,
  futureDesign,
  futuresOf,
  leavesPerTask,
  mostFutures,
  mostKept,
  mostKeptValues,
  usualBlockSize,
  usualInner,
} from './design.ts';
export { hashOf, modelHash, scenarioHash } from './hash.ts';
export { type Collected, Merger } from './merge.ts';
export { type BackEndName, backEndFor, interpreterFor, likelyBlock, makePlan, type Plan, runSettings } from './plan.ts';
export { type OutcomeColumn, type OutputColumn, type PortablePlan, portablePlan } from './portable-plan.ts';
export { isLargeRegion } from './region-outputs.ts';
export { solverSignatures, solvers } from './solvers/index.ts';
export { findFailure, type LikelyRun, likelyRun, summarise } from './summarise.ts';
