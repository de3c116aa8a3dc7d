import { expect, it } from 'vitest';
import { editsOf, type Field } from './field.ts';
import { costFields, plannedMeasures } from './measures.ts';
import { knownTree } from './scenario-tree.ts';

const stated = {
  kind: 'servicePoint',
  investments: [{ label: 'Lokal', cost: 545_333 }],
  running: [
    { label: { sv: 'Värme', en: 'Heating' }, amount: { value: 30_000 } },
    { label: { sv: 'Personal, 0,2 tjänst', en: 'Staff, 0.2 of a post' }, posts: 0.2, postCost: { value: 350_000 } },
  ],
};
const measure = (alternatives: string[], says: unknown = stated) => ({
  key: 'punkt',
  kind: 'servicePoint',
  label: { sv: 'Servicepunkt', en: 'Service point' },
  host: null,
  alternatives,
  stated: says,
});
const revision = { places: [], shops: [], measures: [measure(['a']), measure(['b'])] };
const saved = knownTree(revision);

it('a measure that says the same in two alternatives is one, changed in both at once', () => {
  const planned = plannedMeasures(revision.measures, saved);
  expect(planned).toHaveLength(1);
  const [posts] = costFields(planned[0]!, saved);
  const edits = editsOf(posts as Field, saved, saved, 0.5);
  expect(edits.map(({ path }) => path)).toEqual([
    'alternatives.a.measures.punkt.running',
    'alternatives.b.measures.punkt.running',
  ]);
  expect(edits[0]).toMatchObject({
    value: [{}, { posts: 0.5, label: { sv: 'Personal, 0,5 tjänst', en: 'Staff, 0.5 of a post' } }],
  });
});

it('measures of one name that say different things are two', () => {
  expect(plannedMeasures([measure(['a']), measure(['b'], { kind: 'servicePoint' })], saved)).toHaveLength(2);
});

it('a measure of every alternative is written once, for the scenario', () => {
  const everywhere = { places: [], shops: [], measures: [measure(['a', 'b'])] };
  expect(plannedMeasures(everywhere.measures, knownTree(everywhere))[0]?.paths).toEqual(['measures.punkt']);
});

it('staffing comes first: the posts, and what a post costs', () => {
  const [planned] = plannedMeasures(revision.measures, saved);
  expect(costFields(planned!, saved).map(({ name, label }) => [name, label.sv])).toEqual([
    ['posts', 'Bemanning, tjänster'],
    ['postCost', 'Kostnad för en hel tjänst'],
    ['amount', 'Värme'],
    ['cost', 'Lokal'],
  ]);
});
