import { workerData } from 'node:worker_threads';
import { JavaScriptBackEnd } from '../compile/javascript-runner.ts';
import { collectTask, type Task, type TaskResult } from '../simulate/collect.ts';
import { ParameterDraws } from '../simulate/parameter-draws.ts';
import type { PortablePlan } from '../simulate/portable-plan.ts';
import { solvers } from '../simulate/solvers/index.ts';

/** The plan of this pool, sent once when the thread starts. */
const plan = workerPlan(workerData);
let backEnd: { readonly blockSize: number; readonly runner: JavaScriptBackEnd } | undefined;

/** Computes one task. The memory of the back end is taken once and used for every task of the thread. */
export default function run(task: Task): TaskResult {
  if (backEnd?.blockSize !== task.blockSize) {
    const settings = {
      years: plan.years,
      startYear: plan.start,
      seed: plan.seed,
      parameters: new ParameterDraws(plan.seed, plan.dependence),
      solvers,
    };
    backEnd = {
      blockSize: task.blockSize,
      runner: new JavaScriptBackEnd(plan.model, plan.program, plan.code, plan.instances, settings, task.blockSize),
    };
  }
  return collectTask(plan, backEnd.runner, task);
}

/** Piscina wraps what it is given in a pair; a plain thread is given it as it is. */
function workerPlan(data: unknown): PortablePlan {
  return (Array.isArray(data) ? data[1] : data) as PortablePlan;
}
