import { expect, test } from 'vitest';
import { groupedExamples } from './examples.ts';

const scenario = (slug: string, own = false) => ({ slug, own });

test('one’s own come first, then the mission’s cases, Fliseryd with every measure first of all', () => {
  const groups = groupedExamples([
    scenario('pilotkommuner-eda'),
    scenario('fliseryd'),
    scenario('worked-example'),
    scenario('fliseryd-alternatives'),
    scenario('min-by', true),
    scenario('lokala-servicelosningar-backe'),
  ]);
  expect(groups.map(({ group }) => group)).toEqual(['own', 'fliseryd', 'lokala', 'pilot', 'other']);
  expect(groups[1]?.scenarios.map(({ slug }) => slug)).toEqual(['fliseryd-alternatives', 'fliseryd']);
});

test('a scenario of one’s own called fliseryd-2 stands among one’s own', () => {
  expect(groupedExamples([scenario('fliseryd-2', true)]).map(({ group }) => group)).toEqual(['own']);
});
