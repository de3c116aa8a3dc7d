/** What a part of a formula came to: a number with its unit, or a truth value. */
export type Quantity = {
  /** Null for what is no number. */
  readonly value: number | boolean | null;
  /** Absent for a literal 0, which is nought of everything. */
  readonly unit?: string | undefined;
};

/** A formula as a tree, every part with its value and unit: as the API's `expression` has it. */
export type Expression = Quantity &
  (
    | { readonly op: 'constant' }
    | { readonly op: 'builtin'; readonly name: string }
    | Reference
    | ({ readonly op: 'conditional'; readonly condition: Expression; readonly taken: 'yes' | 'no' } & {
        readonly branch: Expression;
        /** The branch not taken, as the formula has it. */
        readonly other: string;
      })
    | {
        readonly op: 'gather';
        readonly form: 'sum' | 'product' | 'least' | 'greatest';
        readonly entity: string;
        readonly members: readonly { readonly id: string; readonly expression: Expression }[];
        /** Of least and greatest: whose value it is, from 0. */
        readonly took?: number | undefined;
        /** What holds when there is no member. */
        readonly otherwise?: Expression | undefined;
      }
    | {
        readonly op: 'related';
        readonly entity: string;
        /** The one it belongs to; absent when there is none. */
        readonly id?: string | undefined;
        readonly inner: Expression;
        readonly other: string;
      }
    | { readonly op: 'table'; readonly table: string; readonly argument: Expression }
    | Operation
  );

/** Another number, by its key. */
export type Reference = Quantity & {
  readonly op: 'reference';
  readonly to: string;
  readonly variable: string;
  /** It is the year before's, or the value before the first year. */
  readonly previous?: boolean | undefined;
};

/** An operation on parts. */
export type Operation = Quantity & {
  readonly op: OperationName;
  readonly parts: readonly Expression[];
  /** Of min, max and clamp: which part's value it is, from 0. */
  readonly took?: number | undefined;
  /** Of `and` and `or`: the part that was not looked at, since the first decided. */
  readonly unread?: string | undefined;
};

/** The operations of the formula language that the page knows how to set. */
export const operationNames = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'unaryMinus',
  'unaryPlus',
  'pow',
  'smaller',
  'smallerEq',
  'larger',
  'largerEq',
  'equal',
  'unequal',
  'and',
  'or',
  'not',
  'min',
  'max',
  'clamp',
  'abs',
  'floor',
  'round',
  'exp',
  'log',
  'sqrt',
] as const;

export type OperationName = (typeof operationNames)[number];

const others = ['constant', 'builtin', 'reference', 'conditional', 'gather', 'related', 'table'] as const;
const known: ReadonlySet<string> = new Set([...operationNames, ...others]);

/**
 * A tree as the API sends it. Where a newer service has parts that the page does not know, such a part stands as a bare
 * value, so that the rest is still explained.
 *
 * @returns undefined for what is no tree at all
 */
export function readExpression(json: unknown): Expression | undefined {
  if (!isRecord(json) || typeof json['op'] !== 'string') return undefined;
  const { value = null, unit } = json as { value?: Quantity['value']; unit?: string };
  const quantity: Quantity = { value, ...(typeof unit === 'string' ? { unit } : {}) };
  if (!known.has(json['op'])) return { op: 'constant', ...quantity };
  const read: Record<string, unknown> = { ...json, ...quantity };
  for (const name of ['condition', 'branch', 'inner', 'argument', 'otherwise']) {
    if (name in read) read[name] = readExpression(read[name]) ?? { op: 'constant', value: null };
  }
  if (Array.isArray(read['parts'])) read['parts'] = read['parts'].map((part) => readExpression(part)).filter(isThere);
  if (Array.isArray(read['members'])) {
    read['members'] = read['members'].flatMap((member: unknown) => {
      const expression = isRecord(member) ? readExpression(member['expression']) : undefined;
      return isRecord(member) && expression !== undefined ? [{ id: String(member['id']), expression }] : [];
    });
  }
  return read as Expression;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** The expressions directly below one, in the order they are written. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.op) {
    case 'constant':
    case 'builtin':
    case 'reference':
      return [];
    case 'conditional':
      return [expression.condition, expression.branch];
    case 'gather':
      return expression.otherwise === undefined
        ? expression.members.map((member) => member.expression)
        : [expression.otherwise];
    case 'related':
      return [expression.inner];
    case 'table':
      return [expression.argument];
    default:
      return expression.parts;
  }
}
