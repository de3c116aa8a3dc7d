import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameAround, scaleBarOf, wholeFrame } from './frame.ts';
import { project, wholeMap } from './projection.ts';

const smygehuk = { latitude: 55.337, longitude: 13.36 };
const treriksroset = { latitude: 69.06, longitude: 20.549 };

test('a unit of the map is a kilometre: Sweden is 1 572 km from end to end', () => {
  const [southX, southY] = project(smygehuk);
  const [northX, northY] = project(treriksroset);
  // 1 572 km is what is commonly said; the sphere and the projection are true to 3 in a thousand.
  expect(Math.hypot(southX - northX, southY - northY)).toBeCloseTo(1572, -1);
  expect(southY).toBeLessThan(wholeMap.height);
  expect(northY).toBeGreaterThan(0);
});

test('the neighbourhood of a place shows the whole ring around it, wherever in Sweden it lies', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 60, max: 700, noNaN: true }),
      fc.double({ min: 120, max: 1470, noNaN: true }),
      (x, y) => {
        const frame = frameAround([x, y], 46);
        expect(frame.x).toBeLessThanOrEqual(x - 46);
        expect(frame.x + frame.width).toBeGreaterThanOrEqual(x + 46);
        expect(frame.y).toBeLessThanOrEqual(y - 46);
        expect(frame.y + frame.height).toBeGreaterThanOrEqual(y + 46);
      },
    ),
  );
});

test('the neighbourhood has the shape of the whole map and does not leave it', () => {
  const frame = frameAround([0, 0], 46);
  // 2.3 × 46 km = 105.8 km wide
  expect(frame.width).toBeCloseTo(105.8);
  expect(frame.height / frame.width).toBeCloseTo(wholeMap.height / wholeMap.width);
  expect([frame.x, frame.y]).toEqual([0, 0]);
});

test('the ruler is a round number of kilometres, at most a third of what is seen', () => {
  // 760 / 3 = 253 km: 200; 105.8 / 3 = 35 km: 20
  expect(scaleBarOf(wholeFrame).km).toBe(200);
  expect(scaleBarOf(frameAround([300, 900], 46)).km).toBe(20);
});
