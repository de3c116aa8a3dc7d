import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatProblem, PlannerError } from '../../errors.ts';
import { atMost, inOrder, overlay, readYaml, valueAt } from './yaml-text.ts';

function refused(text: string): string[] {
  try {
    readYaml(text, 'f');
    return [];
  } catch (error) {
    if (error instanceof PlannerError) return error.problems.map(formatProblem);
    throw error;
  }
}

test('knows the line of every value, and of the nearest there is above one that is not', () => {
  const text = readYaml('a: 1\nb:\n  c: [1,\n    2]\n  "d e":\n    - x: 1\n', 'f');
  expect(text.data).toEqual({ a: 1, b: { c: [1, 2], 'd e': [{ x: 1 }] } });
  expect([[], ['a'], ['b'], ['b', 'c'], ['b', 'c', 1], ['b', 'd e', 0, 'x']].map((path) => text.lineOf(path))).toEqual([
    1, 1, 2, 3, 4, 6,
  ]);
  expect(
    [
      ['b', 'none'],
      ['b', 'c', 9],
      ['none', 'none'],
      ['a', 'deeper'],
    ].map((path) => text.lineOf(path)),
  ).toEqual([2, 3, 1, 1]);
  expect(text.place(['b', 'c'])).toEqual({ file: 'f', line: 3 });
});

test('the line of what an alias repeats is that of what it repeats', () => {
  const text = readYaml('a: &x\n  b: 1\nc: *x\n', 'f');
  expect(text.data).toEqual({ a: { b: 1 }, c: { b: 1 } });
  expect(text.lineOf(['c'])).toBe(3);
  expect(text.lineOf(['c', 'b'])).toBe(2);
});

test('reads numbers and texts as YAML 1.2 does', () => {
  const text = 'a: 0x1F\nb: 017\nc: yes\nd: 1e3\ne: .nan\nf: ~\ng: "1"\nh: 2014-01-01\ni: 1_000\n';
  expect(readYaml(text, 'f').data).toEqual({
    a: 31,
    b: 17,
    c: 'yes',
    d: 1000,
    e: Number.NaN,
    f: null,
    g: '1',
    h: '2014-01-01',
    i: '1_000',
  });
});

test.each<[string, string[]]>([
  ['', ['f: The file is empty']],
  [' \n\n', ['f: The file is empty']],
  ['# only this\n', ['f: The file holds only comments']],
  ['a:\n\tb: 1\n', ['f:2: This is not valid YAML: a line begins with a tab. Indent with spaces']],
  [
    'a: 1\n---\nb: 2\n',
    [
      'f:2: This is not valid YAML: a line of three hyphens (---) begins a second document. Keep one scenario in a file',
    ],
  ],
  [
    'a: b: c\n',
    [
      'f:1: This is not valid YAML: two names with colons stand on one line. Begin a new line, or put the text in quotes',
    ],
  ],
  [
    'a: "\\q"\n',
    ['f:1: This is not valid YAML: a backslash in quotes begins no known sign. Write two backslashes for one'],
  ],
  [
    'a: [1\nb: 2\n',
    [
      'f:2: This is not valid YAML: what is in brackets does not end. Look above for a missing ], or indent the lines that go on',
    ],
  ],
  ['a: !x 1\n', ['f:1: This is not valid YAML: a tag, a word after an exclamation mark, means nothing here']],
  ['a: 1\nb: 1\na: 2\n', ['f:3: The name «a» stands twice in one map, first in line 1']],
  ['1: a\n"1": b\n', ['f:2: The name «1» stands twice in one map, first in line 1']],
  [
    'a: *b\n',
    [
      'f:1: *b repeats what nothing before it is marked as. Mark what it repeats with &b, or put a text that begins with * in quotes',
    ],
  ],
  ['? [a]\n: 1\n', ['f:1: A name must be a text, not a list or a map']],
  ['a:\n  __proto__: 1\n', ["f:2: «__proto__» can be no name: the program's own language uses it. Choose another"]],
])('refuses %j', (text, messages) => {
  expect(refused(text)).toEqual(messages);
});

test('forty levels are not too deep, forty-one are', () => {
  expect(refused(`${'['.repeat(40)}1${']'.repeat(40)}`)).toEqual([]);
  expect(refused(`${'['.repeat(42)}1${']'.repeat(42)}`)).toEqual([
    'f: Lists and maps are nested too deeply (allowed at most 40 levels)',
  ]);
});

test('a problem of a text over another stands in the file that says the thing', () => {
  const below = readYaml('a:\n  b: 1\n  c: 2\nlist: [1, 2]\n', 'below');
  const above = readYaml('# a comment\nextends: below\na:\n  c: 3\n  d: null\nlist:\n  - 5\n', 'above');
  const text = overlay(below, above, { a: { b: 1, c: 3 }, list: [5] });
  expect(text.place(['a', 'b'])).toEqual({ file: 'below', line: 2 });
  expect(text.place(['a', 'c'])).toEqual({ file: 'above', line: 4 });
  expect(text.place(['a', 'd'])).toEqual({ file: 'above', line: 5 });
  expect(text.place(['list', 0])).toEqual({ file: 'above', line: 7 });
  // A list replaces a list: its items stand above, whatever there was below.
  expect(text.place(['list', 1])).toEqual({ file: 'above', line: 6 });
  // What stands in neither is missing where its map was begun.
  expect(text.place(['a', 'e'])).toEqual({ file: 'below', line: 1 });
  expect(text.place(['e'])).toEqual({ file: 'above', line: 2 });
});

test('a value is found by its path, never what every object has', () => {
  expect(valueAt({ a: [{ b: 1 }] }, ['a', 0, 'b'])).toBe(1);
  expect(valueAt({ a: 1 }, ['a', 'b'])).toBeUndefined();
  expect(valueAt({}, ['constructor'])).toBeUndefined();
});

test('problems are put in order of files and lines, and cut where they are too many', () => {
  const problem = (file: string, line?: number) => ({
    code: 'c',
    message: 'm',
    file,
    ...(line === undefined ? {} : { line }),
  });
  expect(inOrder([problem('b', 3), problem('a', 2), problem('b', 1), problem('b')])).toEqual([
    problem('b'),
    problem('b', 1),
    problem('b', 3),
    problem('a', 2),
  ]);
  expect(atMost([problem('a', 1)], 1)).toHaveLength(1);
  expect(atMost([problem('a', 1), problem('a', 2)], 1).map(formatProblem)).toEqual([
    'a:1: m',
    'a: There are more problems. Mend those above first',
  ]);
});

test('reads JSON as it reads YAML: the same data, the same line of everything in it', () => {
  const name = fc.constantFrom('a', 'b', 'with "quotes"', 'å: {[', '1', 'back\\slash');
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('text', 'a: "b"', '', true, null),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(name, tie('tree'), { maxKeys: 4 }),
    ),
  }));
  const pathsIn = (data: unknown): (string | number)[][] =>
    typeof data !== 'object' || data === null
      ? [[]]
      : [
          [],
          ...Object.entries(data).flatMap(([key, value]) =>
            pathsIn(value).map((path) => [Array.isArray(data) ? Number(key) : key, ...path]),
          ),
        ];
  fc.assert(
    fc.property(fc.dictionary(name, tree, { minKeys: 1 }), fc.constantFrom(undefined, 1), (data, indent) => {
      const text = JSON.stringify(data, null, indent);
      const json = readYaml(text, 'f');
      // A comment at the end makes it YAML that is no JSON.
      const yaml = readYaml(`${text} # the end`, 'f');
      expect(json.data).toEqual(yaml.data);
      for (const path of pathsIn(data)) expect(json.lineOf(path), JSON.stringify(path)).toBe(yaml.lineOf(path));
    }),
  );
});

test('refuses in JSON what it refuses in YAML, in the same words', () => {
  expect(refused('{"a": 1,\n "b": {"c": 1,\n "c": 2}}')).toEqual([
    'f:3: The name «c» stands twice in one map, first in line 2',
  ]);
  expect(refused('{"a": {"__proto__": 1}}')).toEqual([expect.stringContaining('«__proto__» can be no name')]);
  expect(refused(`{"a": ${'['.repeat(50)}${']'.repeat(50)}}`)).toEqual([expect.stringContaining('nested too deeply')]);
  expect(refused(`{"a": "${'x'.repeat(20_000_000)}"}`)).toEqual([expect.stringContaining('at most 20000000')]);
  expect(refused(`{"a": "${'x'.repeat(5_000_000)}", "b": }`)).toEqual([expect.stringContaining('must be plain JSON')]);
});
