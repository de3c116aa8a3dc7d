import type { Expression, Operation, Quantity, Reference } from './expression.ts';

/** What stands to the left of an operand. */
export type Sign =
  | 'none'
  | 'plus'
  | 'minus'
  | 'times'
  | 'divided'
  | 'power'
  | 'smaller'
  | 'smallerEq'
  | 'larger'
  | 'largerEq'
  | 'equal'
  | 'unequal'
  | 'and'
  | 'or'
  | 'not'
  | 'andNot'
  | 'orNot'
  | 'abs'
  | 'floor'
  | 'round'
  | 'exp'
  | 'log'
  | 'sqrt';

/** What an operand is: another number, something of the formula itself, or a part of it without a name. */
export type Subject =
  | { readonly kind: 'number'; readonly reference: Reference }
  | { readonly kind: 'constant' }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'part'; readonly expression: Expression };

/** One line of an equation. */
export type Operand = {
  readonly sign: Sign;
  readonly subject: Subject;
  readonly quantity: Quantity;
  /** Which of those that are added up (or multiplied, or compared) it is of. */
  readonly member?: { readonly entity: string; readonly id: string } | undefined;
  readonly notes: readonly Note[];
  /** How this part of the formula comes about, one step in. */
  readonly below?: Equation | undefined;
  /** Shown unfolded from the start. */
  readonly startsOpen?: boolean | undefined;
  /** Of least and greatest: whether the result is this one's. */
  readonly took?: boolean | undefined;
};

/** What is said beside an operand or an equation. */
export type Note =
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'bound'; readonly bound: Bound }
  /** It is the value of the one this belongs to. */
  | { readonly kind: 'of'; readonly entity: string; readonly id: string }
  /** It belongs to none, and then another part of the formula holds. */
  | { readonly kind: 'ofNone'; readonly entity: string; readonly other: string }
  /** There is none of what is added up. */
  | { readonly kind: 'none'; readonly entity: string }
  | { readonly kind: 'over'; readonly entity: string; readonly count: number; readonly form: Gathering }
  | { readonly kind: 'table'; readonly table: string }
  /** The parts that needed no look, since the others decided. */
  | { readonly kind: 'unread'; readonly texts: readonly string[] };

type Gathering = 'sum' | 'product' | 'least' | 'greatest';

/** Why one branch of a formula counts and another does not. */
export type Condition = { readonly test: Operand; readonly holds: boolean; readonly other: string };

/** A floor or a ceiling on a value. */
export type Bound = {
  readonly kind: 'floor' | 'ceiling';
  readonly operand: Operand;
  readonly tookEffect: boolean;
  /** What it would be without. */
  readonly without: Quantity;
};

/** One operation: its operands under one another, and what they come to. */
export type Equation = {
  readonly form: 'sum' | 'product' | 'least' | 'greatest' | 'every' | 'any' | 'comparison' | 'same' | 'other';
  /** The conditions that made this the part that counts, outermost first. */
  readonly because: readonly Condition[];
  readonly operands: readonly Operand[];
  /** Floors and ceilings on what the operands come to, innermost first. */
  readonly bounds: readonly Bound[];
  readonly notes: readonly Note[];
  readonly result: Quantity;
};

type Core = Pick<Equation, 'form' | 'operands'> & { readonly notes?: readonly Note[] };

/**
 * A formula's tree as an equation a reader can check: chains of one operation are laid flat, conditions stand before it, and
 * floors and ceilings after.
 */
export function equationOf(expression: Expression): Equation {
  const { because, notes, inner } = peel(expression);
  const { bounds, value } = splitBounds(inner);
  const core = coreOf(value);
  return {
    form: core.form,
    because,
    operands: core.operands,
    bounds,
    notes: [...notes, ...(core.notes ?? [])],
    result: quantityOf(expression),
  };
}

function quantityOf({ value, unit }: Expression): Quantity {
  return { value, unit };
}

/** Takes off what only says which part counts, and of whom. */
function peel(expression: Expression): {
  readonly because: readonly Condition[];
  readonly notes: readonly Note[];
  readonly inner: Expression;
} {
  const because: Condition[] = [];
  const notes: Note[] = [];
  let inner = expression;
  for (;;) {
    if (inner.op === 'conditional') {
      because.push({ test: operandOf(inner.condition), holds: inner.taken === 'yes', other: inner.other });
      inner = inner.branch;
    } else if (inner.op === 'related') {
      const { entity, id, other } = inner;
      notes.push(id === undefined ? { kind: 'ofNone', entity, other } : { kind: 'of', entity, id });
      inner = inner.inner;
    } else return { because, notes, inner };
  }
}

/** A value and the floors and ceilings on it. The bound is what is constant; otherwise what stands after the first part. */
function splitBounds(expression: Expression): { readonly bounds: readonly Bound[]; readonly value: Expression } {
  if (expression.op !== 'min' && expression.op !== 'max' && expression.op !== 'clamp')
    return { bounds: [], value: expression };
  const { parts, took, op } = expression;
  const position =
    op === 'clamp'
      ? 0
      : Math.max(
          0,
          parts.findIndex((part) => part.op !== 'constant'),
        );
  const inner = parts[position] as Expression;
  const below = splitBounds(inner);
  const bounds = parts.flatMap((part, index): Bound[] => {
    if (index === position) return [];
    const kind = op === 'max' || (op === 'clamp' && index === 1) ? 'floor' : 'ceiling';
    const operand = operandOf(part, 'none', expression.unit);
    return [{ kind, operand, tookEffect: took === index, without: quantityOf(inner) }];
  });
  return { bounds: [...below.bounds, ...bounds], value: below.value };
}

function coreOf(expression: Expression): Core {
  switch (expression.op) {
    case 'add':
    case 'subtract':
    case 'unaryMinus':
    case 'unaryPlus':
      return { form: 'sum', operands: sumOf(expression) };
    case 'multiply':
    case 'divide':
      return { form: 'product', operands: productOf(expression) };
    case 'and':
    case 'or':
      return connectiveOf(expression);
    case 'not':
      return { form: 'other', operands: expression.parts.map((part) => operandOf(part, 'not')) };
    case 'smaller':
    case 'smallerEq':
    case 'larger':
    case 'largerEq':
    case 'equal':
    case 'unequal': {
      const [left, right] = expression.parts as readonly [Expression, Expression];
      const unit = left.unit ?? right.unit;
      return { form: 'comparison', operands: [operandOf(left, 'none', unit), operandOf(right, expression.op, unit)] };
    }
    case 'pow': {
      const [base, exponent] = expression.parts as readonly [Expression, Expression];
      return { form: 'other', operands: [operandOf(base), operandOf(exponent, 'power')] };
    }
    case 'abs':
    case 'floor':
    case 'round':
    case 'exp':
    case 'log':
    case 'sqrt': {
      const { op } = expression;
      return { form: 'other', operands: expression.parts.map((part) => operandOf(part, op)) };
    }
    case 'gather':
      return gatherOf(expression);
    case 'table':
      return {
        form: 'other',
        operands: [operandOf(expression.argument)],
        notes: [{ kind: 'table', table: expression.table }],
      };
    default:
      return { form: 'same', operands: [operandOf(expression)] };
  }
}

/** The terms of a chain of sums and differences, in the order they are written. */
function sumOf(expression: Expression): readonly Operand[] {
  const terms: { readonly part: Expression; readonly isTaken: boolean }[] = [];
  const collect = (part: Expression, isTaken: boolean): void => {
    if (part.op === 'add' || part.op === 'subtract') {
      const [left, right] = part.parts as readonly [Expression, Expression];
      collect(left, isTaken);
      collect(right, part.op === 'subtract' ? !isTaken : isTaken);
    } else if (part.op === 'unaryMinus') collect(part.parts[0] as Expression, !isTaken);
    else if (part.op === 'unaryPlus') collect(part.parts[0] as Expression, isTaken);
    else terms.push({ part, isTaken });
  };
  collect(expression, false);
  // A literal 0 only gives a list of terms something to begin with.
  const isNought = (part: Expression): boolean => part.op === 'constant' && part.value === 0;
  const counting = terms.filter(({ part }) => !isNought(part));
  return (counting.length === 0 ? terms : counting).map(({ part, isTaken }, index) =>
    operandOf(part, isTaken ? 'minus' : index === 0 ? 'none' : 'plus', expression.unit),
  );
}

/** The factors of a chain of products and quotients, in the order they are written. */
function productOf(expression: Expression): readonly Operand[] {
  const factors: { readonly part: Expression; readonly isBelow: boolean }[] = [];
  const collect = (part: Expression, isBelow: boolean): void => {
    if (part.op === 'multiply' || part.op === 'divide') {
      const [left, right] = part.parts as readonly [Expression, Expression];
      collect(left, isBelow);
      collect(right, part.op === 'divide' ? !isBelow : isBelow);
    } else factors.push({ part, isBelow });
  };
  collect(expression, false);
  const operands = factors.map(({ part, isBelow }, index) =>
    operandOf(part, isBelow ? 'divided' : index === 0 ? 'none' : 'times'),
  );
  // Times one year only turns a flow into an amount: what is multiplied by it is what one wants to see.
  const others = operands.filter(({ subject }) => !(subject.kind === 'builtin' && subject.name === 'step'));
  const [only] = others;
  return others.length === 1 && only?.below !== undefined && only.subject.kind === 'part'
    ? operands.map((operand) => (operand === only ? { ...operand, startsOpen: true } : operand))
    : operands;
}

function connectiveOf(expression: Operation): Core {
  const isEvery = expression.op === 'and';
  const parts: Expression[] = [];
  const unread: string[] = [];
  const collect = (part: Expression): void => {
    if (part.op === expression.op) {
      const { parts: below, unread: text } = part as Operation;
      for (const each of below) collect(each);
      if (text !== undefined) unread.push(text);
    } else parts.push(part);
  };
  collect(expression);
  const operands = parts.map((part, index) => {
    const isNot = part.op === 'not';
    const inner = isNot ? (part.parts[0] as Expression) : part;
    const sign: Sign =
      index === 0 ? (isNot ? 'not' : 'none') : isEvery ? (isNot ? 'andNot' : 'and') : isNot ? 'orNot' : 'or';
    return operandOf(inner, sign);
  });
  return {
    form: isEvery ? 'every' : 'any',
    operands,
    ...(unread.length === 0 ? {} : { notes: [{ kind: 'unread', texts: unread }] }),
  };
}

function gatherOf(expression: Extract<Expression, { op: 'gather' }>): Core {
  const { form, entity, members, took, otherwise } = expression;
  if (members.length === 0) {
    const notes: readonly Note[] = [{ kind: 'none', entity }];
    return otherwise === undefined
      ? { form: 'same', operands: [], notes }
      : { form: 'same', operands: [operandOf(otherwise, 'none', expression.unit)], notes };
  }
  const sign: Sign = form === 'sum' ? 'plus' : form === 'product' ? 'times' : 'none';
  const operands = members.map(
    ({ id, expression: each }, index): Operand => ({
      ...operandOf(each, index === 0 ? 'none' : sign, expression.unit),
      member: { entity, id },
      ...(took === undefined ? {} : { took: took === index }),
    }),
  );
  return { form, operands, notes: [{ kind: 'over', entity, count: members.length, form }] };
}

/**
 * A part of a formula as one line.
 *
 * @param unit - of a literal 0, which has none of its own
 */
function operandOf(expression: Expression, sign: Sign = 'none', unit?: string | undefined): Operand {
  if ((expression.op === 'and' || expression.op === 'or') && expression.unread !== undefined) {
    // The first decided: it is what there is to look at.
    const [only] = expression.parts;
    if (only !== undefined && only.op !== expression.op && only.op !== 'not') {
      const operand = operandOf(only, sign, unit);
      return { ...operand, notes: [...operand.notes, { kind: 'unread', texts: [expression.unread] }] };
    }
  }
  const { because, notes, inner } = peel(expression);
  const conditions = because.map((condition): Note => ({ kind: 'condition', condition }));
  const { bounds, value } = splitBounds(inner);
  const isPlain = bounds.length === 0 && isNamed(inner);
  const quantity =
    expression.unit === undefined && unit !== undefined ? { value: expression.value, unit } : quantityOf(expression);
  const gathered =
    inner.op === 'gather' && inner.members.length === 0 ? [{ kind: 'none', entity: inner.entity } as const] : [];
  return {
    sign,
    subject: subjectOf(value.op === 'gather' || bounds.length === 0 ? inner : value),
    quantity,
    notes: [...conditions, ...notes, ...bounds.map((bound): Note => ({ kind: 'bound', bound })), ...gathered],
    ...((isPlain && because.length === 0) || gathered.length > 0 ? {} : { below: equationOf(expression) }),
  };
}

function isNamed(expression: Expression): boolean {
  return expression.op === 'reference' || expression.op === 'constant' || expression.op === 'builtin';
}

function subjectOf(expression: Expression): Subject {
  if (expression.op === 'reference') return { kind: 'number', reference: expression };
  if (expression.op === 'constant') return { kind: 'constant' };
  if (expression.op === 'builtin') return { kind: 'builtin', name: expression.name };
  return { kind: 'part', expression };
}
