import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../schema.ts';
import { schemaWordProblems } from './schema-words.ts';

test('every type, field, argument and value of the schema is described, and every number tells its unit', () => {
  expect(schemaWordProblems(schema)).toEqual([]);
});

test('what has no words, no name or no unit is found', () => {
  const poor = buildSchema(`
    "What may be read."
    type Query { "A cost." cost: Float!  "Rounded." qty: Int!  bare(of: Int): Int!  "A sum." total: Money! }
    "Kronor."
    scalar Money
    "Kinds."
    enum Kind { one }
  `);
  expect(schemaWordProblems(poor)).toEqual([
    'Query.cost: a number without a unit in its name or description: «A cost.»',
    'Query.qty: the name is an abbreviation',
    'Query.bare: no description',
    'Query.bare(of): no description',
    'Query.total: money without Sek in its name',
    'Kind.one: no description',
  ]);
});
