export { type CompoundFactors, compoundFactors } from './compound.ts';
export { internalRateOfReturn } from './internal-rate-of-return.ts';
export { netPresentValue } from './net-present-value.ts';
export { formatSek, roundToOre, sumOre } from './ore.ts';
export { payment } from './payment.ts';
