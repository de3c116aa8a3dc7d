import { describe, expect, it } from 'vitest';
import {
  builtins,
  checkModel,
  forms,
  type ModelText,
  operators,
  readModel,
  scalarFunctions,
} from '../engine/compile/index.ts';
import { modelFileSchema, variableSchema } from '../engine/compile/model-file.ts';
import { solverSignatures } from '../engine/simulate/index.ts';
import { exampleFiles, languageReference } from './language-reference.ts';
import { readModelTexts } from './load-model.ts';

const text = languageReference();

describe('the reference of the formula language', () => {
  it('has every operator, function, form and built-in name', () => {
    for (const { symbol } of Object.values(operators))
      expect(text).toMatch(new RegExp(`\`(x )?${escaped(symbol)} [xy]\``));
    for (const name of [...Object.keys(scalarFunctions), ...Object.keys(builtins)])
      expect(text).toContain(`| \`${name}\` |`);
    for (const name of Object.keys(forms)) expect(text).toContain(`\`${name}(`);
  });

  it('says which fields of a file are required', () => {
    for (const name of Object.keys({ ...modelFileSchema.shape, ...variableSchema.shape }))
      expect(text).toContain(`| \`${name}\` |`);
    expect(text).toContain('| `section` | yes |');
    expect(text).toContain('| `statable` |  |');
  });

  it('shows its example files whole', () => {
    for (const file of Object.values(exampleFiles)) expect(text).toContain(file.text.trim());
  });

  it('has no command block, which the check of examples would run', () => {
    expect(text).not.toMatch(/^```(sh|bash|shell|console)/m);
    expect(text).not.toMatch(/undefined|\[object/);
  });
});

describe('its example files', () => {
  const problemsOf = (texts: readonly ModelText[]): unknown => checkModel(readModel(texts, solverSignatures));

  it('pass every check: a model by itself, with nothing unused', () => {
    expect(problemsOf([exampleFiles.alone])).toEqual({ problems: [], unused: [] });
  });

  it('pass every check: a measure beside the shipped model', () => {
    const shipped = readModelTexts();
    expect(problemsOf([...shipped, exampleFiles.measure])).toEqual(problemsOf(shipped));
  });
});

function escaped(pattern: string): string {
  return pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
