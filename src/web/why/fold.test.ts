import { expect, test } from 'vitest';
import type { Equation, Operand, Sign } from './equation.ts';
import { fold } from './fold.ts';

const operand = (value: number | boolean, sign: Sign = 'plus', unit = 'SEK'): Operand => ({
  sign,
  subject: { kind: 'constant' },
  quantity: { value, unit },
  notes: [],
});
const equation = (form: Equation['form'], operands: readonly Operand[], value: number | boolean = 0): Equation => ({
  form,
  operands,
  because: [],
  bounds: [],
  notes: [],
  result: { value },
});
const values = (operands: readonly Operand[]) => operands.map(({ quantity }) => quantity.value);

test('four operands stand as they are', () => {
  const { shown, rest } = fold(
    equation(
      'sum',
      [1, 2, 3, 4].map((each) => operand(each)),
    ),
  );
  expect([values(shown), rest]).toEqual([[1, 2, 3, 4], []]);
});

test('beyond four, the smallest are folded and told by their sum, what is taken off included', () => {
  // 900 + 0 − 5 + 800 + 7 − 600 + 500: the rest are 0 − 5 + 7 = 2
  const { shown, rest, together } = fold(
    equation('sum', [
      operand(900),
      operand(0),
      operand(5, 'minus'),
      operand(800),
      operand(7),
      operand(600, 'minus'),
      operand(500),
    ]),
  );
  expect([values(shown), values(rest), together]).toEqual([[900, 800, 600, 500], [0, 5, 7], { value: 2, unit: 'SEK' }]);
});

test('what stands first after folding has no plus before it', () => {
  const { shown } = fold(equation('sum', [operand(0, 'none'), ...[1, 2, 3, 4].map((each) => operand(each))]));
  expect(shown.map(({ sign }) => sign)).toEqual(['none', 'plus', 'plus', 'plus']);
});

test('factors near one are folded, told by their product and its unit', () => {
  // 10 × 5 × 3 × 2 × 1,1 years: the rest is 1,1 years
  const { rest, together } = fold(
    equation('product', [
      operand(10, 'none', 'SEK/year'),
      operand(5, 'times', '1'),
      operand(3, 'times', '1'),
      operand(2, 'times', '1'),
      operand(1.1, 'times', 'year'),
    ]),
  );
  expect([values(rest), together]).toEqual([[1.1], { value: 1.1, unit: 'year' }]);
});

test('of many conditions those that decide are shown', () => {
  const { shown } = fold(
    equation(
      'every',
      [true, true, true, true, true, false].map((each) => operand(each, 'and')),
      false,
    ),
  );
  expect(values(shown)).toContain(false);
});
