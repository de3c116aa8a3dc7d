import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textLines } from './text-lines.ts';

describe('a name broken into lines', () => {
  it('stands on one line when it fits', () => {
    expect(textLines('Ingen servicepunkt', 14, 200, 2)).toEqual(['Ingen servicepunkt']);
  });

  it('ends in an ellipsis when there is no more room', () => {
    // 68 px hold 10 letters of 14 · 0.48 = 6.72 px
    expect(textLines('Samma pengar som stöd till butiken', 14, 68, 1)).toEqual(['Samma pen…']);
  });

  it('is never wider than its room', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 20, max: 200 }), (text, width) => {
        for (const line of textLines(text, 10, width, 2)) expect(line.length).toBeLessThanOrEqual(width / 4.8);
      }),
    );
  });
});
