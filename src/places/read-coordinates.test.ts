import fc from 'fast-check';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { isNearSweden } from './outline-of-sweden.ts';
import { readCoordinates } from './read-coordinates.ts';

describe('coordinates as registers write them', () => {
  it('are degrees or metres of SWEREF 99 TM by their size: Stockholm’s T-Centralen is 6 580 822, 674 032', () => {
    // Lantmäteriet's e-tjänst gives 59.330231, 18.059196 for it (to 1 m).
    const point = readCoordinates(6580822, 674032, 'auto');
    expect(point).toEqual({ lat: expect.closeTo(59.330231, 5), lon: expect.closeTo(18.059196, 4) });
    expect(readCoordinates(59.330231, 18.059196, 'auto')).toEqual({ lat: 59.330231, lon: 18.059196 });
  });

  it('are refused when they are the wrong way round, in degrees and in metres', () => {
    expect(readCoordinates(16.26, 57.13, 'auto')).toBe('coordinates-swapped');
    expect(readCoordinates(674032, 6580822, 'auto')).toBe('coordinates-swapped');
  });

  it('are refused in RT 90, and in another system than the planner said', () => {
    expect(readCoordinates(6581000, 1628000, 'auto')).toBe('coordinates-rt90');
    expect(readCoordinates(6580822, 674032, 'wgs84')).toBe('coordinates-other-system');
    expect(readCoordinates(57.13, 16.26, 'sweref99tm')).toBe('coordinates-other-system');
  });

  it('are refused abroad and far out at sea', () => {
    for (const [lat, lon] of [
      [59.91, 10.75], // Oslo
      [55.68, 12.57], // Copenhagen
      [60.1, 19.94], // Mariehamn
      [63.43, 10.4], // Trondheim
      [60.45, 22.27], // Turku
      [0, 0],
    ] as const)
      expect(readCoordinates(lat, lon, 'auto')).toBe('coordinates-outside');
    expect(readCoordinates(62.2, 18.9, 'auto')).toBe('coordinates-at-sea');
  });

  it('come back from metres to within a metre of where they were', () => {
    const toMetres = proj4('+proj=utm +zone=33 +ellps=GRS80 +units=m +no_defs').forward;
    const inland = fc.record({
      lat: fc.double({ min: 59, max: 63, noNaN: true }),
      lon: fc.double({ min: 13.5, max: 15.5, noNaN: true }),
    });
    fc.assert(
      fc.property(inland, ({ lat, lon }) => {
        expect(isNearSweden({ lat, lon })).toBe(true);
        const [east, north] = toMetres([lon, lat]);
        const back = readCoordinates(north, east, 'auto');
        // A metre is 0.000009 degrees of latitude and about 0.00002 of longitude.
        expect(back).toEqual({ lat: expect.closeTo(lat, 5), lon: expect.closeTo(lon, 5) });
      }),
    );
  });
});
