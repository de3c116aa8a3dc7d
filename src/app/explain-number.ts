import {
  type CalculationView,
  calculationRun,
  placeInRun,
  type StatedCalculation,
  type StatedPart,
  statedCalculation,
  statedTotalExplanation,
  type ViewId,
} from '../engine/calculation/index.ts';
import { doubles, type FutureRun, type Instance, type Model } from '../engine/compile/index.ts';
import { type ExplainedPlace, type Explanation, explainValue } from '../engine/explain/index.ts';
import type { Scenario } from '../engine/scenario/index.ts';
import { interpreterFor, type Plan } from '../engine/simulate/index.ts';
import { suggestion } from '../engine/text/index.ts';
import type { PlannedScenario } from './compare-scenario.ts';
import { alternativeIndex, futureNumber } from './replay-future.ts';

/** Which number: `cash@ica-fliseryd@2021`, of which alternative and future. */
export type NumberQuestion = {
  /** variable, or variable@id, or variable@id@year; the year as a calendar year or as years since the start. */
  readonly what: string;
  readonly alternative: string | undefined;
  readonly future: string;
};

/** How one number of a run came about. */
export function explainNumber({ plan }: Pick<PlannedScenario, 'plan'>, question: NumberQuestion): Explanation {
  const alternative = alternativeIndex(plan.alternatives, question.alternative);
  const run = interpreterFor(plan).future(alternative, futureNumber(question.future));
  return explainValue(run, plan.model, placeOfNumber(plan, run, question.what));
}

/**
 * Which number of a run `variable@id@year` names; the first year where none is named.
 *
 * @throws {RangeError} when there is no such number, saying what there is
 */
export function placeOfNumber(plan: Plan, run: FutureRun<number>, what: string): ExplainedPlace & { year: number } {
  const { variable, id, year } = readQuestion(what);
  const definition = plan.model.variables.get(variable);
  if (definition === undefined)
    throw new RangeError(`there is no variable «${variable}». ${suggestion(variable, plan.model.variables.keys())}`);
  const list = run.relations.list(definition.entity);
  const instance = positionOf(list, definition.entity, id);
  const index = year === undefined ? 0 : year >= 1000 ? year - plan.start : year;
  if (index < 0 || index >= plan.years) {
    throw new RangeError(
      `there is no year ${year}; allowed ${plan.start} to ${plan.start + plan.years - 1}, or 0 to ${plan.years - 1}`,
    );
  }
  return { variable, instance, year: index };
}

/** How the yearly total of a stated calculation came about: its sums, and the explanation of every amount they add up. */
export type CalculationExplanation = {
  readonly calculation: StatedCalculation;
  readonly view: CalculationView;
  readonly total: StatedPart;
  /** By variable and instance of the amounts at the ends of `total`: `trancheDepreciation@forkalkyl/001/remainder`. */
  readonly amounts: Readonly<Record<string, Explanation>>;
};

/** Explains a stated calculation in one view; the project's unless another is named. */
export function explainCalculation(
  model: Model,
  scenario: Scenario,
  id: string,
  view: ViewId = 'project',
): CalculationExplanation {
  const calculation = statedCalculation(model, scenario, id);
  const total = statedTotalExplanation(model, calculation, view);
  const { run } = calculationRun(model, scenario, id, doubles);
  const amounts: Record<string, Explanation> = {};
  const open = (part: StatedPart): void => {
    if (part.at !== undefined)
      amounts[`${part.at.variable}@${part.at.instanceId}`] = explainValue(run, model, placeInRun(run, part.at));
    part.parts.forEach(open);
  };
  open(total);
  return { calculation, view: calculation.views[view as 'project'] as CalculationView, total, amounts };
}

function readQuestion(what: string): { variable: string; id: string | undefined; year: number | undefined } {
  const parts = what.split('@');
  if (parts.length > 3 || parts[0] === '')
    throw new RangeError(`«${what}» names no number; write variable@id@year, such as cash@ica-fliseryd@2021`);
  const [variable, ...rest] = parts as [string, ...string[]];
  const last = rest.at(-1);
  const year = last !== undefined && /^\d{1,4}$/.test(last) ? Number(rest.pop()) : undefined;
  return { variable, id: rest[0], year };
}

function positionOf(list: readonly Instance[], entity: string, id: string | undefined): number {
  if (id === undefined || id === '') {
    if (list.length === 1) return 0;
    throw new RangeError(
      list.length === 0 ? `there is no ${entity} in this alternative` : `say which ${entity}: ${shown(list)}`,
    );
  }
  const position = list.findIndex((instance) => instance.id === id);
  if (position < 0)
    throw new RangeError(
      `there is no ${entity} «${id}». ${
        list.length === 0
          ? `There is no ${entity} in this alternative`
          : suggestion(
              id,
              list.map((instance) => instance.id),
            )
      }`,
    );
  return position;
}

function shown(list: readonly Instance[]): string {
  const ids = list.slice(0, 10).map((instance) => instance.id);
  return `${ids.join(', ')}${list.length > 10 ? ' …' : ''}`;
}
