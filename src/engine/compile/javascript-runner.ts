import { exp, log, pow, roundHalfAwayFromZero } from '../arithmetic/index.ts';
import { fillNormals, fillUniforms, streamKey } from '../random/index.ts';
import type { BackEnd, Block, RunSettings, SolverAccess, YearColumns, YearSink } from './backend.ts';
import type { Instance, Instances, PlannedValue } from './instances.ts';
import { interpolate } from './interpolate.ts';
import type { CodeStep, JavaScriptCode } from './javascript.ts';
import type { Program, ProgramVariable } from './program.ts';
import { type Relation, Relations } from './relations.ts';
import type { RunnableModel } from './runnable-model.ts';

/** Eight doubles between columns: with a power-of-two stride every column would fall into the same cache sets. */
const padding = 8;

type StageFunction = (context: Context, year: number, futures: number, entity: number) => void;

/** What emitted code reads; one for each alternative and parity of the year. */
type Context = {
  readonly memory: Float64Array;
  readonly stride: number;
  readonly offsets: Int32Array;
  readonly counts: Int32Array;
  readonly paths: readonly Int32Array[];
  readonly relations: readonly Relation[];
  readonly tables: readonly (readonly (readonly [number, number])[])[];
  readonly scratch: number;
  readonly spill: number;
  readonly years: number;
  readonly startYear: number;
  chance: boolean;
};

/**
 * Runs emitted JavaScript over one Float64Array: for each stored variable a column of futures for each entity. All memory
 * is taken once, for blocks of at most `blockSize` futures; nothing is allocated in the yearly loop.
 *
 * @param blockSize - largest number of futures in a block; a multiple of 64 (one leaf), or 1 for a likely run
 */
export class JavaScriptBackEnd implements BackEnd {
  private readonly model: RunnableModel;
  private readonly program: Program;
  private readonly code: JavaScriptCode;
  private readonly settings: RunSettings;
  private staticFor: boolean | undefined;
  private readonly functions: readonly StageFunction[];
  private readonly relations: readonly Relations[];
  private readonly memory: Float64Array;
  private readonly stride: number;
  /** [alternative][parity of the year] */
  private readonly contexts: Context[][] = [];
  private readonly byKind: { inputs: ProgramVariable[]; draws: ProgramVariable[]; states: ProgramVariable[] };
  private readonly keys = new Map<string, readonly [number, number]>();

  constructor(
    model: RunnableModel,
    program: Program,
    code: JavaScriptCode,
    instances: Instances,
    settings: RunSettings,
    blockSize: number,
  ) {
    this.model = model;
    this.program = program;
    this.code = code;
    this.settings = settings;
    this.functions = loadFunctions(code.source);
    this.stride = blockSize + padding;
    this.relations = instances.alternatives.map((_, alternative) => new Relations(model, instances, alternative));
    const variables = [...program.variables.values()];
    this.byKind = {
      inputs: variables.filter((variable) => variable.kind === 'input'),
      draws: variables.filter((variable) => variable.kind === 'draw'),
      states: variables.filter((variable) => variable.opening !== undefined),
    };
    this.memory = this.layOut(variables);
    this.fillStatic();
  }

  run(block: Block, sink: YearSink): void {
    if (block.count > this.stride - padding) {
      throw new RangeError(`a block of ${block.count} futures does not fit in memory for ${this.stride - padding}`);
    }
    for (const context of this.contexts.flat()) context.chance = !block.likely;
    if (this.staticFor !== block.likely) {
      this.runSteps('static', 0, 0, 1, block, undefined);
      for (const [alternative] of this.contexts.entries())
        this.runSteps('staticOwn', alternative, 0, 1, block, undefined);
      this.staticFor = block.likely;
    }
    this.fillOnce(block);
    this.runSteps('once', 0, 0, block.count, block, undefined);
    for (const [alternative] of this.contexts.entries()) {
      this.runSteps('onceOwn', alternative, 0, block.count, block, undefined);
      this.fillOpenings(alternative, block.count);
    }
    for (let year = 0; year < this.settings.years; year += 1) {
      this.fillDated(year, block);
      this.fillDraws(year, block);
      this.runSteps('yearly', 0, year, block.count, block, year);
      for (const [alternative] of this.contexts.entries()) {
        this.runSteps('yearlyOwn', alternative, year, block.count, block, year);
        sink(year, alternative, this.columns(alternative, year));
      }
    }
  }

  /** Bytes of the memory all blocks are computed in. */
  get bytes(): number {
    return this.memory.byteLength;
  }

  private layOut(variables: readonly ProgramVariable[]): Float64Array {
    const total = variables.length;
    const { years } = this.settings;
    let next = 0;
    const take = (size: number): number => {
      const at = next;
      next += size;
      return at;
    };
    const tables = this.relations.map(() => [new Int32Array(total * 2), new Int32Array(total * 2)] as const);
    for (const variable of variables) {
      if (!variable.stored) continue;
      const number = this.code.numbers[variable.name] as number;
      let shared: readonly [number, number] | undefined;
      for (const [alternative, relations] of this.relations.entries()) {
        if (shared === undefined || variable.perAlternative) {
          const count = relations.count(variable.entity);
          const size =
            variable.level === 'static' ? count : variable.level === 'dated' ? count * years : count * this.stride;
          const first = take(size);
          // Last year's values stand apart from this year's, so that nothing reads what it has just overwritten.
          shared = [first, variable.opening === undefined ? first : take(size)];
        }
        const [even, odd] = tables[alternative] as readonly [Int32Array, Int32Array];
        even[number] = odd[number + total] = shared[0];
        odd[number] = even[number + total] = shared[1];
      }
    }
    const scratch = take(this.code.scratchColumns * this.stride);
    const spill = take(this.code.spillColumns * this.stride);
    const memory = new Float64Array(next);
    for (const [alternative, relations] of this.relations.entries()) {
      const common = {
        memory,
        stride: this.stride,
        counts: Int32Array.from(this.code.entities, (entity) => relations.count(entity)),
        paths: this.code.paths.map((key) => relations.path(key.entity, key.roles)),
        relations: this.code.relations.map((key) => relations.gather(key.member, key.roles)),
        tables: this.code.tables.map((name) => this.model.tables.get(name)?.points ?? []),
        scratch,
        spill,
        years,
        startYear: this.settings.startYear,
        chance: true,
      };
      const [even, odd] = tables[alternative] as readonly [Int32Array, Int32Array];
      this.contexts.push([
        { ...common, offsets: even },
        { ...common, offsets: odd },
      ]);
    }
    return memory;
  }

  private offset(variable: string, alternative: number, year: number): number {
    const context = (this.contexts[alternative] as Context[])[year & 1] as Context;
    return context.offsets[this.code.numbers[variable] as number] as number;
  }

  private columns(alternative: number, year: number): YearColumns {
    const { program, stride, memory } = this;
    return {
      memory,
      offset: (name, instance) => {
        const variable = program.variables.get(name);
        if (variable === undefined) throw new TypeError(`no variable ${name} in the program`);
        if (variable.level !== 'yearly' && variable.level !== 'once')
          throw new TypeError(`${name} has no column of futures`);
        return this.offset(name, alternative, year) + instance * stride;
      },
    };
  }

  private alternativesOf(variable: ProgramVariable): readonly number[] {
    return variable.perAlternative ? this.contexts.map((_, alternative) => alternative) : [0];
  }

  private list(variable: ProgramVariable, alternative: number): readonly Instance[] {
    return (this.relations[alternative] as Relations).list(variable.entity);
  }

  private fillStatic(): void {
    for (const variable of this.byKind.inputs) {
      if (variable.level === 'once' || variable.level === 'yearly') continue;
      for (const alternative of this.alternativesOf(variable)) {
        const list = this.list(variable, alternative);
        const at = this.offset(variable.name, alternative, 0);
        for (const [index, instance] of list.entries()) {
          const planned = instance.values[variable.name] as PlannedValue;
          if (variable.level === 'static')
            this.memory[at + index] = planned.kind === 'constant' ? planned.value : Number.NaN;
          else {
            for (let year = 0; year < this.settings.years; year += 1) {
              this.memory[at + year * list.length + index] =
                planned.kind === 'yearly'
                  ? (planned.values[year] as number)
                  : planned.kind === 'constant'
                    ? planned.value
                    : Number.NaN;
            }
          }
        }
      }
    }
  }

  private fillOnce(block: Block): void {
    const { memory, stride } = this;
    const { parameters } = this.settings;
    for (const variable of this.byKind.inputs) {
      if (variable.level !== 'once' && variable.level !== 'yearly') continue;
      for (const alternative of this.alternativesOf(variable)) {
        const at = this.offset(variable.name, alternative, 0);
        for (const [index, instance] of this.list(variable, alternative).entries()) {
          const planned = instance.values[variable.name] as PlannedValue;
          const from = at + index * stride;
          if (planned.kind !== 'drawn') {
            memory.fill(
              planned.kind === 'constant' ? planned.value : (planned.values[0] as number),
              from,
              from + block.count,
            );
            continue;
          }
          for (let future = 0; future < block.count; future += 1) {
            memory[from + future] =
              future > 0 && block.outer[future] === block.outer[future - 1]
                ? (memory[from + future - 1] as number)
                : parameters.value(
                    variable.name,
                    planned.streamId,
                    planned.distribution,
                    block.outer[future] as number,
                    block.likely,
                  );
          }
        }
      }
    }
  }

  private fillOpenings(alternative: number, count: number): void {
    const { memory, stride } = this;
    for (const state of this.byKind.states) {
      if (!state.perAlternative && alternative > 0) continue;
      const opening = this.program.variables.get(state.opening as string) as ProgramVariable;
      const from = this.offset(opening.name, alternative, 0);
      // The first year is even; what is last year's then is the odd column.
      const to = this.offset(state.name, alternative, 1);
      for (let index = 0; index < this.list(state, alternative).length; index += 1) {
        const target = to + index * stride;
        if (opening.level === 'static') memory.fill(memory[from + index] as number, target, target + count);
        else memory.copyWithin(target, from + index * stride, from + index * stride + count);
      }
    }
  }

  /** The year's values of inputs that are stated by year for some and drawn for others. */
  private fillDated(year: number, block: Block): void {
    for (const variable of this.byKind.inputs) {
      if (variable.level !== 'yearly') continue;
      for (const alternative of this.alternativesOf(variable)) {
        const at = this.offset(variable.name, alternative, year);
        for (const [index, instance] of this.list(variable, alternative).entries()) {
          const planned = instance.values[variable.name] as PlannedValue;
          if (planned.kind !== 'yearly') continue;
          const from = at + index * this.stride;
          this.memory.fill(planned.values[year] as number, from, from + block.count);
        }
      }
    }
  }

  private fillDraws(year: number, block: Block): void {
    for (const variable of this.byKind.draws) {
      const definition = variable.draw;
      if (definition === undefined) continue;
      const { normal } = definition;
      for (const alternative of this.alternativesOf(variable)) {
        const at = this.offset(variable.name, alternative, year);
        const list = this.list(variable, alternative);
        for (let index = 0; index < list.length; index += 1) {
          const from = at + index * this.stride;
          if (block.likely) {
            this.memory.fill(normal ? 0 : 0.5, from, from + block.count);
            continue;
          }
          const [k0, k1] = this.key(definition.stream, list[index]?.id ?? '');
          (normal ? fillNormals : fillUniforms)(
            this.memory,
            from,
            block.count,
            k0,
            k1,
            block.outer,
            block.inner,
            0,
            year,
            definition.lane,
          );
        }
      }
    }
  }

  private key(quantity: string, id: string): readonly [number, number] {
    const name = `${quantity}\n${id}`;
    let key = this.keys.get(name);
    if (key === undefined) {
      key = streamKey(this.settings.seed, quantity, id);
      this.keys.set(name, key);
    }
    return key;
  }

  private runSteps(
    part: keyof Program['schedule'],
    alternative: number,
    year: number,
    count: number,
    block: Block,
    solveIn: number | undefined,
  ): void {
    const context = (this.contexts[alternative] as Context[])[year & 1] as Context;
    for (const step of this.code.steps[part]) {
      if (step.kind === 'stage') this.runStage(step, context, year, count);
      else if (solveIn === 0) this.solve(step.solver, alternative, year, block);
    }
  }

  private runStage(step: Extract<CodeStep, { kind: 'stage' }>, context: Context, year: number, count: number): void {
    const entities = context.counts[step.entity] as number;
    for (let entity = 0; entity < entities; entity += 1) {
      for (const number of step.functions) (this.functions[number] as StageFunction)(context, year, count, entity);
    }
  }

  /** Solves once for each outer future: all its luck shares what was found. */
  private solve(name: string, alternative: number, year: number, block: Block): void {
    const solver = this.settings.solvers.get(name);
    const signature = this.model.solvers.get(name);
    if (solver === undefined || signature === undefined) throw new TypeError(`no solver ${name}`);
    const relations = this.relations[alternative] as Relations;
    const { memory, stride, program } = this;
    for (let future = 0; future < block.count; future += 1) {
      if (future > 0 && block.outer[future] === block.outer[future - 1]) {
        for (const given of signature.gives) {
          const variable = program.variables.get(given);
          if (variable === undefined) continue;
          const at = this.offset(given, alternative, year) + future;
          for (let index = 0; index < relations.count(variable.entity); index += 1) {
            memory[at + index * stride] = memory[at + index * stride - 1] as number;
          }
        }
        continue;
      }
      const access: SolverAccess = {
        relations,
        read: (variableName, instance) => {
          const variable = program.variables.get(variableName) as ProgramVariable;
          const at = this.offset(variableName, alternative, year);
          if (variable.level === 'static') return memory[at + instance] as number;
          if (variable.level === 'dated')
            return memory[at + year * relations.count(variable.entity) + instance] as number;
          return memory[at + instance * stride + future] as number;
        },
        write: (variableName, instance, value) => {
          memory[this.offset(variableName, alternative, year) + instance * stride + future] = value;
        },
      };
      solver(access);
    }
  }
}

const loaded = new Map<string, readonly StageFunction[]>();

function loadFunctions(source: string): readonly StageFunction[] {
  let functions = loaded.get(source);
  if (functions === undefined) {
    // The source is put together from the intermediate form alone: numbers, operators and names made by the emitter.
    functions = new Function('exp', 'log', 'pow', 'round', 'interpolate', source)(
      exp,
      log,
      pow,
      roundHalfAwayFromZero,
      interpolate,
    ) as readonly StageFunction[];
    loaded.set(source, functions);
    if (loaded.size > 50) loaded.delete(loaded.keys().next().value as string);
  }
  return functions;
}
