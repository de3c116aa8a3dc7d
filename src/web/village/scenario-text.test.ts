import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { wholeTree } from './scenario-text.ts';

const below = {
  name: 'common/base.yaml',
  text: 'places: { a: { inhabitants: 1, lat: 2 } }\ndistances: [{ km: 1 }, { km: 2 }]\n',
};
const above = {
  name: 'village.yaml',
  text: 'extends: common/base.yaml\nplaces: { a: { inhabitants: 5, lat: null } }\ndistances: [{ km: 9 }]\n',
};

it('a scenario that extends another is laid over it: maps merge, lists are replaced, null removes', () => {
  expect(wholeTree('village.yaml', [below, above], parse)).toEqual({
    places: { a: { inhabitants: 5 } },
    distances: [{ km: 9 }],
  });
});

it('a file that names one in another folder is understood from its own', () => {
  const beside = { name: 'common/other.yaml', text: 'extends: ../village.yaml\nseed: x\n' };
  expect(wholeTree('common/other.yaml', [below, above, beside], parse)).toMatchObject({
    seed: 'x',
    distances: [{ km: 9 }],
  });
});

it('is not known where a file is missing, is no map, or extends itself', () => {
  expect(wholeTree('village.yaml', [above], parse)).toBeUndefined();
  expect(wholeTree('a', [{ name: 'a', text: '- 1' }], parse)).toBeUndefined();
  expect(wholeTree('a', [{ name: 'a', text: 'extends: a' }], parse)).toBeUndefined();
});
