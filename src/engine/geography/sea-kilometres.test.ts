import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Coordinates, greatCircleKm, Land, landAroundSweden, seaKilometres } from './index.ts';

const places = {
  byxelkrok: { lat: 57.3333, lon: 17.0167 },
  borgholm: { lat: 56.8792, lon: 16.6563 },
  oskarshamn: { lat: 57.26, lon: 16.45 },
  fliseryd: { lat: 57.13, lon: 16.26 },
  monsteras: { lat: 57.04, lon: 16.44 },
  paskallavik: { lat: 57.16667, lon: 16.45 },
  timmernabben: { lat: 56.96667, lon: 16.43333 },
  farjestaden: { lat: 56.65, lon: 16.4667 },
  kalmar: { lat: 56.6616, lon: 16.3616 },
  visby: { lat: 57.6409, lon: 18.296 },
  vastervik: { lat: 57.7584, lon: 16.6373 },
  holmon: { lat: 63.79, lon: 20.87 },
  umea: { lat: 63.8258, lon: 20.263 },
  seskaro: { lat: 65.7333, lon: 23.7333 },
  haparanda: { lat: 65.8355, lon: 24.1368 },
  malmo: { lat: 55.605, lon: 13.0 },
  copenhagen: { lat: 55.6759, lon: 12.5655 },
  lidkoping: { lat: 58.505, lon: 13.158 },
  mariestad: { lat: 58.71, lon: 13.82 },
  ostersund: { lat: 63.1792, lon: 14.6357 },
  froson: { lat: 63.19, lon: 14.55 },
  lomma: { lat: 55.6724, lon: 13.0685 },
  bjarred: { lat: 55.7167, lon: 13.0167 },
} satisfies Record<string, Coordinates>;

type Name = keyof typeof places;
const sea = (from: Name, to: Name): number => seaKilometres(places[from], places[to], landAroundSweden());

test.each<[Name, Name]>([
  ['byxelkrok', 'oskarshamn'],
  ['borgholm', 'oskarshamn'],
  ['farjestaden', 'kalmar'],
  ['visby', 'vastervik'],
  ['holmon', 'umea'],
  ['seskaro', 'haparanda'],
  ['malmo', 'copenhagen'],
])('%s and %s have more than 2 km of sea between them', (from, to) => {
  expect(sea(from, to)).toBeGreaterThan(2);
});

test.each<[Name, Name]>([
  ['fliseryd', 'monsteras'],
  ['fliseryd', 'oskarshamn'],
  ['paskallavik', 'oskarshamn'],
  ['timmernabben', 'monsteras'],
  // By the coast of Öresund, where the map draws it too far out or in.
  ['lomma', 'bjarred'],
  // Across Vänern and Storsjön: lakes are no sea.
  ['lidkoping', 'mariestad'],
  ['ostersund', 'froson'],
])('%s and %s have no sea between them', (from, to) => {
  expect(sea(from, to)).toBe(0);
});

test('the Kalmarsund strait is some 32 of the 35 km from Byxelkrok to Oskarshamn', () => {
  expect(greatCircleKm(places.byxelkrok, places.oskarshamn)).toBeCloseTo(35.0, 1);
  expect(Math.abs(sea('byxelkrok', 'oskarshamn') - 32)).toBeLessThan(1);
});

describe('any two points in and around Sweden', () => {
  const point = fc.record({
    lat: fc.double({ min: 54.5, max: 69.5, noNaN: true }),
    lon: fc.double({ min: 9.5, max: 30.5, noNaN: true }),
  });

  it('have at most as much sea between them as there are kilometres', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        const km = seaKilometres(from, to, landAroundSweden());
        expect(km).toBeGreaterThanOrEqual(0);
        expect(km).toBeLessThanOrEqual(greatCircleKm(from, to) * (1 + 1e-12));
      }),
    );
  });

  it('have the same sea between them there and back', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        const there = seaKilometres(from, to, landAroundSweden());
        expect(Math.abs(seaKilometres(to, from, landAroundSweden()) - there)).toBeLessThanOrEqual(1e-6 + 1e-9 * there);
      }),
    );
  });
});

describe('two square islands, a degree wide and a degree apart', () => {
  // In hundredths of a degree: [0, 1] × [0, 1] and [2, 3] × [0, 1], on the equator, where a degree is 111.195 km.
  const land = new Land({
    bounds: { south: -1, north: 2, west: -1, east: 4 },
    partsOfDegree: 100,
    rings: [
      [0, 0, 100, 0, 0, 100, -100, 0],
      [200, 0, 100, 0, 0, 100, -100, 0],
    ],
  });

  it('tell land from sea', () => {
    expect(land.isLand({ lat: 0.5, lon: 0.5 })).toBe(true);
    expect(land.isLand({ lat: 0.5, lon: 1.5 })).toBe(false);
    expect(land.isLand({ lat: 0.5, lon: 2.5 })).toBe(true);
  });

  it('have a degree of sea between them', () => {
    // 6371.0088 · π / 180 = 111.195 km
    expect(seaKilometres({ lat: 0.5, lon: 0.5 }, { lat: 0.5, lon: 2.5 }, land)).toBeCloseTo(111.195, 1);
  });

  it('have as much between them on a slant as the slant is long', () => {
    // From (0.5, 0.25) to (2.5, 0.75): the middle half lies over sea; √(2² + 0.5²) / 2 · 111.195 = 114.62 km
    const km = seaKilometres({ lat: 0.25, lon: 0.5 }, { lat: 0.75, lon: 2.5 }, land);
    expect(Math.abs(km - 114.62)).toBeLessThan(0.05);
  });

  it('have a shore 11.1 km from a point a tenth of a degree off it', () => {
    expect(land.nearestShore({ lat: 0.5, lon: 1.1 }, 12)?.km).toBeCloseTo(11.12, 2);
    expect(land.nearestShore({ lat: 0.5, lon: 1.1 }, 11)).toBeUndefined();
  });

  it('count nothing where an end is off the map', () => {
    expect(seaKilometres({ lat: 0.5, lon: 0.5 }, { lat: 0.5, lon: 9 }, land)).toBe(0);
  });
});
