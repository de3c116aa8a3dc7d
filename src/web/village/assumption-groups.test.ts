import { expect, it } from 'vitest';
import { assumptionGroups, foundGroups } from './assumption-groups.ts';
import { type Knowledge, type ModelInput, nothingKnown } from './model-inputs.ts';

const input = (entity: string, field: string, sv: string, section = 'economy'): ModelInput => ({
  name: field,
  field,
  entity,
  isStatable: true,
  label: { sv, en: field },
  description: { sv: '', en: '' },
  unit: '1',
  minimum: null,
  maximum: null,
  default: 1,
  defaultStatus: null,
  defaultSource: null,
  defaultPriceYear: null,
  section,
});
const tree = {
  places: { annan: {}, by: { label: 'Byn', hinterland: {} } },
  shops: { ica: { place: 'by', label: 'ICA' } },
};
const knowledge: Knowledge = {
  ...nothingKnown,
  inputs: [
    input('place', 'trend', 'Befolkningens förändring'),
    input('shop', 'patience', 'Tålamod'),
    input('future', 'wageGrowth', 'Löneökning'),
    input('future', 'share', 'Andel', 'rule-x'),
  ],
  sections: [
    { name: 'economy', title: { sv: 'Priser', en: 'Prices' } },
    { name: 'rule-x', title: { sv: 'Regel', en: 'Rule' } },
  ],
};
const groups = (asked: string[] = []) => assumptionGroups(tree, knowledge, [], new Set(asked), 'by');

it('the place that is open comes first, with its surroundings and its shop; rules come apart from economy', () => {
  expect(groups().map(({ key, about }) => [key, about])).toEqual([
    ['places.by', 'place'],
    ['places.by.hinterland', 'hinterland'],
    ['shops.ica', 'shop'],
    ['places.annan', 'place'],
    ['parameters:economy', 'whole'],
    ['parameters:rule-x', 'rules'],
  ]);
});

it('every value is written where the scenario has it', () => {
  expect(groups().flatMap(({ fields }) => fields.map(({ id }) => id))).toContain('places.by.hinterland.trend');
  expect(groups().at(-2)?.fields[0]?.id).toBe('parameters.wageGrowth');
});

it('what the questions ask for is not asked for again', () => {
  expect(groups(['shops.ica.patience']).some(({ key }) => key === 'shops.ica')).toBe(false);
});

it('is found by words of its own and of what it belongs to, in any order', () => {
  expect(foundGroups(groups(), 'tålamod ICA', 'sv').map(({ key }) => key)).toEqual(['shops.ica']);
  expect(foundGroups(groups(), 'ingenting', 'sv')).toEqual([]);
  expect(foundGroups(groups(), '  ', 'sv')).toHaveLength(6);
});

it('a parameter of the scenario’s own formulas is there too', () => {
  const own = {
    name: 'ownThing',
    label: { sv: 'Eget', en: 'Own' },
    entity: 'future',
    instance: '',
    unit: 'km',
    stated: 4,
    status: null,
    source: null,
    givenBy: 'default',
    priceYear: null,
  } as const;
  const found = assumptionGroups(tree, { ...knowledge, parameters: [own] }, [], new Set(), 'by').at(-1);
  expect(found?.fields[0]).toMatchObject({ id: 'parameters.ownThing', usual: { stated: 4 } });
});
