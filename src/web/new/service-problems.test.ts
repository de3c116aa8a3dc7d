import { expect, test } from 'vitest';
import { problemsByField } from './service-problems.ts';

const of = {
  fieldOf: new Map([
    ['places.byn.inhabitants', 'people'],
    ['towns.staden', 'towns.0.name'],
  ]),
  townField: new Map([['staden', 'towns.0.km']]),
};
const problem = (path: string, message = 'Wrong') => ({ code: 'any', message, path });

test('a problem stands at the field that its value comes from', () => {
  const { fields } = problemsByField([problem('places.byn.inhabitants.likely'), problem('towns.staden.lat')], of);
  expect([...fields.keys()]).toEqual(['people', 'towns.0.name']);
});

test('a distance that lacks stands at the town it names', () => {
  const { fields } = problemsByField(
    [problem('distances', 'There is sea between byn and staden, and no distance is stated')],
    of,
  );
  expect([...fields.keys()]).toEqual(['towns.0.km']);
});

test('what belongs to no field is told all the same', () => {
  expect(problemsByField([problem('seed')], of).left).toHaveLength(1);
});
