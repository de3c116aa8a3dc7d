/**
 * Runs every check of the project side by side, all of them even if some fail, and prints what each said.
 *
 * Tests are apart: `npm run check` runs them afterwards.
 */
import { spawn } from 'node:child_process';
import { root } from './source-files.ts';

/** Scripts of package.json. */
const checks = [
  'check:format',
  'check:types',
  'check:imports',
  'check:purity',
  'check:unused',
  'check:lockfile',
  'check:examples',
  'generate:check',
];

interface Outcome {
  readonly name: string;
  readonly passed: boolean;
  readonly output: string;
}

function run(name: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--run', name], { cwd: root });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ name, passed: false, output: String(error) }));
    child.on('close', (code) => resolve({ name, passed: code === 0, output: output.trim() }));
  });
}

const outcomes = await Promise.all(checks.map(run));
for (const { name, passed, output } of outcomes) {
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name}${output === '' ? '' : `\n${output.replace(/^/gm, '       ')}`}`);
}
const failed = outcomes.filter(({ passed }) => !passed).map(({ name }) => name);
if (failed.length > 0) console.log(`failed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
