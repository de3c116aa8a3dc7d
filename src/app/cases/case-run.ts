import { type StatedCalculation, statedCalculation } from '../../engine/calculation/index.ts';
import { type FutureRun, likelyFuture, type Model } from '../../engine/compile/index.ts';
import type { Scenario } from '../../engine/scenario/index.ts';
import { interpreterFor, type Plan } from '../../engine/simulate/index.ts';
import { planScenario } from '../compare-scenario.ts';
import { alternativeIndex } from '../replay-future.ts';

/** The likely run of one scenario, planned and computed as far as is asked; cases with the same scenario share it. */
export class CaseRun {
  readonly model: Model;
  readonly scenario: Scenario;
  private planned: Plan | undefined;
  private readonly runs = new Map<number, FutureRun<number>>();
  private readonly calculations = new Map<string, StatedCalculation>();

  constructor(model: Model, scenario: Scenario) {
    this.model = model;
    this.scenario = scenario;
  }

  /** @throws {PlannerError} everything that is wrong in the scenario */
  get plan(): Plan {
    this.planned ??= planScenario(this.model, this.scenario).plan;
    return this.planned;
  }

  /** The likely run of an alternative, the first unless named. */
  run(alternative: string | undefined): FutureRun<number> {
    const index = alternativeIndex(this.plan.alternatives, alternative);
    let run = this.runs.get(index);
    if (run === undefined) {
      run = interpreterFor(this.plan).future(index, likelyFuture);
      this.runs.set(index, run);
    }
    return run;
  }

  calculation(id: string): StatedCalculation {
    let calculation = this.calculations.get(id);
    if (calculation === undefined) {
      calculation = statedCalculation(this.model, this.scenario, id);
      this.calculations.set(id, calculation);
    }
    return calculation;
  }
}
