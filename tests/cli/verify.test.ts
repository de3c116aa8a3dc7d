import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { cli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'bygdekalkyl-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

const scenario = 'scenarios/fliseryd.yaml';

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

it('a result that was published comes out the same again, to the last bit, and a changed number does not', () => {
  const result = cli('compare', scenario, '--draws', '64', '--seed', 'published', '--json').out;
  const { certificate } = JSON.parse(result);
  expect(cli('verify', scenario, '--against', written('result.json', result), '--lang', 'en')).toMatchObject({
    code: 0,
    out: `The same to the last bit: ${certificate.resultHash}\n`,
  });
  const other = written('other.json', JSON.stringify({ ...certificate, resultHash: 'f'.repeat(64) }));
  const differs = cli('verify', scenario, '--against', other, '--json');
  expect(differs.code).toBe(5);
  expect(JSON.parse(differs.out)).toMatchObject({ agrees: false, changed: [], recomputed: certificate });
});

it('one future comes out the same by both ways of computing', () => {
  const { code, out } = cli('verify', scenario, '--future', '17.3', '--lang', 'en');
  expect(code).toBe(0);
  expect(out).toMatch(/^\d{4,} numbers, computed in two ways that share no code: the same to the last bit\n$/);
});

it.each([
  ['nothing', [], 2],
  ['what is no result', ['--against', written('empty.json', '{}')], 3],
  ['what is no JSON', ['--against', written('text.json', 'hej')], 3],
  ['a file that is not there', ['--against', join(folder, 'none.json')], 3],
  ['a future that cannot be', ['--future', '17.3.1'], 2],
])('verifying %s is refused', (_what, words, code) => {
  expect(cli('verify', scenario, ...words).code).toBe(code);
});
