import { expect, test } from 'vitest';
import { townLabels } from './town-labels.ts';

const frame = { x: 0, y: 0, width: 100, height: 100 };
const town = (name: string, x: number, y: number) => ({ id: name, name, x, y, radius: 1 });

test('of two towns in one place only the first is named', () => {
  expect(townLabels([town('Kalmar', 20, 50), town('Berga', 21, 50)], frame, 8, 10).map(({ id }) => id)).toEqual([
    'Kalmar',
  ]);
});

test('a name that would leave the map on the right stands to the left of its dot', () => {
  // «Borgholm» is 8 letters × 0.56 × 8 = 36 wide: 90 + 36 > 100
  expect(townLabels([town('Borgholm', 90, 50)], frame, 8, 10)).toMatchObject([{ anchor: 'end' }]);
});

test('no more names than were asked for', () => {
  const towns = [10, 30, 50, 70, 90].map((y) => town('Ort', 10, y));
  expect(townLabels(towns, frame, 8, 3)).toHaveLength(3);
});
