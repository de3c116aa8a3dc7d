import { type FutureNumber, type InterpreterBackEnd, type Program, Relations } from '../compile/index.ts';
import {
  chance,
  groupStandardError,
  type LogHistogram,
  type PairedDifference,
  pairedDifference,
  quantileSorted,
  sumColumn,
  wilsonInterval,
} from '../statistics/index.ts';
import { causesOfClosure, momentColumns } from './collect.ts';
import type {
  Comparison,
  Difference,
  Failure,
  LedgerSeries,
  Outcome,
  Quantiles,
  Series,
  ShopSurvival,
} from './comparison.ts';
import { reportedLevels } from './comparison.ts';
import { futuresOf } from './design.ts';
import type { Collected } from './merge.ts';
import { backEndFor, interpreterFor, likelyBlock, type Plan } from './plan.ts';
import { type OutcomeColumn, type OutputColumn, type PortablePlan, portablePlan } from './portable-plan.ts';

/** Bound on the relative error of a quantile read from a histogram: half a bucket of 7 mantissa bits. */
const histogramError = 0.00390625;

/** Failed futures that are replayed and told in full. */
const mostFailuresShown = 20;

/** Turns what was collected over futures, and the likely run, into the comparison planners see. */
export function summarise(plan: Plan, collected: Collected): Comparison {
  return new Summary(plan, collected).write();
}

/** Values of every output and outcome of the likely run. */
export type LikelyRun = { value(variable: string, alternative: number, instance: number, year: number): number };

/** Runs the likely future through the compiled code. */
export function likelyRun(plan: Plan, portable: PortablePlan = portablePlan(plan)): LikelyRun {
  const kept = new Map<string, Float64Array>();
  const keep = (name: string, alternative: number, instance: number, year: number, value: number): void => {
    const key = `${name} ${alternative} ${instance}`;
    let column = kept.get(key);
    if (column === undefined) {
      column = new Float64Array(plan.years);
      kept.set(key, column);
    }
    column[year] = value;
  };
  const names = [
    ...portable.outputs.map(({ variable, alternative, instances }) => ({ variable, alternative, instances })),
  ];
  backEndFor(plan, 'javascript', 1).run(likelyBlock, (year, alternative, columns) => {
    for (const each of names) {
      if (each.alternative !== alternative) continue;
      for (let instance = 0; instance < each.instances; instance += 1)
        keep(
          each.variable,
          alternative,
          instance,
          year,
          columns.memory[columns.offset(each.variable, instance)] as number,
        );
    }
    for (const outcome of portable.outcomes) {
      if (outcome.alternative === alternative)
        keep(
          outcome.variable,
          alternative,
          outcome.instance,
          year,
          columns.memory[columns.offset(outcome.variable, outcome.instance)] as number,
        );
    }
  });
  return {
    value(variable, alternative, instance, year) {
      const column = kept.get(`${variable} ${alternative} ${instance}`) ?? kept.get(`${variable} 0 ${instance}`);
      return column?.[year] ?? Number.NaN;
    },
  };
}

class Summary {
  private readonly plan: Plan;
  private readonly portable: PortablePlan;
  private readonly collected: Collected;
  private readonly likely: LikelyRun;
  private readonly relations: readonly Relations[];
  private readonly counted: number;

  constructor(plan: Plan, collected: Collected) {
    this.plan = plan;
    this.portable = portablePlan(plan);
    this.collected = collected;
    this.likely = likelyRun(plan, this.portable);
    this.relations = plan.alternatives.map((_, alternative) => new Relations(plan.model, plan.instances, alternative));
    this.counted = futuresOf(collected.design) - collected.failed.length;
  }

  write(): Comparison {
    const { plan, collected } = this;
    return {
      start: plan.start,
      years: plan.years,
      design: { ...collected.design },
      alternatives: plan.alternatives.map(({ id }, alternative) => ({
        id,
        series: this.series(alternative),
        survival: this.survival(alternative),
        ledger: this.ledger(alternative),
        outcomes: this.portable.outcomes.flatMap((outcome, index) =>
          outcome.alternative === alternative ? [this.outcome(outcome, index)] : [],
        ),
      })),
      differences: this.differences(),
      quantiles: {
        series: 'histogram',
        outcomes: collected.kept ? 'type 7' : 'histogram',
        relativeError: histogramError,
      },
      failed: { count: collected.failed.length, shown: this.failures() },
    };
  }

  private years<T>(each: (year: number) => T): T[] {
    return Array.from({ length: this.plan.years }, (_, year) => each(year));
  }

  private unit(variable: string): string {
    return this.plan.model.variables.get(variable)?.unitText ?? '1';
  }

  private id(entity: string, alternative: number, instance: number): string {
    return (this.relations[alternative] as Relations).list(entity)[instance]?.id ?? '';
  }

  private mean(output: OutputColumn, instance: number, year: number): number {
    return (this.collected.sums[output.start + instance * this.plan.years + year] as number) / this.counted;
  }

  /** Every output but the ledger's, which has its own place. Outputs shared by all alternatives are told in each. */
  private series(alternative: number): Series[] {
    const found: Series[] = [];
    let fan = 0;
    for (const output of this.portable.outputs) {
      const firstFan = fan;
      if (output.fan) fan += output.instances * this.plan.years;
      if (output.alternative !== alternative && !(output.shared && output.alternative === 0)) continue;
      if (output.variable.startsWith('ledger_')) continue;
      for (let instance = 0; instance < output.instances; instance += 1) {
        const fans = this.collected.fans.slice(
          firstFan + instance * this.plan.years,
          firstFan + (instance + 1) * this.plan.years,
        );
        found.push({
          variable: output.variable,
          entity: output.entity,
          instance: this.id(output.entity, output.alternative, instance),
          unit: this.unit(output.variable),
          likely: this.years((year) => this.likely.value(output.variable, output.alternative, instance, year)),
          mean: this.years((year) => this.mean(output, instance, year)),
          ...(output.fan ? { quantiles: levels((p) => fans.map((each) => each.quantile(p))) } : {}),
        });
      }
    }
    return found.sort((a, b) => compare(a.variable, b.variable) || compare(a.instance, b.instance));
  }

  private ledger(alternative: number): LedgerSeries[] {
    return this.plan.ledger.lines.flatMap((line) => {
      const output = this.portable.outputs.find(
        (each) => each.variable === line.variable && (each.alternative === alternative || each.shared),
      );
      if (output === undefined) return [];
      const likely = this.years((year) => this.likely.value(line.variable, output.alternative, 0, year));
      const mean = this.years((year) => this.mean(output, 0, year));
      if ([...likely, ...mean].every((amount) => amount === 0)) return [];
      return [
        {
          flow: line.flow.id,
          from: line.from,
          to: line.to,
          kind: line.flow.kind,
          basis: [...line.flow.basis],
          likely,
          mean,
        },
      ];
    });
  }

  private survival(alternative: number): ShopSurvival[] {
    const { plan, collected } = this;
    const { inner, outer } = collected.design;
    return (this.relations[alternative] as Relations).list('shop').map((shop, instance) => ({
      shop: shop.id,
      years: this.years((year) => {
        const cell = (alternative * this.portable.shops + instance) * plan.years + year;
        const counts: number[] = [];
        for (let standing = 0; standing <= inner; standing += 1) {
          const sets = collected.standing[cell * (inner + 1) + standing] as number;
          for (let each = 0; each < sets; each += 1) counts.push(standing);
        }
        const closures = (cause: number): number =>
          (collected.causes[cell * causesOfClosure + cause] as number) / (counts.length * inner);
        const report = counts.length === 0 ? undefined : chance(Float64Array.from(counts), inner);
        return {
          year: plan.start + year,
          standing: {
            chance: report?.chance ?? Number.NaN,
            range: report?.range ?? null,
            samplingError: report?.samplingError ?? null,
            interval: report?.interval ?? wilsonInterval(0, Math.max(1, outer)),
          },
          likely: this.likely.value('standsAtEnd', alternative, instance, year) === 1,
          closures: { insolvent: closures(0), gaveUp: closures(1), noSuccessor: closures(2) },
        };
      }),
    }));
  }

  private outcome(outcome: OutcomeColumn, index: number): Outcome {
    const { collected, plan } = this;
    const common = {
      variable: outcome.variable,
      entity: outcome.entity,
      instance: this.id(outcome.entity, outcome.alternative, outcome.instance),
      unit: this.unit(outcome.variable),
      likely: this.likely.value(outcome.variable, outcome.alternative, outcome.instance, plan.years - 1),
    };
    const column = collected.outcomes?.[index];
    if (column !== undefined) {
      const finite = column.filter((value) => !Number.isNaN(value));
      const mean = sumColumn(finite) / finite.length;
      const sorted = finite.sort();
      return {
        ...common,
        mean,
        standardError: groupStandardError(column, mean, collected.design.inner).standardError,
        quantiles: levels((p) => quantileSorted(sorted, p)),
      };
    }
    const { mean, standardError } = this.moments(index * momentColumns);
    const fan = collected.outcomeFans[index * 2] as LogHistogram;
    return { ...common, mean, standardError, quantiles: levels((p) => fan.quantile(p)) };
  }

  /**
   * Mean and standard error from the sums of groups: futures that share parameters are one observation. As
   * `groupStandardError`, with Σ (S − mean·c)² written out.
   */
  private moments(at: number): { mean: number; standardError: number } {
    const [sum, squares, count, products, countSquares, groups] = this.collected.moments.subarray(
      at,
      at + momentColumns / 2,
    ) as unknown as [number, number, number, number, number, number];
    const mean = sum / count;
    const deviations = Math.max(0, squares - 2 * mean * products + mean * mean * countSquares);
    return {
      mean,
      standardError: groups > 1 ? Math.sqrt((deviations * groups) / (groups - 1)) / count : Number.NaN,
    };
  }

  private differences(): Difference[] {
    const { plan, portable, collected } = this;
    const found: Difference[] = [];
    const baselines = new Map(
      portable.outcomes.flatMap(({ alternative, variable, instance }, index) =>
        alternative === 0 ? [[`${variable} ${instance}`, index] as const] : [],
      ),
    );
    for (const [index, outcome] of portable.outcomes.entries()) {
      if (outcome.alternative === 0 || ['closingYear', 'closingCause'].includes(outcome.variable)) continue;
      const baseline = baselines.get(`${outcome.variable} ${outcome.instance}`);
      if (baseline === undefined) continue;
      const last = plan.years - 1;
      const likely =
        this.likely.value(outcome.variable, outcome.alternative, outcome.instance, last) -
        this.likely.value(outcome.variable, 0, outcome.instance, last);
      found.push({
        alternative: (plan.alternatives[outcome.alternative] as { id: string }).id,
        variable: outcome.variable,
        entity: outcome.entity,
        instance: this.id(outcome.entity, outcome.alternative, outcome.instance),
        unit: this.unit(outcome.variable),
        likely,
        ...(collected.outcomes === undefined
          ? this.differenceFromHistogram(index)
          : pairedDifference(collected.outcomes[index] as Float64Array, collected.outcomes[baseline] as Float64Array, {
              innerPerOuter: collected.design.inner,
              better: outcome.variable === 'travelSoFar' ? 'lower' : 'higher',
            })),
      });
    }
    return found;
  }

  private differenceFromHistogram(index: number): PairedDifference {
    const fan = this.collected.outcomeFans[index * 2 + 1] as LogHistogram;
    const shares = signShares(fan);
    return {
      futures: fan.count,
      skipped: fan.nan,
      ...this.moments(index * momentColumns + momentColumns / 2),
      quantiles: levels((p) => fan.quantile(p)),
      probabilityBetter:
        (this.portable.outcomes[index] as OutcomeColumn).variable === 'travelSoFar' ? shares.below : shares.above,
      probabilityEqual: shares.zero,
      varianceRatio: Number.NaN,
    };
  }

  private failures(): Failure[] {
    const shown = this.collected.failed.slice(0, mostFailuresShown);
    if (shown.length === 0) return [];
    const interpreter = interpreterFor(this.plan);
    return shown.flatMap((future) => {
      const number = {
        outer: Math.floor(future / this.collected.design.inner),
        inner: future % this.collected.design.inner,
        likely: false,
      };
      const failure = findFailure(this.plan, interpreter, number, this.relations);
      return failure === undefined ? [] : [failure];
    });
  }
}

/** The first value of a future that is not finite: years ascending, each year in the order of computing. */
export function findFailure(
  plan: Plan,
  interpreter: InterpreterBackEnd,
  future: FutureNumber,
  relations: readonly Relations[],
): Failure | undefined {
  const program: Program = plan.program;
  const runs = plan.alternatives.map((_, alternative) => interpreter.future(alternative, future));
  for (let year = 0; year < plan.years; year += 1) {
    for (const variable of program.variables.values()) {
      if (variable.name.includes('@') || variable.kind === 'input') continue;
      for (const [alternative, run] of runs.entries()) {
        if (alternative > 0 && !variable.perAlternative) continue;
        const list = (relations[alternative] as Relations).list(variable.entity);
        for (const [instance, at] of list.entries()) {
          const value = run.number(variable.name, instance, year);
          if (Number.isFinite(value)) continue;
          const definition = plan.model.variables.get(variable.name);
          return {
            future: `${future.outer}.${future.inner}`,
            alternative: (plan.alternatives[alternative] as { id: string }).id,
            year: plan.start + year,
            variable: variable.name,
            entity: variable.entity,
            instance: at.id,
            value: String(value),
            formula: definition?.role === 'formula' ? definition.formula.text : `(${variable.kind})`,
          };
        }
      }
    }
  }
  return undefined;
}

function levels<T>(at: (p: number) => T): Quantiles<T> {
  const [p5, p25, p50, p75, p95] = reportedLevels.map(at) as [T, T, T, T, T];
  return { p5, p25, p50, p75, p95 };
}

function signShares(fan: LogHistogram): { above: number; below: number; zero: number } {
  const { zero, buckets } = fan.toJSON();
  let code = -1;
  let below = 0;
  for (let index = 0; index < buckets.length; index += 2) {
    code += buckets[index] as number;
    // The sign is the highest of the 19 bits of a bucket's code: 2^18.
    if (code >= 262_144) below += buckets[index + 1] as number;
  }
  const count = fan.count;
  return { above: (count - below - zero) / count, below: below / count, zero: zero / count };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
