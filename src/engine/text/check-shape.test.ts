import { expect, test } from 'vitest';
import { z } from 'zod';
import { formatProblem } from '../../errors.ts';
import { checkShape, formatPath } from './check-shape.ts';
import { readYaml } from './yaml-text.ts';

const stated = z.union([
  z.number(),
  z.literal('unknown'),
  z.strictObject({ value: z.number(), source: z.string().optional() }),
  z.strictObject({ low: z.number(), likely: z.number(), high: z.number(), source: z.string().optional() }),
  z.union([
    z.strictObject({
      distribution: z.enum(['pert', 'triangular']),
      low: z.number(),
      likely: z.number(),
      high: z.number(),
    }),
    z.strictObject({ distribution: z.literal('normal'), mean: z.number(), sd: z.number() }),
  ]),
]);

const schema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z-]+$/, 'an id of small letters')
    .max(20)
    .optional(),
  years: z.int().min(1).max(100).optional(),
  open: z.boolean().optional(),
  label: z.union([z.string().min(1), z.strictObject({ sv: z.string(), en: z.string() })]).optional(),
  kind: z.enum(['shop', 'school']).optional(),
  size: stated.optional(),
  pair: z.tuple([z.string(), z.string()]).optional(),
  list: z
    .array(z.strictObject({ cost: z.number().min(0) }))
    .max(3)
    .optional(),
  shops: z
    .record(z.string().regex(/^[a-z-]+$/, 'an id of small letters'), z.strictObject({ area: z.number() }))
    .optional(),
});

function said(text: string, wordsAt?: (path: readonly (string | number)[]) => string | undefined): string[] {
  const result = checkShape(schema, readYaml(text, 'f'), wordsAt);
  return result.ok ? [] : result.problems.map(formatProblem);
}

test.each<[string, string[]]>([
  ['years: 15\nsize: { low: 1, likely: 2, high: 3 }', []],
  ['years: 101', ['f:1: years: The value is too large (found 101; allowed a whole number, 1 to 100)']],
  ['years: 1.5', ['f:1: years: This must be a whole number (found 1.5; allowed a whole number, 1 to 100)']],
  ['years: .inf', ['f:1: years: This is no number to reckon with (found Infinity; allowed a whole number, 1 to 100)']],
  ['years:', ['f:1: years: Nothing stands here (allowed a whole number, 1 to 100)']],
  [
    'years: "1 000,5 kr"',
    ['f:1: years: This is of the wrong type (found «1 000,5 kr»; allowed a whole number, 1 to 100). Write 1000.5'],
  ],
  ['years: −5', ['f:1: years: This is of the wrong type (found «−5»; allowed a whole number, 1 to 100). Write -5']],
  ['years: 5 %', ['f:1: years: This is of the wrong type (found «5 %»; allowed a whole number, 1 to 100). Write 0.05']],
  ['years: many', ['f:1: years: This is of the wrong type (found «many»; allowed a whole number, 1 to 100)']],
  ['open: ja', ['f:1: open: This is of the wrong type (found «ja»; allowed true or false). Write true']],
  ['open: no', ['f:1: open: This is of the wrong type (found «no»; allowed true or false). Write false']],
  [
    'label: 5',
    [
      'f:1: label: This is of the wrong type (found 5; allowed a text or a map of names and values). Put it in quotes: "5"',
    ],
  ],
  ['label: ""', ['f:1: label: The text is empty (found an empty text; allowed a text)']],
  ['label: []', ['f:1: label: This is of the wrong type (found []; allowed a text or a map of names and values)']],
  ['label: { sv: a }', ['f:1: label.en: This must be stated (allowed a text)']],
  [
    'kind: scool',
    ['f:1: kind: This is not known here (found «scool»; allowed one of shop, school). Did you mean school?'],
  ],
  ['kind: 5', ['f:1: kind: This is not known here (found 5; allowed one of shop, school)']],
  [
    'id: Mönsterås',
    ['f:1: id: This is not written as it must be (found «Mönsterås»; allowed an id of small letters). Write monsteras'],
  ],
  [
    'id: aaaaaaaaaaaaaaaaaaaaaaaaa',
    ['f:1: id: The text is too long (found «aaaaaaaaaaaaaaaaaaaaaaaaa»; allowed at most 20 characters)'],
  ],
  ['pair: [a]', ['f:1: pair: The list is too short (found 1 item; allowed a list of 2)']],
  ['pair: [a, 5]', ['f:1: pair[1]: This is of the wrong type (found 5; allowed a text). Put it in quotes: "5"']],
  [
    'list: [{ cost: 1 },\n { cost: -1 }]',
    ['f:2: list[1].cost: The value is too small (found -1; allowed a number, at least 0)'],
  ],
  [
    'list: { cost: 1 }',
    ['f:1: list: This is of the wrong type (found { cost: 1 }; allowed a list of at most 3 items)'],
  ],
  [
    'shops:\n  Ica: { area: 1 }',
    ['f:2: shops.Ica: This name is not written as it must be (found «Ica»; allowed an id of small letters). Write ica'],
  ],
  ['shops:\n  ica: { area: 1, aera: 2 }', ['f:2: shops.ica.aera: «aera» is not known here. Did you mean area?']],
  ['[1]', ['f:1: This is of the wrong type (found [1]; allowed a map of names and values)']],
])('%s', (text, messages) => {
  expect(said(text)).toEqual(messages);
});

test.each<[string, string[]]>([
  ['size: { value: a }', ['f:1: size.value: This is of the wrong type (found «a»; allowed a number)']],
  ['size: { value: 1, sorce: x }', ['f:1: size.sorce: «sorce» is not known here. Did you mean source?']],
  ['size: { low: 1, high: 3 }', ['f:1: size.likely: This must be stated (allowed a number)']],
  [
    'size: { low: 1, likly: 2, high: 3 }',
    [
      'f:1: size.likely: This must be stated (allowed a number)',
      'f:1: size.likly: «likly» is not known here. Did you mean likely?',
    ],
  ],
  ['size: { distribution: normal, mean: 1 }', ['f:1: size.sd: This must be stated (allowed a number)']],
  [
    'size: { distribution: norml, mean: 1 }',
    [
      'f:1: size.distribution: This is not known here (found «norml»; allowed one of pert, triangular, normal). Did you mean normal?',
    ],
  ],
  [
    'size: [5]',
    ['f:1: size: This is of the wrong type (found [5]; allowed a number, unknown or a map of names and values)'],
  ],
  ['size: {}', ['f:1: size.value: This must be stated (allowed a number)']],
])('of several forms the nearest is meant: %s', (text, messages) => {
  expect(said(text)).toEqual(messages);
});

test('says everything at once, from the first line on', () => {
  expect(
    said('size: x\nyears: 0\nyeers: 1\nshops: { A: 1, b: {} }').map((message) => message.split(' ', 2).join(' ')),
  ).toEqual(['f:1: size:', 'f:2: years:', 'f:3: yeers:', 'f:4: shops.A:', 'f:4: shops.b.area:']);
});

test('the caller may know better what is allowed', () => {
  expect(said('size: x', (path) => (path.join('.') === 'size' ? 'a number of square metres' : undefined))).toEqual([
    'f:1: size: This is of the wrong type (found «x»; allowed a number of square metres)',
  ]);
});

test('a path is written as one reads it', () => {
  expect(formatPath(['alternatives', 'a-b', 'investments', 0, 'cost'])).toBe('alternatives.a-b.investments[0].cost');
  expect(formatPath(['places', 'a.b', ''])).toBe('places."a.b".""');
  expect(formatPath([])).toBe('');
});
