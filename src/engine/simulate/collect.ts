import type { BackEnd, Block, YearColumns } from '../compile/index.ts';
import { LEAF_SIZE, LogHistogram, type LogHistogramJson, leafSum, TreeSum } from '../statistics/index.ts';
import type { FutureDesign } from './design.ts';
import type { PortablePlan } from './portable-plan.ts';

/** A range of whole leaves for one thread to compute; `leaves` is a power of two, but for the last of a run. */
export type Task = {
  readonly design: FutureDesign;
  readonly firstLeaf: number;
  readonly leaves: number;
  readonly blockSize: number;
  /** Whether outcomes of single futures are sent back. */
  readonly keep: boolean;
};

/** What a task found; the same bits however the work was grouped. */
export type TaskResult = {
  readonly firstLeaf: number;
  readonly leaves: number;
  /** Sums over the task's futures, by the fixed tree. */
  readonly sums: Float64Array;
  /** One histogram for each year of each instance of each fan, in order. */
  readonly fans: readonly LogHistogramJson[];
  /** Outcomes, column after column; empty where they are not kept. */
  readonly outcomes: Float64Array;
  /** Histograms of every outcome, where they are not kept. */
  readonly outcomeFans: readonly LogHistogramJson[];
  /** Sums of outcomes and, after them, of their differences from the first alternative and of squares; see `momentColumns`. */
  readonly moments: Float64Array;
  /** For each alternative, shop and year: how many sets of parameters left the shop standing in 0, 1 … inner futures. */
  readonly standing: Float64Array;
  /** For each alternative, shop and year: closures by cause, three numbers, in the futures that `standing` counts. */
  readonly causes: Float64Array;
  readonly failed: readonly number[];
};

/**
 * Numbers collected for each outcome: Σ x, Σ S², n, Σ S·c, Σ c² and the number of groups, where S is the sum and c the
 * size of a group; and the same six of its difference from the first alternative.
 */
export const momentColumns = 12;

/** Causes of closure the model tells apart. */
export const causesOfClosure = 3;

/** Computes the futures of a task, block by block, and collects what is asked of them. */
export function collectTask(plan: PortablePlan, backEnd: BackEnd, task: Task): TaskResult {
  return new Collection(plan, backEnd, task).run();
}

class Collection {
  private readonly plan: PortablePlan;
  private readonly backEnd: BackEnd;
  private readonly task: Task;
  private readonly futures: number;
  private readonly first: number;
  private readonly fans: LogHistogram[];
  /** This block's values of every year of every fan. */
  private readonly fanColumns: Float64Array;
  private readonly outcomeFans: LogHistogram[];
  private readonly outcomes: Float64Array;
  private readonly standing: Float64Array;
  private readonly causes: Float64Array;
  /** This block's shops by alternative, shop, year and future: 1 where one stands at the year's end, plus twice the cause where it closed. */
  private readonly lives: Uint8Array;
  private readonly failed: number[] = [];
  private readonly scratch = new Float64Array(LEAF_SIZE);
  private readonly leaf = new Float64Array(LEAF_SIZE);

  constructor(plan: PortablePlan, backEnd: BackEnd, task: Task) {
    this.plan = plan;
    this.backEnd = backEnd;
    this.task = task;
    this.first = task.firstLeaf * LEAF_SIZE;
    this.futures = Math.min(task.leaves * LEAF_SIZE, task.design.outer * task.design.inner - this.first);
    const fans = plan.outputs.reduce((sum, output) => sum + (output.fan ? output.instances * plan.years : 0), 0);
    this.fans = Array.from({ length: fans }, () => new LogHistogram());
    this.fanColumns = new Float64Array(fans * task.blockSize);
    this.outcomeFans = task.keep ? [] : Array.from({ length: plan.outcomes.length * 2 }, () => new LogHistogram());
    this.outcomes = new Float64Array(plan.outcomes.length * this.futures);
    const alternatives = plan.instances.alternatives.length;
    this.standing = new Float64Array(alternatives * plan.shops * plan.years * (task.design.inner + 1));
    this.causes = new Float64Array(alternatives * plan.shops * plan.years * causesOfClosure);
    this.lives = new Uint8Array(alternatives * plan.shops * plan.years * task.blockSize);
  }

  run(): TaskResult {
    const { task, plan } = this;
    const tree = new TreeSum(plan.sums);
    const moments = new TreeSum(plan.outcomes.length * momentColumns);
    for (let at = 0; at < this.futures; at += task.blockSize) {
      const count = Math.min(task.blockSize, this.futures - at);
      const block = this.block(at, count);
      let attempt = this.runBlock(block, at, new Set());
      // Rarely, a future becomes non-finite: it is left out of everything, and the block is collected again without it.
      while (attempt.failed.size > attempt.without.size) attempt = this.runBlock(block, at, attempt.failed);
      this.failed.push(...[...attempt.failed].map((future) => this.first + at + future).sort((a, b) => a - b));
      for (const [leaf, sums] of attempt.sums.entries()) tree.add(0, at / LEAF_SIZE + leaf, sums);
      for (const [index, fan] of this.fans.entries()) fan.add(this.fanColumns, index * task.blockSize, count);
      this.collectOutcomes(at, count, attempt.failed, moments);
    }
    const leaves = Math.ceil(this.futures / LEAF_SIZE);
    return {
      firstLeaf: task.firstLeaf,
      leaves,
      sums: tree.finish(leaves),
      fans: this.fans.map((fan) => fan.toJSON()),
      outcomes: task.keep ? this.outcomes : new Float64Array(0),
      outcomeFans: this.outcomeFans.map((fan) => fan.toJSON()),
      moments: moments.finish(leaves),
      standing: this.standing,
      causes: this.causes,
      failed: this.failed,
    };
  }

  private block(at: number, count: number): Block {
    const outer = new Uint32Array(count);
    const inner = new Uint32Array(count);
    for (let future = 0; future < count; future += 1) {
      const number = this.first + at + future;
      outer[future] = Math.floor(number / this.task.design.inner);
      inner[future] = number % this.task.design.inner;
    }
    return { outer, inner, count, likely: false };
  }

  private runBlock(block: Block, at: number, without: ReadonlySet<number>) {
    const { plan } = this;
    const leaves = Math.ceil(block.count / LEAF_SIZE);
    const sums = Array.from({ length: leaves }, () => new Float64Array(plan.sums));
    const failed = new Set(without);
    this.backEnd.run(block, (year, alternative, columns) => {
      let fan = 0;
      for (const output of plan.outputs) {
        if (output.alternative !== alternative) {
          if (output.fan) fan += output.instances * plan.years;
          continue;
        }
        for (let instance = 0; instance < output.instances; instance += 1) {
          const offset = columns.offset(output.variable, instance);
          const position = output.start + instance * plan.years + year;
          for (let leaf = 0; leaf < leaves; leaf += 1) {
            const from = leaf * LEAF_SIZE;
            const count = Math.min(LEAF_SIZE, block.count - from);
            (sums[leaf] as Float64Array)[position] = this.leafOf(
              columns.memory,
              offset + from,
              count,
              from,
              without,
              failed,
            );
          }
          if (output.fan)
            this.keepFan(fan + instance * plan.years + year, columns.memory, offset, block.count, without);
        }
        if (output.fan) fan += output.instances * plan.years;
      }
      this.keepLives(columns, alternative, year, block.count);
      if (year === plan.years - 1) this.keepOutcomes(columns, alternative, at, block.count, failed);
    });
    return { sums, failed, without };
  }

  /** Sum of one leaf; a sum that is not finite leads to the futures that made it so. */
  private leafOf(
    memory: Float64Array,
    offset: number,
    count: number,
    from: number,
    without: ReadonlySet<number>,
    failed: Set<number>,
  ): number {
    if (without.size === 0) {
      const sum = leafSum(memory, offset, count, this.scratch);
      if (!Number.isFinite(sum)) {
        for (let future = 0; future < count; future += 1)
          if (!Number.isFinite(memory[offset + future])) failed.add(from + future);
      }
      return sum;
    }
    this.leaf.fill(0);
    for (let future = 0; future < count; future += 1) {
      if (without.has(from + future)) continue;
      const value = memory[offset + future] as number;
      if (Number.isFinite(value)) this.leaf[future] = value;
      else failed.add(from + future);
    }
    return leafSum(this.leaf, 0, LEAF_SIZE, this.scratch);
  }

  /** Keeps one year of a fan until the whole block is known to be sound; what failed is no number. */
  private keepFan(
    fan: number,
    memory: Float64Array,
    offset: number,
    count: number,
    without: ReadonlySet<number>,
  ): void {
    const start = fan * this.task.blockSize;
    this.fanColumns.set(memory.subarray(offset, offset + count), start);
    for (const future of without) this.fanColumns[start + future] = Number.NaN;
  }

  /** Which shops stand, and why others closed, this year: a shop may close and be opened again. */
  private keepLives(columns: YearColumns, alternative: number, year: number, count: number): void {
    const { plan, lives, task } = this;
    const { memory } = columns;
    for (let shop = 0; shop < plan.shops; shop += 1) {
      const standing = columns.offset('standsAtEnd', shop);
      const closing = columns.offset('closingYear', shop);
      const cause = columns.offset('closingCause', shop);
      const cell = ((alternative * plan.shops + shop) * plan.years + year) * task.blockSize;
      for (let future = 0; future < count; future += 1) {
        const closed = memory[closing + future] === year ? (memory[cause + future] as number) : 0;
        lives[cell + future] = (memory[standing + future] === 0 ? 0 : 1) + 2 * closed;
      }
    }
  }

  private keepOutcomes(
    columns: YearColumns,
    alternative: number,
    at: number,
    count: number,
    failed: Set<number>,
  ): void {
    for (const [index, outcome] of this.plan.outcomes.entries()) {
      if (outcome.alternative !== alternative) continue;
      const offset = columns.offset(outcome.variable, outcome.instance);
      for (let future = 0; future < count; future += 1) {
        const value = columns.memory[offset + future] as number;
        this.outcomes[index * this.futures + at + future] = value;
        if (!Number.isFinite(value)) failed.add(future);
      }
    }
  }

  /** Adds a block's outcomes to survival, histograms and moments; failed futures become NaN and count nowhere. */
  private collectOutcomes(at: number, count: number, failed: ReadonlySet<number>, moments: TreeSum): void {
    const { plan, task, futures, outcomes } = this;
    for (const future of failed)
      for (let index = 0; index < plan.outcomes.length; index += 1)
        outcomes[index * futures + at + future] = Number.NaN;
    this.collectSurvival(at, count);
    if (task.keep) {
      for (let from = 0; from < count; from += LEAF_SIZE)
        moments.add(0, (at + from) / LEAF_SIZE, new Float64Array(plan.outcomes.length * momentColumns));
      return;
    }
    const base = new Map<string, number>();
    for (const [index, outcome] of plan.outcomes.entries())
      if (outcome.alternative === 0) base.set(`${outcome.variable} ${outcome.instance}`, index);
    const difference = new Float64Array(count);
    for (const [index, outcome] of plan.outcomes.entries()) {
      const baseline = base.get(`${outcome.variable} ${outcome.instance}`) as number;
      for (let future = 0; future < count; future += 1) {
        difference[future] =
          (outcomes[index * futures + at + future] as number) - (outcomes[baseline * futures + at + future] as number);
      }
      (this.outcomeFans[index * 2] as LogHistogram).add(outcomes, index * futures + at, count);
      (this.outcomeFans[index * 2 + 1] as LogHistogram).add(difference, 0, count);
    }
    for (let from = 0; from < count; from += LEAF_SIZE) {
      const sums = new Float64Array(plan.outcomes.length * momentColumns);
      const size = Math.min(LEAF_SIZE, count - from);
      for (const [index, outcome] of plan.outcomes.entries()) {
        const baseline = base.get(`${outcome.variable} ${outcome.instance}`) as number;
        const own = (future: number): number => outcomes[index * futures + at + from + future] as number;
        const change = (future: number): number =>
          own(future) - (outcomes[baseline * futures + at + from + future] as number);
        sums.set(groupMoments(own, size, task.design.inner), index * momentColumns);
        sums.set(groupMoments(change, size, task.design.inner), index * momentColumns + momentColumns / 2);
      }
      moments.add(0, (at + from) / LEAF_SIZE, sums);
    }
  }

  private collectSurvival(at: number, count: number): void {
    const { plan, task, futures, outcomes, lives } = this;
    const { inner } = task.design;
    for (const [index, outcome] of plan.outcomes.entries()) {
      if (outcome.variable !== 'closingYear') continue;
      const cell = (outcome.alternative * plan.shops + outcome.instance) * plan.years;
      for (let group = 0; group < count; group += inner) {
        const first = index * futures + at + group;
        // A set of parameters in which luck made futures fail has no chance of its own: it counts neither here nor there.
        if (group + inner > count || outcomes.subarray(first, first + inner).some(Number.isNaN)) continue;
        for (let year = 0; year < plan.years; year += 1) {
          let standing = 0;
          for (let future = 0; future < inner; future += 1) {
            const life = lives[(cell + year) * task.blockSize + group + future] as number;
            standing += life & 1;
            if (life < 2) continue;
            const slot = (cell + year) * causesOfClosure + (life >> 1) - 1;
            this.causes[slot] = (this.causes[slot] as number) + 1;
          }
          const slot = (cell + year) * (inner + 1) + standing;
          this.standing[slot] = (this.standing[slot] as number) + 1;
        }
      }
    }
  }
}

/** The numbers of `momentColumns` over the futures of a leaf; a group is a set of parameters; NaN left out. */
function groupMoments(value: (future: number) => number, count: number, inner: number): number[] {
  let [sum, squares, counted, products, countSquares, groups] = [0, 0, 0, 0, 0, 0];
  for (let group = 0; group < count; group += inner) {
    let part = 0;
    let size = 0;
    for (let future = group; future < Math.min(group + inner, count); future += 1) {
      const each = value(future);
      if (Number.isNaN(each)) continue;
      part += each;
      size += 1;
    }
    sum += part;
    squares += part * part;
    counted += size;
    products += part * size;
    countSquares += size * size;
    if (size > 0) groups += 1;
  }
  return [sum, squares, counted, products, countSquares, groups];
}
