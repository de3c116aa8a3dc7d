import type { MathNode } from 'mathjs/number';
import { normalQuantile } from '../arithmetic/index.ts';
import { streamKey, uniform } from '../random/index.ts';
import { type Arithmetic, doubles } from './arithmetic.ts';
import type { BackEnd, Block, RunSettings, YearSink } from './backend.ts';
import { viewOf } from './formula.ts';
import type { Instance, Instances } from './instances.ts';
import { interpolate } from './interpolate.ts';
import type { BuiltinName } from './language.ts';
import type { FormulaVariable, Model, Variable } from './model.ts';
import { Relations } from './relations.ts';
import { type Meaning, meaningOf, memberScope, relatedScope, type Scope, scopeOf } from './scope.ts';

/** One future: which parameters (outer), which luck (inner), or the likely run. */
export type FutureNumber = { readonly outer: number; readonly inner: number; readonly likely: boolean };

/** The likely run: likely values, no shocks, no chance events. */
export const likelyFuture: FutureNumber = { outer: 0, inner: 0, likely: true };

/** Where an expression is evaluated: at one instance of an entity, in one year; −1 is before the first. */
export type Position = { readonly scope: Scope; readonly instance: number; readonly year: number };

/**
 * One future of one alternative, computed by walking the syntax trees: each value when it is first asked for, and kept. It
 * shares no step with the emitted code but the function table, and is what that code is checked against; and since every
 * value stays at hand, it is what explanations are made from.
 */
export class FutureRun<T> {
  readonly relations: Relations;
  private readonly model: Model;
  private readonly settings: RunSettings;
  private readonly arithmetic: Arithmetic<T>;
  private readonly future: FutureNumber;
  private readonly values = new Map<string, (T | boolean)[][]>();
  private readonly solved = new Map<string, T[]>();
  private readonly meanings: Map<MathNode, Meaning>;
  private readonly scopes: Map<MathNode, { scope: Scope; roles: readonly string[] | undefined }>;
  private reached = -1;

  constructor(
    model: Model,
    settings: RunSettings,
    relations: Relations,
    arithmetic: Arithmetic<T>,
    future: FutureNumber,
    caches: {
      meanings: Map<MathNode, Meaning>;
      scopes: Map<MathNode, { scope: Scope; roles: readonly string[] | undefined }>;
    } = {
      meanings: new Map(),
      scopes: new Map(),
    },
  ) {
    this.model = model;
    this.settings = settings;
    this.relations = relations;
    this.arithmetic = arithmetic;
    this.future = future;
    this.meanings = caches.meanings;
    this.scopes = caches.scopes;
  }

  /** The value of a variable of one instance (its position in the list) in one year. */
  value(name: string, instance: number, year: number): T | boolean {
    const variable = this.model.variables.get(name);
    if (variable === undefined) throw new TypeError(`no variable ${name}`);
    this.reach(year);
    return this.valueOf(variable, instance, year);
  }

  /** The same as a double; a truth value is 1 or 0. */
  number(name: string, instance: number, year: number): number {
    const value = this.value(name, instance, year);
    return typeof value === 'boolean' ? Number(value) : this.arithmetic.toNumber(value);
  }

  /** The value of last year's variable as `previous` sees it: its opening in the first year. */
  before(variable: FormulaVariable, instance: number, year: number): T | boolean {
    if (year > 0) return this.valueOf(variable, instance, year - 1);
    const opening = variable.opening;
    if (opening === undefined) throw new TypeError(`${variable.name} has no opening`);
    return this.evaluate(opening.root, { scope: scopeOf(variable.entity), instance, year: 0 });
  }

  /** What a name means at a position, and at which instance it is found. */
  resolve(node: MathNode, position: Position, name: string): { meaning: Meaning; instance: number } {
    let meaning = this.meanings.get(node);
    if (meaning === undefined) {
      meaning = meaningOf(this.model, position.scope, name);
      this.meanings.set(node, meaning);
    }
    if (meaning.kind === 'builtin') return { meaning, instance: 0 };
    const { variable, roles } = meaning;
    if (roles.length === 0)
      return { meaning, instance: variable.entity === position.scope.entity ? position.instance : 0 };
    return { meaning, instance: this.relations.path(position.scope.entity, roles)[position.instance] as number };
  }

  /** The members a gathering form runs over, as positions of the entity inside it. */
  members(node: MathNode, position: Position, entity: string): Position[] {
    let inner = this.scopes.get(node);
    if (inner === undefined) {
      inner = memberScope(this.model, position.scope, entity);
      this.scopes.set(node, inner);
    }
    const { start, rows } = this.relations.gather(entity, inner.roles);
    const owner = inner.roles === undefined ? 0 : position.instance;
    const scope = inner.scope;
    return Array.from(rows.subarray(start[owner], start[owner + 1]), (instance) => ({
      scope,
      instance,
      year: position.year,
    }));
  }

  /** The position a `related` form looks from, or undefined when there is nothing it belongs to. */
  relatedTo(node: MathNode, position: Position, entity: string): Position | undefined {
    let inner = this.scopes.get(node);
    if (inner === undefined) {
      inner = relatedScope(this.model, position.scope, entity);
      this.scopes.set(node, inner);
    }
    const instance = this.relations.path(position.scope.entity, inner.roles as readonly string[])[
      position.instance
    ] as number;
    return instance < 0 ? undefined : { scope: inner.scope, instance, year: position.year };
  }

  /** Evaluates an expression at a position. */
  evaluate(node: MathNode, position: Position): T | boolean {
    const view = viewOf(node);
    const { arithmetic } = this;
    const number = (part: MathNode): T => this.evaluate(part, position) as T;
    switch (view.kind) {
      case 'constant':
        return typeof view.value === 'boolean' ? view.value : arithmetic.of(view.value);
      case 'group':
        return this.evaluate(view.inner, position);
      case 'name': {
        const { meaning, instance } = this.resolve(node, position, view.name);
        if (meaning.kind === 'builtin') return this.builtin(meaning.name, position.year);
        return this.valueOf(meaning.variable, instance, position.year);
      }
      case 'conditional':
        return this.evaluate(view.condition, position) === true
          ? this.evaluate(view.yes, position)
          : this.evaluate(view.no, position);
      case 'operator':
        switch (view.name) {
          case 'and':
            return (
              (this.evaluate(view.parts[0] as MathNode, position) as boolean) &&
              this.evaluate(view.parts[1] as MathNode, position)
            );
          case 'or':
            return (
              (this.evaluate(view.parts[0] as MathNode, position) as boolean) ||
              this.evaluate(view.parts[1] as MathNode, position)
            );
          case 'not':
            return this.evaluate(view.parts[0] as MathNode, position) !== true;
          default:
            return arithmetic.operate(view.name, view.parts.map(number));
        }
      case 'scalar':
        return arithmetic.call(view.name, view.parts.map(number));
      case 'form':
        return this.form(node, view, position);
    }
  }

  private form(
    node: MathNode,
    view: Extract<ReturnType<typeof viewOf>, { kind: 'form' }>,
    position: Position,
  ): T | boolean {
    const { arithmetic } = this;
    const body = view.parts[0] as MathNode;
    switch (view.name) {
      case 'previous': {
        const { meaning, instance } = this.resolve(node, position, view.word);
        if (meaning.kind === 'builtin') throw new TypeError('a checked formula asks for no built-in of last year');
        return this.before(meaning.variable as FormulaVariable, instance, position.year);
      }
      case 'interpolate': {
        const points = this.model.tables.get(view.word)?.points ?? [];
        return arithmetic.of(interpolate(points, arithmetic.toNumber(this.evaluate(body, position) as T)));
      }
      case 'related': {
        const inner = this.relatedTo(node, position, view.word);
        return inner === undefined ? this.evaluate(view.parts[1] as MathNode, position) : this.evaluate(body, inner);
      }
      default: {
        const members = this.members(node, position, view.word);
        if (members.length === 0 && view.parts[1] !== undefined) return this.evaluate(view.parts[1], position);
        const start = { sum: 0, product: 1, least: Number.POSITIVE_INFINITY, greatest: Number.NEGATIVE_INFINITY }[
          view.name
        ];
        let gathered = arithmetic.of(start);
        for (const member of members) {
          const each = this.evaluate(body, member) as T;
          if (view.name === 'sum') gathered = arithmetic.operate('add', [gathered, each]) as T;
          else if (view.name === 'product') gathered = arithmetic.operate('multiply', [gathered, each]) as T;
          else gathered = arithmetic.call(view.name === 'least' ? 'min' : 'max', [gathered, each]);
        }
        return gathered;
      }
    }
  }

  /** Computes year by year what later years look back on, so that asking for a late year does not recurse through all. */
  private reach(year: number): void {
    while (this.reached < year - 1) {
      const next = this.reached + 1;
      for (const variable of this.model.variables.values()) {
        if (variable.role !== 'formula' || variable.opening === undefined) continue;
        for (let instance = 0; instance < this.relations.count(variable.entity); instance += 1)
          this.valueOf(variable, instance, next);
      }
      this.reached = next;
    }
  }

  private valueOf(variable: Variable, instance: number, year: number): T | boolean {
    let years = this.values.get(variable.name);
    if (years === undefined) {
      years = [];
      this.values.set(variable.name, years);
    }
    let row = years[year];
    if (row === undefined) {
      row = [];
      years[year] = row;
    }
    let value = row[instance];
    if (value === undefined) {
      value = this.compute(variable, instance, year);
      row[instance] = value;
    }
    return value;
  }

  private compute(variable: Variable, instance: number, year: number): T | boolean {
    switch (variable.role) {
      case 'input':
        return this.input(variable, instance, year);
      case 'draw':
        return this.arithmetic.of(this.draw(variable, instance, year));
      case 'solved':
        return this.solve(variable.solver, variable.name, instance);
      case 'formula': {
        if (variable.statable) {
          const given = this.valueOf(this.model.variables.get(`${variable.name}Given`) as Variable, instance, year);
          if (given === true)
            return this.valueOf(this.model.variables.get(`${variable.name}Stated`) as Variable, instance, year);
        }
        const value = this.evaluate(variable.formula.root, { scope: scopeOf(variable.entity), instance, year });
        return variable.round && this.arithmetic.round !== undefined ? this.arithmetic.round(value as T) : value;
      }
    }
  }

  private input(variable: Variable, instance: number, year: number): T | boolean {
    const at = this.relations.list(variable.entity)[instance] as Instance;
    const planned = at.values[variable.name];
    if (planned === undefined) throw new TypeError(`${variable.entity} ${at.id} has no ${variable.name}`);
    const number =
      planned.kind === 'constant'
        ? planned.value
        : planned.kind === 'yearly'
          ? (planned.values[year] as number)
          : this.settings.parameters.value(
              variable.name,
              planned.streamId,
              planned.distribution,
              this.future.outer,
              this.future.likely,
            );
    return variable.unit === 'boolean' ? number !== 0 : this.arithmetic.of(number);
  }

  private draw(variable: Extract<Variable, { role: 'draw' }>, instance: number, year: number): number {
    if (this.future.likely) return variable.draw === 'normal' ? 0 : 0.5;
    const id = this.relations.list(variable.entity)[instance]?.id ?? '';
    const [k0, k1] = streamKey(this.settings.seed, variable.stream, id);
    const u = uniform(k0, k1, this.future.outer, this.future.inner, year, variable.lane);
    return variable.draw === 'normal' ? normalQuantile(u) : u;
  }

  private solve(name: string, variable: string, instance: number): T {
    if (!this.solved.has(variable)) {
      const solver = this.settings.solvers.get(name);
      if (solver === undefined) throw new TypeError(`no solver ${name}`);
      for (const given of this.model.solvers.get(name)?.gives ?? []) this.solved.set(given, []);
      solver({
        relations: this.relations,
        read: (needed, at) => {
          const value = this.valueOf(this.model.variables.get(needed) as Variable, at, 0);
          return typeof value === 'boolean' ? Number(value) : this.arithmetic.toNumber(value);
        },
        write: (given, at, value) => {
          (this.solved.get(given) as T[])[at] = this.arithmetic.of(value);
        },
      });
    }
    return (this.solved.get(variable) as T[])[instance] as T;
  }

  private builtin(name: BuiltinName, year: number): T | boolean {
    switch (name) {
      case 'yearIndex':
        return this.arithmetic.of(year);
      case 'calendarYear':
        return this.arithmetic.of(this.settings.startYear + year);
      case 'isFirstYear':
        return year === 0;
      case 'isLastYear':
        return year === this.settings.years - 1;
      case 'chanceEvents':
        return !this.future.likely;
      case 'step':
        return this.arithmetic.of(1);
    }
  }
}

/** The oracle: futures one after another, each by walking the syntax trees. Slow, and the definition of every number. */
export class InterpreterBackEnd implements BackEnd {
  private readonly model: Model;
  private readonly settings: RunSettings;
  private readonly relations: readonly Relations[];
  private readonly names: readonly string[];
  private readonly caches = {
    meanings: new Map<MathNode, Meaning>(),
    scopes: new Map<MathNode, { scope: Scope; roles: readonly string[] | undefined }>(),
  };

  /** @param names - variables the sink will ask for */
  constructor(model: Model, instances: Instances, settings: RunSettings, names: readonly string[]) {
    this.model = model;
    this.settings = settings;
    this.relations = instances.alternatives.map((_, alternative) => new Relations(model, instances, alternative));
    this.names = names;
  }

  /** One future of one alternative, for explanation and replay. */
  future(alternative: number, future: FutureNumber): FutureRun<number> {
    return new FutureRun(
      this.model,
      this.settings,
      this.relations[alternative] as Relations,
      doubles,
      future,
      this.caches,
    );
  }

  run(block: Block, sink: YearSink): void {
    const { years } = this.settings;
    const starts = this.relations.map((relations) => {
      const start = new Map<string, number>();
      let next = 0;
      for (const name of this.names) {
        start.set(name, next);
        next += relations.count((this.model.variables.get(name) as Variable).entity) * block.count;
      }
      return { start, size: next };
    });
    const memories = starts.map(({ size }) => Array.from({ length: years }, () => new Float64Array(size)));
    for (let future = 0; future < block.count; future += 1) {
      const number = {
        outer: block.outer[future] as number,
        inner: block.inner[future] as number,
        likely: block.likely,
      };
      for (const [alternative, relations] of this.relations.entries()) {
        const run = this.future(alternative, number);
        for (let year = 0; year < years; year += 1) {
          const memory = memories[alternative]?.[year] as Float64Array;
          for (const [name, start] of (starts[alternative] as (typeof starts)[number]).start) {
            const count = relations.count((this.model.variables.get(name) as Variable).entity);
            for (let instance = 0; instance < count; instance += 1)
              memory[start + instance * block.count + future] = run.number(name, instance, year);
          }
        }
      }
    }
    for (let year = 0; year < years; year += 1) {
      for (const [alternative, { start }] of starts.entries()) {
        sink(year, alternative, {
          memory: memories[alternative]?.[year] as Float64Array,
          offset: (name, instance) => {
            const at = start.get(name);
            if (at === undefined) throw new TypeError(`the interpreter was not asked to keep ${name}`);
            return at + instance * block.count;
          },
        });
      }
    }
  }
}
