import { planScenario } from '../../src/app/compare-scenario.ts';
import { loadModel } from '../../src/app/load-model.ts';
import {
  type BackEndName,
  backEndFor,
  type Collected,
  type Comparison,
  collectTask,
  type FutureDesign,
  futuresOf,
  Merger,
  type Plan,
  portablePlan,
  summarise,
} from '../../src/engine/simulate/index.ts';
import { scenarioOf, type Written } from './villages.ts';

/** How the futures of a run are cut up and computed; nothing here may change a result. */
export type Way = {
  readonly backEnd?: BackEndName;
  readonly blockSize?: number;
  /** Leaves of 64 futures in a task: a power of two. */
  readonly leavesPerTask?: number;
  /** Whether single futures are kept, or counted into histograms. */
  readonly keep?: boolean;
  /** The order in which the tasks, numbered from 0, are computed and handed in. */
  readonly order?: (tasks: number[]) => number[];
};

/** Computes the futures of a design here, without threads, task by task. */
export function collectHere(plan: Plan, design: FutureDesign, way: Way = {}): Collected {
  const { backEnd = 'javascript', blockSize = 128, leavesPerTask = 16, keep = true, order = (tasks) => tasks } = way;
  const portable = portablePlan(plan);
  const machine = backEndFor(plan, backEnd, blockSize);
  const merger = new Merger(portable, design, keep, leavesPerTask);
  const leaves = Math.ceil(futuresOf(design) / 64);
  for (const task of order([...Array(Math.ceil(leaves / leavesPerTask)).keys()])) {
    const firstLeaf = task * leavesPerTask;
    const size = Math.min(leavesPerTask, leaves - firstLeaf);
    merger.add(collectTask(portable, machine, { design, firstLeaf, leaves: size, blockSize, keep }));
  }
  return merger.finish();
}

/** The plan of what is written. */
export function planOf(written: Written): Plan {
  return planScenario(loadModel(), scenarioOf(written)).plan;
}

/** Compares the alternatives of what is written on the futures of a design, here, without threads. */
export function compareHere(written: Written, design: FutureDesign, way: Way = {}): Comparison {
  const plan = planOf(written);
  return summarise(plan, collectHere(plan, design, way));
}
