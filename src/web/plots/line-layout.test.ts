import { describe, expect, it } from 'vitest';
import { lineLayout, placeLabels } from './line-layout.ts';

const twelve = Array.from({ length: 12 }, (_, index) => ({ value: `${index}00`, name: `Alternativ nummer ${index}` }));

describe('the room of a plot of lines', () => {
  it('leaves the lines more than a third of a telephone’s width', () => {
    const { left, right } = lineLayout(320, 'large', twelve.slice(0, 3), ['1 000']);
    expect(right - left).toBeGreaterThan(320 / 3);
  });

  it('leaves the lines more than half of a wide window', () => {
    const { left, right } = lineLayout(1200, 'large', twelve, ['1 000']);
    expect(right - left).toBeGreaterThan(600);
  });

  it('grows until every label fits', () => {
    const layout = lineLayout(320, 'small', twelve, ['0']);
    const placed = placeLabels(
      layout,
      twelve.map((end) => ({ ...end, y: layout.bottom })),
    );
    const tops = placed.map(({ middle, height }) => middle - height / 2);
    expect(Math.min(...tops)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...placed.map(({ middle, height }) => middle + height / 2))).toBeLessThanOrEqual(layout.height);
  });

  it('writes a long name on two lines, not over the edge', () => {
    const { nameLines, labelsLeft } = lineLayout(
      320,
      'large',
      [{ value: '61', name: 'Samma pengar som stöd till butiken' }],
      ['100'],
    );
    const lines = nameLines('Samma pengar som stöd till butiken');
    expect(lines).toHaveLength(2);
    // 0.48 · 12.5 px a letter
    for (const line of lines) expect(labelsLeft + line.length * 6).toBeLessThanOrEqual(320);
  });
});
