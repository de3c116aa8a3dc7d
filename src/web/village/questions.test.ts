import { expect, it } from 'vitest';
import { editsOf, type Field } from './field.ts';
import { type Knowledge, type ModelInput, nothingKnown } from './model-inputs.ts';
import { questionsFor } from './questions.ts';
import { changedTree, type Tree } from './scenario-tree.ts';

const tree: Tree = {
  places: { by: { label: 'Byn', inhabitants: 100 }, granne: { inhabitants: 50 } },
  towns: { stad: { label: 'Staden', inhabitants: 5000 }, annan: { inhabitants: 900 } },
  shops: { butik: { place: 'by' } },
  distances: [
    { between: ['granne', 'annan'], km: 3 },
    { between: ['stad', 'by'], km: 17, status: 'found' },
  ],
};

const input = (field: string, more: Partial<ModelInput> = {}): ModelInput => ({
  name: field,
  field,
  entity: 'shop',
  isStatable: true,
  label: { sv: field, en: field },
  description: { sv: '', en: '' },
  unit: 'SEK/year',
  minimum: 0,
  maximum: null,
  default: 1,
  defaultStatus: 'assumption',
  defaultSource: null,
  defaultPriceYear: 2011,
  section: 'shop',
  ...more,
});

const knowledge: Knowledge = {
  ...nothingKnown,
  inputs: [input('turnover', { name: 'turnoverStated', default: 0 }), input('ownerPayTarget')],
};

const fieldsOf = (name: string, from = tree): readonly Field[] =>
  questionsFor(from, knowledge, 'by', 'butik', 2014).find((each) => each.name === name)?.fields ?? [];

it('a village without a shop is asked about its people and its distances only', () => {
  expect(questionsFor(tree, knowledge, 'by', undefined, 2014).map(({ name }) => name)).toEqual(['people', 'elsewhere']);
});

it('the surroundings are asked about only where the scenario has them', () => {
  expect(fieldsOf('people').map(({ id }) => id)).toEqual(['places.by.inhabitants']);
  const wide = changedTree(tree, [{ path: 'places.by.hinterland', value: { inhabitants: 20, distance: 4 } }]);
  expect(fieldsOf('people', wide)).toHaveLength(3);
});

it('a distance is asked for whichever end the village stands at, and then for the towns that have none', () => {
  expect(fieldsOf('elsewhere').map(({ paths, label, isRequired }) => [paths[0], label.sv, isRequired])).toEqual([
    ['distances.1', 'Till Staden', true],
    ['distances.2', 'Till annan', false],
  ]);
});

it('a new distance is written at the end of the whole list, with its ends', () => {
  const [, field] = fieldsOf('elsewhere');
  expect(editsOf(field as Field, tree, tree, { km: 8, status: 'found' })).toEqual([
    {
      kind: 'change',
      path: 'distances',
      value: [...(tree['distances'] as object[]), { between: ['by', 'annan'], km: 8, status: 'found' }],
    },
  ]);
});

it('what the model works out is asked of the model; what it has a default for is not', () => {
  expect(fieldsOf('turnover')[0]).toMatchObject({ workedOut: 'turnover@butik@2014', isRequired: false });
  expect(fieldsOf('owner')[0]).toMatchObject({ usual: { stated: 1, status: 'assumption', priceYear: 2011 } });
  expect(fieldsOf('owner')[0]?.workedOut).toBeUndefined();
});
