export { type ExplainedPlace, type ExplainOptions, explainValue } from './explain-value.ts';
export {
  type ExplainedExpression,
  type ExplainedTable,
  type ExplainedValue,
  type Explanation,
  type GatheringForm,
  type NodeKey,
  type Operation,
  referencesOf,
} from './explanation.ts';
export { reevaluate } from './reevaluate.ts';
export { usedBy } from './used-by.ts';
