import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { formatProblem, PlannerError } from '../../src/errors.ts';
import { planOf } from './own-scenario.ts';

const fliseryd: unknown = parse(readFileSync('scenarios/fliseryd.yaml', 'utf8'));

type Path = readonly (string | number)[];

const paths: Path[] = [];
const numbers: Path[] = [];
collectPaths(fliseryd, []);

function collectPaths(value: unknown, path: Path): void {
  if (path.length > 0) paths.push(path);
  if (typeof value === 'number') numbers.push(path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value))
    collectPaths(each, [...path, Array.isArray(value) ? Number(key) : key]);
}

type Mutation = {
  readonly kind: 'set' | 'delete' | 'rename' | 'double' | 'copy';
  readonly path: Path;
  readonly from: Path;
  readonly value: unknown;
  readonly name: string;
};

/** Values that have been taken for others somewhere: nothing, ends of numbers, words of the format and of the language. */
const oddValues = fc.constantFrom<unknown>(
  ...[null, true, false, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ...[0, -0, -1, 1, 0.5, 1e-300, 5e-324, 1e15, 1e16, 1e308, -1e308, 2 ** 53],
  ...['', ' ', 'unknown', '0,05', '9 000 000', '5 %', 'constructor', 'toString', '__proto__', 'x'.repeat(400)],
  ...['municipality', 'shop', 'fliseryd', 'monsteras', 'ica-fliseryd', 'servicepunkt'],
  ...[[], {}, [[]], { a: 1 }, { value: 1 }, { value: null }, { value: 'x' }, { sv: 'a' }],
  ...[
    { low: 1, likely: 2, high: 3 },
    { low: 3, likely: 2, high: 1 },
    { low: 0, likely: 0, high: 0 },
  ],
  ...[
    { distribution: 'gauss' },
    { distribution: 'normal', mean: 0, sd: -1 },
    { distribution: 'discrete', values: [], weights: [] },
  ],
  ...[
    { byYear: {} },
    { byYear: { 2014: 1, x: 2 } },
    { byYear: { 2014: Number.NaN } },
    { byYear: { 2014: 1, 2020: 2 } },
  ],
);

const anyValue = fc.oneof(oddValues, fc.double(), fc.integer(), fc.string(), fc.anything({ maxDepth: 2 }));

const anyName = fc.oneof(
  fc.constantFrom(
    'constructor',
    '__proto__',
    'hasOwnProperty',
    'turnovr',
    'inhabitants',
    'Fliseryd',
    'value',
    '<<',
    'ÅÄÖ',
    'a.b',
    '0',
  ),
  fc.string({ maxLength: 8 }),
);

const anyMutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('set', 'delete', 'rename', 'double', 'copy'),
  path: fc.constantFrom(...paths),
  from: fc.constantFrom(...paths),
  value: anyValue,
  name: anyName,
});

function at(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined,
    data,
  );
}

function mutate(data: unknown, { kind, path, from, value, name }: Mutation): void {
  const above = at(data, path.slice(0, -1));
  const last = path.at(-1) as string | number;
  if (typeof above !== 'object' || above === null || !Object.hasOwn(above, last)) return;
  const map = above as Record<string | number, unknown>;
  const put = (key: string | number, what: unknown): void => {
    Object.defineProperty(map, key, { value: what, enumerable: true, configurable: true, writable: true });
  };
  if (kind === 'set') put(last, value);
  else if (kind === 'copy') put(last, structuredClone(at(data, from)));
  else if (kind === 'double') put(Array.isArray(above) ? above.length : `${last}-2`, structuredClone(map[last]));
  else if (kind === 'delete') {
    if (Array.isArray(above)) above.splice(last as number, 1);
    else delete map[last];
  } else if (!Array.isArray(above)) {
    const moved = map[last];
    delete map[last];
    put(name, moved);
  }
}

/** Plans it; every message must be one line in a planner's words. */
function planAndRead(data: unknown): void {
  let text: string;
  try {
    text = stringify(data, { aliasDuplicateObjects: false });
  } catch {
    return; // Not all that JavaScript holds can be written as YAML.
  }
  const result = planOf(text);
  if (!(result instanceof PlannerError)) return;
  expect(result.problems.length).toBeGreaterThan(0);
  for (const problem of result.problems) expect(formatProblem(problem)).not.toMatch(/\[object|\n|Invalid|undefined/);
}

test('a scenario changed in any way is planned, or its problems are said', () => {
  const property = fc.property(fc.array(anyMutation, { minLength: 1, maxLength: 3 }), (mutations) => {
    const data = structuredClone(fliseryd);
    for (const mutation of mutations) mutate(data, mutation);
    planAndRead(data);
  });
  fc.assert(property, { numRuns: 250 });
});

test('a scenario with any numbers is planned, or its problems are said', () => {
  const anyNumber = fc.oneof(
    fc.double(),
    fc.double({ min: 0, max: 1 }),
    fc.integer({ min: -10, max: 100 }),
    fc.double({ min: 0, max: 1e15 }),
  );
  const change = fc.tuple(fc.constantFrom(...numbers), anyNumber);
  const property = fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
    const data = structuredClone(fliseryd);
    for (const [path, value] of changes) mutate(data, { kind: 'set', path, from: path, value, name: '' });
    planAndRead(data);
  });
  fc.assert(property, { numRuns: 250 });
});

test('any text is planned, or its problems are said', () => {
  const lines = readFileSync('scenarios/worked-example.yaml', 'utf8').split('\n');
  const cut = fc.record({
    line: fc.nat(lines.length - 1),
    column: fc.nat(60),
    remove: fc.nat(6),
    insert: fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.constantFrom('\t', '*a', '&a ', '[', '{', '"', ': ', '- ', '? ', '---', '!!x ', '|', '>'),
    ),
  });
  const property = fc.property(fc.array(cut, { minLength: 1, maxLength: 3 }), (cuts) => {
    const changed = [...lines];
    for (const { line, column, remove, insert } of cuts) {
      const before = changed[line] as string;
      changed[line] = before.slice(0, column) + insert + before.slice(column + remove);
    }
    const result = planOf(changed.join('\n'));
    if (result instanceof PlannerError)
      for (const problem of result.problems) expect(formatProblem(problem)).not.toMatch(/\[object|\n/);
  });
  fc.assert(property, { numRuns: 250 });
});
