import { describe, expect, it } from 'vitest';
import { PlannerError } from '../../errors.ts';
import { checkModel, type Instance } from '../compile/index.ts';
import { type ExplainedPlace, type ExplainOptions, explainValue } from './explain-value.ts';
import type { ExplainedExpression } from './explanation.ts';
import { plainInputs, startYear, type VillageInputs, villageModel, villageRun } from './testing/small-village.ts';

const explain = (place: ExplainedPlace, inputs: Partial<VillageInputs> = {}, options: Partial<ExplainOptions> = {}) =>
  explainValue(villageRun({ ...plainInputs, ...inputs }), villageModel, place, {
    ...options,
  });

const rootOf = (...given: Parameters<typeof explain>) => {
  const { nodes, root } = explain(...given);
  const node = nodes[root];
  if (node === undefined) throw new TypeError('no root');
  return node;
};

const expressionOf = <O extends ExplainedExpression['op']>(op: O, ...given: Parameters<typeof explain>) => {
  const { expression } = rootOf(...given);
  expect(expression?.op).toBe(op);
  return expression as ExplainedExpression & { op: O };
};

const [ica, kiosk, mat] = [0, 1, 2] as const;

describe('the model of these tests', () => {
  it('passes the check of the shipped one', () => {
    expect(checkModel(villageModel).problems).toEqual([]);
  });
});

describe('explainValue', () => {
  it('starts from the number of the run, with label, unit, formula and where the formula stands', () => {
    const root = rootOf({ variable: 'cash', instance: ica, year: 2 });
    expect(root).toMatchObject({
      key: 'cash@ica@2028',
      variable: 'cash',
      entity: 'shop',
      instanceId: 'ica',
      year: startYear + 2,
      unit: 'SEK',
      kind: 'formula',
      formula: 'previous(cash) + result * step',
      label: { sv: 's', en: 'e' },
      source: "The test's own model",
      file: 'village.yaml',
      value: villageRun(plainInputs).value('cash', ica, 2),
    });
    expect(root.line).toBeGreaterThan(0);
  });

  it('names what is the same every year without a year', () => {
    const { nodes } = explain({ variable: 'result', instance: ica, year: 1 });
    expect(nodes['openingSales@ica@static']).toMatchObject({ value: 400 * 12_000 * 0.6 });
    expect(nodes['openingSales@ica@static']).not.toHaveProperty('year');
    expect(nodes['people@a@static']).toMatchObject({ kind: 'input', value: 400 });
    expect(nodes['calibration@ica@static']).toMatchObject({ kind: 'solved', solver: 'fit' });
    expect(nodes['interest@@static']).toMatchObject({ instanceId: '', value: 0.02 });
  });

  it('names draws and inputs stated by year with their year', () => {
    const { nodes } = explain({ variable: 'result', instance: ica, year: 1 });
    expect(nodes['wage@@2027']).toMatchObject({ kind: 'input', year: 2027, value: 310_000 });
    expect(nodes['shock@@2027']).toMatchObject({ kind: 'draw' });
    expect(nodes['shock@@2026']?.value).not.toBe(nodes['shock@@2027']?.value);
  });

  it('looks back on the opening in the first year and on the year before in later ones', () => {
    const first = explain({ variable: 'cash', instance: ica, year: 0 });
    expect(first.nodes['cash@ica@2026']?.expression).toMatchObject({
      op: 'add',
      parts: [{ op: 'reference', to: 'cash@ica@opening', previous: true, value: 100_000 }, {}],
    });
    expect(first.nodes['cash@ica@opening']).toMatchObject({
      year: 'opening',
      formula: 'startCash * 2',
      value: 100_000,
    });
    const second = explain({ variable: 'cash', instance: ica, year: 1 });
    expect(second.nodes['cash@ica@2027']?.expression).toMatchObject({
      parts: [{ op: 'reference', to: 'cash@ica@2026', previous: true }, {}],
    });
  });

  it('explains an opening by itself', () => {
    const { nodes, root } = explain({ variable: 'cash', instance: mat, year: 'opening' });
    expect(Object.keys(nodes)).toEqual(['cash@mat@opening', 'startCash@mat@static']);
    expect(nodes[root]?.value).toBe(100_000);
  });

  it('holds a shared input once, however many formulas use it', () => {
    const { nodes } = explain({ variable: 'strongest', instance: 0, year: 3 });
    expect(Object.keys(nodes).filter((key) => key.startsWith('interest@'))).toEqual(['interest@@static']);
    expect(Object.entries(nodes).every(([key, node]) => node.key === key)).toBe(true);
  });

  it('shows the branch taken and the other as text', () => {
    const place = { variable: 'margin', instance: ica, year: 0 } as const;
    const yes = expressionOf('conditional', place);
    expect(yes).toMatchObject({ taken: 'yes', branch: { op: 'constant', value: 0.2, unit: '1' }, other: '0.25' });
    const no = expressionOf('conditional', place, { people: [99, 0, 0] }); // 99 < 100
    expect(no).toMatchObject({ taken: 'no', branch: { value: 0.25 }, other: '0.2' });
  });

  it('leaves out what the first part of «and» or «or» has decided', () => {
    const { condition } = expressionOf('conditional', { variable: 'margin', instance: kiosk, year: 0 }); // 0.2 < 0.5
    expect(condition).toMatchObject({
      op: 'and',
      value: false,
      unread: 'not (people < fewPeople)',
      parts: [{ op: 'larger', value: false, unit: 'boolean' }],
    });
  });

  it('says which of two numbers is the largest', () => {
    const place = { variable: 'result', instance: ica, year: 0 } as const;
    expect(expressionOf('max', place)).toMatchObject({ took: 1 });
    expect(expressionOf('max', place, { support: -1e9 })).toMatchObject({ took: 0, value: -300_000 });
  });

  it.each([
    [0, 0],
    [1e9, 1],
    [-1e9, 1],
  ])('says with an interest of %s whether a bound of the price index took effect', (interest, bounded) => {
    const clamp = expressionOf('clamp', { variable: 'priceIndex', instance: 0, year: 0 }, { interest });
    expect(Math.sign(clamp.took ?? Number.NaN)).toBe(bounded);
    expect(clamp.value).toBe(clamp.parts[clamp.took ?? 0]?.value);
  });

  it('lists the members a sum runs over, by id, each with its own expression', () => {
    const sum = expressionOf('gather', { variable: 'bought', instance: 0, year: 0 });
    expect(sum).toMatchObject({
      form: 'sum',
      entity: 'shop',
      unit: 'SEK/year',
      members: [
        { id: 'ica', expression: { op: 'reference', to: 'sales@ica@2026' } },
        { id: 'kiosk', expression: { op: 'reference', to: 'sales@kiosk@2026' } },
      ],
    });
  });

  it('sums over none to nought, and says what holds instead of a least of none', () => {
    expect(expressionOf('gather', { variable: 'bought', instance: 2, year: 0 })).toMatchObject({
      value: 0,
      members: [],
    });
    expect(expressionOf('gather', { variable: 'weakest', instance: 2, year: 0 })).toMatchObject({
      value: 0,
      members: [],
      otherwise: { op: 'constant', value: 0 },
    });
  });

  it('says whose the least is', () => {
    const least = expressionOf('gather', { variable: 'weakest', instance: 0, year: 3 });
    expect(least.members[least.took ?? 2]?.expression.value).toBe(least.value);
  });

  it('looks at what an entity belongs to, and at what holds when there is none', () => {
    expect(expressionOf('related', { variable: 'hostSales', instance: 0, year: 0 })).toMatchObject({
      entity: 'shop',
      id: 'ica',
      inner: { op: 'conditional', branch: { op: 'reference', to: 'sales@ica@2026' } },
      other: 'support',
    });
    const alone = expressionOf('related', { variable: 'hostSales', instance: 1, year: 0 });
    expect(alone).toMatchObject({ inner: { op: 'reference', to: 'support@van@static' } });
    expect(alone).not.toHaveProperty('id');
  });

  it('reads a dated table and brings it along', () => {
    const { nodes, root, tables } = explain({ variable: 'fresh', instance: 0, year: 3 });
    expect(nodes[root]?.expression).toMatchObject({
      op: 'pow',
      parts: [
        { op: 'table', table: 'wear', unit: '1', argument: { op: 'builtin', name: 'yearIndex', value: 3 } },
        { op: 'constant', value: 2 },
      ],
    });
    expect(tables).toEqual({
      wear: expect.objectContaining({
        status: 'assumption',
        unit: '1',
        points: [
          [0, 1],
          [10, 0.7],
          [40, 0.4],
        ],
      }),
    });
  });

  it('says that a scenario stated a value in place of the formula, and leads to what it stated', () => {
    const { nodes } = explain({ variable: 'margin', instance: mat, year: 0 });
    expect(nodes['margin@mat@static']).toMatchObject({
      kind: 'formula',
      stated: true,
      value: 0.22,
      formula: 'pull > 0.5 and not (people < fewPeople) ? 0.2 : 0.25',
      expression: { op: 'reference', to: 'marginStated@mat@static' },
    });
    expect(nodes['marginStated@mat@static']).toMatchObject({ kind: 'input', value: 0.22 });
    expect(rootOf({ variable: 'margin', instance: ica, year: 0 })).not.toHaveProperty('stated');
  });

  it('says where inputs come from, and nothing else', () => {
    const { nodes } = explain({ variable: 'openingSales', instance: ica, year: 0 });
    expect(nodes['spend@ica@static']?.provenance).toMatchObject({ stated: 'spend', givenBy: 'scenario' });
    expect(nodes['openingSales@ica@static']).not.toHaveProperty('provenance');
  });

  it('lets the caller say where inputs come from instead', () => {
    const asked: string[] = [];
    const provenance = (variable: string, { id }: Instance): undefined => {
      asked.push(`${variable} ${id}`);
    };
    const { nodes } = explain({ variable: 'openingSales', instance: ica, year: 0 }, {}, { provenance });
    expect(asked.sort()).toEqual(['people a', 'pull ica', 'spend ica']);
    expect(nodes['spend@ica@static']).not.toHaveProperty('provenance');
  });

  it('gives the units that follow through products, and none to a literal 0', () => {
    const sales = expressionOf('conditional', { variable: 'sales', instance: ica, year: 0 });
    expect(sales).toMatchObject({ unit: 'SEK/year', branch: { op: 'multiply', unit: 'SEK/year' } });
    expect(expressionOf('multiply', { variable: 'openingSales', instance: ica, year: 0 }).parts[0]).toMatchObject({
      op: 'multiply',
      unit: 'SEK/year', // person · SEK/person/year
    });
    const last = expressionOf('conditional', { variable: 'lastChange', instance: ica, year: 0 });
    expect(last.branch).toEqual({ op: 'constant', value: 0 });
  });

  it('opens one formula at depth 1, and marks what is cut below', () => {
    const { nodes, complete } = explain({ variable: 'cash', instance: ica, year: 2 }, {}, { depth: 1 });
    expect(Object.keys(nodes)).toEqual(['cash@ica@2028', 'cash@ica@2027', 'result@ica@2028']);
    expect(nodes['cash@ica@2028']).not.toHaveProperty('cut');
    for (const key of ['cash@ica@2027', 'result@ica@2028']) {
      expect(nodes[key]).toMatchObject({ cut: true });
      expect(nodes[key]).not.toHaveProperty('expression');
    }
    expect(complete).toBe(false);
  });

  it('opens nothing at depth 0, and everything without a limit', () => {
    const place = { variable: 'cash', instance: ica, year: 2 } as const;
    expect(explain(place, {}, { depth: 0 }).nodes).toMatchObject({ 'cash@ica@2028': { cut: true } });
    const whole = explain(place);
    expect(whole.complete).toBe(true);
    expect(Object.values(whole.nodes).some((node) => node.cut)).toBe(false);
    expect(explain(place, {}, { depth: 1000 })).toEqual(whole);
  });

  it('holds no more values than allowed, the nearest first, and every value it refers to', () => {
    const place = { variable: 'strongest', instance: 0, year: 3 } as const;
    const all = Object.keys(explain(place).nodes);
    for (let most = 1; most <= all.length; most += 1) {
      const { nodes, complete } = explain(place, {}, { nodes: most });
      expect(Object.keys(nodes).length).toBeLessThanOrEqual(most);
      expect(complete).toBe(most === all.length);
    }
  });

  it('refuses what does not exist, with a guess', () => {
    expect(() => explain({ variable: 'sale', instance: 0, year: 0 })).toThrow(PlannerError);
    expect(() => explain({ variable: 'sale', instance: 0, year: 0 })).toThrow('Did you mean sales?');
    expect(() => explain({ variable: 'sales', instance: 3, year: 0 })).toThrow(RangeError);
    expect(() => explain({ variable: 'sales', instance: 0, year: -1 })).toThrow(RangeError);
    expect(() => explain({ variable: 'sales', instance: 0, year: 'opening' })).toThrow('sales has no opening');
  });
});
