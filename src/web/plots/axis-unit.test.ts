import { describe, expect, it } from 'vitest';
import { axisUnit } from './axis-unit.ts';

describe('the unit of an axis', () => {
  it('counts an owner’s pay in thousands of kronor', () => {
    expect(axisUnit('SEK/year', 323_063, 'sv')).toEqual({ divisor: 1000, decimals: 0, words: 'tusen kronor' });
  });

  it('counts a shop’s sales in millions, with one decimal', () => {
    expect(axisUnit('SEK/year', 9_170_000, 'en')).toEqual({ divisor: 1e6, decimals: 1, words: 'million SEK' });
  });

  it('counts people one by one', () => {
    expect(axisUnit('person', 1400, 'sv')).toEqual({ divisor: 1, decimals: 0, words: 'personer' });
  });

  it('does not hide small numbers without unit', () => {
    expect(axisUnit('1', 0.4, 'sv')).toEqual({ divisor: 1, decimals: 2, words: '' });
  });
});
