import type { Expression } from './intermediate.ts';
import { futureEntity, type Model } from './model.ts';
import type { Program, ProgramVariable, Step } from './program.ts';

/** A way or a gathering the code asks the plan for, by number. */
export type PathKey = { readonly entity: string; readonly roles: readonly string[] };
export type RelationKey = { readonly member: string; readonly roles: readonly string[] | undefined };

/** A schedule whose stages are numbers of functions in the code: each stage a list of functions called per entity. */
export type CodeStep =
  | { readonly kind: 'stage'; readonly entity: number; readonly functions: readonly number[] }
  | { readonly kind: 'solve'; readonly solver: string };

/** A program as JavaScript over one Float64Array, ready to be sent to a thread. */
export type JavaScriptCode = {
  /** Body of a function of (exp, log, pow, round, interpolate) that returns the stage functions. */
  readonly source: string;
  readonly steps: Readonly<Record<keyof Program['schedule'], readonly CodeStep[]>>;
  readonly entities: readonly string[];
  /** Number of each variable: its place in the offset tables. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly paths: readonly PathKey[];
  readonly relations: readonly RelationKey[];
  readonly tables: readonly string[];
  readonly scratchColumns: number;
  readonly spillColumns: number;
};

/**
 * Variables in one emitted function. V8 stops optimising functions beyond about 60 kB of bytecode, and long before that
 * runs short of registers.
 */
const variablesPerFunction = 48;

/** Emits a program as JavaScript: for each stage functions that loop over the futures of a block for one entity. */
export function emitJavaScript(model: Model, program: Program): JavaScriptCode {
  return new Emitter(model, program).emit();
}

class Emitter {
  private readonly program: Program;
  private readonly entities: string[];
  private readonly numbers = new Map<string, number>();
  private readonly paths: PathKey[] = [];
  private readonly relations: RelationKey[] = [];
  private readonly tables: string[] = [];
  private readonly functions: string[] = [];
  private scratchColumns = 0;
  private spillColumns = 0;

  constructor(model: Model, program: Program) {
    this.program = program;
    this.entities = [...model.entities.keys()];
    for (const name of program.variables.keys()) this.numbers.set(name, this.numbers.size);
  }

  emit(): JavaScriptCode {
    const { schedule } = this.program;
    const steps = Object.fromEntries(
      (Object.keys(schedule) as (keyof Program['schedule'])[]).map((part) => [
        part,
        schedule[part].map((step) => this.step(step, part === 'static' || part === 'staticOwn')),
      ]),
    ) as unknown as JavaScriptCode['steps'];
    const source = [
      '"use strict";',
      'const mn = (a, b) => b < a ? b : a;',
      'const mx = (a, b) => a < b ? b : a;',
      'const { abs, floor, sqrt } = Math;',
      ...this.functions,
      `return [${this.functions.map((_, index) => `f${index}`).join(', ')}];`,
    ].join('\n');
    return {
      source,
      steps,
      entities: this.entities,
      numbers: Object.fromEntries(this.numbers),
      paths: this.paths,
      relations: this.relations,
      tables: this.tables,
      scratchColumns: this.scratchColumns,
      spillColumns: this.spillColumns,
    };
  }

  private step(step: Step, isStatic: boolean): CodeStep {
    if (step.kind === 'solve') return step;
    const chunks: string[][] = [];
    for (let from = 0; from < step.variables.length; from += variablesPerFunction) {
      chunks.push(step.variables.slice(from, from + variablesPerFunction));
    }
    const spills = this.spillsOf(step, chunks);
    const functions = chunks.map((chunk) => {
      const number = this.functions.length;
      this.functions.push(new FunctionEmitter(this, step.entity, chunk, spills, isStatic).emit(number));
      return number;
    });
    return { kind: 'stage', entity: this.entities.indexOf(step.entity), functions };
  }

  /** Values one function of a stage leaves for a later one of the same stage. */
  private spillsOf(
    step: { readonly variables: readonly string[] },
    chunks: readonly (readonly string[])[],
  ): Map<string, number> {
    const chunkOf = new Map(chunks.flatMap((chunk, index) => chunk.map((name) => [name, index] as const)));
    const spills = new Map<string, number>();
    for (const name of step.variables) {
      const expression = this.variable(name).expression;
      if (expression === undefined) continue;
      forEachValue(expression, (used, own) => {
        if (!own || !chunkOf.has(used) || chunkOf.get(used) === chunkOf.get(name) || this.variable(used).stored) return;
        if (!spills.has(used)) spills.set(used, spills.size);
      });
    }
    this.spillColumns = Math.max(this.spillColumns, spills.size);
    return spills;
  }

  variable(name: string): ProgramVariable {
    return this.program.variables.get(name) as ProgramVariable;
  }

  number(name: string, previous: boolean): number {
    return (this.numbers.get(name) as number) + (previous ? this.numbers.size : 0);
  }

  entityNumber(entity: string): number {
    return this.entities.indexOf(entity);
  }

  path(entity: string, roles: readonly string[]): number {
    return register(this.paths, { entity, roles });
  }

  relation(member: string, roles: readonly string[] | undefined): number {
    return register(this.relations, { member, roles });
  }

  table(name: string): number {
    return register(this.tables, name);
  }

  useScratch(count: number): void {
    this.scratchColumns = Math.max(this.scratchColumns, count);
  }
}

function register<T>(list: T[], item: T): number {
  const text = JSON.stringify(item);
  const found = list.findIndex((each) => JSON.stringify(each) === text);
  return found >= 0 ? found : list.push(item) - 1;
}

function forEachValue(expression: Expression, visit: (name: string, own: boolean) => void, own = true): void {
  switch (expression.op) {
    case 'value':
      if (!expression.previous) visit(expression.variable, own && expression.roles.length === 0);
      break;
    case 'unary':
    case 'table':
      forEachValue(expression.a, visit, own);
      break;
    case 'binary':
      forEachValue(expression.a, visit, own);
      forEachValue(expression.b, visit, own);
      break;
    case 'select':
      forEachValue(expression.condition, visit, own);
      forEachValue(expression.a, visit, own);
      forEachValue(expression.b, visit, own);
      break;
    case 'gather':
      forEachValue(expression.body, visit, false);
      if (expression.otherwise !== undefined) forEachValue(expression.otherwise, visit, own);
      break;
    case 'related':
      forEachValue(expression.body, visit, false);
      forEachValue(expression.otherwise, visit, own);
      break;
  }
}

/** Where an expression stands in the code: which entity, which name its position has, and what to hoist before the loop. */
type Frame = {
  readonly entity: string;
  readonly index: string;
  /** Lines before the loop over futures, by key so that each is written once. */
  readonly head: Map<string, string>;
  /** Loads at the top of the loop, by key. */
  readonly loads: Map<string, string>;
  readonly names: Map<string, string>;
};

class FunctionEmitter {
  private readonly owner: Emitter;
  private readonly entity: string;
  private readonly chunk: readonly string[];
  private readonly spills: ReadonlyMap<string, number>;
  private readonly isStatic: boolean;
  private readonly computed = new Set<string>();
  private readonly gathers: string[] = [];
  private counter = 0;

  constructor(
    owner: Emitter,
    entity: string,
    chunk: readonly string[],
    spills: ReadonlyMap<string, number>,
    isStatic: boolean,
  ) {
    this.owner = owner;
    this.entity = entity;
    this.chunk = chunk;
    this.spills = spills;
    this.isStatic = isStatic;
  }

  emit(number: number): string {
    const frame = this.frame(this.entity, 'e');
    const body: string[] = [];
    for (const name of this.chunk) {
      const variable = this.owner.variable(name);
      const expression = variable.expression as Expression;
      const local = `v${this.owner.number(name, false)}`;
      body.push(`const ${local} = ${this.expression(frame, expression)};`);
      const value = variable.truth ? `(${local} ? 1 : 0)` : local;
      if (variable.stored) {
        if (this.isStatic) body.push(`m[off[${this.owner.number(name, false)}] + e] = ${value};`);
        else body.push(`m[${this.column(frame, name, false, 'e')} + f] = ${value};`);
      }
      const spill = this.spills.get(name);
      if (spill !== undefined && !this.isStatic) body.push(`m[c.spill + ${spill} * S + f] = ${value};`);
      if (spill !== undefined && this.isStatic) body.push(`m[c.spill + ${spill}] = ${value};`);
      this.computed.add(name);
    }
    const loop = this.isStatic
      ? ['{', ...frame.loads.values(), ...body, '}']
      : ['for (let f = 0; f < n; f++) {', ...frame.loads.values(), ...body, '}'];
    return [
      `function f${number}(c, t, n, e) {`,
      'const m = c.memory, S = c.stride, off = c.offsets;',
      ...frame.head.values(),
      ...this.gathers,
      ...loop,
      '}',
    ].join('\n');
  }

  private frame(entity: string, index: string): Frame {
    return { entity, index, head: new Map(), loads: new Map(), names: new Map() };
  }

  private expression(frame: Frame, expression: Expression): string {
    const down = (part: Expression): string => this.expression(frame, part);
    switch (expression.op) {
      case 'constant':
        return expression.truth ? String(expression.value !== 0) : literal(expression.value);
      case 'builtin':
        return {
          yearIndex: 't',
          calendarYear: '(c.startYear + t)',
          isFirstYear: '(t === 0)',
          isLastYear: '(t === c.years - 1)',
          chanceEvents: 'c.chance',
          step: '1',
        }[expression.name];
      case 'value':
        return this.value(frame, expression);
      case 'unary': {
        const a = down(expression.a);
        return {
          negate: `(-${a})`,
          not: `(!${a})`,
          abs: `abs(${a})`,
          floor: `floor(${a})`,
          round: `round(${a})`,
          exp: `exp(${a})`,
          log: `log(${a})`,
          sqrt: `sqrt(${a})`,
        }[expression.fn];
      }
      case 'binary': {
        const a = down(expression.a);
        const b = down(expression.b);
        switch (expression.fn) {
          case 'pow':
            return `pow(${a}, ${b})`;
          case 'min':
            return `mn(${a}, ${b})`;
          case 'max':
            return `mx(${a}, ${b})`;
          default:
            return `(${a} ${{ add: '+', subtract: '-', multiply: '*', divide: '/', smaller: '<', smallerEq: '<=', larger: '>', largerEq: '>=', equal: '===', unequal: '!==', and: '&&', or: '||' }[expression.fn]} ${b})`;
        }
      }
      case 'select':
        return `(${down(expression.condition)} ? ${down(expression.a)} : ${down(expression.b)})`;
      case 'table':
        return `interpolate(c.tables[${this.owner.table(expression.table)}], ${down(expression.a)})`;
      case 'gather':
        return this.gather(frame, expression);
      case 'related': {
        const position = this.position(frame, expression.roles);
        const inner: Frame = { ...frame, entity: expression.entity, index: `(${position} < 0 ? 0 : ${position})` };
        const body = this.expression(inner, expression.body);
        return `(${position} >= 0 ? ${body} : ${down(expression.otherwise)})`;
      }
    }
  }

  private value(frame: Frame, node: Extract<Expression, { op: 'value' }>): string {
    const variable = this.owner.variable(node.variable);
    const own = frame.index === 'e' && node.roles.length === 0 && variable.entity === this.entity;
    const local = `v${this.owner.number(node.variable, false)}`;
    if (own && !node.previous && this.computed.has(node.variable)) return local;
    const position =
      variable.entity === futureEntity ? '0' : node.roles.length === 0 ? frame.index : this.position(frame, node.roles);
    const number = this.owner.number(node.variable, node.previous);
    const truth = variable.truth ? ' !== 0' : '';
    const name = (kind: string): string => this.name(frame, `${kind} ${number} ${position}`, kind);
    const spill = own && !node.previous ? this.spills.get(node.variable) : undefined;
    if (spill !== undefined && !variable.stored) {
      const load = name('l');
      frame.loads.set(load, `const ${load} = m[c.spill + ${spill}${this.isStatic ? '' : ' * S + f'}]${truth};`);
      return load;
    }
    if (variable.level === 'static' || variable.level === 'dated') {
      const at = variable.level === 'static' ? '' : ` + t * c.counts[${this.owner.entityNumber(variable.entity)}]`;
      const scalar = name('k');
      frame.head.set(scalar, `const ${scalar} = m[off[${number}]${at} + ${position}]${truth};`);
      return scalar;
    }
    const load = name('l');
    frame.loads.set(
      load,
      `const ${load} = m[${this.column(frame, node.variable, node.previous, position)} + f]${truth};`,
    );
    return load;
  }

  /** Name of the start of a column in memory. */
  private column(frame: Frame, variable: string, previous: boolean, position: string): string {
    const number = this.owner.number(variable, previous);
    const name = this.name(frame, `b ${number} ${position}`, 'b');
    frame.head.set(name, `const ${name} = off[${number}] + ${position} * S;`);
    return name;
  }

  private position(frame: Frame, roles: readonly string[]): string {
    const path = this.owner.path(frame.entity, roles);
    const name = this.name(frame, `p ${path} ${frame.index}`, 'p');
    frame.head.set(name, `const ${name} = c.paths[${path}][${frame.index}];`);
    return name;
  }

  private name(frame: Frame, key: string, kind: string): string {
    let name = frame.names.get(key);
    if (name === undefined) {
      name = `${kind}${this.counter++}`;
      frame.names.set(key, name);
    }
    return name;
  }

  private gather(frame: Frame, node: Extract<Expression, { op: 'gather' }>): string {
    const id = this.gathers.length;
    this.owner.useScratch(id + 1);
    const inner = this.frame(node.entity, `q${id}`);
    const body = this.expression(inner, node.body);
    const start = { sum: '0', product: '1', least: 'Infinity', greatest: '-Infinity' }[node.fn];
    const into = (acc: string): string =>
      ({
        sum: `${acc} += ${body};`,
        product: `${acc} *= ${body};`,
        least: `${acc} = mn(${acc}, ${body});`,
        greatest: `${acc} = mx(${acc}, ${body});`,
      })[node.fn];
    // Of the future as a whole all are gathered, and its position is 0.
    const owner = node.roles === undefined ? '0' : frame.index;
    const lines = [
      `const r${id} = c.relations[${this.owner.relation(node.entity, node.roles)}], s${id} = r${id}.start[${owner}], z${id} = r${id}.start[${owner} + 1];`,
    ];
    if (this.isStatic) {
      lines.push(
        `let g${id} = ${start};`,
        `for (let r = s${id}; r < z${id}; r++) {`,
        `const q${id} = r${id}.rows[r];`,
        ...inner.head.values(),
        ...inner.loads.values(),
        into(`g${id}`),
        '}',
      );
    } else {
      lines.push(
        `const g${id} = c.scratch + ${id} * S;`,
        `for (let f = 0; f < n; f++) m[g${id} + f] = ${start};`,
        `for (let r = s${id}; r < z${id}; r++) {`,
        `const q${id} = r${id}.rows[r];`,
        ...inner.head.values(),
        'for (let f = 0; f < n; f++) {',
        ...inner.loads.values(),
        into(`m[g${id} + f]`),
        '}',
        '}',
      );
    }
    this.gathers.push(lines.join('\n'));
    const result = this.isStatic ? `g${id}` : `m[g${id} + f]`;
    if (node.otherwise === undefined) return result;
    return `(z${id} > s${id} ? ${result} : ${this.expression(frame, node.otherwise)})`;
  }
}

function literal(value: number): string {
  return value < 0 || Object.is(value, -0) ? `(${value})` : String(value);
}
