import { expect, it } from 'vitest';
import { highWord } from './double-bits.ts';
import { POWERS_OF_TWO } from './powers-of-two.ts';

it('holds every power of two of a double, exactly', () => {
  expect(POWERS_OF_TWO).toHaveLength(2098);
  expect(POWERS_OF_TWO[0]).toBe(5e-324);
  expect(POWERS_OF_TWO[1074]).toBe(1);
  expect(POWERS_OF_TWO[2097]).toBe(8.98846567431158e307);
});

it('reads sign and exponent from the high word', () => {
  expect(highWord(1)).toBe(0x3ff00000);
  expect(highWord(-2)).toBe(0xc0000000 | 0);
  expect(highWord(Number.MIN_VALUE)).toBe(0);
});
