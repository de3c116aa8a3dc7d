export { generateRegion, type RegionReport, type RegionRequest, regionText } from './region-scenario.ts';
export { type RuleNumber, syntheticRule } from './synthetic-rule.ts';
