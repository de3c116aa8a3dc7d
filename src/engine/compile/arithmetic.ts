import { clamp, exp, log, maximum, minimum, pow, roundHalfAwayFromZero } from '../arithmetic/index.ts';
import type { OperatorName, ScalarFunctionName } from './language.ts';

/** The numbers an interpreter computes with: doubles for simulation, decimals for stated money. */
export type Arithmetic<T> = {
  of(value: number): T;
  toNumber(value: T): number;
  operate(name: Exclude<OperatorName, 'and' | 'or' | 'not'>, parts: readonly T[]): T | boolean;
  call(name: ScalarFunctionName, parts: readonly T[]): T;
  /** How a variable marked as stated money is rounded; undefined leaves it as it is. */
  readonly round: ((value: T) => T) | undefined;
};

/** Double-precision arithmetic with our own functions: the very operations the emitted code uses. */
export const doubles: Arithmetic<number> = {
  of: (value) => value,
  toNumber: (value) => value,
  round: undefined,
  operate(name, parts) {
    const a = parts[0] as number;
    const b = parts[1] as number;
    switch (name) {
      case 'add':
        return a + b;
      case 'subtract':
        return a - b;
      case 'multiply':
        return a * b;
      case 'divide':
        return a / b;
      case 'unaryMinus':
        return -a;
      case 'unaryPlus':
        return a;
      case 'pow':
        return pow(a, b);
      case 'smaller':
        return a < b;
      case 'smallerEq':
        return a <= b;
      case 'larger':
        return a > b;
      case 'largerEq':
        return a >= b;
      case 'equal':
        return a === b;
      case 'unequal':
        return a !== b;
    }
  },
  call(name, parts) {
    const [a, b, c] = parts as [number, number, number];
    switch (name) {
      case 'min':
        return parts.reduce(minimum);
      case 'max':
        return parts.reduce(maximum);
      case 'clamp':
        return clamp(a, b, c);
      case 'abs':
        return Math.abs(a);
      case 'floor':
        return Math.floor(a);
      case 'round':
        return roundHalfAwayFromZero(a);
      case 'exp':
        return exp(a);
      case 'log':
        return log(a);
      case 'pow':
        return pow(a, b);
      case 'sqrt':
        return Math.sqrt(a);
    }
  },
};
