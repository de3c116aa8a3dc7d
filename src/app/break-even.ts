import type { BothLanguages, Model } from '../engine/compile/index.ts';
import { instantiateScenario, type Scenario } from '../engine/scenario/index.ts';
import { type Difference, type Sign, type SignChange, signChanges } from '../engine/search/index.ts';
import { backEndFor, type LikelyRun, likelyRun, makePlan, type Plan, portablePlan } from '../engine/simulate/index.ts';
import { pairedDifference } from '../engine/statistics/index.ts';
import { PlannerError, StoppedError } from '../errors.ts';
import type { DifferenceDrivers } from './drivers.ts';
import { shopsAsked } from './shops-asked.ts';
import { type VariedQuantity, variedQuantity } from './varied-quantity.ts';

/** What to vary, and on what. */
export type BreakEvenRequest = {
  /** Names as `variedQuantity` takes them. */
  readonly quantities: readonly string[];
  /** Futures for the averages; 0 asks of the likely run alone. */
  readonly futures: number;
  readonly signal?: AbortSignal | undefined;
  /** Called after each trial with how many are done and how many there will be at least. */
  readonly onTrial?: (done: number, atLeast: number) => void;
};

/** Who is ahead in an outcome. `none`: the scenario has no meaning there, such as a turnover above what can be bought. */
export type Ahead = 'alternative' | 'baseline' | 'even' | 'none';

/** A value at which another becomes the better one. */
export type BreakEvenPoint = {
  /** In start-year prices where it is money. */
  readonly at: number;
  /** The last value tried with `before` and the first with `after`. */
  readonly from: number;
  readonly to: number;
  readonly before: Ahead;
  readonly after: Ahead;
  /** `crossing`: there the two are even. `jump`: there it switches, and no value makes them even. `edge`: beyond there is no answer. */
  readonly kind: SignChange['kind'];
  /** Of `at`, from having averaged over so few futures; null in the likely run and where it switches. */
  readonly standardError: number | null;
};

/** Who is ahead over the range of a quantity: at its lowest value, at each change, and as things stand. */
export type BreakEvenAnswer = {
  readonly atLowest: Ahead;
  readonly asStated: Ahead;
  readonly points: readonly BreakEvenPoint[];
};

/** What value of one quantity makes one alternative and the baseline even in one outcome. */
export type BreakEven = {
  readonly quantity: {
    readonly path: string;
    readonly label: BothLanguages;
    readonly entity: string;
    readonly instance: string;
    readonly unit: string;
    readonly stated: unknown;
    readonly likely: number;
    readonly assumption: boolean;
    readonly low: number;
    readonly high: number;
    readonly followedBy: readonly string[];
  };
  readonly alternative: string;
  readonly variable: string;
  readonly entity: string;
  readonly instance: string;
  readonly unit: string;
  /** Whether the quantity is an assumption and decides which is ahead within its range: such answers lead a report. */
  readonly decisive: boolean;
  readonly likely: BreakEvenAnswer;
  readonly average: (BreakEvenAnswer & { readonly futures: number }) | null;
  /** Why part of the range has no answer; null where all of it has. */
  readonly whyNone: string | null;
};

/** Outcomes that alternatives are made even in, beside the years each of the shops asked about stays open. */
const comparedOutcomes = ['presentValue_society', 'presentValue_municipality', 'presentValue_residents'];

/** What measures, shops and places are asked about unless something else is: uplift, support, turnover, inhabitants. */
const askedOf = { measure: ['visitsEffect', 'yearlySupport'], shop: ['turnover'], place: ['inhabitants'] };

/** Places, shops and towns up to which anything is asked unprompted: a region takes long to plan anew. */
const mostThings = 60;

/** Steps in which a range is looked through, and the part of it that a change is brought within. */
const gridSteps = 10;
const tolerance = 1 / 1024;

/** A difference is even when it is no more than this part of the two outcomes: a thousand times what rounding leaves. */
const roundingPart = 1e-11;

/** Futures computed together for an average. */
const blockSize = 128;

/**
 * The quantities a comparison is asked about unless told otherwise: the effect on visits and the yearly support of its
 * measures, the turnover and the inhabitants of the shops that host them (of all, when none does; three at most), and the
 * assumption that would narrow society's answer most if it were known. None in a region of more than sixty places, shops
 * and towns.
 *
 * @param drivers - of the same run; empty when there are none
 */
export function usualQuantities(
  model: Model,
  scenario: Scenario,
  plan: Plan,
  drivers: readonly DifferenceDrivers[],
): string[] {
  const { data } = scenario;
  const count = (things: object | undefined): number => Object.keys(things ?? {}).length;
  if (plan.alternatives.length < 2 || count(data.places) + count(data.shops) + count(data.towns) > mostThings)
    return [];
  const measures = new Set(
    plan.instances.alternatives.flatMap(({ own }) => (own.get('measure') ?? []).map(({ id }) => id)),
  );
  const shops = shopsAsked(plan);
  const places = new Set(shops.flatMap((shop) => data.shops?.[shop]?.place ?? []));
  const narrowing = drivers
    .filter(({ variable }) => variable === 'presentValue_society')
    .flatMap(({ byCorrelation, worthKnowing }) => {
      const isAssumed = (name: string): boolean =>
        byCorrelation.some(({ parameter, assumption }) => parameter === name && assumption);
      return worthKnowing.filter(isAssumed).slice(0, 1);
    });
  const names = new Set([
    ...[...measures].sort().flatMap((id) => askedOf.measure.map((field) => `${field}@${id}`)),
    ...shops.flatMap((id) => askedOf.shop.map((field) => `${field}@${id}`)),
    ...[...places].flatMap((id) => askedOf.place.map((field) => `${field}@${id}`)),
    ...narrowing,
  ]);
  // A measure has only some of the fields, and a shop without a stated turnover has no range to search.
  return [...names].filter((name) => isVaried(model, scenario, plan, name));
}

function isVaried(model: Model, scenario: Scenario, plan: Plan, name: string): boolean {
  try {
    variedQuantity(model, scenario, plan, name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * What value of each quantity makes each alternative and the baseline even, in society's, the municipality's and the
 * residents' present value and in the years a shop stays open; in the likely run and, if asked, on average over futures.
 *
 * Every value tried is a scenario of its own, with the value stated as known, planned and run as any other; the futures are
 * the same in all of them. The range is looked through in ten steps and each change of sign is brought within 1/1024 of
 * the range: two changes within one step may hide each other.
 *
 * @param plan - of the scenario as it stands
 * @throws {RangeError} when a quantity is not in the scenario; {StoppedError} when cancelled
 */
export async function breakEven(
  model: Model,
  scenario: Scenario,
  plan: Plan,
  request: BreakEvenRequest,
): Promise<BreakEven[]> {
  if (!Number.isInteger(request.futures) || request.futures < 0 || request.futures > 100_000)
    throw new RangeError(`${request.futures} futures for break-even; allowed a whole number from 0 to 100000`);
  const quantities = request.quantities.map((name) => variedQuantity(model, scenario, plan, name));
  const progress = { done: 0, atLeast: quantities.length * (gridSteps + 2) };
  const found: BreakEven[] = [];
  for (const quantity of quantities) {
    const questions = questionsOf(scenario, plan, quantity);
    const trials = new Trials(model, quantity, questions, request, progress);
    for (const question of questions) {
      const likely = await answer(quantity, (value) => trials.likely(value, question));
      const average =
        request.futures === 0
          ? null
          : {
              futures: request.futures,
              ...(await answer(quantity, (value) => trials.average(value, question))),
            };
      found.push({
        quantity: wordsOf(quantity),
        alternative: question.alternative,
        variable: question.variable,
        entity: question.entity,
        instance: question.instance,
        unit: plan.model.variables.get(question.variable)?.unitText ?? '1',
        decisive: quantity.assumption && hasChanges(average ?? likely),
        likely,
        average,
        whyNone: trials.whyNone ?? null,
      });
    }
  }
  return found;
}

function wordsOf(quantity: VariedQuantity): BreakEven['quantity'] {
  const { path, label, entity, instance, unit, stated, likely, assumption, low, high, followedBy } = quantity;
  return { path, label, entity, instance, unit, stated, likely, assumption, low, high, followedBy };
}

function hasChanges({ points }: BreakEvenAnswer): boolean {
  return points.some(({ kind }) => kind !== 'edge');
}

/**
 * Answers found earlier to the same questions of the same plan, under the words it has now.
 *
 * @returns undefined when other questions were answered, or an answer says something in words that may have changed
 */
export function breakEvenReworded(
  model: Model,
  scenario: Scenario,
  plan: Plan,
  request: Pick<BreakEvenRequest, 'quantities' | 'futures'>,
  earlier: readonly BreakEven[],
): BreakEven[] | undefined {
  const asked = request.quantities.flatMap((name) => {
    const quantity = variedQuantity(model, scenario, plan, name);
    return questionsOf(scenario, plan, quantity).map((question) => ({ quantity: wordsOf(quantity), question }));
  });
  if (asked.length !== earlier.length) return undefined;
  const reworded = asked.map(({ quantity, question }, index): BreakEven | undefined => {
    const was = earlier[index] as BreakEven;
    const isSame =
      (['path', 'entity', 'instance', 'likely', 'low', 'high'] as const).every(
        (part) => quantity[part] === was.quantity[part],
      ) &&
      (['alternative', 'variable', 'entity', 'instance'] as const).every((part) => question[part] === was[part]) &&
      (was.average?.futures ?? 0) === request.futures &&
      was.whyNone === null;
    if (!isSame) return undefined;
    return { ...was, quantity, decisive: quantity.assumption && hasChanges(was.average ?? was.likely) };
  });
  return reworded.includes(undefined) ? undefined : (reworded as BreakEven[]);
}

/** One outcome of one alternative, compared with the baseline. */
type Question = {
  readonly alternative: string;
  readonly baseline: string;
  readonly variable: string;
  readonly entity: string;
  readonly instance: string;
  /** Of the instance among those of its entity. */
  readonly position: number;
};

function questionsOf(scenario: Scenario, plan: Plan, quantity: VariedQuantity): Question[] {
  const shops = shopsAsked(plan);
  const all = plan.instances.shared.get('shop') ?? [];
  const baseline = plan.alternatives[0]?.id as string;
  return plan.alternatives.flatMap(({ id: alternative }, index): Question[] => {
    const concerned = quantity.alternatives;
    // One that the program adds, and no scenario states, may depend on any other.
    const isConcerned =
      concerned === undefined ||
      concerned.includes(0) ||
      concerned.includes(index) ||
      scenario.data.alternatives?.[alternative] === undefined;
    if (index === 0 || !isConcerned) return [];
    const money = comparedOutcomes
      .filter((variable) => plan.program.outcomes.includes(variable))
      .map((variable) => ({ alternative, baseline, variable, entity: 'future', instance: '', position: 0 }));
    const years = shops.map((shop) => ({
      alternative,
      baseline,
      variable: 'yearsOpen',
      entity: 'shop',
      instance: shop,
      position: all.findIndex(({ id }) => id === shop),
    }));
    return [...money, ...years];
  });
}

type Found = Difference & { readonly standardError: number };

/** A value that was tried; what was asked of it is kept. */
type Trial = { readonly plan: Plan; likely?: LikelyRun; columns?: ReadonlyMap<string, Float64Array> };

/** The values of a quantity that are looked at first: steps of its range, and what it is as things stand. */
function gridOf({ low, high, likely, whole }: VariedQuantity): number[] {
  const steps = Array.from({ length: gridSteps + 1 }, (_, step) =>
    step === gridSteps ? high : low + ((high - low) * step) / gridSteps,
  );
  const within = likely > low && likely < high ? [...steps, likely] : steps;
  return [...new Set(whole ? within.map(Math.round) : within)].sort((a, b) => a - b);
}

/** Looks through the range of a quantity and tells who is ahead where. */
async function answer(
  quantity: VariedQuantity,
  differenceAt: (value: number) => Promise<Found | undefined>,
): Promise<BreakEvenAnswer> {
  const { low, high, likely, whole } = quantity;
  const width = whole ? 1 : (high - low) * tolerance;
  const { first, changes } = await signChanges(differenceAt, { grid: gridOf(quantity), tolerance: width, whole });
  const points: BreakEvenPoint[] = [];
  for (const { at, from, to, before, after, kind, slope } of changes) {
    const error = slope === null ? undefined : (await differenceAt(from))?.standardError;
    const standardError = error === undefined || slope === null ? Number.NaN : error / Math.abs(slope);
    points.push({
      at,
      from,
      to,
      before: aheadOf(before),
      after: aheadOf(after),
      kind,
      standardError: Number.isFinite(standardError) ? standardError : null,
    });
  }
  return { atLowest: aheadOf(first), asStated: aheadOf(signOf(await differenceAt(likely))), points };
}

function signOf(found: Found | undefined): Sign {
  if (found === undefined || Number.isNaN(found.difference)) return null;
  return Math.abs(found.difference) <= found.evenWithin ? 0 : found.difference > 0 ? 1 : -1;
}

function aheadOf(sign: Sign): Ahead {
  return sign === null ? 'none' : sign === 0 ? 'even' : sign > 0 ? 'alternative' : 'baseline';
}

/** Values of one quantity that were tried: each is planned and run once, whatever is asked of it. */
class Trials {
  /** Why a value had no meaning, the first time one had none. */
  whyNone: string | undefined;
  private readonly model: Model;
  private readonly quantity: VariedQuantity;
  private readonly request: BreakEvenRequest;
  private readonly progress: { done: number; atLeast: number };
  private readonly shared: ReadonlySet<number>;
  private readonly alternatives: readonly string[];
  private readonly tried = new Map<string, Trial>();

  constructor(
    model: Model,
    quantity: VariedQuantity,
    questions: readonly Question[],
    request: BreakEvenRequest,
    progress: { done: number; atLeast: number },
  ) {
    this.model = model;
    this.quantity = quantity;
    this.request = request;
    this.progress = progress;
    this.shared = new Set(gridOf(quantity));
    this.alternatives = [...new Set(questions.map(({ alternative }) => alternative))];
  }

  /** The difference in the likely run. */
  async likely(value: number, question: Question): Promise<Found | undefined> {
    const trial = await this.trial(value, question);
    if (trial === undefined) return undefined;
    trial.likely ??= likelyRun(trial.plan);
    const { likely, plan } = trial;
    const of = (alternative: string): number =>
      likely.value(question.variable, positionOf(plan, alternative), question.position, plan.years - 1);
    const [own, baseline] = [of(question.alternative), of(question.baseline)];
    return {
      difference: own - baseline,
      evenWithin: roundingPart * (Math.abs(own) + Math.abs(baseline)),
      standardError: Number.NaN,
    };
  }

  /** The mean difference over the first futures of the scenario, one course of luck for each set of parameters. */
  async average(value: number, question: Question): Promise<Found | undefined> {
    const trial = await this.trial(value, question);
    if (trial === undefined) return undefined;
    trial.columns ??= columnsOf(trial.plan, this.request.futures);
    const { columns, plan } = trial;
    const of = (id: string): Float64Array => {
      const name = columnName(question.variable, positionOf(plan, id), question.position);
      return columns.get(name) as Float64Array;
    };
    const [own, baseline] = [of(question.alternative), of(question.baseline)];
    const { mean, standardError } = pairedDifference(own, baseline);
    const size = Math.abs(own.find(Number.isFinite) ?? 0) + Math.abs(baseline.find(Number.isFinite) ?? 0);
    return { difference: mean, evenWithin: roundingPart * size, standardError };
  }

  /**
   * The scenario with a value. Values of the grid are planned with every alternative that is asked about, others with the
   * two that are compared: an alternative's numbers do not depend on which others there are.
   */
  private async trial(value: number, question: Question): Promise<Trial | undefined> {
    const kept = this.shared.has(value) ? this.alternatives : [question.alternative];
    const key = `${value} ${kept.join(' ')}`;
    const known = this.tried.get(key);
    if (known !== undefined) return known.plan === undefined ? undefined : known;
    // Lets a cancellation and the progress be seen between trials.
    await new Promise((resolve) => setImmediate(resolve));
    if (this.request.signal?.aborted) throw new StoppedError('cancelled', 'The run was cancelled');
    const trial = { plan: this.planOf(value, [question.baseline, ...kept]) } as Trial;
    this.tried.set(key, trial);
    const { progress } = this;
    progress.done += 1;
    progress.atLeast = Math.max(progress.atLeast, progress.done);
    this.request.onTrial?.(progress.done, progress.atLeast);
    return trial.plan === undefined ? undefined : trial;
  }

  private planOf(value: number, kept: readonly string[]): Plan | undefined {
    try {
      const scenario = withAlternatives(this.quantity.with(value), kept);
      return makePlan(this.model, instantiateScenario(this.model, scenario));
    } catch (error) {
      if (!(error instanceof PlannerError)) throw error;
      this.whyNone ??= error.problems[0]?.message;
      return undefined;
    }
  }
}

/** The scenario with these alternatives alone, unless something ties them together; and without calculations set out. */
function withAlternatives(scenario: Scenario, kept: readonly string[]): Scenario {
  const { calculations: _, ...data } = scenario.data;
  // Correlations may name what another alternative has, and an alternative the program adds is made from others.
  const isTied =
    data.correlations !== undefined ||
    data.samples !== undefined ||
    kept.some((id) => data.alternatives?.[id] === undefined);
  if (isTied) return { ...scenario, data };
  const alternatives = Object.fromEntries(Object.entries(data.alternatives ?? {}).filter(([id]) => kept.includes(id)));
  return { ...scenario, data: { ...data, alternatives } };
}

function positionOf(plan: Plan, alternative: string): number {
  const position = plan.alternatives.findIndex(({ id }) => id === alternative);
  if (position < 0) throw new TypeError(`the alternative ${alternative} is gone from the plan of a trial`);
  return position;
}

/** Outcomes of the first futures of a plan, computed here: so few do not repay starting threads. */
function columnsOf(plan: Plan, futures: number): ReadonlyMap<string, Float64Array> {
  const kept = portablePlan(plan).outcomes.filter(({ variable }) =>
    [...comparedOutcomes, 'yearsOpen'].includes(variable),
  );
  const columns = new Map<string, Float64Array>();
  const backEnd = backEndFor(plan, 'javascript', blockSize);
  for (let first = 0; first < futures; first += blockSize) {
    const count = Math.min(blockSize, futures - first);
    const outer = Uint32Array.from({ length: count }, (_, future) => first + future);
    backEnd.run({ outer, inner: new Uint32Array(count), count, likely: false }, (year, alternative, computed) => {
      if (year !== plan.years - 1) return;
      for (const outcome of kept) {
        if (outcome.alternative !== alternative) continue;
        const name = columnName(outcome.variable, outcome.alternative, outcome.instance);
        const column = columns.get(name) ?? new Float64Array(futures);
        columns.set(name, column);
        const start = computed.offset(outcome.variable, outcome.instance);
        column.set(computed.memory.subarray(start, start + count), first);
      }
    });
  }
  return columns;
}

function columnName(variable: string, alternative: number, instance: number): string {
  return `${variable} ${alternative} ${instance}`;
}
