export { exp } from './exp.ts';
export { clamp, maximum, minimum } from './extremes.ts';
export { log } from './log.ts';
export { normalQuantile } from './normal-quantile.ts';
export { pow } from './pow.ts';
export { roundHalfAwayFromZero } from './round.ts';
