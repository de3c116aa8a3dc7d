export { type CaseFile, readCaseFile } from './case-file.ts';
export { openCases } from './open-cases.ts';
export { type CaseResult, Cases, type CasesDocument, type Check } from './run-cases.ts';
