import { describe, expect, it } from 'vitest';
import { decimalsOf, domainOf } from './value-domain.ts';

describe('an axis', () => {
  it('of money has zero on it', () => {
    expect(domainOf([900_000, 1_200_000], true)).toEqual({ low: 0, high: 1_200_000 });
    expect(domainOf([-50, -20], true)).toEqual({ low: -50, high: 0 });
  });

  it('of people does not, until half of them are gone', () => {
    expect(domainOf([1108, 1452], false)).toEqual({ low: 1108, high: 1452 });
    expect(domainOf([0, 403], false)).toEqual({ low: 0, high: 403 });
  });

  it('has room where nothing changes', () => {
    // 5 % of 200 to either side
    expect(domainOf([200, 200], false)).toEqual({ low: 190, high: 210 });
  });
});

describe('the rules of an axis', () => {
  it('are written with the decimals that tell them apart', () => {
    expect([500, 1, 0.5, 0.25, 2.5].map(decimalsOf)).toEqual([0, 0, 1, 2, 1]);
  });
});
