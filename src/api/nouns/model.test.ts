import { expect, test } from 'vitest';
import { loadModel } from '../../app/load-model.ts';
import { modelHash } from '../../engine/simulate/index.ts';
import { schema } from '../schema.ts';
import { askModel, askOf } from '../testing/asked-type.ts';
import { wholeSelection } from '../testing/whole-selection.ts';

const model = loadModel();

test('everything of the model can be asked for, page by page', async () => {
  let seen = 0;
  let after = '';
  do {
    const { model: asked } = await askModel(
      `{ model { variables(first: 100${after}) { totalCount pageInfo { hasNextPage endCursor }
         nodes ${wholeSelection(schema, 'ModelVariable')} } } }`,
    );
    seen += asked.variables.nodes.length;
    expect(asked.variables.totalCount).toBe(model.variables.size);
    after = asked.variables.pageInfo.hasNextPage ? `, after: "${asked.variables.pageInfo.endCursor}"` : '';
  } while (after !== '');
  expect(seen).toBe(model.variables.size);
  const { hash, flows, entities } = await askOf('Model', model, wholeSelection(schema, 'Model'));
  expect(hash).toBe(modelHash(model));
  expect(flows).toHaveLength(model.flows.length);
  expect(entities).toHaveLength(model.entities.size);
});

test('a variable tells its formula, as text and as TeX in both languages, and what it is computed from', async () => {
  const { model: asked } = await askModel(
    `{ model { variable(name: "closes") { formula sv: formulaTex(language: sv) en: formulaTex(language: en)
        role entity unit dependsOn { name } usedBy { name } } } }`,
  );
  expect(asked.variable).toMatchObject({
    formula: 'insolvent or gaveUp or noSuccessor',
    role: 'formula',
    entity: 'shop',
  });
  expect(asked.variable.dependsOn.map(({ name }: { name: string }) => name).sort()).toEqual([
    'gaveUp',
    'insolvent',
    'noSuccessor',
  ]);
  expect(asked.variable.sv).toContain('eller');
  expect(asked.variable.en).toContain('or');
  expect(asked.variable.usedBy).toContainEqual({ name: 'closingCause' });
});

test('variables are found by words of their label without accents, by entity and role', async () => {
  const { model: asked } = await askModel(
    '{ model { variables(search: "SALJYTA", entity: "shop", role: input) { nodes { name label { sv } isStatable } } } }',
  );
  expect(asked.variables.nodes).toContainEqual({ name: 'floorArea', label: { sv: 'Säljyta' }, isStatable: true });
});

test('parameters are the numbers a scenario may state, filtered by entity and status', async () => {
  const { parameters } = await askModel(
    '{ parameters(first: 100, filter: { entity: "shop", status: assumption }) { totalCount nodes { name unit stated status givenBy } } }',
  );
  expect(parameters.totalCount).toBeGreaterThan(5);
  for (const each of parameters.nodes) expect(each).toMatchObject({ status: 'assumption', givenBy: 'default' });
});

test('every support rule is told with its payer, its reference and its dated values with sources', async () => {
  const { supportRules, stateAidRegimes } = await askModel(
    `{ supportRules ${wholeSelection(schema, 'SupportRule')} stateAidRegimes ${wholeSelection(schema, 'StateAidRegime')} }`,
  );
  expect(supportRules.map(({ key }: { key: string }) => key)).toEqual(model.rules.map(({ id }) => id));
  expect(stateAidRegimes).toHaveLength(model.regimes.length);
  const { supportRule } = await askModel(
    '{ supportRule(key: "sarskiltDriftstod") { payer values { variable unit dated { from value status source } } } }',
  );
  const rule = model.rules.find(({ id }) => id === 'sarskiltDriftstod');
  expect(supportRule.payer).toBe(rule?.payer);
  expect(supportRule.values).toEqual(rule?.values.map(({ variable, unit, dated }) => ({ variable, unit, dated })));
});

test('kinds of measure tell what a scenario may state of them', async () => {
  const { measureKinds } = await askModel(`{ measureKinds ${wholeSelection(schema, 'MeasureKind')} }`);
  expect(measureKinds).toHaveLength(13);
  const { mobile } = await askModel(
    `{ mobile: measureKind(name: "mobileService") { fields { name unit } fieldsOfPlacesServed { name } rules
        parties { name label { sv } default } } }`,
  );
  expect(mobile.fieldsOfPlacesServed.length).toBeGreaterThan(0);
  expect(mobile.parties).toContainEqual(expect.objectContaining({ name: 'tourPayer', default: 'municipality' }));
});
