import { describe, expect, it } from 'vitest';
import { loadModel } from '../../app/load-model.ts';
import { openScenario } from '../../app/open-scenario.ts';
import { doubles } from '../compile/index.ts';
import { explainValue } from '../explain/index.ts';
import { sumOre } from '../finance/index.ts';
import { calculationRun } from './calculation-run.ts';
import { statedCalculation } from './stated-calculation.ts';
import { placeInRun, type StatedPart, statedTotalExplanation } from './total-explanation.ts';

const model = loadModel();
const scenario = openScenario(model, `${import.meta.dirname}/../../../scenarios/fliseryd.yaml`);
const estimate = statedCalculation(model, scenario, 'forkalkyl');
const account = statedCalculation(model, scenario, 'efterkalkyl');

const lines = (part: StatedPart, depth = 0): string[] => [
  `${'  '.repeat(depth)}${part.label.en} ${part.value}${part.at === undefined ? '' : ` ${part.at.variable}`}`,
  ...part.parts.flatMap((each) => lines(each, depth + 1)),
];

const leaves = (part: StatedPart): StatedPart[] => (part.parts.length === 0 ? [part] : part.parts.flatMap(leaves));

describe('the explanation of a stated total', () => {
  it('opens 175 000 into items, payers and lines', () => {
    expect(lines(statedTotalExplanation(model, estimate, 'project'))).toEqual([
      'the project 175000.00',
      '  Depreciation 60000.00',
      '    Building 50000.00',
      '      the association 50000.00 trancheDepreciation',
      '    Equipment 10000.00',
      '      the association 10000.00 trancheDepreciation',
      '  Imputed interest 15000.00',
      '    Building 12500.00',
      '      the association 12500.00 trancheInterest',
      '    Equipment 2500.00',
      '      the association 2500.00 trancheInterest',
      '  Running cost 100000.00',
      '    Heating, electricity, insurance etc. 30000.00 lineCost',
      '    Staff, 0.2 of a post 70000.00 lineCost',
    ]);
  });

  it('holds only what the view counts', () => {
    expect(lines(statedTotalExplanation(model, account, 'project'))).toEqual([
      'the project 100000.00',
      '  Depreciation 0.00',
      '  Imputed interest 0.00',
      '  Running cost 100000.00',
      '    Heating, electricity, insurance etc. 30000.00 lineCost',
      '    Staff, 0.2 of a post 70000.00 lineCost',
    ]);
  });

  it('is at each level the sum of what stands below', () => {
    const check = (part: StatedPart): void => {
      if (part.at !== undefined) return;
      expect(sumOre(part.parts.map((each) => each.value)).toFixed(2)).toBe(part.value);
      part.parts.forEach(check);
    };
    for (const year of [0, 9]) check(statedTotalExplanation(model, account, 'society', year));
  });

  it('ends at numbers that the model explains down to what the scenario states', () => {
    const { run } = calculationRun(model, scenario, 'efterkalkyl', doubles);
    for (const leaf of leaves(statedTotalExplanation(model, account, 'society'))) {
      if (leaf.at === undefined) throw new TypeError('a leaf says where it stands');
      const explanation = explainValue(run, model, placeInRun(run, leaf.at));
      const root = explanation.nodes[explanation.root];
      expect(root?.instanceId).toBe(leaf.at.instanceId);
      expect(Math.abs((root?.value as number) - Number(leaf.value))).toBeLessThan(0.005 + 1e-6);
    }
  });

  it('tells where the cost in a tranche is found', () => {
    const { run } = calculationRun(model, scenario, 'efterkalkyl', doubles);
    const at = statedTotalExplanation(model, account, 'municipality').parts[1]?.parts[0]?.parts[0]?.at;
    if (at === undefined) throw new TypeError('no interest of a tranche');
    const { nodes } = explainValue(run, model, placeInRun(run, at));
    const inputs = Object.values(nodes).filter((node) => ['itemCost', 'trancheCost'].includes(node.variable));
    expect(inputs.map(({ value, provenance }) => [value, provenance?.status, provenance?.source]).sort()).toEqual([
      [102_952, 'found', 'Efterkalkyl, projektets handlingar'],
      [545_333, 'found', 'Efterkalkyl, projektets handlingar'],
    ]);
  });

  it('refuses a party that pays nothing, a year that is not there and a place of another run', () => {
    expect(() => statedTotalExplanation(model, account, 'association')).toThrow(
      'there is no view of association; there are project, municipality, region, foundation, society',
    );
    expect(() => statedTotalExplanation(model, account, 'society', 10)).toThrow(RangeError);
    const { run } = calculationRun(model, scenario, 'forkalkyl', doubles);
    const place = leaves(statedTotalExplanation(model, account, 'society'))[0]?.at;
    expect(() => placeInRun(run, place as NonNullable<typeof place>)).toThrow(RangeError);
  });
});
