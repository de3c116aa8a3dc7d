export { cdf } from './cdf.ts';
export { checkDistribution } from './check-distribution.ts';
export type { Distribution } from './distribution.ts';
export { type CholeskyFactor, choleskyFactor, correlate } from './gaussian-copula.ts';
export { inverseCdf, inverseCdfOf } from './inverse-cdf.ts';
export { likelyValue } from './likely-value.ts';
export { philox4x32 } from './philox.ts';
export { streamKey } from './stream-key.ts';
export { fillNormals, fillUniforms, ONCE_YEAR, uniform, uniformFrom } from './uniform.ts';
