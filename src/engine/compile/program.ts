import { needsOf } from './check-model.ts';
import type { Instance, Instances, PlannedValue } from './instances.ts';
import { type Expression, type Folding, lower, renamed, type Use, usesOf } from './intermediate.ts';
import { type FormulaVariable, futureEntity, type Model } from './model.ts';
import { scopeOf } from './scope.ts';

/**
 * When a variable gets its value. `static`: once for the plan; `dated`: an input stated by year; `once`: once for each
 * future; `yearly`: each year.
 */
export type Level = 'static' | 'dated' | 'once' | 'yearly';

/** A variable as the back ends see it. */
export type ProgramVariable = {
  readonly name: string;
  readonly entity: string;
  readonly level: Level;
  /** Whether it can differ between alternatives: it belongs to a measure, or something it needs does. */
  readonly perAlternative: boolean;
  readonly truth: boolean;
  readonly kind: 'input' | 'formula' | 'draw' | 'solved';
  readonly expression: Expression | undefined;
  /** For a draw: what it is drawn from. */
  readonly draw: { readonly normal: boolean; readonly stream: string; readonly lane: number } | undefined;
  /** Name of the variable that holds its opening value, when last year's value of it is asked for. */
  readonly opening: string | undefined;
  /** Kept in memory, not only in the loop that computes it. */
  readonly stored: boolean;
};

/** One step of a schedule: a loop over an entity that computes some variables, or a solver. */
export type Step =
  | { readonly kind: 'stage'; readonly entity: string; readonly variables: readonly string[] }
  | { readonly kind: 'solve'; readonly solver: string };

/** The order of everything, shared work first, then each alternative's own. */
export type Schedule = {
  readonly static: readonly Step[];
  readonly staticOwn: readonly Step[];
  readonly once: readonly Step[];
  readonly onceOwn: readonly Step[];
  readonly yearly: readonly Step[];
  readonly yearlyOwn: readonly Step[];
};

/** A model made ready for one set of instances, independent of any back end. */
export type Program = {
  readonly variables: ReadonlyMap<string, ProgramVariable>;
  readonly schedule: Schedule;
  /** Outputs of every year, by name. */
  readonly outputs: readonly string[];
  /** Outcomes, kept for every future from the last year. */
  readonly outcomes: readonly string[];
};

/**
 * Puts a checked model in order for a plan: which variables are needed at all, when each is computed, for which
 * alternatives, in which loop, and which must be stored.
 */
export function arrangeProgram(model: Model, instances: Instances): Program {
  const folding = foldingFor(model, instances);
  const wanted = wantedVariables(model);
  const lowered = lowerNeeded(model, instances, folding, wanted);
  const levels = new Map<string, Level>();
  const own = new Map<string, boolean>();
  for (const name of lowered.order) {
    levels.set(name, levelOf(name, model, instances, lowered, levels));
    own.set(name, isOwn(name, model, lowered, own));
  }
  // Last year's values make a variable an alternative's own as well; run to the fixed point.
  for (let changed = true; changed; ) {
    changed = false;
    for (const name of lowered.order) {
      if (own.get(name) === true) continue;
      const uses = lowered.uses.get(name) ?? [];
      // What stands before the first year is kept in the same column as last year's value.
      if (own.get(`${name}@opening`) === true || uses.some((use) => own.get(use.variable) === true)) {
        own.set(name, true);
        changed = true;
      }
    }
  }
  const schedule = arrange(model, lowered, levels, own);
  const stored = storedVariables(model, lowered, schedule, wanted);
  const variables = new Map<string, ProgramVariable>();
  for (const name of lowered.order) {
    const variable = model.variables.get(baseOf(name));
    if (variable === undefined) continue;
    const isOpening = name.endsWith('@opening');
    variables.set(name, {
      name,
      entity: variable.entity,
      level: levels.get(name) as Level,
      perAlternative: own.get(name) === true,
      truth: variable.unit === 'boolean',
      kind: isOpening ? 'formula' : variable.role,
      expression: lowered.expressions.get(name),
      draw:
        variable.role === 'draw'
          ? { normal: variable.draw === 'normal', stream: variable.stream, lane: variable.lane }
          : undefined,
      opening: !isOpening && lowered.hasPrevious.has(name) ? `${name}@opening` : undefined,
      stored: stored.has(name),
    });
  }
  return {
    variables,
    schedule,
    outputs: wanted.outputs.filter((name) => variables.has(name)),
    outcomes: wanted.outcomes,
  };
}

/** Every instance of an entity, the shared ones and those of all alternatives. */
function allInstances(instances: Instances, entity: string): readonly Instance[] {
  const shared = instances.shared.get(entity) ?? [];
  const own = instances.alternatives.flatMap((alternative) => alternative.own.get(entity) ?? []);
  return own.length === 0 ? shared : [...shared, ...own];
}

function foldingFor(model: Model, instances: Instances): Folding {
  const lists = new Map<string, readonly Instance[]>();
  const list = (entity: string): readonly Instance[] => {
    let found = lists.get(entity);
    if (found === undefined) {
      found = allInstances(instances, entity);
      lists.set(entity, found);
    }
    return found;
  };
  const uniforms = new Map<string, number | undefined>();
  const constants = new Map<string, number | undefined>();
  const folding: Folding = {
    uniform(name) {
      if (uniforms.has(name)) return uniforms.get(name);
      const variable = model.variables.get(name);
      const value = variable?.role === 'input' ? sameConstant(list(variable.entity), name) : undefined;
      uniforms.set(name, value);
      return value;
    },
    isEmpty: (entity) => entity !== futureEntity && list(entity).length === 0,
    constant(name) {
      if (constants.has(name)) return constants.get(name);
      const variable = model.variables.get(name);
      constants.set(name, undefined);
      if (variable?.role !== 'formula') return undefined;
      const formula = lower(model, folding, scopeOf(variable.entity), variable.formula.root);
      const expression = variable.statable ? orStated(variable, formula, folding) : formula;
      const value = expression.op === 'constant' ? expression.value : undefined;
      constants.set(name, value);
      return value;
    },
  };
  return folding;
}

function sameConstant(list: readonly Instance[], name: string): number | undefined {
  let value: number | undefined;
  for (const instance of list) {
    const planned = instance.values[name];
    if (planned?.kind !== 'constant' || (value !== undefined && planned.value !== value)) return undefined;
    value = planned.value;
  }
  return value;
}

type Wanted = { readonly outputs: string[]; readonly outcomes: string[] };

function wantedVariables(model: Model): Wanted {
  const formulas = [...model.variables.values()].filter(
    (variable): variable is FormulaVariable => variable.role === 'formula',
  );
  return {
    outputs: formulas.filter((variable) => variable.output !== undefined).map((variable) => variable.name),
    outcomes: formulas.filter((variable) => variable.outcome).map((variable) => variable.name),
  };
}

function isReported(variable: FormulaVariable): boolean {
  return variable.output !== undefined || variable.outcome;
}

type Lowered = {
  /**
   * Needed variables, each after everything it needs in the same year. Openings are named `x@opening`; `y@first` is what an
   * opening sees of a variable that may be computed each year, though its formula names no year.
   */
  readonly order: string[];
  readonly expressions: Map<string, Expression>;
  readonly uses: Map<string, readonly Use[]>;
  readonly hasPrevious: Set<string>;
};

/** The variable of the model that a variable of the program comes from. */
function baseOf(name: string): string {
  const at = name.indexOf('@');
  return at < 0 ? name : name.slice(0, at);
}

function isBeforeFirstYear(name: string): boolean {
  return name.includes('@');
}

/**
 * Answers whether a variable that an opening uses may be computed each year all the same: it needs, this year, an input
 * that is stated by year for some instance, or a variable whose last year's value may be asked for.
 */
function yearlyByPlan(model: Model, instances: Instances): (name: string) => boolean {
  const known = new Map<string, boolean>();
  const isYearly = (name: string): boolean => {
    let found = known.get(name);
    if (found === undefined) {
      const variable = model.variables.get(name);
      found =
        variable?.role === 'input'
          ? allInstances(instances, variable.entity).some((instance) => instance.values[name]?.kind === 'yearly')
          : variable?.role === 'formula' &&
            (variable.opening !== undefined || [...needsOf(model, variable)].some(isYearly));
      known.set(name, found);
    }
    return found;
  };
  return (name) => model.variables.get(name)?.role === 'formula' && isYearly(name);
}

function lowerNeeded(model: Model, instances: Instances, folding: Folding, wanted: Wanted): Lowered {
  const isYearly = yearlyByPlan(model, instances);
  const expressions = new Map<string, Expression>();
  const uses = new Map<string, readonly Use[]>();
  const hasPrevious = new Set<string>();
  const order: string[] = [];
  const state = new Set<string>();
  const later: string[] = [];
  const visit = (name: string): void => {
    if (state.has(name)) return;
    state.add(name);
    const variable = model.variables.get(baseOf(name));
    if (variable === undefined) throw new TypeError(`no variable ${name}`);
    if (variable.role === 'solved') {
      const signature = model.solvers.get(variable.solver);
      for (const needed of signature?.needs ?? []) visit(needed);
      uses.set(
        name,
        (signature?.needs ?? []).map((needed) => ({ variable: needed, previous: false, own: false })),
      );
      order.push(name);
      for (const given of signature?.gives ?? []) visit(given);
      return;
    }
    if (variable.role === 'formula') {
      const scope = scopeOf(variable.entity);
      let expression: Expression;
      if (name.endsWith('@opening'))
        expression = lower(model, folding, scope, (variable.opening as NonNullable<FormulaVariable['opening']>).root);
      else {
        expression = lower(model, folding, scope, variable.formula.root);
        if (variable.statable) expression = orStated(variable, expression, folding);
      }
      if (isBeforeFirstYear(name))
        expression = renamed(expression, (used) => (isYearly(used) ? `${used}@first` : used));
      const used = usesOf(expression).map((use) => ({
        ...use,
        own: use.own && model.variables.get(baseOf(use.variable))?.entity === variable.entity,
      }));
      for (const use of used) {
        if (use.previous) {
          hasPrevious.add(use.variable);
          later.push(use.variable, `${use.variable}@opening`);
        } else visit(use.variable);
      }
      expressions.set(name, expression);
      uses.set(name, used);
    }
    order.push(name);
  };
  for (const name of [...wanted.outputs, ...wanted.outcomes]) visit(name);
  while (later.length > 0) visit(later.pop() as string);
  return { order, expressions, uses, hasPrevious };
}

function orStated(variable: FormulaVariable, formula: Expression, folding: Folding): Expression {
  const truth = variable.unit === 'boolean';
  const stated: Expression = { op: 'value', variable: `${variable.name}Stated`, roles: [], previous: false, truth };
  const given = folding.uniform(`${variable.name}Given`);
  if (given !== undefined) return given === 0 ? formula : stated;
  const condition: Expression = {
    op: 'value',
    variable: `${variable.name}Given`,
    roles: [],
    previous: false,
    truth: true,
  };
  return { op: 'select', condition, a: stated, b: formula, truth };
}

function levelOf(
  name: string,
  model: Model,
  instances: Instances,
  lowered: Lowered,
  levels: Map<string, Level>,
): Level {
  const variable = model.variables.get(baseOf(name));
  if (variable?.role === 'input') {
    const kinds = new Set<PlannedValue['kind']>();
    for (const instance of allInstances(instances, variable.entity)) {
      const planned = instance.values[name] as PlannedValue | undefined;
      if (planned === undefined) throw new TypeError(`${variable.entity} ${instance.id} has no ${name}`);
      kinds.add(planned.kind);
    }
    if (kinds.has('drawn')) return kinds.has('yearly') ? 'yearly' : 'once';
    return kinds.has('yearly') ? 'dated' : 'static';
  }
  if (variable?.role === 'draw') return 'yearly';
  // A solver runs inside the first year, after what it needs; what it gives stands from then on.
  if (variable?.role === 'solved') return 'yearly';
  const expression = lowered.expressions.get(name) as Expression;
  // Where last year's value is asked for, there are two columns that take turns, even for what never changes.
  if (namesYear(expression) || lowered.hasPrevious.has(name)) return 'yearly';
  const beforeFirstYear = isBeforeFirstYear(name);
  // What is reported has a column of futures, the same in all of them where nothing makes it differ.
  let level: Level = variable?.role === 'formula' && isReported(variable) && !beforeFirstYear ? 'once' : 'static';
  for (const use of lowered.uses.get(name) ?? []) {
    const used = use.previous ? 'yearly' : (levels.get(use.variable) as Level);
    if (used === 'once' || (beforeFirstYear && used === 'yearly')) level = 'once';
    else if (!beforeFirstYear && used !== 'static') return 'yearly';
  }
  return level;
}

function namesYear(expression: Expression): boolean {
  switch (expression.op) {
    case 'builtin':
      return expression.name !== 'step' && expression.name !== 'chanceEvents';
    case 'unary':
    case 'table':
      return namesYear(expression.a);
    case 'binary':
      return namesYear(expression.a) || namesYear(expression.b);
    case 'select':
      return namesYear(expression.condition) || namesYear(expression.a) || namesYear(expression.b);
    case 'gather':
      return namesYear(expression.body) || (expression.otherwise !== undefined && namesYear(expression.otherwise));
    case 'related':
      return namesYear(expression.body) || namesYear(expression.otherwise);
    default:
      return false;
  }
}

function isOwn(name: string, model: Model, lowered: Lowered, own: Map<string, boolean>): boolean {
  const variable = model.variables.get(baseOf(name));
  if (variable === undefined) return false;
  if (model.entities.get(variable.entity)?.perAlternative === true) return true;
  const expression = lowered.expressions.get(name);
  if (expression !== undefined && gathersOwn(expression, model)) return true;
  return (lowered.uses.get(name) ?? []).some((use) => own.get(use.variable) === true);
}

/** Whether an expression gathers over measures: even a count of them differs between alternatives. */
function gathersOwn(expression: Expression, model: Model): boolean {
  switch (expression.op) {
    case 'gather':
      return (
        model.entities.get(expression.entity)?.perAlternative === true ||
        gathersOwn(expression.body, model) ||
        (expression.otherwise !== undefined && gathersOwn(expression.otherwise, model))
      );
    case 'unary':
    case 'table':
      return gathersOwn(expression.a, model);
    case 'binary':
      return gathersOwn(expression.a, model) || gathersOwn(expression.b, model);
    case 'select':
      return (
        gathersOwn(expression.condition, model) || gathersOwn(expression.a, model) || gathersOwn(expression.b, model)
      );
    case 'related':
      return gathersOwn(expression.body, model) || gathersOwn(expression.otherwise, model);
    default:
      return false;
  }
}

function arrange(
  model: Model,
  lowered: Lowered,
  levels: ReadonlyMap<string, Level>,
  own: ReadonlyMap<string, boolean>,
): Schedule {
  const pick = (level: Level, ownOnes: boolean): readonly Step[] => {
    const names = lowered.order.filter((name) => {
      if (levels.get(name) !== level || (own.get(name) === true) !== ownOnes) return false;
      const role = model.variables.get(baseOf(name))?.role;
      return role === 'formula' || role === 'solved';
    });
    return intoStages(names, model, lowered);
  };
  return {
    static: pick('static', false),
    staticOwn: pick('static', true),
    once: pick('once', false),
    onceOwn: pick('once', true),
    yearly: pick('yearly', false),
    yearlyOwn: pick('yearly', true),
  };
}

/**
 * Groups variables into as few loops over entities as their needs allow, then moves each to the last loop it may stand in,
 * so that most values live only inside a loop.
 */
function intoStages(names: readonly string[], model: Model, lowered: Lowered): Step[] {
  const position = new Map(names.map((name, index) => [name, index]));
  const entities = new Map(names.map((name) => [name, model.variables.get(baseOf(name))?.entity as string]));
  const entityOf = (name: string): string => entities.get(name) as string;
  const solverOf = (name: string): string | undefined => {
    const variable = model.variables.get(name);
    return variable?.role === 'solved' ? variable.solver : undefined;
  };
  const remaining = new Set(names);
  // Of each entity, in order, what is still to be placed.
  const waiting = new Map<string, string[]>();
  const solved: string[] = [];
  for (const name of names) {
    if (solverOf(name) !== undefined) solved.push(name);
    else {
      const list = waiting.get(entityOf(name));
      if (list === undefined) waiting.set(entityOf(name), [name]);
      else list.push(name);
    }
  }
  const inOrder = [...waiting.keys()].sort();
  const steps: { kind: 'stage' | 'solve'; entity: string; members: string[] }[] = [];
  const done = (name: string): boolean => !remaining.has(name) || !position.has(name);
  while (remaining.size > 0) {
    const solvable = solved.find(
      (name) => remaining.has(name) && (lowered.uses.get(name) ?? []).every((use) => done(use.variable)),
    );
    if (solvable !== undefined) {
      const solver = solverOf(solvable) as string;
      const members = solved.filter((name) => remaining.has(name) && solverOf(name) === solver);
      for (const member of members) remaining.delete(member);
      steps.push({ kind: 'solve', entity: solver, members });
      continue;
    }
    let best: string[] = [];
    for (const entity of inOrder) {
      const taken = new Set<string>();
      for (const name of waiting.get(entity) ?? []) {
        const ready = (lowered.uses.get(name) ?? []).every(
          (use) => use.previous || done(use.variable) || (use.own && taken.has(use.variable)),
        );
        if (ready) taken.add(name);
      }
      if (taken.size > best.length) best = [...taken];
    }
    if (best.length === 0) throw new TypeError(`no order for ${[...remaining].join(', ')}`);
    for (const name of best) remaining.delete(name);
    const entity = entityOf(best[0] as string);
    waiting.set(
      entity,
      (waiting.get(entity) ?? []).filter((name) => remaining.has(name)),
    );
    steps.push({ kind: 'stage', entity, members: best });
  }
  sink(steps, names, lowered, entityOf, solverOf);
  return steps
    .filter((step) => step.members.length > 0)
    .map((step) =>
      step.kind === 'solve'
        ? { kind: 'solve', solver: step.entity }
        : {
            kind: 'stage',
            entity: step.entity,
            variables: step.members.sort((a, b) => (position.get(a) as number) - (position.get(b) as number)),
          },
    );
}

function sink(
  steps: { kind: 'stage' | 'solve'; entity: string; members: string[] }[],
  names: readonly string[],
  lowered: Lowered,
  entityOf: (name: string) => string,
  solverOf: (name: string) => string | undefined,
): void {
  const stepOf = new Map<string, number>();
  for (const [index, step] of steps.entries()) for (const member of step.members) stepOf.set(member, index);
  const users = new Map<string, { name: string; own: boolean }[]>();
  for (const name of names) {
    for (const use of lowered.uses.get(name) ?? []) {
      if (use.previous || !stepOf.has(use.variable)) continue;
      const list = users.get(use.variable) ?? [];
      list.push({ name, own: use.own && solverOf(name) === undefined });
      users.set(use.variable, list);
    }
  }
  for (const name of [...names].reverse()) {
    if (solverOf(name) !== undefined) continue;
    let latest = steps.length - 1;
    for (const user of users.get(name) ?? [])
      latest = Math.min(latest, (stepOf.get(user.name) as number) - (user.own ? 0 : 1));
    const at = stepOf.get(name) as number;
    for (let index = latest; index > at; index -= 1) {
      const step = steps[index];
      if (step?.kind === 'stage' && step.entity === entityOf(name)) {
        const from = steps[at]?.members as string[];
        from.splice(from.indexOf(name), 1);
        step.members.push(name);
        stepOf.set(name, index);
        break;
      }
    }
  }
}

function storedVariables(model: Model, lowered: Lowered, schedule: Schedule, wanted: Wanted): Set<string> {
  const stored = new Set<string>([...wanted.outputs, ...wanted.outcomes, ...lowered.hasPrevious]);
  for (const [name] of lowered.uses) if (name.endsWith('@opening')) stored.add(name);
  const stageOf = new Map<string, object>();
  for (const step of Object.values(schedule).flat() as Step[]) {
    if (step.kind === 'stage') for (const name of step.variables) stageOf.set(name, step);
  }
  for (const [name, uses] of lowered.uses) {
    for (const use of uses) {
      const sameLoop = use.own && stageOf.get(name) !== undefined && stageOf.get(name) === stageOf.get(use.variable);
      if (!sameLoop) stored.add(use.variable);
    }
  }
  for (const name of lowered.order) {
    const role = model.variables.get(name)?.role;
    if (role === 'input' || role === 'draw' || role === 'solved') stored.add(name);
  }
  return stored;
}
