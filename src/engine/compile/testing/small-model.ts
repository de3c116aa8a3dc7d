import type { Problem } from '../../../errors.ts';
import type { RunSettings, Solver } from '../backend.ts';
import { checkModel } from '../check-model.ts';
import type { Instance, Instances, PlannedValue } from '../instances.ts';
import { InterpreterBackEnd } from '../interpreter.ts';
import { emitJavaScript } from '../javascript.ts';
import { JavaScriptBackEnd } from '../javascript-runner.ts';
import { type Model, readModel, type SolverSignature } from '../model.ts';
import { arrangeProgram } from '../program.ts';

const label = { sv: 's', en: 'e' };

type Parts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A formula file without what every file has; labels and the unit 1 are filled in. */
export type SmallModel = {
  readonly entities?: Parts;
  readonly inputs?: Parts;
  readonly variables?: Parts;
  readonly contributions?: Parts;
  readonly tables?: Parts;
  readonly flows?: readonly Readonly<Record<string, unknown>>[];
};

function withLabels(parts: Parts | undefined, more: object = {}): object {
  return Object.fromEntries(Object.entries(parts ?? {}).map(([name, part]) => [name, { label, ...more, ...part }]));
}

/** Reads a small model without checking its formulas. */
function readSmallModel(small: SmallModel, solvers: ReadonlyMap<string, SolverSignature> = new Map()): Model {
  const file = {
    section: 'small',
    order: 1,
    title: label,
    about: label,
    source: "The test's own model",
    entities: withLabels(small.entities),
    inputs: withLabels(small.inputs, { unit: '1' }),
    variables: withLabels(small.variables, { unit: '1' }),
    contributions: withLabels(small.contributions),
    tables: withLabels(small.tables, { unit: '1', status: 'synthetic' }),
    flows: (small.flows ?? []).map((flow) => ({ label, ...flow })),
  };
  return readModel([{ file: 'small.yaml', text: JSON.stringify(file) }], solvers); // JSON is YAML
}

/** Reads and checks a small model, which must be right. */
export function smallModel(small: SmallModel, solvers?: ReadonlyMap<string, SolverSignature>): Model {
  const model = readSmallModel(small, solvers);
  const { problems } = checkModel(model);
  if (problems.length > 0) throw new TypeError(problems.map(({ message }) => message).join('\n'));
  return model;
}

/** What the check says of a small model's formulas. */
export function problemsOf(small: SmallModel, solvers?: ReadonlyMap<string, SolverSignature>): Problem[] {
  return checkModel(readSmallModel(small, solvers)).problems;
}

/** One instance: numbers and truth values are constants, lists are values by year. */
export type SmallInstance = {
  readonly parents?: Readonly<Record<string, string>>;
  readonly parties?: Instance['parties'];
  readonly values?: Readonly<Record<string, number | boolean | readonly number[] | PlannedValue>>;
};
export type SmallInstances = Readonly<Record<string, Readonly<Record<string, SmallInstance>>>>;

/** Instances by entity and id; the future has the values under «future». */
export function smallInstances(
  shared: SmallInstances,
  alternatives: Readonly<Record<string, SmallInstances>> = { only: {} },
  future: SmallInstance = {},
): Instances {
  const planned = (value: number | boolean | readonly number[] | PlannedValue): PlannedValue => {
    if (typeof value === 'number' || typeof value === 'boolean') return { kind: 'constant', value: Number(value) };
    return 'kind' in value ? value : { kind: 'yearly', values: value };
  };
  const instance = (id: string, { parents = {}, parties = {}, values = {} }: SmallInstance): Instance => ({
    id,
    parents,
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, planned(value)])),
    parties,
    provenance: {},
    label: { sv: id, en: id },
  });
  const lists = (small: SmallInstances): [string, Instance[]][] =>
    Object.entries(small).map(([entity, list]) => [
      entity,
      Object.entries(list).map(([id, each]) => instance(id, each)),
    ]);
  return {
    shared: new Map([['future', [instance('', future)]], ...lists(shared)]),
    alternatives: Object.entries(alternatives).map(([id, own]) => ({ id, own: new Map(lists(own)) })),
  };
}

/** The values of a variable of one instance in one alternative, year by year, from each back end. */
export type BothValues = { readonly interpreter: number[]; readonly javascript: number[] };

/** Runs a plan of a small model in both back ends: the likely run, or a future with luck. */
export function runBoth(
  model: Model,
  instances: Instances,
  years: number,
  more: {
    readonly solvers?: ReadonlyMap<string, Solver>;
    readonly parameters?: RunSettings['parameters'];
    readonly likely?: boolean;
  } = {},
): (variable: string, instance?: number, alternative?: number) => BothValues {
  const settings: RunSettings = {
    years,
    startYear: 2030,
    seed: 'small',
    parameters: more.parameters ?? { value: () => Number.NaN },
    solvers: more.solvers ?? new Map(),
  };
  const program = arrangeProgram(model, instances);
  const names = [...program.variables.values()]
    .filter(({ name, stored, level }) => stored && !name.includes('@') && (level === 'yearly' || level === 'once'))
    .map(({ name }) => name);
  const block = {
    outer: Uint32Array.of(0, 0, 1),
    inner: Uint32Array.of(0, 1, 0),
    count: 3,
    likely: more.likely ?? true,
  };
  const kept = { interpreter: new Map<string, number>(), javascript: new Map<string, number>() };
  const lists = (alternative: number, entity: string): readonly Instance[] =>
    instances.shared.get(entity) ?? instances.alternatives[alternative]?.own.get(entity) ?? [];
  for (const [from, backEnd] of [
    ['interpreter', new InterpreterBackEnd(model, instances, settings, names)],
    ['javascript', new JavaScriptBackEnd(model, program, emitJavaScript(model, program), instances, settings, 64)],
  ] as const) {
    backEnd.run(block, (year, alternative, columns) => {
      for (const name of names) {
        for (const [at] of lists(alternative, program.variables.get(name)?.entity as string).entries()) {
          kept[from].set(`${name} ${at} ${alternative} ${year}`, columns.memory[columns.offset(name, at)] as number);
        }
      }
    });
  }
  return (variable, instance = 0, alternative = 0) => {
    const read = (values: ReadonlyMap<string, number>): number[] =>
      Array.from({ length: years }, (_, year) => {
        const value = values.get(`${variable} ${instance} ${alternative} ${year}`);
        if (value === undefined) throw new TypeError(`${variable} has no column`);
        return value;
      });
    return { interpreter: read(kept.interpreter), javascript: read(kept.javascript) };
  };
}

/** The same values from both back ends. */
export function both(...values: readonly number[]): BothValues {
  return { interpreter: [...values], javascript: [...values] };
}
