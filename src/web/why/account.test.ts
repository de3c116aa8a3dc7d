import { expect, test } from 'vitest';
import { decimalsOf, type Sum } from './account.ts';

const sum = (amountSekPerYear: string, parts: readonly Sum[] = []): Sum => ({
  label: { sv: '', en: '' },
  amountSekPerYear,
  number: null,
  parts,
});

test('an account with öre in any part is written to the öre throughout', () => {
  // 10 295,20 + 2 573,80 = 12 869
  expect(decimalsOf(sum('12869.00', [sum('10295.20'), sum('2573.80')]))).toBe(2);
  expect(decimalsOf(sum('75000.00', [sum('60000.00'), sum('15000.00')]))).toBe(0);
});
