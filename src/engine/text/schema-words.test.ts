import { expect, test } from 'vitest';
import { z } from 'zod';
import { wordsFor } from './schema-words.ts';

test.each<[string, z.ZodType]>([
  ['a number', z.number()],
  ['a number, 0 to 1', z.number().min(0).max(1)],
  ['a number, at least 0', z.number().min(0)],
  ['a number, more than 0, less than 1', z.number().positive().lt(1)],
  ['a whole number', z.int()],
  ['a whole number, 1 to 100', z.int().min(1).max(100).optional()],
  ['a text', z.string().min(1)],
  ['a text of at most 300 characters', z.string().min(1).max(300)],
  ['a text of 2 to 3 characters', z.string().min(2).max(3)],
  ['a text of at least 2 characters', z.string().min(2)],
  [
    'an id of small letters',
    z
      .string()
      .regex(/^[a-z]+$/, 'an id of small letters')
      .max(60),
  ],
  ['true or false', z.boolean()],
  ['one of a, b', z.enum(['a', 'b'])],
  ['unknown', z.literal('unknown')],
  ['a list', z.array(z.number())],
  ['a list of 1 to 5 items', z.array(z.number()).min(1).max(5)],
  ['a list of 2', z.tuple([z.number(), z.number()])],
  ['a map of names and values', z.strictObject({})],
  [
    'a number, true or false or a map of names and values',
    z.union([z.number(), z.boolean(), z.strictObject({}), z.record(z.string(), z.number())]),
  ],
  ['a number or a text', z.union([z.number(), z.union([z.string(), z.number()])])],
  ['a number', z.number().transform((value) => String(value))],
])('says «%s»', (words, schema) => {
  expect(wordsFor(schema)).toBe(words);
});
