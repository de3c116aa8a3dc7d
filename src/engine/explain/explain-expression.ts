import { formatUnit, parseUnit, type Unit } from '../../units/index.ts';
import {
  builtins,
  type Formula,
  type FutureRun,
  type Instance,
  type Model,
  type NodeView,
  type Position,
  type Variable,
  viewOf,
} from '../compile/index.ts';
import type { ExplainedExpression, GatheringForm, NodeKey } from './explanation.ts';
import { commonUnit, literalUnit, operationUnit } from './operation-unit.ts';

type SyntaxNode = Formula['root'];
type FormView = Extract<NodeView, { kind: 'form' }>;

/** One value of one future: a variable of one instance (its position in the list), in a year (0 is the first) or before. */
export type Place = { readonly variable: Variable; readonly instance: number; readonly year: number | 'opening' };

/**
 * Walks one formula at one position and notes what each part came to. Values are asked of the run for every part by itself,
 * never put together here, so that an explanation that adds up says something about the run.
 */
export class FormulaWalk {
  private readonly run: FutureRun<number>;
  private readonly model: Model;
  private readonly keyOf: (place: Place) => NodeKey;
  private readonly units = new Map<ExplainedExpression, Unit>();
  /** The values referred to, by key. */
  readonly places = new Map<NodeKey, Place>();
  /** The tables read. */
  readonly tables = new Set<string>();

  constructor(run: FutureRun<number>, model: Model, keyOf: (place: Place) => NodeKey) {
    this.run = run;
    this.model = model;
    this.keyOf = keyOf;
  }

  /** A reference to a value, which is noted among `places`. */
  reference(place: Place, value: number | boolean, previous = false): ExplainedExpression {
    const to = this.keyOf(place);
    this.places.set(to, place);
    const { name, unit } = place.variable;
    return this.withUnit({ op: 'reference', to, variable: name, value, ...(previous ? { previous } : {}) }, unit);
  }

  /** The explained form of a syntax tree, evaluated at a position. Recurses as deep as the formula is written. */
  explain(node: SyntaxNode, position: Position): ExplainedExpression {
    const view = viewOf(node);
    if (view.kind === 'group') return this.explain(view.inner, position);
    const value = this.run.evaluate(node, position);
    switch (view.kind) {
      case 'constant':
        return this.withUnit({ op: 'constant', value }, literalUnit(value));
      case 'name': {
        const { meaning, instance } = this.run.resolve(node, position, view.name);
        if (meaning.kind === 'variable') {
          return this.reference({ variable: meaning.variable, instance, year: position.year }, value);
        }
        return this.withUnit({ op: 'builtin', name: meaning.name, value }, parseUnit(builtins[meaning.name].unit));
      }
      case 'conditional': {
        const condition = this.explain(view.condition, position);
        const [branch, other] = condition.value === true ? [view.yes, view.no] : [view.no, view.yes];
        const taken = condition.value === true ? 'yes' : 'no';
        const explained = this.explain(branch, position);
        return this.withUnit(
          { op: 'conditional', value, condition, taken, branch: explained, other: other.toString() },
          this.units.get(explained),
        );
      }
      case 'operator':
        if (view.name === 'and' || view.name === 'or') return this.connective(view.name, view.parts, position, value);
        return this.operation(view.name, view.parts, position, value);
      case 'scalar':
        return this.operation(view.name, view.parts, position, value);
      case 'form':
        return this.form(node, view, position, value);
    }
  }

  private operation(
    op: Extract<NodeView, { kind: 'operator' | 'scalar' }>['name'],
    written: readonly SyntaxNode[],
    position: Position,
    value: number | boolean,
  ): ExplainedExpression {
    const parts = written.map((part) => this.explain(part, position));
    const took = tookOf(
      op,
      parts.map((part) => part.value as number),
    );
    const units = parts.map((part) => this.units.get(part));
    return this.withUnit(
      { op, value, parts, ...(took === undefined ? {} : { took }) },
      operationUnit(op, units, parts[1]),
    );
  }

  private connective(
    op: 'and' | 'or',
    written: readonly SyntaxNode[],
    position: Position,
    value: number | boolean,
  ): ExplainedExpression {
    const [left, right] = written as [SyntaxNode, SyntaxNode];
    const first = this.explain(left, position);
    const decided = first.value === (op === 'or');
    return this.withUnit(
      decided
        ? { op, value, parts: [first], unread: right.toString() }
        : { op, value, parts: [first, this.explain(right, position)] },
      'boolean',
    );
  }

  private form(node: SyntaxNode, view: FormView, position: Position, value: number | boolean): ExplainedExpression {
    const [body, otherwise] = view.parts as [SyntaxNode, SyntaxNode];
    switch (view.name) {
      case 'previous': {
        const { meaning, instance } = this.run.resolve(node, position, view.word);
        if (meaning.kind === 'builtin') throw new TypeError('a checked formula asks for no built-in of last year');
        const year = position.year > 0 ? position.year - 1 : 'opening';
        return this.reference({ variable: meaning.variable, instance, year }, value, true);
      }
      case 'interpolate': {
        this.tables.add(view.word);
        const argument = this.explain(body, position);
        return this.withUnit(
          { op: 'table', value, table: view.word, argument },
          this.model.tables.get(view.word)?.unit,
        );
      }
      case 'related': {
        const there = this.run.relatedTo(node, position, view.word);
        const inner = there === undefined ? this.explain(otherwise, position) : this.explain(body, there);
        const other = (there === undefined ? body : otherwise).toString();
        const id = there === undefined ? {} : { id: this.idOf(view.word, there.instance) };
        return this.withUnit({ op: 'related', value, entity: view.word, ...id, inner, other }, this.units.get(inner));
      }
      default:
        return this.gather(view.name, this.run.members(node, position, view.word), view, position, value);
    }
  }

  private gather(
    form: GatheringForm,
    positions: readonly Position[],
    view: FormView,
    position: Position,
    value: number | boolean,
  ): ExplainedExpression {
    const [body, otherwise] = view.parts as [SyntaxNode, SyntaxNode | undefined];
    const gathered = { op: 'gather', value, form, entity: view.word } as const;
    if (positions.length === 0 && otherwise !== undefined) {
      const instead = this.explain(otherwise, position);
      return this.withUnit({ ...gathered, members: [], otherwise: instead }, this.units.get(instead));
    }
    const members = positions.map((at) => ({
      id: this.idOf(view.word, at.instance),
      expression: this.explain(body, at),
    }));
    const took = tookOf(
      form,
      members.map((member) => member.expression.value as number),
    );
    const unit =
      form === 'product' ? parseUnit('1') : commonUnit(members.map((each) => this.units.get(each.expression)));
    return this.withUnit({ ...gathered, members, ...(took === undefined ? {} : { took }) }, unit);
  }

  private idOf(entity: string, instance: number): string {
    return (this.run.relations.list(entity)[instance] as Instance).id;
  }

  private withUnit(expression: ExplainedExpression, unit: Unit | undefined): ExplainedExpression {
    if (unit === undefined) return expression;
    const whole = { ...expression, unit: formatUnit(unit) };
    this.units.set(whole, unit);
    return whole;
  }
}

/**
 * Which of several numbers an extreme is: the first of equals, and a NaN only where it stands first, as the arithmetic has
 * it. Undefined when the operation picks none, or nothing is below (or above) the infinity that gathering starts from.
 */
function tookOf(operation: string, values: readonly number[]): number | undefined {
  const first = (from: number, passes: (value: number, best: number) => boolean): number => {
    let took = from;
    for (const [position, value] of values.entries()) if (passes(value, values[took] as number)) took = position;
    return took;
  };
  switch (operation) {
    case 'min':
      return first(0, (value, least) => value < least);
    case 'max':
      return first(0, (value, greatest) => value > greatest);
    case 'least':
    case 'greatest': {
      const sign = operation === 'least' ? 1 : -1;
      const start = values.findIndex((value) => sign * value < Number.POSITIVE_INFINITY);
      return start < 0 ? undefined : first(start, (value, best) => sign * value < sign * best);
    }
    case 'clamp': {
      const [x, low, high] = values as [number, number, number];
      const floored = x < low ? low : x;
      return high < floored ? 2 : x < low ? 1 : 0;
    }
    default:
      return undefined;
  }
}
