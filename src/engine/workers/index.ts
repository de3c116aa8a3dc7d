export { type RunOptions, runFutures, usualBlockSize } from './run-futures.ts';
