import { expect, test } from 'vitest';
import {
  commandBlocks,
  commandProblems,
  exampleProblems,
  examplesOf,
  outputMatches,
} from '../../scripts/check-examples.ts';

const example = (...code: string[]): { at: string; code: string[] } => ({ at: 'x.ts:1', code });
const names = { half: (x: number): number => x / 2, column: [Float64Array.of(1, 2)] };

test('finds the lines of an example in a comment', () => {
  const text = '\n/**\n * Half.\n *\n * @example\n * half(2) // => 1\n * @see nothing\n */\nexport const a = 1;';
  expect(examplesOf({ path: 'src/a.ts', text })).toEqual([{ at: 'src/a.ts:5', code: ['half(2) // => 1'] }]);
});

test('reads a claim on a line of its own as the one of the line above', () => {
  const text = '/**\n * @example\n * half(2)\n * // => 1\n */';
  expect(examplesOf({ path: 'src/a.ts', text })[0]?.code).toEqual(['half(2) // => 1', '']);
});

test('accepts what is true', async () => {
  const lines = [
    'const x = half(4);',
    'x // => 2',
    'column; // => [[1, 2]]',
    'half.none.more // throws TypeError',
    'half(1.001) // ≈ 0.50',
  ];
  expect(await exampleProblems(example(...lines), names)).toEqual([]);
});

test.each([
  ['a wrong value', 'half(4) // => 3', 'gave 2'],
  ['a wrong sign of zero', '0 // => -0', 'gave 0'],
  ['a number that is not about right', 'half(1.1) // ≈ 0.50', 'gave 0.55'],
  ['an error that is not thrown', 'half(4) // throws RangeError', 'threw nothing'],
  ['another error', 'half.none.more // throws RangeError', 'threw TypeError'],
  ['a name that does not exist', 'third(4) // => 3', 'third is not defined'],
  ['an example that claims nothing', 'half(4)', 'claims nothing'],
])('refuses %s', async (_, line, message) => {
  const found = await exampleProblems(example(line), names);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(message);
});

test('finds the command blocks of a page', () => {
  const page = 'Text\n\n```console\n$ echo a\na\n```\n\n```sh not-run: needs a network\nnpm ci\n```\n\n```ts\nx\n```\n';
  expect(commandBlocks('README.md', page)).toEqual([
    { at: 'README.md:3', kind: 'console', lines: ['$ echo a', 'a'], notRun: undefined },
    { at: 'README.md:8', kind: 'sh', lines: ['npm ci'], notRun: 'needs a network' },
  ]);
});

test('compares what a command prints with what the page shows', () => {
  const block = (...lines: string[]) => ({ at: 'x.md:1', kind: 'console', lines, notRun: undefined }) as const;
  expect(commandProblems(block('$ echo a; echo b', 'a', 'b', '$ echo c', 'c'))).toEqual([]);
  expect(commandProblems(block('$ echo a; echo b', '…', 'b'))).toEqual([]);
  expect(commandProblems(block('$ echo a', 'b'))[0]).toContain('printed\na');
  expect(commandProblems(block('$ exit 3'))[0]).toContain('exit 3');
  expect(commandProblems(block('$ npm run check'))[0]).toContain('checks within the checks');
});

test('a line of three dots stands for any lines, also none', () => {
  expect(outputMatches(['a', '…', 'd'], ['a', 'b', 'c', 'd'])).toBe(true);
  expect(outputMatches(['a', '…', 'd'], ['a', 'd'])).toBe(true);
  expect(outputMatches(['a', '…'], ['a'])).toBe(true);
  expect(outputMatches(['a', '…', 'd'], ['a', 'b'])).toBe(false);
  expect(outputMatches(['a'], ['a', 'b'])).toBe(false);
});
