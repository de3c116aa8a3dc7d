import { describe, expect, it } from 'vitest';
import { yearTicks } from './year-ticks.ts';

const years = Array.from({ length: 15 }, (_, index) => 2014 + index);

describe('years on an axis', () => {
  it('are all named where there is room', () => {
    expect(yearTicks(years, 800, 40)).toEqual(years);
  });

  it('are named at even steps, and the last always', () => {
    // 14 years have room for 200/40 = 5 steps: every seventh comes out even
    expect(yearTicks(years, 200, 40)).toEqual([2014, 2021, 2028]);
  });

  it('end in the last year where no step comes out even', () => {
    // 13 years, 5 steps: every fifth, and 2027 in place of 2024, which it would touch
    expect(yearTicks(years.slice(0, -1), 200, 40)).toEqual([2014, 2019, 2027]);
  });

  it('are one where there is one', () => {
    expect(yearTicks([2014], 200, 40)).toEqual([2014]);
  });
});
