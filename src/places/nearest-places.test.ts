import fc from 'fast-check';
import { expect, it } from 'vitest';
import { greatCircleKm } from '../engine/geography/index.ts';
import { PointIndex } from './nearest-places.ts';

const point = fc.record({
  lat: fc.double({ min: 55, max: 69, noNaN: true }),
  lon: fc.double({ min: 10.8, max: 24.2, noNaN: true }),
});

it('finds the same points within a distance as looking at every one of them', () => {
  fc.assert(
    fc.property(
      fc.array(point, { maxLength: 40 }),
      point,
      fc.double({ min: 0.1, max: 400, noNaN: true }),
      (all, from, km) => {
        const found = new PointIndex(all).within(from, km);
        const expected = all
          .map((at) => greatCircleKm(from, at))
          .filter((away) => away <= km)
          .sort((a, b) => a - b);
        expect(found.map((each) => each.km)).toEqual(expected);
      },
    ),
  );
});
