import type { MathNode } from 'mathjs/number';
import { viewOf } from './formula.ts';
import type { BuiltinName, OperatorName, ScalarFunctionName } from './language.ts';
import type { Model } from './model.ts';
import { meaningOf, memberScope, relatedScope, type Scope } from './scope.ts';

export type UnaryFunction = 'negate' | 'not' | 'abs' | 'floor' | 'round' | 'exp' | 'log' | 'sqrt';
export type BinaryFunction =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'pow'
  | 'min'
  | 'max'
  | 'smaller'
  | 'smallerEq'
  | 'larger'
  | 'largerEq'
  | 'equal'
  | 'unequal'
  | 'and'
  | 'or';
export type GatherFunction = 'sum' | 'product' | 'least' | 'greatest';

/**
 * The intermediate form of an expression: names resolved to variables and the way to them, the language reduced to a few
 * operations. Back ends emit exactly these operations in exactly this order and never rearrange them.
 */
export type Expression =
  | { readonly op: 'constant'; readonly value: number; readonly truth: boolean }
  | { readonly op: 'builtin'; readonly name: BuiltinName; readonly truth: boolean }
  | {
      readonly op: 'value';
      readonly variable: string;
      readonly roles: readonly string[];
      readonly previous: boolean;
      readonly truth: boolean;
    }
  | { readonly op: 'unary'; readonly fn: UnaryFunction; readonly a: Expression; readonly truth: boolean }
  | {
      readonly op: 'binary';
      readonly fn: BinaryFunction;
      readonly a: Expression;
      readonly b: Expression;
      readonly truth: boolean;
    }
  | {
      readonly op: 'select';
      readonly condition: Expression;
      readonly a: Expression;
      readonly b: Expression;
      readonly truth: boolean;
    }
  | {
      readonly op: 'gather';
      readonly fn: GatherFunction;
      readonly entity: string;
      /** The way from a member to the one it is gathered for; undefined over all there are. */
      readonly roles: readonly string[] | undefined;
      readonly body: Expression;
      readonly otherwise: Expression | undefined;
      readonly truth: false;
    }
  | {
      readonly op: 'related';
      readonly entity: string;
      readonly roles: readonly string[];
      readonly body: Expression;
      readonly otherwise: Expression;
      readonly truth: boolean;
    }
  | { readonly op: 'table'; readonly table: string; readonly a: Expression; readonly truth: false };

/** What lowering may ask about the plan, so that questions with one answer for all instances cost nothing at run time. */
export type Folding = {
  /** The value of an input that is one and the same constant for every instance, otherwise undefined. */
  uniform(variable: string): number | undefined;
  /** Whether an entity has no instance in any alternative. */
  isEmpty(entity: string): boolean;
  /** The value of a formula that comes to one and the same constant for every instance and year, otherwise undefined. */
  constant(variable: string): number | undefined;
};

/**
 * Lowers a checked syntax tree into the intermediate form. Conditions whose answer is the same constant for every instance
 * are decided here, and so is arithmetic on two constants, which gives the same bits here as in a run: a support rule that
 * nobody seeks, or a kind of measure that nobody has, then costs nothing. Nothing else is folded.
 */
export function lower(model: Model, folding: Folding, scope: Scope, node: MathNode): Expression {
  const view = viewOf(node);
  const down = (part: MathNode | undefined): Expression => lower(model, folding, scope, part as MathNode);
  switch (view.kind) {
    case 'constant':
      return { op: 'constant', value: Number(view.value), truth: typeof view.value === 'boolean' };
    case 'group':
      return down(view.inner);
    case 'name': {
      const meaning = meaningOf(model, scope, view.name);
      if (meaning.kind === 'builtin')
        return {
          op: 'builtin',
          name: meaning.name,
          truth: ['isFirstYear', 'isLastYear', 'chanceEvents'].includes(meaning.name),
        };
      const truth = meaning.variable.unit === 'boolean';
      const uniform = (truth ? folding.uniform(view.name) : undefined) ?? folding.constant(view.name);
      if (uniform !== undefined) return { op: 'constant', value: uniform, truth };
      return { op: 'value', variable: view.name, roles: meaning.roles, previous: false, truth };
    }
    case 'conditional': {
      const condition = down(view.condition);
      if (condition.op === 'constant') return down(condition.value !== 0 ? view.yes : view.no);
      const a = down(view.yes);
      return { op: 'select', condition, a, b: down(view.no), truth: a.truth };
    }
    case 'operator':
      return lowerOperator(view.name, view.parts.map(down));
    case 'scalar':
      return lowerScalar(view.name, view.parts.map(down));
    case 'form':
      switch (view.name) {
        case 'previous': {
          const meaning = meaningOf(model, scope, view.word);
          if (meaning.kind === 'builtin') throw new TypeError('a checked formula asks for no built-in of last year');
          return {
            op: 'value',
            variable: view.word,
            roles: meaning.roles,
            previous: true,
            truth: meaning.variable.unit === 'boolean',
          };
        }
        case 'interpolate':
          return { op: 'table', table: view.word, a: down(view.parts[0]), truth: false };
        case 'related': {
          const otherwise = down(view.parts[1]);
          if (folding.isEmpty(view.word)) return otherwise;
          const inner = relatedScope(model, scope, view.word);
          const body = lower(model, folding, inner.scope, view.parts[0] as MathNode);
          return { op: 'related', entity: view.word, roles: inner.roles, body, otherwise, truth: body.truth };
        }
        default: {
          const otherwise = view.parts[1] === undefined ? undefined : down(view.parts[1]);
          if (folding.isEmpty(view.word))
            return otherwise ?? { op: 'constant', value: view.name === 'product' ? 1 : 0, truth: false };
          const inner = memberScope(model, scope, view.word);
          const body = lower(model, folding, inner.scope, view.parts[0] as MathNode);
          // However many there are: 0 + 0 + … is 0, and 1 · 1 · … is 1.
          const neutral = view.name === 'sum' ? 0 : view.name === 'product' ? 1 : undefined;
          if (body.op === 'constant' && Object.is(body.value, neutral)) return { ...body, truth: false };
          return { op: 'gather', fn: view.name, entity: view.word, roles: inner.roles, body, otherwise, truth: false };
        }
      }
  }
}

function lowerOperator(name: OperatorName, parts: readonly Expression[]): Expression {
  const [a, b] = parts as [Expression, Expression];
  switch (name) {
    case 'unaryPlus':
      return a;
    case 'unaryMinus':
      return { op: 'unary', fn: 'negate', a, truth: false };
    case 'not':
      return a.op === 'constant' ? { ...a, value: a.value === 0 ? 1 : 0 } : { op: 'unary', fn: 'not', a, truth: true };
    case 'and':
    case 'or': {
      const decisive = name === 'and' ? 0 : 1;
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const) {
        if (one.op === 'constant') return one.value === decisive ? one : other;
      }
      return { op: 'binary', fn: name, a, b, truth: true };
    }
    case 'add':
    case 'subtract':
    case 'multiply':
      if (a.op === 'constant' && b.op === 'constant') {
        const value = name === 'add' ? a.value + b.value : name === 'subtract' ? a.value - b.value : a.value * b.value;
        return { op: 'constant', value, truth: false };
      }
      return { op: 'binary', fn: name, a, b, truth: false };
    case 'divide':
    case 'pow':
      return { op: 'binary', fn: name, a, b, truth: false };
    default:
      return { op: 'binary', fn: name, a, b, truth: true };
  }
}

function lowerScalar(name: ScalarFunctionName, parts: readonly Expression[]): Expression {
  const binary = (fn: BinaryFunction, a: Expression, b: Expression): Expression => ({
    op: 'binary',
    fn,
    a,
    b,
    truth: false,
  });
  switch (name) {
    case 'min':
    case 'max':
      return parts.reduce((a, b) => binary(name, a, b));
    case 'clamp': {
      const [x, low, high] = parts as [Expression, Expression, Expression];
      return binary('min', binary('max', x, low), high);
    }
    case 'pow':
      return binary('pow', parts[0] as Expression, parts[1] as Expression);
    default:
      return { op: 'unary', fn: name, a: parts[0] as Expression, truth: false };
  }
}

/** A use of a variable inside an expression. */
export type Use = {
  readonly variable: string;
  readonly previous: boolean;
  /** Whether it is the same entity's own value, so that it may be computed in the same loop. */
  readonly own: boolean;
};

/** Every use of a variable in an expression, in order, repeats included. */
export function usesOf(expression: Expression, own = true, found: Use[] = []): Use[] {
  switch (expression.op) {
    case 'value':
      found.push({
        variable: expression.variable,
        previous: expression.previous,
        own: own && expression.roles.length === 0,
      });
      break;
    case 'unary':
    case 'table':
      usesOf(expression.a, own, found);
      break;
    case 'binary':
      usesOf(expression.a, own, found);
      usesOf(expression.b, own, found);
      break;
    case 'select':
      usesOf(expression.condition, own, found);
      usesOf(expression.a, own, found);
      usesOf(expression.b, own, found);
      break;
    case 'gather':
      usesOf(expression.body, false, found);
      if (expression.otherwise !== undefined) usesOf(expression.otherwise, own, found);
      break;
    case 'related':
      usesOf(expression.body, false, found);
      usesOf(expression.otherwise, own, found);
      break;
  }
  return found;
}

/** The same expression with other variables in place of this year's values. */
export function renamed(expression: Expression, rename: (variable: string) => string): Expression {
  const down = (part: Expression): Expression => renamed(part, rename);
  switch (expression.op) {
    case 'constant':
    case 'builtin':
      return expression;
    case 'value':
      return expression.previous ? expression : { ...expression, variable: rename(expression.variable) };
    case 'unary':
    case 'table':
      return { ...expression, a: down(expression.a) };
    case 'binary':
      return { ...expression, a: down(expression.a), b: down(expression.b) };
    case 'select':
      return { ...expression, condition: down(expression.condition), a: down(expression.a), b: down(expression.b) };
    case 'gather':
      return {
        ...expression,
        body: down(expression.body),
        otherwise: expression.otherwise === undefined ? undefined : down(expression.otherwise),
      };
    case 'related':
      return { ...expression, body: down(expression.body), otherwise: down(expression.otherwise) };
  }
}
