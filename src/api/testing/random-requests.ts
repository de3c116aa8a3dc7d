import { type GraphQLSchema, getIntrospectionQuery, OperationTypeNode } from 'graphql';
import { hostileTexts } from './hostile-texts.ts';
import type { Random } from './random.ts';
import { type DocumentOptions, type RandomDocument, randomDocument } from './random-documents.ts';

/** One HTTP request of the fuzzing; `kind` says how it was made. */
export type RandomRequest = {
  readonly kind: 'document' | 'get' | 'stream' | 'mutated' | 'bytes' | 'hostile' | 'params' | 'introspection';
  readonly method: string;
  /** After the endpoint's own path. */
  readonly search: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
};

/** Makes a request: most are documents by the schema, the rest broken in every way that bodies can be. */
export function randomRequest(schema: GraphQLSchema, random: Random, options: DocumentOptions = {}): RandomRequest {
  const lot = random.whole(0, 99);
  if (lot < 50) {
    const asked = randomDocument(schema, random, options);
    if (asked.operation === OperationTypeNode.SUBSCRIPTION)
      return post('stream', jsonOf(asked), { accept: 'text/event-stream' });
    return post('document', jsonOf(asked), random.chance(0.3) ? { accept: 'application/graphql-response+json' } : {});
  }
  if (lot < 55) return get(randomDocument(schema, random, options));
  if (lot < 75) return post('mutated', mutated(jsonOf(randomDocument(schema, random, options)), random));
  if (lot < 80) {
    const { query, variables } = randomDocument(schema, random, options);
    return post('mutated', Buffer.from(wellFormed({ query: swapped(query, random), variables })));
  }
  if (lot < 84) return post('bytes', random.bytes(random.whole(0, 300)));
  if (lot < 92) return post('hostile', random.pick(hostileBodies)());
  if (lot < 96) return strangeParams(random);
  return post('introspection', Buffer.from(JSON.stringify({ query: random.pick(introspections) })));
}

function post(kind: RandomRequest['kind'], body: Buffer, headers: Record<string, string> = {}): RandomRequest {
  return { kind, method: 'POST', search: '', headers: { 'content-type': 'application/json', ...headers }, body };
}

function get({ query, variables }: RandomDocument): RandomRequest {
  const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  return { kind: 'get', method: 'GET', search: `?${search}`.slice(0, 8_000), headers: {}, body: undefined };
}

function jsonOf({ query, variables }: RandomDocument): Buffer {
  return Buffer.from(wellFormed({ query, variables }));
}

const wellFormed = (value: unknown): string => JSON.stringify(value);

/** Flips, removes, doubles and inserts bytes. */
function mutated(bytes: Buffer, random: Random): Buffer {
  let text: Buffer = Buffer.from(bytes);
  for (let i = random.whole(1, 6); i > 0 && text.length > 4; i--) {
    const at = random.whole(0, text.length - 2);
    const to = Math.min(text.length, at + random.whole(1, 20));
    switch (random.whole(0, 3)) {
      case 0:
        text[at] = text[at]! ^ (1 << random.whole(0, 7));
        break;
      case 1:
        text = Buffer.concat([text.subarray(0, at), text.subarray(to)]);
        break;
      case 2:
        text = Buffer.concat([text.subarray(0, to), text.subarray(at)]);
        break;
      default:
        text = Buffer.concat([
          text.subarray(0, at),
          Buffer.from(random.pick(['{', '}', '[', '"', '\\u0000', '$', '...', ':', '\0', '1e999', 'é'])),
          text.subarray(at),
        ]);
    }
  }
  return text;
}

/** Swaps, removes and doubles tokens of a document. */
function swapped(query: string, random: Random): string {
  const tokens = query.match(/[_A-Za-z]\w*|"[^"]*"|\.\.\.|\S/g) ?? [];
  for (let i = random.whole(1, 4); i > 0 && tokens.length > 2; i--) {
    const [a, b] = [random.whole(0, tokens.length - 1), random.whole(0, tokens.length - 1)];
    const [one, other] = [tokens[a]!, tokens[b]!];
    if (random.chance(0.5)) [tokens[a], tokens[b]] = [other, one];
    else tokens.splice(a, random.whole(0, 2), other);
  }
  return tokens.join(' ');
}

function strangeParams(random: Random): RandomRequest {
  const anything: unknown[] = [null, 1, true, [], {}, '', ['{__typename}'], { query: '{__typename}' }, ...hostileTexts];
  const body: Record<string, unknown> = { query: random.chance(0.5) ? '{ __typename }' : random.pick(anything) };
  for (const name of ['variables', 'operationName', 'extensions', 'id', '__proto__', 'constructor', 'queryHash'])
    if (random.chance(0.3))
      Object.defineProperty(body, name, { value: random.pick(anything), enumerable: true, configurable: true });
  const type = random.pick([
    'application/json',
    'application/json; charset=utf-8',
    'application/json; charset=utf-16',
    'application/graphql',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'APPLICATION/JSON',
    'application/json, text/plain',
    ';',
  ]);
  const accept = random.pick([
    '*/*',
    'application/json',
    'text/html',
    'image/png',
    'application/graphql-response+json',
    '',
    'a;q=x,,;',
  ]);
  const method = random.chance(0.8) ? 'POST' : random.pick(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']);
  return {
    kind: 'params',
    method,
    search: '',
    headers: { 'content-type': type, accept },
    body: Buffer.from(JSON.stringify(body)),
  };
}

const ofQuery = (query: string, variables?: string): Buffer =>
  Buffer.from(`{"query":${JSON.stringify(query)}${variables === undefined ? '' : `,"variables":${variables}`}}`);

const bomb = (levels: number): string =>
  `{ ...F0 } ${Array.from({ length: levels }, (_, i) => `fragment F${i} on Query { ${i + 1 < levels ? `...F${i + 1} ...F${i + 1}` : '__typename'} }`).join(' ')}`;

/** Bodies that overflow, explode or confuse a careless reader. */
const hostileBodies: readonly (() => Buffer)[] = [
  () => ofQuery('{a'.repeat(20_000)),
  () => ofQuery(`{ a(x: ${'['.repeat(30_000)}${']'.repeat(30_000)}) }`),
  () => ofQuery(`{ a(x: ${'{x:'.repeat(30_000)}`),
  () => ofQuery(`query($x: ${'['.repeat(30_000)}Int${']'.repeat(30_000)}) { __typename }`),
  () => ofQuery(`{ ${'... on Query {'.repeat(2_000)} __typename ${'}'.repeat(2_000)} }`),
  () => ofQuery('{ __typename }', `{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
  () => ofQuery('query($x: Int) { __typename }', `{"x":${'{"x":'.repeat(50_000)}1${'}'.repeat(50_000)}}`),
  () => Buffer.from('['.repeat(1_000_000)),
  () => Buffer.from('{"query":"{__typename}",'.repeat(10_000)),
  () => ofQuery(bomb(60)),
  () => ofQuery('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A __typename }'),
  () => ofQuery('{ ...__schema } fragment __schema on Query { __typename ...__schema }'),
  () => ofQuery(`{ ${'__typename '.repeat(4_000)} }`),
  () => ofQuery(`{ ${Array.from({ length: 1_500 }, (_, i) => `a${i}: __typename`).join(' ')} }`),
  () => ofQuery(`{ __typename ${'@skip(if: false) '.repeat(900)} }`),
  () => ofQuery(`query(${Array.from({ length: 900 }, (_, i) => `$v${i}: Int`).join(' ')}) { __typename }`),
  () => ofQuery('# comment\n'.repeat(20_000)),
  () => ofQuery(`{ __typename } ${'query Q { __typename } '.repeat(800)}`),
  () => ofQuery('{ __typename(x: 1e999) }'),
  () => ofQuery('{ __typename(x: "\\u0000 \\uD800 \\u{110000}") }'),
  () => ofQuery('query($x: Float) { __typename }', '{"x":1e999}'),
  () => ofQuery('query($x: Int) { __typename }', '{"x":1e400,"x":-1e400}'),
  () => ofQuery('query($x: Int) { __typename }', '{"__proto__":{"x":1},"constructor":{"prototype":{}}}'),
  () => Buffer.from('{"query":"{__typename}","query":"mutation{x}","__proto__":{"query":"{a}"}}'),
  () => Buffer.from('\ufeff{"query":"{ __typename }"}'),
  () => Buffer.from('{"query":"{ __typename }"}', 'utf16le'),
  () =>
    Buffer.concat([Buffer.from('{"query":"{ __typename # '), Buffer.from([0xff, 0xfe, 0xc0, 0xaf]), Buffer.from('"}')]),
  () => Buffer.from('{"query":"{ __typename # \\ud800 }"}'),
  () => Buffer.from('{"query":"\\u0000"}'),
  () => Buffer.from('{"query":"{\\u200b__typename}"}'),
  () => Buffer.from(`{"query":"{ __typename }","operationName":"${'A'.repeat(100_000)}"}`),
  () => Buffer.from('[{"query":"{ __typename }"},{"query":"{ __typename }"}]'),
  () => Buffer.from('[]'),
  () => Buffer.from('{}'),
  () => Buffer.from('null'),
  () => Buffer.from('"{ __typename }"'),
  () => Buffer.from('12e'),
  () => Buffer.alloc(0),
  () => Buffer.from('{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"0"}}}'),
  () => Buffer.alloc(5_000_000, 'x'),
  () => ofQuery(`{ __typename(x: "${'x'.repeat(1_000_000)}") }`),
];

const introspections: readonly string[] = [
  getIntrospectionQuery(),
  '{ __schema { types { name fields(includeDeprecated: true) { name args { name defaultValue } type { name } } } } }',
  '{ __type(name: "Query") { name fields { name type { kind name ofType { name } } } } }',
  '{ __type(name: "\\u202E__proto__") { name } }',
  `{ __schema { types { ${'fields { type { '.repeat(12)} name ${'} } '.repeat(12)} } } }`,
  `{ ${Array.from({ length: 100 }, (_, i) => `a${i}: __schema { types { name } }`).join(' ')} }`,
];
