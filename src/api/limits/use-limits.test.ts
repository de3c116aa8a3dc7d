import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SmallService, startSmallService } from '../testing/small-service.ts';
import { checkSource } from './check-source.ts';
import { checkVariables } from './check-variables.ts';
import { defaultLimits } from './limits.ts';

let service: SmallService;
beforeAll(async () => {
  service = await startSmallService();
});
afterAll(() => service.service.stop());

async function ask(query: string, variables?: unknown): Promise<{ status: number; codes: unknown[]; text: string }> {
  const response = await service.query(query, { variables });
  const text = await response.text();
  const { errors = [] } = JSON.parse(text);
  return {
    status: response.status,
    codes: errors.map((error: { extensions: { code: string } }) => error.extensions.code),
    text,
  };
}

const inside = (levels: number, what: string): string =>
  `{ village ${'{ neighbours '.repeat(levels)} { ${what} } ${'}'.repeat(levels)} }`;
const times = (count: number, write: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => write(i)).join(' ');

const beyond: readonly (readonly [string, string, string])[] = [
  ['nested too deep', inside(20, 'id'), 'QUERY_TOO_DEEP'],
  [
    'nested too deep by fragments',
    `{ village { ...A } } ${times(20, (i) => `fragment ${i === 0 ? 'A' : `A${i}`} on Village { neighbours { id ...A${i + 1} } }`)} fragment A20 on Village { id }`,
    'QUERY_TOO_DEEP',
  ],
  [
    'too complex',
    '{ villages(first: 100) { edges { node { nearby(first: 100) { edges { node { nearby(first: 100) { edges { cursor } } } } } } } } }',
    'QUERY_TOO_COMPLEX',
  ],
  ['too many aliases', `{ village { ${times(31, (i) => `a${i}: id`)} } }`, 'TOO_MANY_ALIASES'],
  [
    'too many aliases in a fragment named __schema',
    `{ ...__schema } fragment __schema on Query { ${times(31, (i) => `a${i}: hello`)} }`,
    'TOO_MANY_ALIASES',
  ],
  ['too many aliases of introspection', `{ ${times(31, (i) => `a${i}: __typename`)} }`, 'TOO_MANY_ALIASES'],
  ['too many aliases left out by @skip', `{ ${times(31, (i) => `a${i}: hello @skip(if: true)`)} }`, 'TOO_MANY_ALIASES'],
  ['too many directives', `{ hello ${'@include(if: true) '.repeat(51)} }`, 'TOO_MANY_DIRECTIVES'],
  ['too many fields at the top', `{ ${'hello '.repeat(41)} }`, 'TOO_MANY_ROOT_FIELDS'],
  ['too wide', `{ village { ${'id '.repeat(201)} } }`, 'QUERY_TOO_WIDE'],
  [
    'a fragment bomb',
    `{ ...F0 } ${times(40, (i) => `fragment F${i} on Query { ${i < 39 ? `...F${i + 1} ...F${i + 1}` : 'hello'} }`)}`,
    'TOO_MANY_FIELDS',
  ],
  [
    'too many fragments',
    `{ ${times(101, (i) => `...F${i}`)} } ${times(101, (i) => `fragment F${i} on Query { hello }`)}`,
    'TOO_MANY_FRAGMENTS',
  ],
  ['too large a page', '{ villages(first: 101) { totalCount } }', 'PAGE_TOO_LARGE'],
  ['too many tokens', `{ ${'hello '.repeat(5_001)} }`, 'QUERY_TOO_LONG'],
  ['too many characters', `# ${'x'.repeat(300_000)}\n{ hello }`, 'QUERY_TOO_LONG'],
  ['selections that would overflow the parser', '{village'.repeat(20_000), 'QUERY_NESTED_TOO_DEEP'],
  ['selections nested a thousand deep', `${'{village'.repeat(1_000)}`, 'QUERY_NESTED_TOO_DEEP'],
  ['lists nested a thousand deep', `{ village(id: ${'['.repeat(1_000)}`, 'QUERY_NESTED_TOO_DEEP'],
  ['objects nested a thousand deep', `{ village(filter: ${'{and:'.repeat(1_000)}`, 'QUERY_NESTED_TOO_DEEP'],
  ['types nested a thousand deep', `query($x: ${'['.repeat(1_000)}`, 'QUERY_NESTED_TOO_DEEP'],
  ['a subscription that is too wide', `subscription { ticks ${times(31, (i) => `a${i}: ticks`)} }`, 'TOO_MANY_ALIASES'],
  ['the null character', '{ village(filter: { name: "a\\u0000b" }) { id } }', 'NULL_CHARACTER'],
  ['an infinite number', '{ village(id: 1e999) { id } }', 'NUMBER_TOO_LARGE'],
];

test.each(beyond)('%s is refused with status 400 and a code of its own', async (_, query, code) => {
  const { status, codes, text } = await ask(query);
  expect(status).toBe(400);
  expect(codes).toContain(code);
  // What to do, but not the limits: they would only say how to stay below them.
  expect(text.replaceAll(/"(?:requestId|line|column|locations)":[^,}]*/g, '')).not.toMatch(
    /\b(?:16|30|31|50|200|400|5000|100000)\b/,
  );
});

test('a refused document is refused again, and in a GET', async () => {
  const query = `{ ${times(31, (i) => `a${i}: hello`)} }`;
  for (let i = 0; i < 3; i++) expect((await ask(query)).status).toBe(400);
  expect((await fetch(`${service.url}?query=${encodeURIComponent(query)}`)).status).toBe(400);
});

test('the same document is refused for a large page and answered for a small one, in any order', async () => {
  const query = 'query Page($n: Int) { villages(first: $n) { totalCount } }';
  for (const [n, status] of [
    [5, 200],
    [500, 400],
    [7, 200],
    [501, 400],
  ] as const)
    expect((await ask(query, { n })).status).toBe(status);
});

test('lists of requests and persisted documents are refused', async () => {
  const send = (body: unknown) =>
    fetch(service.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  expect((await send([{ query: '{ hello }' }])).status).toBe(400);
  expect((await send({ extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } })).status).toBe(400);
});

test('what an operation cost is told afterwards, with what its resolvers counted', async () => {
  const response = await service.query('{ compute villages(first: 2) { edges { cursor } } }');
  expect((await response.json()).extensions.cost).toEqual({ fields: 4, complexity: 5, villageDrawYears: 30_000 });
});

test.each<[string, unknown, string]>([
  ['lists in lists', JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)), 'VARIABLES_NESTED_TOO_DEEP'],
  ['the null character', { name: 'a\0b' }, 'NULL_CHARACTER'],
  ['the null character in a name', { 'a\0b': 1 }, 'NULL_CHARACTER'],
  ['half a surrogate pair', ['\ud800'], 'MALFORMED_TEXT'],
  ['a number beyond all', JSON.parse('[1e999]'), 'NUMBER_TOO_LARGE'],
  ['very many values', { list: new Array(200_001).fill(0) }, 'TOO_MANY_VALUES'],
])('variables with %s are refused', (_, value, code) => {
  expect(() => checkVariables({ x: value }, defaultLimits)).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ code }) }),
  );
});

test('an input that contains itself a thousand times is refused before it is read', async () => {
  let filter: unknown = {};
  for (let i = 0; i < 1_000; i++) filter = { and: [filter] };
  const { status, codes } = await ask('query($f: Filter) { village(filter: $f) { id } }', { f: filter });
  expect([status, codes]).toEqual([400, ['VARIABLES_NESTED_TOO_DEEP']]);
});

test('any JSON value is either taken as variables or refused with a code', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      try {
        checkVariables(value, { variableNesting: 3, variableValues: 20 });
      } catch (error) {
        expect(error).toMatchObject({ extensions: { http: { status: 400 } } });
      }
    }),
  );
});

test('any text is either passed on to the parser or refused with a code', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('{', '}', '[', '(', '"', 'a', '#', '\n', '\0', '1', 'e', '$', '\ud800') }),
      (text) => {
        try {
          checkSource(text, { documentLength: 30, tokens: 5, nesting: 3 });
        } catch (error) {
          expect(error).toMatchObject({ extensions: { http: { status: 400 } } });
        }
      },
    ),
  );
});
