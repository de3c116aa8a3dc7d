export { type RunOptions, runFutures } from './run-futures.ts';
