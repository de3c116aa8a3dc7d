export { greatCircleKm } from './great-circle.ts';
export { type InstantiatedScenario, instantiateScenario, Instantiation, labelOf } from './instantiate.ts';
export { loneMeasureInstances } from './instantiate-measures.ts';
export { likelyOf } from './plan-value.ts';
export { readScenario, type Scenario } from './read-scenario.ts';
export { type MeasureData, type ScenarioData, scenarioSchema } from './schema.ts';
