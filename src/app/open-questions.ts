import { type BothLanguages, withoutProvenance } from '../engine/compile/index.ts';
import { labelOf, type Scenario } from '../engine/scenario/index.ts';
import { valueAt } from '../engine/text/index.ts';

/** Something nobody has told yet, and what the scenario does meanwhile. */
export type OpenQuestion = {
  readonly id: string;
  readonly about: BothLanguages;
  readonly question: BothLanguages;
  /** Where in the scenario the answer is to be written; null where what it concerns is left out. */
  readonly at: string | null;
  /** What stands there meanwhile, without its source; null where what it concerns is left out. */
  readonly stated: unknown;
  /** What is done meanwhile, in words, where the scenario says so. */
  readonly assumed: BothLanguages | null;
};

/** The open questions of a scenario, in the order of the file: what must be filled in before the answer can be relied on. */
export function openQuestionsOf(scenario: Scenario): OpenQuestion[] {
  return Object.entries(scenario.data.openQuestions ?? {}).map(([id, { about, question, at, assumed }]) => ({
    id,
    about: labelOf(about, id),
    question: labelOf(question, id),
    at: at ?? null,
    stated: at === undefined ? null : withoutProvenance(valueAt(scenario.data, at.split('.'))),
    assumed: assumed === undefined ? null : labelOf(assumed, id),
  }));
}
