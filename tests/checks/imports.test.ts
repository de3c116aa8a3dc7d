import { expect, test } from 'vitest';
import { countProblems, importProblems, importsOf } from '../../scripts/check-imports.ts';
import type { Layer } from '../../scripts/layers.ts';

const table: Layer[] = [
  { parts: ['src/low'], why: 'low needs nobody' },
  { parts: ['src/left', 'src/right'], why: 'neighbours stand alone' },
  { parts: ['src/high'], node: true, why: 'high prints' },
];

function problemsOf(texts: Record<string, string>): string[] {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  return importProblems(files, table).problems;
}

test('reads every way to import, types included', () => {
  const text = [
    `import a from './a.ts';`,
    `import type { B } from './b.ts';`,
    `export * from './c.ts';`,
    `export type { D } from './d.ts';`,
    `const e = await import('./e.ts');`,
    `type F = import('./f.ts').F;`,
    `import { type G } from './g.ts';`,
    `import './h.ts';`,
  ].join('\n');
  const found = importsOf({ path: 'src/low/x.ts', text });
  expect(found.map(({ specifier, typeOnly }) => [specifier, typeOnly])).toEqual([
    ['./a.ts', false],
    ['./b.ts', true],
    ['./c.ts', false],
    ['./d.ts', true],
    ['./e.ts', false],
    ['./f.ts', true],
    ['./g.ts', false], // stripped of its types, the import itself remains
    ['./h.ts', false],
  ]);
});

test('lets a file import from its own part and from rows above', () => {
  const own = `import { b } from './b.ts'; export const a = b;`;
  const up = `import { a } from '../low/a.ts'; import { readFileSync } from 'node:fs'; import 'zod';`;
  expect(problemsOf({ 'src/low/a.ts': own, 'src/low/b.ts': 'export const b = 1;', 'src/high/c.ts': up })).toEqual([]);
});

test('refuses an import from a row below, also of a type, and says why', () => {
  const found = problemsOf({
    'src/low/a.ts': `\nimport type { C } from '../high/c.ts';`,
    'src/high/c.ts': 'export type C = 1;',
  });
  expect(found).toEqual([
    'src/low/a.ts:2: src/low imports src/high/c.ts, but src/high comes later in the data flow: low needs nobody',
  ]);
});

test('refuses an import between two parts of one row', () => {
  const found = problemsOf({ 'src/left/a.ts': `import '../right/b.ts';`, 'src/right/b.ts': '' });
  expect(found).toEqual([
    'src/left/a.ts:1: src/left imports src/right/b.ts, but src/right stands beside it: neighbours stand alone',
  ]);
});

test('finds a cycle made of types only', () => {
  const found = problemsOf({
    'src/low/a.ts': `import type { B } from './b.ts'; export type A = B;`,
    'src/low/b.ts': `import type { C } from './c.ts'; export type B = C;`,
    'src/low/c.ts': `import type { A } from './a.ts'; export type C = A;`,
  });
  expect(found).toEqual(['cycle: src/low/a.ts -> src/low/b.ts -> src/low/c.ts -> src/low/a.ts']);
});

test.each([
  ['a machine module where there is no machine', `import 'node:fs';`, 'imports node:fs'],
  ['a computed import', `const name = 'x'; await import(name);`, 'computed name'],
  ['a file that does not exist', `import './nowhere.ts';`, 'does not exist'],
  ['a file outside src', `import '../../tests/x.ts';`, 'outside src'],
  ['an absolute path', `import '/x.ts';`, 'use a relative path'],
])('refuses %s', (_, text, message) => {
  const found = problemsOf({ 'src/low/a.ts': text });
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(message);
});

test('lets a test import anything in src, but nobody a test', () => {
  const texts = { 'src/low/a.test.ts': `import '../high/c.ts'; import 'node:fs';`, 'src/high/c.ts': '' };
  expect(problemsOf(texts)).toEqual([]);
  expect(problemsOf({ ...texts, 'src/high/d.ts': `import '../low/a.test.ts';` })).toEqual([
    'src/high/d.ts:1: imports src/low/a.test.ts, which only tests may',
  ]);
});

test('refuses a folder without a row and a name that says nothing', () => {
  expect(problemsOf({ 'src/other/a.ts': '' })[0]).toContain('stands in no layer');
  expect(problemsOf({ 'src/low/utils.ts': '' })[0]).toContain('"utils" says nothing');
  expect(problemsOf({ 'src/low/common/a.ts': '' })[0]).toContain('"common" says nothing');
});

test('a worker may not load a slow package through others, but may import its types', () => {
  const worker = 'src/engine/workers/worker.ts';
  const through = {
    [worker]: `import '../compile/x.ts';`,
    'src/engine/compile/x.ts': `import { parse } from 'mathjs';`,
  };
  const typesOnly = {
    [worker]: `import type { X } from '../compile/x.ts';`,
    'src/engine/compile/x.ts': `import 'mathjs';`,
  };
  const find = (texts: Record<string, string>): string[] =>
    importProblems(Object.entries(texts).map(([path, text]) => ({ path, text }))).problems;
  expect(find(through)[0]).toContain(`${worker} -> src/engine/compile/x.ts -> mathjs`);
  expect(find(typesOnly)).toEqual([]);
});

test('a check that read nothing, or not everything, fails', () => {
  expect(countProblems(0, 0, 0)).toEqual(['no module was read']);
  expect(countProblems(3, 5, 4)).toEqual(['3 modules were read, but src has 4 .ts files']);
  expect(countProblems(4, 0, 4)).toEqual(['no import was found in any module']);
  expect(countProblems(4, 5, 4)).toEqual([]);
});

test('a file that is not TypeScript is an error, not an empty module', () => {
  expect(() => importsOf({ path: 'src/low/a.ts', text: 'import {' })).toThrow(SyntaxError);
});
