export { type CalculationRun, calculationRun } from './calculation-run.ts';
export type { CalculationView, CalculationViews, ViewId, ViewYear } from './calculation-view.ts';
export { decimals } from './decimals.ts';
export { type StatedCalculation, statedCalculation } from './stated-calculation.ts';
export type { OreText, StatedItem, StatedLine, StatedTranche } from './stated-parts.ts';
export { placeInRun, type StatedPart, type StatedPlace, statedTotalExplanation } from './total-explanation.ts';
