import { GraphQLError, type ValueNode, valueFromASTUntyped } from 'graphql';
import { builder } from '../builder.ts';

builder.scalarType('DateTime', {
  description: 'An instant, ISO 8601 in UTC: `2026-11-23T22:00:00.000Z`.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time',
  serialize: (value) => value.toISOString(),
  parseValue: (value) => {
    const date = typeof value === 'string' ? new Date(value) : undefined;
    if (date === undefined || Number.isNaN(date.getTime()) || !/^\d{4}-\d{2}-\d{2}T/.test(value as string))
      throw new GraphQLError('An instant is written as 2026-11-23T22:00:00Z');
    return date;
  },
});

builder.scalarType('Money', {
  description: 'Swedish kronor to the öre, as a decimal number in a text: `"112869.00"`.',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value !== 'string' || !/^-?\d{1,15}(\.\d{1,2})?$/.test(value))
      throw new GraphQLError('Money is written as a text such as "112869.00"');
    return value;
  },
});

builder.scalarType('JSON', {
  description: 'Any JSON value.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node: ValueNode, variables) => valueFromASTUntyped(node, variables as never),
});
