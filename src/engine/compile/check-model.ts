import type { MathNode } from 'mathjs/number';
import type { Problem } from '../../errors.ts';
import {
  combineUnits,
  dimensionless,
  formatUnit,
  parseUnit,
  raiseUnit,
  sameUnit,
  type Unit,
} from '../../units/index.ts';
import { suggestion } from '../text/index.ts';
import { type Formula, FormulaError, type NodeView, partsOf, viewOf } from './formula.ts';
import { builtins, type OperatorName, type ScalarFunctionName } from './language.ts';
import type { FormulaVariable, Model, Variable } from './model.ts';
import { meaningOf, memberScope, relatedScope, type Scope, scopeOf } from './scope.ts';

/**
 * Checks every formula before anything runs: names, scopes and dimensions; that a year's values can be put in an order;
 * that openings need no year.
 *
 * @returns every problem found, and the variables nothing uses (`unused`), which are worth a look but no error
 */
export function checkModel(model: Model): { problems: Problem[]; unused: string[] } {
  const problems: Problem[] = [];
  const report = (variable: Variable, error: FormulaError, formula: string, part = 'formula'): void => {
    const text = variable.writtenAs?.text ?? formula;
    problems.push({
      code: error.code,
      file: variable.file,
      ...(variable.line === undefined ? {} : { line: variable.line }),
      path: variable.writtenAs?.path ?? `${variable.name}.${part}`,
      message: error.message,
      found: text.length > 120 ? `${text.slice(0, 117)}…` : text,
      ...(error.hint === undefined ? {} : { hint: error.hint }),
    });
  };
  for (const variable of model.variables.values()) {
    if (variable.role !== 'formula') continue;
    const check = (formula: Formula, unit: Unit, part: string): void => {
      try {
        const found = inferUnit(model, scopeOf(variable.entity), formula.root, false);
        if (found !== 'any' && !sameUnit(found, unit)) {
          const written =
            variable.writtenAs?.text === undefined ? undefined : variable.writtenAs.path.split('.').at(-1);
          throw new FormulaError(
            'unit-mismatch',
            written === undefined
              ? `${variable.name} is stated in ${formatUnit(unit)}, but its ${part} gives ${formatUnit(found)}`
              : `«${written}» must come to ${formatUnit(unit)}, but comes to ${formatUnit(found)}`,
          );
        }
      } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
        report(variable, error, formula.text, part);
      }
    };
    check(variable.formula, variable.unit, 'formula');
    if (variable.opening !== undefined) check(variable.opening, variable.unit, 'opening');
  }
  if (problems.length > 0) return { problems, unused: [] };
  problems.push(...findCycles(model));
  if (problems.length > 0) return { problems, unused: [] };
  for (const variable of model.variables.values()) {
    if (variable.role === 'formula' && variable.opening !== undefined) {
      if (usesYear(variable.opening.root)) {
        report(
          variable,
          new FormulaError(
            'opening-needs-year',
            'An opening stands before the first year, so it names neither the year nor previous(…)',
          ),
          variable.opening.text,
          'opening',
        );
        continue;
      }
      const yearly = [...dependencies(model, variable.opening.root, scopeOf(variable.entity))].find((name) =>
        isYearly(model, name),
      );
      if (yearly !== undefined) {
        report(
          variable,
          new FormulaError(
            'opening-needs-year',
            `An opening stands before the first year, but ${yearly} has a value for each year`,
          ),
          variable.opening.text,
          'opening',
        );
      }
    }
  }
  return { problems, unused: unusedVariables(model) };
}

/** The unit of an expression; `any` for a literal 0, which is nought of everything. */
type Inferred = Unit | 'any';

function inferUnit(model: Model, scope: Scope, node: MathNode, insideGather: boolean): Inferred {
  return new UnitInference(model, scope, insideGather).of(node);
}

/** Finds the units of expressions that stand in one scope. */
class UnitInference {
  private readonly model: Model;
  private readonly scope: Scope;
  private readonly insideGather: boolean;

  constructor(model: Model, scope: Scope, insideGather: boolean) {
    this.model = model;
    this.scope = scope;
    this.insideGather = insideGather;
  }

  of(node: MathNode): Inferred {
    const view = viewOf(node);
    switch (view.kind) {
      case 'constant':
        return view.value === 0 ? 'any' : typeof view.value === 'boolean' ? 'boolean' : dimensionless;
      case 'group':
        return this.of(view.inner);
      case 'name': {
        const meaning = meaningOf(this.model, this.scope, view.name);
        return meaning.kind === 'builtin' ? parseUnit(builtins[meaning.name].unit) : meaning.variable.unit;
      }
      case 'conditional':
        this.truth(view.condition);
        return common([view.yes, view.no], [this.of(view.yes), this.of(view.no)], 'the branches of a condition');
      case 'operator':
        return this.ofOperator(view.name, view.parts);
      case 'scalar':
        return this.ofScalar(view.name, view.parts);
      case 'form':
        return this.ofForm(view);
    }
  }

  private readonly number = (part: MathNode): Inferred => {
    const unit = this.of(part);
    if (unit === 'boolean') {
      throw new FormulaError(
        'unit-mismatch',
        `«${part.toString()}» is a truth value, not a number`,
        'Write it as a condition: … ? … : …',
      );
    }
    return unit;
  };

  private truth(part: MathNode): void {
    if (this.of(part) !== 'boolean') {
      throw new FormulaError(
        'unit-mismatch',
        `«${part.toString()}» is a number where a truth value is needed`,
        'Compare it with something',
      );
    }
  }

  private pure(part: MathNode, what: string): void {
    const unit = this.number(part);
    if (unit !== 'any' && !sameUnit(unit, dimensionless)) {
      throw new FormulaError(
        'unit-mismatch',
        `${what} needs a number without a unit, but «${part.toString()}» is in ${formatUnit(unit)}`,
      );
    }
  }

  private ofOperator(name: OperatorName, parts: readonly MathNode[]): Inferred {
    const [first, second] = parts as [MathNode, MathNode];
    switch (name) {
      case 'and':
      case 'or':
      case 'not':
        for (const part of parts) this.truth(part);
        return 'boolean';
      case 'smaller':
      case 'smallerEq':
      case 'larger':
      case 'largerEq':
      case 'equal':
      case 'unequal':
        common(parts, parts.map(this.number), 'a comparison');
        return 'boolean';
      case 'add':
      case 'subtract':
        return common(parts, parts.map(this.number), name === 'add' ? 'a sum' : 'a difference');
      case 'unaryMinus':
      case 'unaryPlus':
        return this.number(first);
      case 'multiply':
      case 'divide':
        return this.ofProduct(this.number(first), this.number(second), name === 'divide');
      case 'pow':
        return this.ofPower(first, second);
    }
  }

  private ofProduct(a: Inferred, b: Inferred, isQuotient: boolean): Inferred {
    if (isQuotient && b === 'any') throw new FormulaError('division-by-zero', 'Something is divided by the literal 0');
    if (a === 'any' || b === 'any') return 'any';
    return combineUnits(a, b, isQuotient ? -1 : 1);
  }

  private ofPower(base: MathNode, exponent: MathNode): Inferred {
    const unit = this.number(base);
    this.pure(exponent, 'an exponent');
    if (unit === 'any' || sameUnit(unit, dimensionless)) return unit === 'any' ? dimensionless : unit;
    const literal = viewOf(exponent);
    if (literal.kind === 'constant' && typeof literal.value === 'number') return raiseUnit(unit, literal.value);
    throw new FormulaError(
      'unit-mismatch',
      `«${base.toString()}» is in ${formatUnit(unit)}; only a literal power of it has a unit`,
      'Divide it by a unit amount first',
    );
  }

  private ofScalar(name: ScalarFunctionName, parts: readonly MathNode[]): Inferred {
    const [first, second] = parts as [MathNode, MathNode];
    switch (name) {
      case 'min':
      case 'max':
      case 'clamp':
        return common(parts, parts.map(this.number), name);
      case 'abs':
      case 'floor':
      case 'round':
        return this.number(first);
      case 'exp':
      case 'log':
        this.pure(first, name);
        return dimensionless;
      case 'sqrt': {
        const unit = this.number(first);
        return unit === 'any' ? 'any' : raiseUnit(unit, 0.5);
      }
      case 'pow':
        return this.ofPower(first, second);
    }
  }

  private ofForm(view: Extract<NodeView, { kind: 'form' }>): Inferred {
    const { model, scope } = this;
    const [inner, otherwise] = view.parts as [MathNode, MathNode];
    switch (view.name) {
      case 'previous': {
        const meaning = meaningOf(model, scope, view.word);
        if (
          meaning.kind === 'builtin' ||
          meaning.variable.role !== 'formula' ||
          meaning.variable.opening === undefined
        ) {
          throw new FormulaError(
            'no-opening',
            `previous(${view.word}) needs a variable with an opening value`,
            `Give ${view.word} an opening`,
          );
        }
        return meaning.variable.unit;
      }
      case 'interpolate': {
        const table = model.tables.get(view.word);
        if (table === undefined) {
          throw new FormulaError(
            'unknown-table',
            `There is no table «${view.word}»`,
            suggestion(view.word, model.tables.keys()),
          );
        }
        this.pure(inner, 'interpolate');
        return table.unit;
      }
      case 'related': {
        const unit = inferUnit(model, relatedScope(model, scope, view.word).scope, inner, this.insideGather);
        return common(view.parts, [unit, this.of(otherwise)], 'related');
      }
      default:
        return this.ofGathering(view.name, view.word, inner, otherwise);
    }
  }

  private ofGathering(
    name: 'sum' | 'product' | 'least' | 'greatest',
    entity: string,
    inner: MathNode,
    otherwise: MathNode,
  ): Inferred {
    if (this.insideGather)
      throw new FormulaError(
        'nested-gathering',
        `${name} stands inside another gathering`,
        'Give the inner one a name of its own',
      );
    const unit = inferUnit(this.model, memberScope(this.model, this.scope, entity).scope, inner, true);
    if (unit === 'boolean')
      throw new FormulaError('unit-mismatch', `${name} gathers numbers, but «${inner.toString()}» is a truth value`);
    if (name === 'sum') return unit;
    if (name === 'product') {
      if (unit !== 'any' && !sameUnit(unit, dimensionless))
        throw new FormulaError('unit-mismatch', 'Only numbers without a unit are multiplied over entities');
      return dimensionless;
    }
    return common([inner, otherwise], [unit, this.number(otherwise)], name);
  }
}

function common(parts: readonly MathNode[], units: readonly Inferred[], where: string): Inferred {
  let found: Inferred = 'any';
  let first: MathNode | undefined;
  for (const [position, unit] of units.entries()) {
    if (unit === 'any') continue;
    if (found === 'any') {
      found = unit;
      first = parts[position];
    } else if (!sameUnit(found, unit)) {
      throw new FormulaError(
        'unit-mismatch',
        `In ${where}, «${first?.toString()}» is in ${formatUnit(found)} and «${parts[position]?.toString()}» in ${formatUnit(unit)}`,
      );
    }
  }
  return found;
}

/** Variables whose value of the same year an expression needs; `previous(x)` is last year's and does not count. */
export function dependencies(
  model: Model,
  node: MathNode,
  scope: Scope,
  found = new Set<string>(),
  previous = false,
): Set<string> {
  const view = viewOf(node);
  if (view.kind === 'name') {
    const meaning = meaningOf(model, scope, view.name);
    if (meaning.kind === 'variable') found.add(meaning.variable.name);
    return found;
  }
  if (view.kind === 'form') {
    const inner = view.parts[0];
    if (view.name === 'previous') {
      if (previous) found.add(view.word);
      return found;
    }
    if (view.name === 'interpolate') return dependencies(model, inner as MathNode, scope, found, previous);
    const innerScope =
      view.name === 'related'
        ? relatedScope(model, scope, view.word).scope
        : memberScope(model, scope, view.word).scope;
    dependencies(model, inner as MathNode, innerScope, found, previous);
    if (view.parts[1] !== undefined) dependencies(model, view.parts[1], scope, found, previous);
    return found;
  }
  for (const part of partsOf(view)) dependencies(model, part, scope, found, previous);
  return found;
}

/** What a variable needs in the same year, statable inputs and a solver's needs included. */
export function needsOf(model: Model, variable: Variable, previous = false): Set<string> {
  if (variable.role === 'solved') return new Set(model.solvers.get(variable.solver)?.needs ?? []);
  if (variable.role !== 'formula') return new Set();
  const found = dependencies(model, variable.formula.root, scopeOf(variable.entity), new Set(), previous);
  if (previous && variable.opening !== undefined)
    dependencies(model, variable.opening.root, scopeOf(variable.entity), found, true);
  if (variable.statable) found.add(`${variable.name}Given`).add(`${variable.name}Stated`);
  return found;
}

function findCycles(model: Model): Problem[] {
  const state = new Map<string, 'open' | 'done'>();
  const stack: string[] = [];
  const problems: Problem[] = [];
  const visit = (name: string): void => {
    if (state.get(name) === 'done') return;
    if (state.get(name) === 'open') {
      const cycle = [...stack.slice(stack.indexOf(name)), name];
      const variable = model.variables.get(name) as FormulaVariable;
      problems.push({
        code: 'cycle',
        file: variable.file,
        ...(variable.line === undefined ? {} : { line: variable.line }),
        path: name,
        message: `These formulas need each other in the same year: ${cycle.join(' → ')}`,
        hint: 'Let one of them use previous(…)',
      });
      return;
    }
    const variable = model.variables.get(name);
    if (variable === undefined) return;
    state.set(name, 'open');
    stack.push(name);
    for (const needed of needsOf(model, variable)) visit(needed);
    stack.pop();
    state.set(name, 'done');
  };
  for (const name of model.variables.keys()) visit(name);
  return problems;
}

const yearlyCache = new WeakMap<Model, Map<string, boolean>>();

/** Whether a variable has a value for each year, by its own form: what a scenario states by year comes on top. */
function isYearly(model: Model, name: string): boolean {
  let known = yearlyCache.get(model);
  if (known === undefined) {
    known = new Map();
    yearlyCache.set(model, known);
  }
  const found = known.get(name);
  if (found !== undefined) return found;
  const variable = model.variables.get(name);
  let yearly = false;
  // A solver runs within the first year.
  if (variable?.role === 'draw' || variable?.role === 'solved') yearly = true;
  else if (variable?.role === 'formula') {
    known.set(name, true);
    yearly = usesYear(variable.formula.root) || [...needsOf(model, variable)].some((needed) => isYearly(model, needed));
  }
  known.set(name, yearly);
  return yearly;
}

/** Whether an expression names the year, or last year's value of something. */
export function usesYear(node: MathNode): boolean {
  const view = viewOf(node);
  if (view.kind === 'name') return ['yearIndex', 'calendarYear', 'isFirstYear', 'isLastYear'].includes(view.name);
  if (view.kind === 'form' && view.name === 'previous') return true;
  return partsOf(view).some(usesYear);
}

function unusedVariables(model: Model): string[] {
  const used = new Set<string>();
  const visit = (name: string): void => {
    if (used.has(name)) return;
    used.add(name);
    const variable = model.variables.get(name);
    if (variable !== undefined) for (const needed of needsOf(model, variable, true)) visit(needed);
  };
  for (const variable of model.variables.values()) {
    if (variable.role === 'formula' && (variable.output !== undefined || variable.outcome)) visit(variable.name);
  }
  for (const flow of model.flows) visit(flow.id);
  // The ledger puts present values together from these.
  for (const name of model.variables.keys()) if (name.startsWith('discountFactor')) visit(name);
  for (const name of [...used]) {
    const variable = model.variables.get(name);
    if (variable?.role === 'solved')
      for (const given of model.solvers.get(variable.solver)?.gives ?? []) used.add(given);
  }
  return [...model.variables.keys()].filter((name) => !used.has(name));
}
