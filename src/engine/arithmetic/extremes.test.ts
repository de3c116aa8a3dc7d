import { expect, it } from 'vitest';
import { clamp, maximum, minimum } from './extremes.ts';

it('takes the smaller and the larger of two numbers', () => {
  expect(minimum(2, 3)).toBe(2);
  expect(minimum(3, 2)).toBe(2);
  expect(maximum(2, 3)).toBe(3);
  expect(maximum(3, 2)).toBe(3);
});

it('returns the first of equals and the first beside NaN, as the WebAssembly instruction does', () => {
  expect(minimum(0, -0)).toBe(0);
  expect(minimum(-0, 0)).toBe(-0);
  expect(maximum(-0, 0)).toBe(-0);
  expect(minimum(1, NaN)).toBe(1);
  expect(minimum(NaN, 1)).toBeNaN();
  expect(maximum(1, NaN)).toBe(1);
  expect(maximum(NaN, 1)).toBeNaN();
});

it('holds a number between its floor and ceiling', () => {
  expect([clamp(-1, 0, 1), clamp(0.5, 0, 1), clamp(2, 0, 1)]).toEqual([0, 0.5, 1]);
  expect(clamp(0, 2, 1)).toBe(1);
  expect(clamp(NaN, 0, 1)).toBeNaN();
});
