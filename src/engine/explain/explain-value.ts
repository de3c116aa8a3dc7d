import { PlannerError } from '../../errors.ts';
import {
  type FormulaVariable,
  type FutureRun,
  futureEntity,
  type Instance,
  type Model,
  type Provenance,
  parseFormula,
  scopeOf,
  type Table,
  type Variable,
} from '../compile/index.ts';
import { suggestion } from '../text/index.ts';
import { FormulaWalk, type Place } from './explain-expression.ts';
import type { ExplainedExpression, ExplainedTable, ExplainedValue, Explanation, NodeKey } from './explanation.ts';
import { sameEveryYear } from './same-every-year.ts';

/** Which number is asked for. */
export type ExplainedPlace = {
  readonly variable: string;
  /** Position in the list of its entity's instances; 0 for the future as a whole. */
  readonly instance: number;
  /** 0 is the first year; `opening` is before it. */
  readonly year: number | 'opening';
};

export type ExplainOptions = {
  /**
   * Where an input of an instance comes from; without it, what the instance itself says. Of a value stated in place of the
   * formula of `x`, the input is `xStated`.
   */
  readonly provenance?: (variable: string, instance: Instance) => Provenance | undefined;
  /** How many variables deep formulas are opened: 1 is the number's own formula only. Without it, down to inputs. */
  readonly depth?: number;
  /** The most values an explanation holds, at least 1; without it 20 000. */
  readonly nodes?: number;
};

/** What the shipped model needs for 30 years of about ten places, shops and measures; written as JSON, 20 to 25 MB. */
const mostNodes = 20_000;

/**
 * Tells how one number of one future came about: what it is made from, down to inputs, draws and solved values.
 *
 * Values are opened nearest first, so that a limit cuts what is farthest away. Where it cuts, the value stands without its
 * expression and is marked `cut`; every value an expression refers to is there in any case.
 *
 * @param run - one future of one alternative
 * @param model - the model of the run, its ledger included
 * @throws {PlannerError} when there is no such variable
 * @throws {RangeError} when there is no such instance or year, or no opening
 */
export function explainValue(
  run: FutureRun<number>,
  model: Model,
  at: ExplainedPlace,
  options: ExplainOptions = {},
): Explanation {
  return new Explainer(run, model, options).explain(placeOf(run, model, at));
}

function placeOf(run: FutureRun<number>, model: Model, at: ExplainedPlace): Place {
  const variable = model.variables.get(at.variable);
  if (variable === undefined) {
    throw new PlannerError([
      {
        code: 'unknown-name',
        message: `There is no variable «${at.variable}»`,
        hint: suggestion(at.variable, model.variables.keys()),
      },
    ]);
  }
  const count = run.relations.count(variable.entity);
  if (!Number.isInteger(at.instance) || at.instance < 0 || at.instance >= count) {
    throw new RangeError(`instance ${at.instance} of ${variable.entity} does not exist; there are ${count}, from 0`);
  }
  if (at.year === 'opening') {
    if (variable.role !== 'formula' || variable.opening === undefined) {
      throw new RangeError(`${variable.name} has no opening`);
    }
  } else if (!Number.isInteger(at.year) || at.year < 0) {
    throw new RangeError(`year ${at.year} does not exist; years are whole numbers from 0`);
  }
  return { variable, instance: at.instance, year: at.year };
}

const calendarYear = parseFormula('calendarYear').root;

class Explainer {
  private readonly run: FutureRun<number>;
  private readonly model: Model;
  private readonly options: ExplainOptions;
  private readonly isSame: (variable: Variable, instance: number) => boolean;
  private readonly nodes: Record<NodeKey, ExplainedValue> = {};
  private readonly tables: Record<string, ExplainedTable> = {};
  /** Everything found so far, in the order it was found; those not yet explained stand last. */
  private readonly found = new Map<NodeKey, { readonly place: Place; readonly depth: number }>();

  constructor(run: FutureRun<number>, model: Model, options: ExplainOptions) {
    this.run = run;
    this.model = model;
    this.options = options;
    this.isSame = sameEveryYear(model, run.relations);
  }

  explain(root: Place): Explanation {
    this.found.set(this.keyOf(root), { place: root, depth: 0 });
    let complete = true;
    // A map shows what is added while it is read: a work list, not a recursion, so that long horizons need no deep stack.
    for (const [key, { place, depth }] of this.found) {
      const value = this.valueOf(place);
      const node = this.describe(key, place, value);
      const expression = node.kind === 'formula' ? this.open(place, value, depth) : undefined;
      const solvedFrom = node.kind === 'solved' ? this.needsOf(place, depth) : undefined;
      const isCut =
        (node.kind === 'formula' && expression === undefined) || (node.kind === 'solved' && solvedFrom === undefined);
      if (isCut) complete = false;
      this.nodes[key] = {
        ...node,
        ...(expression && { expression }),
        ...(solvedFrom && { solvedFrom }),
        ...(isCut && { cut: true }),
      };
    }
    return { root: this.keyOf(root), nodes: this.nodes, tables: this.tables, complete };
  }

  /** What a solver read to find a value, in the first year, if the limits allow it; it then waits to be explained too. */
  private needsOf(place: Place, depth: number): readonly NodeKey[] | undefined {
    if (depth >= (this.options.depth ?? Number.POSITIVE_INFINITY) || place.variable.role !== 'solved') return undefined;
    const needs = (this.model.solvers.get(place.variable.solver)?.needs ?? []).flatMap((name) => {
      const variable = this.variable(name);
      return this.run.relations.list(variable.entity).map((_, instance): Place => ({ variable, instance, year: 0 }));
    });
    const keys = needs.map((need) => this.keyOf(need));
    const fresh = needs.filter((_, index) => !this.found.has(keys[index] as NodeKey));
    if (this.found.size + fresh.length > (this.options.nodes ?? mostNodes)) return undefined;
    for (const need of fresh) this.found.set(this.keyOf(need), { place: need, depth: depth + 1 });
    return keys;
  }

  /** The expression behind a value, if the limits allow it; what it refers to then waits to be explained. */
  private open(place: Place, value: number | boolean, depth: number): ExplainedExpression | undefined {
    if (depth >= (this.options.depth ?? Number.POSITIVE_INFINITY)) return undefined;
    const walk = new FormulaWalk(this.run, this.model, (other) => this.keyOf(other));
    const variable = place.variable as FormulaVariable;
    let expression: ExplainedExpression;
    if (this.isStated(place)) {
      expression = walk.reference({ ...place, variable: this.variable(`${variable.name}Stated`) }, value);
    } else {
      const { root } = place.year === 'opening' ? (variable.opening as FormulaVariable['formula']) : variable.formula;
      const year = place.year === 'opening' ? 0 : place.year;
      expression = walk.explain(root, { scope: scopeOf(variable.entity), instance: place.instance, year });
    }
    const fresh = [...walk.places].filter(([key]) => !this.found.has(key));
    if (this.found.size + fresh.length > (this.options.nodes ?? mostNodes)) return undefined;
    for (const [key, other] of fresh) this.found.set(key, { place: other, depth: depth + 1 });
    for (const name of walk.tables) this.tables[name] ??= describeTable(this.model.tables.get(name) as Table);
    return expression;
  }

  private describe(key: NodeKey, place: Place, value: number | boolean): ExplainedValue {
    const { variable } = place;
    const year = this.yearOf(place);
    const instance = this.instanceOf(place);
    return {
      key,
      variable: variable.name,
      entity: variable.entity,
      instanceId: instance.id,
      instanceLabel: instance.label,
      ...(year === undefined ? {} : { year }),
      label: variable.label,
      description: variable.description,
      unit: variable.unitText,
      value,
      kind: variable.role,
      ...(variable.role === 'formula' ? this.describeFormula(variable, place) : {}),
      ...(variable.role === 'solved' ? { solver: variable.solver } : {}),
      ...(variable.role === 'input' ? this.describeInput(variable.name, instance) : {}),
      source: variable.source,
      file: variable.file,
      ...(variable.line === undefined ? {} : { line: variable.line }),
    };
  }

  private describeInput(name: string, instance: Instance): Pick<ExplainedValue, 'provenance'> {
    const { provenance: ask } = this.options;
    const provenance = ask === undefined ? instance.provenance[name] : ask(name, instance);
    return provenance === undefined ? {} : { provenance };
  }

  private describeFormula(
    variable: FormulaVariable,
    place: Place,
  ): Pick<ExplainedValue, 'formula' | 'stated' | 'collects'> {
    if (place.year === 'opening') return { formula: variable.opening?.text ?? '' };
    return {
      formula: variable.formula.text,
      ...(this.isStated(place) ? { stated: true } : {}),
      ...(variable.collects === undefined ? {} : { collects: variable.collects }),
    };
  }

  /** Whether a scenario gave the value in place of the formula. An opening is always computed. */
  private isStated({ variable, instance, year }: Place): boolean {
    if (variable.role !== 'formula' || !variable.statable || year === 'opening') return false;
    return this.run.value(`${variable.name}Given`, instance, year) === true;
  }

  private valueOf({ variable, instance, year }: Place): number | boolean {
    if (year === 'opening') return this.run.before(variable as FormulaVariable, instance, 0);
    return this.run.value(variable.name, instance, year);
  }

  private keyOf(place: Place): NodeKey {
    return `${place.variable.name}@${this.instanceOf(place).id}@${this.yearOf(place) ?? 'static'}`;
  }

  private yearOf({ variable, instance, year }: Place): number | 'opening' | undefined {
    if (year === 'opening') return year;
    if (this.isSame(variable, instance)) return undefined;
    return this.run.evaluate(calendarYear, { scope: scopeOf(futureEntity), instance: 0, year }) as number;
  }

  private instanceOf({ variable, instance }: Place): Instance {
    return this.run.relations.list(variable.entity)[instance] as Instance;
  }

  private variable(name: string): Variable {
    const variable = this.model.variables.get(name);
    if (variable === undefined) throw new TypeError(`no variable ${name}`);
    return variable;
  }
}

function describeTable({ label, description, source, status, unitText, points }: Table): ExplainedTable {
  return { label, description, source, status, unit: unitText, points };
}
