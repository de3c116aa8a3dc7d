import type { Instance, Instances, JavaScriptCode, Program, ProgramVariable, RunnableModel } from '../compile/index.ts';
import type { Dependence } from './parameter-draws.ts';
import type { Plan } from './plan.ts';

/** One variable reported each year: where its sums stand, and whether its quantiles are wanted. */
export type OutputColumn = {
  readonly variable: string;
  readonly entity: string;
  readonly alternative: number;
  /** The same in all alternatives, and collected in the first only. */
  readonly shared: boolean;
  readonly instances: number;
  readonly fan: boolean;
  /** Position of its first sum: instance by instance, year by year. */
  readonly start: number;
};

/** One outcome of one instance, kept for every future. */
export type OutcomeColumn = {
  readonly variable: string;
  readonly entity: string;
  readonly alternative: number;
  readonly instance: number;
};

/** A plan as it is sent to a thread: compiled code and plain data, no formulas. */
export type PortablePlan = {
  readonly model: RunnableModel;
  readonly program: Program;
  readonly code: JavaScriptCode;
  readonly instances: Instances;
  readonly years: number;
  readonly start: number;
  readonly seed: string;
  readonly dependence: Dependence;
  readonly outputs: readonly OutputColumn[];
  readonly outcomes: readonly OutcomeColumn[];
  /** Numbers summed over futures. */
  readonly sums: number;
  readonly shops: number;
};

/** Strips a plan to what threads need. */
export function portablePlan(plan: Plan): PortablePlan {
  const { program } = plan;
  const count = (entity: string, alternative: number): number =>
    plan.instances.shared.get(entity)?.length ?? plan.instances.alternatives[alternative]?.own.get(entity)?.length ?? 0;
  const outputs: OutputColumn[] = [];
  const outcomes: OutcomeColumn[] = [];
  let sums = 0;
  for (const [alternative] of plan.alternatives.entries()) {
    for (const name of program.outputs) {
      const variable = program.variables.get(name) as ProgramVariable;
      if (!variable.perAlternative && alternative > 0) continue;
      if (variable.level !== 'yearly' && variable.level !== 'once') continue;
      const definition = plan.model.variables.get(name);
      const instances = count(variable.entity, alternative);
      outputs.push({
        variable: name,
        entity: variable.entity,
        alternative,
        shared: !variable.perAlternative,
        instances,
        fan: definition?.role === 'formula' && definition.output === 'fan',
        start: sums,
      });
      sums += instances * plan.years;
    }
    for (const name of program.outcomes) {
      const variable = program.variables.get(name) as ProgramVariable;
      for (let instance = 0; instance < count(variable.entity, alternative); instance += 1) {
        outcomes.push({ variable: name, entity: variable.entity, alternative, instance });
      }
    }
  }
  return {
    model: {
      entities: new Map(
        [...plan.model.entities].map(([name, { parents }]) => [
          name,
          { parents: parents.map(({ role, entity }) => ({ role, entity })) },
        ]),
      ),
      solvers: plan.model.solvers,
      tables: new Map([...plan.model.tables].map(([name, { points }]) => [name, { points }])),
    },
    program: {
      ...program,
      variables: new Map(
        [...program.variables].map(([name, variable]) => [name, { ...variable, expression: undefined }]),
      ),
    },
    code: plan.code,
    instances: withoutWords(plan.instances),
    years: plan.years,
    start: plan.start,
    seed: plan.seed,
    dependence: plan.dependence,
    outputs,
    outcomes,
    sums,
    shops: plan.instances.shared.get('shop')?.length ?? 0,
  };
}

const noLabel = { sv: '', en: '' };

function withoutWords(instances: Instances): Instances {
  const strip = (lists: ReadonlyMap<string, readonly Instance[]>) =>
    new Map(
      [...lists].map(([entity, list]) => [
        entity,
        list.map((instance) => ({ ...instance, label: noLabel, provenance: {} })),
      ]),
    );
  return {
    shared: strip(instances.shared),
    alternatives: instances.alternatives.map(({ id, own }) => ({ id, own: strip(own) })),
  };
}
