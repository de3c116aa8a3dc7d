import { LEAF_SIZE, LogHistogram, TreeSum } from '../statistics/index.ts';
import { causesOfClosure, momentColumns, type TaskResult } from './collect.ts';
import { type FutureDesign, futuresOf } from './design.ts';
import type { PortablePlan } from './portable-plan.ts';

/** Everything collected over all futures of a run; columns and histograms are owned by it. */
export type Collected = {
  readonly design: FutureDesign;
  readonly kept: boolean;
  readonly sums: Float64Array;
  readonly fans: readonly LogHistogram[];
  /** One column for each outcome, future by future; undefined where they are not kept. */
  readonly outcomes: readonly Float64Array[] | undefined;
  readonly outcomeFans: readonly LogHistogram[];
  readonly moments: Float64Array;
  readonly standing: Float64Array;
  readonly causes: Float64Array;
  readonly failed: readonly number[];
};

/** Puts the results of tasks together, in whatever order they arrive; the grouping never changes a bit. */
export class Merger {
  private readonly plan: PortablePlan;
  private readonly design: FutureDesign;
  private readonly keep: boolean;
  private readonly leavesPerTask: number;
  private readonly sums: TreeSum;
  private readonly moments: TreeSum;
  private readonly fans: LogHistogram[];
  private readonly outcomeFans: LogHistogram[];
  private readonly outcomes: Float64Array[];
  private readonly standing: Float64Array;
  private readonly causes: Float64Array;
  private readonly failed: number[] = [];

  constructor(plan: PortablePlan, design: FutureDesign, keep: boolean, leavesPerTask: number) {
    this.plan = plan;
    this.design = design;
    this.keep = keep;
    this.leavesPerTask = leavesPerTask;
    this.sums = new TreeSum(plan.sums);
    this.moments = new TreeSum(plan.outcomes.length * momentColumns);
    const fans = plan.outputs.reduce((sum, output) => sum + (output.fan ? output.instances * plan.years : 0), 0);
    this.fans = Array.from({ length: fans }, () => new LogHistogram());
    this.outcomeFans = keep ? [] : Array.from({ length: plan.outcomes.length * 2 }, () => new LogHistogram());
    this.outcomes = keep ? plan.outcomes.map(() => new Float64Array(futuresOf(design))) : [];
    const cells = plan.instances.alternatives.length * plan.shops * plan.years;
    this.standing = new Float64Array(cells * (design.inner + 1));
    this.causes = new Float64Array(cells * causesOfClosure);
  }

  add(result: TaskResult): void {
    const level = 31 - Math.clz32(this.leavesPerTask);
    const index = result.firstLeaf / this.leavesPerTask;
    this.sums.add(level, index, result.sums);
    this.moments.add(level, index, result.moments);
    for (const [position, fan] of result.fans.entries()) (this.fans[position] as LogHistogram).mergeStored(fan);
    for (const [position, fan] of result.outcomeFans.entries())
      (this.outcomeFans[position] as LogHistogram).mergeStored(fan);
    if (this.keep && this.plan.outcomes.length > 0) {
      const futures = result.outcomes.length / this.plan.outcomes.length;
      for (const [position, column] of this.outcomes.entries()) {
        column.set(
          result.outcomes.subarray(position * futures, (position + 1) * futures),
          result.firstLeaf * LEAF_SIZE,
        );
      }
    }
    addInto(this.standing, result.standing);
    addInto(this.causes, result.causes);
    this.failed.push(...result.failed);
  }

  finish(): Collected {
    const leaves = Math.ceil(futuresOf(this.design) / LEAF_SIZE);
    return {
      design: this.design,
      kept: this.keep,
      sums: this.sums.finish(leaves),
      fans: this.fans,
      outcomes: this.keep ? this.outcomes : undefined,
      outcomeFans: this.outcomeFans,
      moments: this.moments.finish(leaves),
      standing: this.standing,
      causes: this.causes,
      failed: this.failed.sort((a, b) => a - b),
    };
  }
}

function addInto(into: Float64Array, from: Float64Array): void {
  for (let index = 0; index < into.length; index += 1) into[index] = (into[index] as number) + (from[index] as number);
}
