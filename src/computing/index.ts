export type { Replay } from '../app/replay-future.ts';
export type { ScenarioFiles } from '../app/text-files.ts';
export type { Verification } from '../app/verify-future.ts';
export { BusyError } from './busy-error.ts';
export { type Computing, type ComputingOptions, openComputing } from './computing.ts';
export type { Compared, Explained, ExplainQuestion, ReadScenario, ReplayQuestion } from './messages.ts';
