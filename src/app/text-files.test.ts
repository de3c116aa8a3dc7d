import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { PlannerError } from '../errors.ts';
import { loadModel } from './load-model.ts';
import { modelOf } from './model-of.ts';
import { openScenario } from './open-scenario.ts';
import { filesSent, readTextFile } from './text-files.ts';

const model = loadModel();
const text = readTextFile('scenarios/worked-example.yaml');

// A scenario that is really there, and can be opened by every name below if a disk is read.
const folder = mkdtempSync(join(tmpdir(), 'bygdekalkyl-'));
const there = join(folder, 'there.yaml');
writeFileSync(there, text);
symlinkSync(there, join(folder, 'link.yaml'));
afterAll(() => rmSync(folder, { recursive: true }));

const codes = (work: () => unknown): string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof PlannerError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
};
const open = (files: Record<string, string>, file = 'by.yaml') => {
  const sent = filesSent({ file, files });
  return openScenario(modelOf(file, sent), file, sent);
};

describe('a scenario that was sent', () => {
  it('extends another that came with it, by any way of writing its name', () => {
    for (const name of ['mall.yaml', './mall.yaml', 'mapp/../mall.yaml']) {
      const { data } = open({ 'by.yaml': `extends: ${name}\nyears: 3\n`, 'mall.yaml': text });
      expect(data).toMatchObject({
        years: 3,
        places: openScenario(model, 'scenarios/worked-example.yaml').data.places,
      });
    }
    const nested = { 'byar/by.yaml': 'extends: ../mall.yaml\n', 'mall.yaml': text };
    expect(open(nested, 'byar/by.yaml').data.id).toBe('worked-example');
  });

  it.each([
    there,
    join(folder, 'link.yaml'),
    pathToFileURL(there).href,
    '/etc/passwd',
    '../scenarios/worked-example.yaml',
    'scenarios/worked-example.yaml',
    './scenarios/worked-example.yaml',
    '/proc/self/environ',
    'https://example.org/by.yaml',
    'mall.yaml\0.txt',
    '__proto__',
    'constructor',
    '~/by.yaml',
    'MALL.yaml',
  ])('cannot open what did not come with it: %s', (name) => {
    const files = { 'by.yaml': `extends: ${JSON.stringify(name)}\n`, 'mall.yaml': text };
    expect(codes(() => open(files))).toEqual(['unknown-file']);
    const formulas = { 'by.yaml': `formulaFiles: [${JSON.stringify(name)}]\n${text}` };
    expect(codes(() => open(formulas))).toEqual(['unknown-file']);
  });

  it.each(['', '.', '..', '../by.yaml', '/by.yaml', 'a//b.yaml', './by.yaml', 'a/../../by.yaml'])(
    'may not itself be called «%s»',
    (name) => {
      expect(codes(() => filesSent({ file: name, files: { [name]: text } }))).toEqual(['bad-name']);
    },
  );

  it('has at most 100 files and 20 million characters', () => {
    const files = Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`${n}.yaml`, '']));
    expect(codes(() => filesSent({ file: '0.yaml', files }))).toEqual(['too-large']);
    expect(codes(() => filesSent({ file: 'a', files: { a: ' '.repeat(20_000_001) } }))).toEqual(['too-large']);
  });

  it('says that its own file is missing', () => {
    expect(codes(() => open({ 'mall.yaml': text }))).toEqual(['unknown-file']);
  });
});
