export { type Arithmetic, doubles } from './arithmetic.ts';
export type {
  BackEnd,
  Block,
  ParameterSource,
  RunSettings,
  Solver,
  SolverAccess,
  YearColumns,
  YearSink,
} from './backend.ts';
export { checkModel, dependencies, needsOf } from './check-model.ts';
export { type Formula, FormulaError, type NodeView, parseFormula, partsOf, viewOf } from './formula.ts';
export { compareIds, type Instance, type Instances, type PlannedValue, type Provenance } from './instances.ts';
export { interpolate as interpolateTable } from './interpolate.ts';
export { type FutureNumber, FutureRun, InterpreterBackEnd, likelyFuture, type Position } from './interpreter.ts';
export { emitJavaScript, type JavaScriptCode } from './javascript.ts';
export { JavaScriptBackEnd } from './javascript-runner.ts';
export { builtins, forms, operators, scalarFunctions } from './language.ts';
export { type Ledger, type LedgerLine, partyNames, withLedger } from './ledger.ts';
export {
  asParty,
  type Entity,
  type Flow,
  type FormulaVariable,
  futureEntity,
  type InputVariable,
  type Model,
  type ModelText,
  pathBetween,
  readModel,
  type Section,
  type SolverSignature,
  type Table,
  type Variable,
} from './model.ts';
export { type BothLanguages, type Party, parties } from './model-file.ts';
export { arrangeProgram, type Program, type ProgramVariable } from './program.ts';
export { type Relation, Relations } from './relations.ts';
export type { RunnableModel } from './runnable-model.ts';
export { type Meaning, scopeOf } from './scope.ts';
export { type StatedValue, type Status, statedValueSchema, statusSchema, withoutProvenance } from './stated-value.ts';
export type { SupportRegime, SupportRule, SupportRuleValue } from './support-rules.ts';
