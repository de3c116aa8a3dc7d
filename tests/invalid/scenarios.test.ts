import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { validateScenarioFile } from '../../src/app/validate-scenario.ts';
import { formatProblem, type Problem } from '../../src/errors.ts';

const folder = 'scenarios/invalid';

const files = readdirSync(folder).sort();
const names = files.filter((file) => file.endsWith('.yaml')).map((file) => file.slice(0, -'.yaml'.length));

function problemsOf(name: string): Problem[] {
  return validateScenarioFile(`${folder}/${name}.yaml`);
}

/** One message a line, as the command `validate` prints them. */
function messages(problems: readonly Problem[]): string {
  return problems.map((problem) => `${formatProblem(problem)}\n`).join('');
}

test.each(names)('%s is refused with exactly the messages beside it', (name) => {
  const expected = `${folder}/${name}.txt`;
  expect(existsSync(expected), `${expected} is missing`).toBe(true);
  expect(readFileSync(expected, 'utf8').trim(), `${expected} is empty`).not.toBe('');
  expect(messages(problemsOf(name))).toBe(readFileSync(expected, 'utf8'));
});

test('there is a scenario for every list of messages', () => {
  const others = files
    .filter((file) => !file.endsWith('.yaml'))
    .filter((file) => !names.includes(file.replace(/\.txt$/, '')));
  expect(others).toEqual([]);
});

test('no message is the raw word of a library', () => {
  const raw = names.filter((name) =>
    /\[object|Invalid|expected|received|undefined|pattern|\/\^/.test(messages(problemsOf(name))),
  );
  expect(raw).toEqual([]);
});

test('every problem says where it is', () => {
  const lost = names.filter((name) => problemsOf(name).some((problem) => problem.file === undefined));
  expect(lost).toEqual([]);
});

test('many faults are all said, each with its own line and path', () => {
  const problems = problemsOf('many-errors');
  expect(problems.length).toBeGreaterThanOrEqual(24);
  expect(problems.filter(({ line, path }) => line === undefined || path === undefined)).toEqual([]);
  expect(new Set(problems.map(({ path }) => path)).size).toBeGreaterThanOrEqual(22);
});

test('the scenarios that are shipped have no problem', () => {
  const shipped = readdirSync('scenarios').filter((file) => file.endsWith('.yaml'));
  expect(shipped.flatMap((file) => validateScenarioFile(`scenarios/${file}`))).toEqual([]);
});
