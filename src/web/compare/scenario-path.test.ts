import { describe, expect, it } from 'vitest';
import type { Revision } from '../work/work.tsx';
import { numberIn, scenarioPaths, triedValue } from './scenario-path.ts';

const label = { sv: '', en: '' };
const revision: Pick<Revision, 'measures' | 'shops' | 'places'> = {
  measures: [{ key: 'punkt', kind: 'servicePoint', label, alternatives: ['punkt', 'allt'], host: null, stated: {} }],
  shops: [{ key: 'ica', label, place: 'byn', stated: {} }],
  places: [{ key: 'byn', label, stated: {} }],
};

describe('where a quantity is written', () => {
  it('is in every alternative that has the measure', () => {
    expect(scenarioPaths({ path: 'visitsEffect@punkt', entity: 'servicePoint', instance: 'punkt' }, revision)).toEqual([
      'alternatives.punkt.measures.punkt.visitsEffect',
      'alternatives.allt.measures.punkt.visitsEffect',
    ]);
  });

  it('is in the one alternative that is named', () => {
    expect(
      scenarioPaths({ path: 'visitsEffect@allt/punkt', entity: 'servicePoint', instance: 'punkt' }, revision),
    ).toEqual(['alternatives.allt.measures.punkt.visitsEffect']);
  });

  it('is at the shop, the place, its hinterland, or among the parameters', () => {
    const at = (path: string, entity: string) => scenarioPaths({ path, entity, instance: '' }, revision);
    expect(at('turnover@ica', 'shop')).toEqual(['shops.ica.turnover']);
    expect(at('inhabitants@byn', 'place')).toEqual(['places.byn.inhabitants']);
    expect(at('inhabitants@byn.hinterland', 'place')).toEqual(['places.byn.hinterland.inhabitants']);
    expect(at('spend', 'future')).toEqual(['parameters.spend']);
  });

  it('is nowhere for a shop the scenario does not have', () => {
    expect(scenarioPaths({ path: 'turnover@konsum', entity: 'shop', instance: 'konsum' }, revision)).toEqual([]);
  });
});

describe('a value that is tried', () => {
  it('stays an assumption, and can be read back', () => {
    expect(triedValue(0.05)).toEqual({ value: 0.05, status: 'assumption' });
    expect(numberIn(triedValue(0.05))).toBe(0.05);
    expect(numberIn({ low: 1, high: 2 })).toBeUndefined();
  });
});
