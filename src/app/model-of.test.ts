import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { PlannerError } from '../errors.ts';
import { loadModel } from './load-model.ts';
import { modelDocument } from './model-document.ts';
import { modelOf } from './model-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'bygdekalkyl-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

it('a scenario without formula files of its own has the shipped model', () => {
  expect(modelOf('scenarios/fliseryd.yaml')).toBe(loadModel());
});

it('a measure and a rule brought by a scenario are in its model and its document, and nowhere else', () => {
  const model = modelOf('scenarios/own-measure/bygdecafe.yaml');
  expect(model.entities.has('villageCafe')).toBe(true);
  expect(model.rules.map(({ id }) => id)).toContain('cafebidrag');
  expect(modelDocument(model, 'sv')).toContain('Kommunens cafébidrag');
  expect(loadModel().entities.has('villageCafe')).toBe(false);
});

it('a scenario that extends another has its formula files', () => {
  const base = join(process.cwd(), 'scenarios/own-measure/bygdecafe.yaml');
  const extending = file('extending.yaml', `extends: ${JSON.stringify(base)}\nid: annan\n`);
  expect(modelOf(extending).entities.has('villageCafe')).toBe(true);
});

it('a formula file that is wrong or missing is said, with its own name and line', () => {
  const problems = (scenario: string): readonly string[] => {
    try {
      modelOf(scenario);
    } catch (error) {
      if (error instanceof PlannerError) return error.problems.map((each) => `${each.file}:${each.line} ${each.code}`);
      throw error;
    }
    return [];
  };
  file('own.yaml', 'section: own\norder: 30\n');
  expect(problems(file('bad.yaml', 'formulaFiles: [own.yaml]\n')).every((each) => each.includes('own.yaml'))).toBe(
    true,
  );
  expect(problems(file('bad.yaml', 'formulaFiles: [own.yaml]\n')).length).toBeGreaterThan(0);
  expect(problems(file('lost.yaml', 'formulaFiles: [nowhere.yaml]\n'))).toEqual([
    `${join(folder, 'nowhere.yaml')}:undefined unknown-file`,
  ]);
});
