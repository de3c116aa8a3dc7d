import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Equation, equationOf, type Operand } from './equation.ts';
import { type Expression, operationNames, readExpression } from './expression.ts';

const sek = (to: string, value: number): Expression => ({ op: 'reference', to, variable: to, value, unit: 'SEK' });
const truth = (to: string, value: boolean): Expression => ({
  op: 'reference',
  to,
  variable: to,
  value,
  unit: 'boolean',
});
const nought: Expression = { op: 'constant', value: 0 };

/** An operand's name, as a test writes it. */
const named = ({ subject, quantity }: Operand): string =>
  subject.kind === 'number'
    ? subject.reference.variable
    : subject.kind === 'part'
      ? subject.expression.op
      : String(quantity.value);
const lines = ({ operands }: Equation): readonly string[] => operands.map((each) => `${each.sign} ${named(each)}`);

test('a chain of sums and differences stands as one list, each with its own sign', () => {
  // 10 + 5 − (2 + 1) = 12
  const equation = equationOf({
    op: 'subtract',
    value: 12,
    unit: 'SEK',
    parts: [
      { op: 'add', value: 15, unit: 'SEK', parts: [sek('a', 10), sek('b', 5)] },
      { op: 'add', value: 3, unit: 'SEK', parts: [sek('c', 2), sek('d', 1)] },
    ],
  });
  expect(equation.form).toBe('sum');
  expect(lines(equation)).toEqual(['none a', 'plus b', 'minus c', 'minus d']);
  expect(equation.result).toEqual({ value: 12, unit: 'SEK' });
});

test('what is divided by a quotient is multiplied by what stood below', () => {
  // 8 / (4 / 2) = 4
  const equation = equationOf({
    op: 'divide',
    value: 4,
    parts: [sek('a', 8), { op: 'divide', value: 2, parts: [sek('b', 4), sek('c', 2)] }],
  });
  expect(lines(equation)).toEqual(['none a', 'divided b', 'times c']);
});

test('a sum times one year opens by itself, since the year only turns a flow into an amount', () => {
  const equation = equationOf({
    op: 'multiply',
    value: 3,
    unit: 'SEK',
    parts: [
      { op: 'add', value: 3, unit: 'SEK/year', parts: [sek('a', 1), sek('b', 2)] },
      { op: 'builtin', name: 'step', value: 1, unit: 'year' },
    ],
  });
  expect(equation.operands.map(({ startsOpen }) => startsOpen ?? false)).toEqual([true, false]);
});

test('a condition stands before the branch it chose, and the other branch is kept as text', () => {
  const equation = equationOf({
    op: 'conditional',
    value: 7,
    unit: 'SEK',
    condition: truth('isOpen', true),
    taken: 'yes',
    branch: sek('a', 7),
    other: '0',
  });
  expect(equation.because.map(({ test, holds, other }) => [named(test), holds, other])).toEqual([
    ['isOpen', true, '0'],
  ]);
  expect([equation.form, ...lines(equation)]).toEqual(['same', 'none a']);
});

test('a floor that took effect says what the value would be without it', () => {
  // max(0, 3 − 5): −2 is raised to 0
  const equation = equationOf({
    op: 'max',
    value: 0,
    unit: 'SEK',
    took: 0,
    parts: [nought, { op: 'subtract', value: -2, unit: 'SEK', parts: [sek('a', 3), sek('b', 5)] }],
  });
  expect(lines(equation)).toEqual(['none a', 'minus b']);
  expect(equation.bounds).toMatchObject([
    {
      kind: 'floor',
      tookEffect: true,
      without: { value: -2, unit: 'SEK' },
      operand: { quantity: { value: 0, unit: 'SEK' } },
    },
  ]);
  expect(equation.result).toEqual({ value: 0, unit: 'SEK' });
});

test('a floor inside a cap is told before the cap', () => {
  // min(max(0, 4), 3) = 3: the floor was not needed, the cap was
  const equation = equationOf({
    op: 'min',
    value: 3,
    unit: 'SEK',
    took: 1,
    parts: [{ op: 'max', value: 4, unit: 'SEK', took: 1, parts: [nought, sek('a', 4)] }, sek('cap', 3)],
  });
  expect(equation.bounds.map(({ kind, tookEffect }) => [kind, tookEffect])).toEqual([
    ['floor', false],
    ['ceiling', true],
  ]);
});

test('a value kept between two bounds tells which of them took effect', () => {
  const equation = equationOf({ op: 'clamp', value: 1, took: 2, parts: [sek('a', 4), nought, sek('high', 1)] });
  expect(equation.bounds.map(({ kind, tookEffect }) => [kind, tookEffect])).toEqual([
    ['floor', false],
    ['ceiling', true],
  ]);
});

test('conditions in a row stand as one list, with those that needed no look counted', () => {
  // (a and not b) and c, where b holds: c is not looked at
  const equation = equationOf({
    op: 'and',
    value: false,
    unread: 'c',
    parts: [
      { op: 'and', value: false, parts: [truth('a', true), { op: 'not', value: false, parts: [truth('b', true)] }] },
    ],
  });
  expect([equation.form, ...lines(equation)]).toEqual(['every', 'none a', 'andNot b']);
  expect(equation.notes).toEqual([{ kind: 'unread', texts: ['c'] }]);
});

test('a sum over places has a line for each place', () => {
  const equation = equationOf({
    op: 'gather',
    form: 'sum',
    entity: 'place',
    value: 5,
    members: [
      { id: 'by', expression: sek('a', 2) },
      { id: 'omland', expression: sek('a', 3) },
    ],
  });
  expect(equation.operands.map(({ sign, member }) => [sign, member?.id])).toEqual([
    ['none', 'by'],
    ['plus', 'omland'],
  ]);
  expect(equation.notes).toEqual([{ kind: 'over', entity: 'place', count: 2, form: 'sum' }]);
});

test('a sum over nothing says that there is none, and shows no line', () => {
  const equation = equationOf({ op: 'gather', form: 'sum', entity: 'measure', value: 0, members: [] });
  expect(equation.operands).toEqual([]);
  expect(equation.notes).toEqual([{ kind: 'none', entity: 'measure' }]);
});

test('of a least value the one that counts is marked', () => {
  const equation = equationOf({
    op: 'gather',
    form: 'least',
    entity: 'shop',
    value: 1,
    took: 1,
    members: [
      { id: 'x', expression: sek('a', 2) },
      { id: 'y', expression: sek('a', 1) },
    ],
  });
  expect(equation.operands.map(({ took }) => took)).toEqual([false, true]);
});

test('a number in a table is told by the table and where it is read', () => {
  const equation = equationOf({
    op: 'table',
    table: 'wages',
    value: 1.1,
    argument: { op: 'builtin', name: 'calendarYear', value: 2014 },
  });
  expect(equation.notes).toEqual([{ kind: 'table', table: 'wages' }]);
  expect(equation.operands).toHaveLength(1);
});

test('the value of a shop is told by the shop, and none by what then holds', () => {
  const at = (id: string | undefined): Expression => ({
    op: 'related',
    entity: 'shop',
    id,
    value: true,
    inner: truth('isOpen', true),
    other: 'true',
  });
  expect(equationOf(at('ica')).notes).toEqual([{ kind: 'of', entity: 'shop', id: 'ica' }]);
  expect(equationOf(at(undefined)).notes).toEqual([{ kind: 'ofNone', entity: 'shop', other: 'true' }]);
});

test('every operation of the formula language is set', () => {
  for (const op of operationNames) {
    const parts = [sek('a', 2), sek('b', 1), sek('c', 3)].slice(
      0,
      ['clamp', 'min', 'max'].includes(op)
        ? 3
        : ['unaryMinus', 'unaryPlus', 'not', 'abs', 'floor', 'round', 'exp', 'log', 'sqrt'].includes(op)
          ? 1
          : 2,
    );
    const { operands, bounds } = equationOf({ op, value: 1, parts });
    expect([op, operands.length + bounds.length]).toEqual([op, parts.length]);
  }
});

test('the page knows the operations that the engine has, no more and no fewer', () => {
  const language = readFileSync('src/engine/compile/language.ts', 'utf8');
  const block = (name: string): string =>
    /\{\n([\s\S]*?)\n\} as const/.exec(language.slice(language.indexOf(`export const ${name} `)))?.[1] ?? '';
  const names = (name: string): readonly string[] =>
    [...block(name).matchAll(/^ {2}(\w+): \{/gm)].map((match) => match[1] as string);
  const engine = new Set([...names('operators'), ...names('scalarFunctions')]);
  expect(engine.size).toBeGreaterThan(20);
  expect([...operationNames].sort()).toEqual([...engine].sort());
  expect([...names('builtins')].sort()).toEqual([
    'calendarYear',
    'chanceEvents',
    'isFirstYear',
    'isLastYear',
    'step',
    'yearIndex',
  ]);
});

test('a part that the page does not know stands as its bare value', () => {
  expect(readExpression({ op: 'integrate', value: 3, unit: 'SEK', parts: [] })).toEqual({
    op: 'constant',
    value: 3,
    unit: 'SEK',
  });
  expect(readExpression('<b>')).toBeUndefined();
});

/** What an equation's lines come to, worked out as a reader would. */
function workOut({ form, operands, bounds, result }: Equation): number | boolean | null {
  const values = operands.map(({ quantity }) => quantity.value);
  const numbers = values.map(Number);
  const bounded = (value: number): number =>
    bounds.reduce(
      (now, { kind, operand }) => (kind === 'floor' ? Math.max : Math.min)(now, Number(operand.quantity.value)),
      value,
    );
  const holds = operands.map(({ sign, quantity }) =>
    ['not', 'andNot', 'orNot'].includes(sign) ? quantity.value !== true : quantity.value === true,
  );
  switch (form) {
    case 'sum':
      return bounded(numbers.reduce((sum, each, index) => sum + (operands[index]?.sign === 'minus' ? -each : each), 0));
    case 'product':
      return bounded(
        numbers.reduce(
          (product, each, index) => (operands[index]?.sign === 'divided' ? product / each : product * each),
          1,
        ),
      );
    case 'every':
      return holds.every(Boolean);
    case 'any':
      return holds.some(Boolean);
    case 'same':
      return bounds.length > 0 ? bounded(numbers[0] ?? 0) : (values[0] ?? result.value);
    default:
      return result.value;
  }
}

function equationsWithin(equation: Equation): readonly Equation[] {
  const below = [
    ...equation.operands,
    ...equation.because.map(({ test }) => test),
    ...equation.bounds.map(({ operand }) => operand),
  ];
  return [equation, ...below.flatMap((operand) => (operand.below === undefined ? [] : equationsWithin(operand.below)))];
}

const real = JSON.parse(readFileSync(new URL('./testing/real-numbers.json', import.meta.url), 'utf8')) as readonly {
  readonly key: string;
  readonly expression: unknown;
  readonly value: number | null;
  readonly holds: boolean | null;
}[];

test.each(real)('the lines of $key come to its value, at every step in', ({ expression, value, holds }) => {
  const read = readExpression(expression);
  if (read === undefined) throw new TypeError('no expression');
  const equation = equationOf(read);
  expect(equation.result.value).toBe(holds ?? value);
  for (const each of equationsWithin(equation)) {
    const worked = workOut(each);
    if (typeof worked === 'number') expect(worked).toBeCloseTo(Number(each.result.value), 4);
    else expect(worked).toBe(each.result.value);
  }
});
