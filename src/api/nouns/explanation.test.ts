import { expect, test } from 'vitest';
import { planScenario } from '../../app/compare-scenario.ts';
import { explainCalculation, explainNumber } from '../../app/explain-number.ts';
import { loadModel } from '../../app/load-model.ts';
import { openScenario } from '../../app/open-scenario.ts';
import { askOf } from '../testing/asked-type.ts';

const model = loadModel();
const scenario = openScenario(model, 'scenarios/fliseryd.yaml');

test('a number is told with its formula, its parts and their values, down to inputs with their sources', async () => {
  const explanation = explainNumber(planScenario(model, scenario), {
    what: 'cash@ica-fliseryd@2016',
    alternative: 'servicepunkt',
    future: 'likely',
  });
  const asked = await askOf(
    'Explanation',
    { of: 'number', explanation, synthetic: null },
    `{ isComplete root { key value unit formula label { sv } parts { key value } partKeys expression }
       numbers(first: 1) { totalCount nodes { key } } inputs(first: 100, status: assumption) { totalCount nodes { status kind inputSource } }
       total { amountSekPerYear } synthetic { values } }`,
  );
  const root = explanation.nodes[explanation.root];
  expect(asked.root).toMatchObject({
    key: 'cash@ica-fliseryd@2016',
    value: root?.value,
    unit: 'SEK',
    formula: root?.formula,
  });
  expect(asked.root.parts.map(({ key }: { key: string }) => key)).toEqual(asked.root.partKeys);
  for (const part of asked.root.parts)
    if (part.value !== null) expect(part.value).toBe(explanation.nodes[part.key]?.value);
  expect(asked.numbers).toEqual({
    totalCount: Object.keys(explanation.nodes).length,
    nodes: [{ key: 'cash@ica-fliseryd@2016' }],
  });
  for (const input of asked.inputs.nodes) expect(input).toMatchObject({ status: 'assumption', kind: 'input' });
  expect(asked).toMatchObject({ isComplete: true, total: null, synthetic: null });
});

test('the total of a calculation is the sum of its parts, each explained by the model’s formulas', async () => {
  const explanation = explainCalculation(model, scenario, 'forkalkyl');
  const { total, view, root } = await askOf(
    'Explanation',
    { of: 'calculation', explanation, synthetic: null },
    `{ root { key } view { firstYear { totalSekPerYear } }
       total { amountSekPerYear parts { amountSekPerYear parts { label { sv } parts { number { key value unit formula } } } } } }`,
  );
  expect(root).toBeNull();
  expect(total.amountSekPerYear).toBe('175000.00');
  expect(view.firstYear.totalSekPerYear).toBe('175000.00');
  const sum = total.parts.reduce(
    (all: number, part: { amountSekPerYear: string }) => all + Number(part.amountSekPerYear),
    0,
  );
  expect(sum).toBeCloseTo(175_000, 2);
  expect(total.parts[0].parts[0].parts[0].number).toMatchObject({ unit: 'SEK/year', formula: expect.any(String) });
});
