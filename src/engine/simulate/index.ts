export { solverSignatures, solvers } from './solvers/index.ts';
export { type BackEndName, backEndFor, interpreterFor, likelyBlock, makePlan, type Plan, runSettings } from './plan.ts';
