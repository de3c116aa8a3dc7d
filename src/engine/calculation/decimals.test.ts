import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arithmetic, doubles, operators, scalarFunctions } from '../compile/index.ts';
import { decimals } from './decimals.ts';

type OperatorName = Parameters<Arithmetic<number>['operate']>[0];
type FunctionName = Parameters<Arithmetic<number>['call']>[0];

const operatorNames = (Object.keys(operators) as (keyof typeof operators)[]).filter(
  (name): name is OperatorName => !['and', 'or', 'not'].includes(name),
);
const functionNames = Object.keys(scalarFunctions) as FunctionName[];

const number = fc.oneof(
  fc.integer({ min: -50, max: 50 }),
  fc.double({ min: -50, max: 50, noNaN: true }).map((each) => Math.round(each * 1e6) / 1e6),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);

const near = (exact: Decimal | boolean, double: number | boolean): void => {
  if (typeof exact === 'boolean' || typeof double === 'boolean') expect(exact).toBe(double);
  else if (!Number.isFinite(double)) expect(exact.toNumber()).toBe(double);
  else expect(Math.abs(exact.toNumber() - double)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(double)));
};

describe('decimals', () => {
  it.each(operatorNames)('agree with doubles: %s', (name) => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        near(decimals.operate(name, [decimals.of(a), decimals.of(b)]), doubles.operate(name, [a, b]));
      }),
    );
  });

  it.each(functionNames)('agree with doubles: %s', (name) => {
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        near(decimals.call(name, [a, b, c].map(decimals.of)), doubles.call(name, [a, b, c]));
      }),
    );
  });

  it('take a number as it is written: 0.1 and 0.2 are 0.3', () => {
    expect(decimals.operate('add', [decimals.of(0.1), decimals.of(0.2)]).toString()).toBe('0.3');
  });

  it('hold 40 digits', () => {
    expect((decimals.operate('divide', [decimals.of(2), decimals.of(3)]) as Decimal).toString()).toBe(
      `0.${'6'.repeat(39)}7`,
    );
  });

  it.each([
    [6059.525, '6059.53'],
    [-6059.525, '-6059.53'],
    [6059.524999, '6059.52'],
    [-0.001, '0.00'],
    [1e12, '1000000000000.00'],
  ])('round %s to %s', (amount, expected) => {
    expect(decimals.round?.(decimals.of(amount)).toFixed(2)).toBe(expected);
  });

  it('keep their own settings when others change theirs', () => {
    const { precision } = Decimal;
    Decimal.set({ precision: 3 });
    try {
      expect(decimals.operate('multiply', [decimals.of(102_952), decimals.of(0.025)]).toString()).toBe('2573.8');
    } finally {
      Decimal.set({ precision });
    }
  });
});
