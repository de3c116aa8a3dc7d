export { type InstantiatedScenario, instantiateScenario } from './instantiate.ts';
export { loneMeasureInstances } from './instantiate-measures.ts';
export { Instantiation, labelOf } from './instantiation.ts';
export { categoryOf, methodOf, partId, type RunningCategory, runningCategories, trancheId } from './measure-parts.ts';
export { endsOfPlanned, likelyOf, planValue } from './plan-value.ts';
export { type OpenScenarioFile, readScenario, readScenarioText } from './read-scenario.ts';
export type { Scenario } from './scenario.ts';
export {
  type InvestmentData,
  type MeasureData,
  measureKinds,
  pairEntities,
  type ScenarioData,
  type SecuredData,
  scenarioSchema,
} from './schema.ts';
