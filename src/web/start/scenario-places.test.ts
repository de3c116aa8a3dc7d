import { expect, test } from 'vitest';
import { placesOnlyInScenarios, scenariosOf } from './scenario-places.ts';

const ramsberg = { id: '1', name: 'Ramsberg', latitude: 59.77, longitude: 15.3, population: 500 };
const about = (slug: string, name: string, stated: unknown) => ({
  slug,
  latest: { places: [{ label: { sv: name }, stated }] },
});

test('a place is in a scenario that holds its name where it lies', () => {
  const near = about('lindesberg', 'Ramsberg', { lat: 59.78, lon: 15.31 });
  const far = about('skane', 'Ramsberg', { lat: 56, lon: 13.5 });
  expect(scenariosOf(ramsberg, [near, far])).toEqual([near]);
});

test('a double name holds both', () => {
  const double = about('almsta', 'Älmsta/Väddö', {});
  expect(scenariosOf({ ...ramsberg, name: 'Väddö' }, [double])).toEqual([double]);
});

test('a place too small for the table is shown where its scenario says it lies, once', () => {
  const seskaro = about('a', 'Seskarö', { lat: 65.75, lon: 23.73, inhabitants: { value: 386 } });
  const again = about('b', 'Seskarö', { lat: 65.75, lon: 23.73 });
  expect(placesOnlyInScenarios([ramsberg], [seskaro, again])).toEqual([
    { id: 'scenario a Seskarö', name: 'Seskarö', latitude: 65.75, longitude: 23.73, population: 386 },
  ]);
});
