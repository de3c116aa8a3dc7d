import { describe, expect, it } from 'vitest';
import { type ModelText, readModel } from '../engine/compile/index.ts';
import type { Language } from './formula-tex.ts';
import { loadModel } from './load-model.ts';
import { modelDocument } from './model-document.ts';

const languages: readonly Language[] = ['sv', 'en'];

/** The displayed equations of a document. */
function equationsOf(text: string): string[] {
  return [...text.matchAll(/^\$\$\n(.*)\n\$\$$/gm)].map((match) => match[1] as string);
}

describe.each(languages)('the shipped model as a document (%s)', (language) => {
  const model = loadModel();
  const text = modelDocument(model, language);
  const equations = equationsOf(text);

  it('names every variable, flow, table, entity and section', () => {
    const names = [
      ...model.variables.keys(),
      ...model.flows.map((flow) => flow.id),
      ...model.tables.keys(),
      ...model.entities.keys(),
    ];
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
    expect(model.sections.filter((section) => !text.includes(section.title[language]))).toEqual([]);
  });

  it('sets every formula outside the ledger as an equation of its own, and every formula as code', () => {
    const flows = new Set(model.flows.map((flow) => flow.id));
    const formulas = [...model.variables.values()].filter((variable) => variable.role === 'formula');
    const unset = formulas.filter(
      ({ name }) => !flows.has(name) && !equations.some((each) => each.includes(`\\mathrm{${name}} =`)),
    );
    expect(unset.map(({ name }) => name)).toEqual([]);
    expect(formulas.filter(({ formula }) => !text.includes(formula.text)).map(({ name }) => name)).toEqual([]);
  });

  it('has TeX whose braces, brackets and environments close', () => {
    expect(equations.length).toBeGreaterThan(100);
    for (const each of equations) {
      const count = (pattern: RegExp): number => [...each.matchAll(pattern)].length;
      expect(count(/\{/g), each).toBe(count(/\}/g));
      expect(count(/\\left\b/g), each).toBe(count(/\\right\b/g));
      expect(count(/\\begin\b/g), each).toBe(count(/\\end\b/g));
    }
  });

  it('has every row of a table as wide as its head', () => {
    const width = (line: string): number => [...line.matchAll(/(?<!\\)\|/g)].length;
    const lines = text.split('\n');
    for (const [index, line] of lines.entries()) {
      const above = lines[index - 1] ?? '';
      if (line.startsWith('|') && above.startsWith('|')) expect(width(line), line).toBe(width(above));
    }
  });

  it('leads every link to a place in the document, and no two places share a name', () => {
    const ids = [...text.matchAll(/<a id="([^"]+)">/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...text.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1]);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it('says nothing a program would say', () => {
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  });

  it('marks assumptions and gives their sources where they have one', () => {
    const line = text.split('\n').find((each) => each.includes('<a id="distanceDecay">')) as string;
    expect(line).toContain(language === 'sv' ? '**◆\u00a0antagande**' : '**◆\u00a0assumption**');
    expect(line).toContain(language === 'sv' ? '1 / 1,2 / 2' : '1 / 1.2 / 2');
    expect(line).toContain('studylib');
  });

  it('is the same text every time', () => {
    expect(modelDocument(model, language)).toBe(text);
  });
});

describe('a model of somebody else', () => {
  const texts: readonly ModelText[] = [
    {
      file: 'own.yaml',
      text: `section: own
order: 1
title: { sv: Egen, en: Own }
about: { sv: "Pris * mängd | utan <moms>", en: "Price * amount | without <VAT>" }
source: "Eget"
inputs:
  price: { entity: future, unit: SEK, default: { distribution: normal, mean: 1234567.5, sd: 10, secret: true }, label: { sv: Pris, en: Price } }
variables:
  gathered: { entity: future, unit: 1, collects: product, label: { sv: Samlat, en: Gathered } }
  found: { entity: future, unit: 1, solved: magic, label: { sv: Funnet, en: Found } }
`,
    },
  ];
  const text = modelDocument(readModel(texts, new Map([['magic', { needs: ['price'], gives: ['found'] }]])), 'sv');

  it('shows text as it stands, never as markup', () => {
    expect(text).toContain('Pris \\* mängd \\| utan \\<moms\\>');
  });

  it('writes numbers as Swedish does', () => {
    expect(text).toContain('1\u00a0234\u00a0567,5');
  });

  it('shows what a solver without a note needs and gives', () => {
    expect(text).toContain('Behöver: [`price`](#price). Ger: [`found`](#found).');
  });

  it('shows what collects nothing as its neutral number', () => {
    expect(text).toContain('\\mathrm{gathered} = 1');
  });
});
