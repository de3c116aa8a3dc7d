import { beforeAll, expect, test } from 'vitest';
import { type ComparisonDocument, compareScenario } from '../../../app/compare-scenario.ts';
import { loadModel } from '../../../app/load-model.ts';
import { openScenario } from '../../../app/open-scenario.ts';
import { readScenario, type Scenario } from '../../../engine/scenario/index.ts';
import { schema } from '../../schema.ts';
import { askOf } from '../../testing/asked-type.ts';
import { manyShops } from '../../testing/many-shops.ts';
import { rareDocument } from '../../testing/rare-document.ts';
import { fieldsAsked, fieldsSeen, wholeSelection } from '../../testing/whole-selection.ts';

const model = loadModel();
let fliseryd: ComparisonDocument;
let once: ComparisonDocument;
let manyMadeUp: ComparisonDocument;
/** With what no small scenario comes to. */
let rare: ComparisonDocument;

/** As it is stored: JSON has no word for NaN. */
async function compared(
  scenario: Scenario,
  outer: number,
  inner: number,
  breakEven = false,
): Promise<ComparisonDocument> {
  const { document } = await compareScenario(
    model,
    scenario,
    { outer, inner },
    { threads: 1, ...(breakEven ? { breakEven: { futures: 8, quantities: ['visitsEffect@servicepunkt'] } } : {}) },
  );
  return JSON.parse(JSON.stringify(document));
}

beforeAll(async () => {
  const scenario = openScenario(model, 'scenarios/fliseryd.yaml');
  fliseryd = await compared(scenario, 32, 2, true);
  once = await compared(scenario, 1, 1);
  manyMadeUp = await compared(
    readScenario(model, 'many-shops.yaml', manyShops, () => undefined),
    2,
    1,
  );
  rare = rareDocument(fliseryd);
});

test('everything a stored comparison may say can be asked for, and comes', async () => {
  const seen = new Map<string, boolean>();
  for (const document of [fliseryd, manyMadeUp, rare])
    fieldsSeen(await askOf('Result', document, wholeSelection(schema, 'Result')), seen);
  expect(fieldsAsked(schema, 'Result').filter((field) => seen.get(field) !== true)).toEqual([]);
});

test('one future alone has no standard errors, and says so with null', async () => {
  const answer = await askOf('Result', once, wholeSelection(schema, 'Result'));
  expect(answer.differences.nodes[0].standardError).toBeNull();
  expect(answer.alternatives[0].survival.nodes[0].years[0]).toMatchObject({ range: null, samplingError: null });
});

test('Fliseryd’s estimate is 175 000 a year for the project and the final account 100 000', async () => {
  const { calculations } = await askOf(
    'Result',
    fliseryd,
    '{ calculations { key view(of: project) { firstYear { totalSekPerYear } } } }',
  );
  expect(calculations).toEqual([
    { key: 'forkalkyl', view: { firstYear: { totalSekPerYear: '175000.00' } } },
    { key: 'efterkalkyl', view: { firstYear: { totalSekPerYear: '100000.00' } } },
  ]);
});

test('the parts of a year are its total to the öre', async () => {
  const { calculation } = await askOf(
    'Result',
    fliseryd,
    `{ calculation(key: "forkalkyl") { views { byYear {
        totalSekPerYear byItem { depreciationSekPerYear interestSekPerYear } byCategory { amountSekPerYear } } } } }`,
  );
  const ore = (text: string): number => Math.round(Number(text) * 100);
  for (const { byYear } of calculation.views) {
    for (const { totalSekPerYear, byItem, byCategory } of byYear) {
      let sum = 0;
      for (const item of byItem) sum += ore(item.depreciationSekPerYear) + ore(item.interestSekPerYear);
      for (const category of byCategory) sum += ore(category.amountSekPerYear);
      expect(sum).toBe(ore(totalSekPerYear));
    }
  }
});

test('series are found by variable and instance, with a label, a unit and the years of their values', async () => {
  const { alternative } = await askOf(
    'Result',
    fliseryd,
    `{ alternative(key: "servicepunkt") { series(variable: "cash", instance: "ica-fliseryd") { totalCount nodes {
        variable label { sv } unit years likely mean quantiles { p5 p95 } } } } }`,
  );
  const [cash] = alternative.series.nodes;
  const kept = fliseryd.comparison.alternatives[1]?.series.find(({ variable }) => variable === 'cash');
  expect(alternative.series.totalCount).toBe(1);
  expect(cash).toMatchObject({
    label: { sv: model.variables.get('cash')?.label.sv },
    unit: 'SEK',
    likely: kept?.likely,
    mean: kept?.mean,
  });
  expect(cash.quantiles).toEqual({ p5: kept?.quantiles?.p5, p95: kept?.quantiles?.p95 });
  expect(cash.years).toEqual(Array.from({ length: 15 }, (_, year) => fliseryd.comparison.start + year));
});

test('accounts of the ledger have words, and a variable nobody knows has its name', async () => {
  const series = { ...(fliseryd.comparison.differences[0] as object), variable: 'presentValue_municipality' };
  const own = { ...series, variable: 'busTrips' };
  expect(await askOf('Difference', series, '{ label { sv en } }')).toEqual({
    label: { sv: 'Nuvärde, kommunen', en: 'Present value, the municipality' },
  });
  expect(await askOf('Difference', own, '{ label { sv en } description { en } }')).toEqual({
    label: { sv: 'busTrips', en: 'busTrips' },
    description: { en: 'busTrips' },
  });
});

test('the ledger is filtered by party and basis, and pages tell how much there is', async () => {
  const lines = fliseryd.comparison.alternatives[1]?.ledger ?? [];
  const municipal = lines.filter(
    ({ from, to, basis }) => (from === 'municipality' || to === 'municipality') && basis.includes('cost'),
  );
  const { alternative } = await askOf(
    'Result',
    fliseryd,
    `{ alternative(key: "servicepunkt") { ledger(party: municipality, basis: cost, first: 2) {
        totalCount nodes { flow from likelySekPerYear } pageInfo { hasNextPage } } } }`,
  );
  expect(municipal.length).toBeGreaterThan(2);
  expect(alternative.ledger.totalCount).toBe(municipal.length);
  expect(alternative.ledger.pageInfo.hasNextPage).toBe(true);
  expect(alternative.ledger.nodes).toEqual(
    municipal.slice(0, 2).map(({ flow, from, likely }) => ({ flow, from, likelySekPerYear: likely })),
  );
});

test('a page after another goes on where that ended, and no page is longer than a hundred', async () => {
  const page = async (after: string) =>
    (
      await askOf(
        'Result',
        fliseryd,
        `{ assumptions(first: 30${after}) { nodes { input instance } pageInfo { endCursor } } }`,
      )
    ).assumptions;
  const first = await page('');
  const second = await page(`, after: "${first.pageInfo.endCursor}"`);
  const kept = fliseryd.assumptions.slice(0, 60).map(({ input, instance }) => ({ input, instance }));
  expect([...first.nodes, ...second.nodes]).toEqual(kept);
  const { assumptions } = await askOf(
    'Result',
    { ...fliseryd, assumptions: Array(300).fill(fliseryd.assumptions[0]) },
    '{ assumptions(first: 1000) { totalCount nodes { input } } }',
  );
  expect(assumptions.totalCount).toBe(300);
  expect(assumptions.nodes).toHaveLength(100);
});

test('one difference is asked for by alternative, variable and instance', async () => {
  const kept = fliseryd.comparison.differences.find(
    ({ alternative, variable }) => alternative === 'servicepunkt' && variable === 'yearsOpen',
  );
  const { difference, none } = await askOf(
    'Result',
    fliseryd,
    `{ difference(alternative: "servicepunkt", variable: "yearsOpen", instance: "ica-fliseryd") {
         mean standardError probabilityBetter probabilityEqual quantiles { p5 } }
       none: difference(alternative: "servicepunkt", variable: "yearsOpen") { mean } }`,
  );
  expect(difference).toEqual({
    mean: kept?.mean,
    standardError: kept?.standardError,
    probabilityBetter: kept?.probabilityBetter,
    probabilityEqual: kept?.probabilityEqual,
    quantiles: { p5: kept?.quantiles.p5 },
  });
  expect(none).toBeNull();
});
