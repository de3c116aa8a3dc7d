import fc from 'fast-check';
import { type DocumentNode, getIntrospectionQuery, Kind, parse, type SelectionSetNode } from 'graphql';
import { expect, test } from 'vitest';
import { randomOf } from '../testing/random.ts';
import { randomDocument } from '../testing/random-documents.ts';
import { smallSchema } from '../testing/small-service.ts';
import { checkMeasure } from './check-measure.ts';
import { defaultLimits } from './limits.ts';
import { measureDocument } from './measure-document.ts';

const schema = smallSchema(true);
const limits = { defaultPageSize: 20, listSize: 10 };

function measure(query: string, variables: Record<string, unknown> = {}, operationName?: string) {
  return measureDocument({ schema, document: parse(query), variables, operationName, limits });
}

test('a field costs 1, and what is inside a page costs once for each of its items', () => {
  expect(measure('{ hello }').complexity).toBe(1);
  // villages 1, totalCount 1, edges 1, and 5 times node 1 and name 1
  expect(measure('{ villages(first: 5) { totalCount edges { node { name } } } }').complexity).toBe(13);
  // villages 1, edges 1, 5 times (node 1, nearby 1, edges 1, 3 times cursor 1) = 5 × 6
  expect(
    measure('{ villages(first: 5) { edges { node { nearby(first: 3) { edges { cursor } } } } } }').complexity,
  ).toBe(32);
});

test('a page nobody sized counts as the default page, another list as its assumed length', () => {
  expect(measure('{ villages { edges { cursor } } }').complexity).toBe(2 + 20);
  expect(measure('{ village { neighbours { name } } }').complexity).toBe(2 + 10);
});

test('the page size is read from variables and their defaults', () => {
  const query = 'query($n: Int = 7) { villages(first: $n) { edges { cursor } } }';
  expect(measure(query).complexity).toBe(2 + 7);
  expect(measure(query, { n: 40 }).complexity).toBe(2 + 40);
  expect(measure(query, { n: 40 }).largestPage).toBe(40);
});

test('lists of a connection count its page also where a fragment selects them', () => {
  const query = '{ villages(first: 5) { ...Page } } fragment Page on VillageConnection { edges { node { name } } }';
  expect(measure(query).complexity).toBe(2 + 5 * 2);
});

test('@skip and @include take nothing away', () => {
  expect(measure('{ hello @skip(if: true) requestId @include(if: false) }')).toMatchObject({
    fields: 2,
    complexity: 2,
    directives: 2,
  });
});

test('introspection counts like the rest, also in a fragment that is named __schema', () => {
  expect(measure('{ __schema { types { name } } }')).toMatchObject({ fields: 3, depth: 3, complexity: 2 + 10 });
  expect(measure('{ __typename a: __typename }')).toMatchObject({ fields: 2, aliases: 1 });
  const hidden = '{ ...__schema } fragment __schema on Query { a: hello b: hello c: hello }';
  expect(measure(hidden)).toMatchObject({ fields: 3, aliases: 3, rootFields: 3, breadth: 3 });
});

test('the full introspection query of tools is within the limits', () => {
  const document = parse(
    getIntrospectionQuery({
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    }),
  );
  const measured = measureDocument({ schema, document, limits: defaultLimits });
  expect(checkMeasure(measured, defaultLimits)).toEqual([]);
  expect(measured.depth).toBe(15);
});

test('of several operations the one that runs is measured, or all where it cannot be told', () => {
  const query = 'query A { hello } query B { hello requestId compute }';
  expect(measure(query, {}, 'A').fields).toBe(1);
  expect(measure(query, {}, 'B').fields).toBe(3);
  expect(measure(query).fields).toBe(3);
  expect(measure(query, {}, 'C').fields).toBe(3);
});

test('fragments that double themselves sixty times are measured at once', () => {
  const fragments = Array.from(
    { length: 60 },
    (_, i) => `fragment F${i} on Query { ${i < 59 ? `...F${i + 1} ...F${i + 1}` : 'hello'} }`,
  );
  // 2^59 fields: told as the largest number that is kept
  expect(measure(`{ ...F0 } ${fragments.join(' ')}`).fields).toBe(1e15);
});

test('fragments in a circle, unknown ones and a long chain of them neither hang nor fail', () => {
  expect(
    measure('{ ...A } fragment A on Query { hello ...B } fragment B on Query { requestId ...A }').fields,
  ).toBeGreaterThan(0);
  expect(measure('{ ...Gone hello }').fields).toBe(1);
  expect(measure('{ nowhere { at { all } } ... on Gone { hello } }').fields).toBe(4);
  const chain = Array.from({ length: 20_000 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} }`).join(' ');
  expect(measure(`{ ...F0 } ${chain} fragment F20000 on Query { hello }`).fields).toBe(1);
});

/** Counts by writing every fragment out, as often as it is spread. */
function writtenOut(document: DocumentNode): { fields: number; aliases: number; depth: number } {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node.selectionSet]] : [],
    ),
  );
  const count = (set: SelectionSetNode): { fields: number; aliases: number; depth: number } => {
    const total = { fields: 0, aliases: 0, depth: 0 };
    for (const node of set.selections) {
      const inner = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node.selectionSet;
      const sum = inner === undefined ? { fields: 0, aliases: 0, depth: 0 } : count(inner);
      const own = node.kind === Kind.FIELD ? 1 : 0;
      total.fields += sum.fields + own;
      total.aliases += sum.aliases + (node.kind === Kind.FIELD && node.alias !== undefined ? 1 : 0);
      total.depth = Math.max(total.depth, sum.depth + own);
    }
    return total;
  };
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!;
  return count(operation.selectionSet);
}

test('counting each fragment once gives what writing them out gives', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 6 }), (seed, spreads) => {
      const random = randomOf(seed);
      // A document by the schema, with fragments that spread those after them several times.
      const { query } = randomDocument(schema, random, { wrong: 0 });
      const more = Array.from({ length: 5 }, (_, i) => {
        const inner = Array.from(
          { length: i < 4 ? random.whole(0, spreads) : 0 },
          () => `...G${random.whole(i + 1, 4)}`,
        );
        return `fragment G${i} on Query { hello a${i}: village { id ${random.chance(0.5) ? '...V' : ''} } ${inner.join(' ')} }`;
      });
      const text = `query { ...G0 ...G${random.whole(0, 4)} } ${more.join(' ')} fragment V on Village { id x: name neighbours { name } }`;
      for (const document of [parse(query), parse(text)]) {
        const { fields, aliases, depth } = measureDocument({ schema, document, limits });
        expect({ fields, aliases, depth }).toEqual(writtenOut(document));
      }
    }),
    { numRuns: 200 },
  );
});

test('any document that can be parsed can be measured', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { query, variables } = randomDocument(schema, randomOf(seed), { wrong: 0.4 });
      let document: DocumentNode;
      try {
        document = parse(query);
      } catch {
        return;
      }
      const measured = measureDocument({ schema, document, variables, limits });
      for (const value of Object.values(measured)) expect(Number.isFinite(value) && value >= 0).toBe(true);
    }),
    { numRuns: 500 },
  );
});
