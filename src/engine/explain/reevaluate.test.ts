import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainValue } from './explain-value.ts';
import type { ExplainedExpression, Explanation } from './explanation.ts';
import { reevaluate } from './reevaluate.ts';
import { plainInputs, type VillageInputs, villageModel, villageRun } from './testing/small-village.ts';

/** Numbers a planner might write, and any others: infinite, tiny, not a number. */
const number = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(0, -0, 1, 100, 0.5) },
  { weight: 1, arbitrary: fc.double() },
);

const villages: fc.Arbitrary<VillageInputs> = fc.record({
  interest: number,
  wage: fc.array(number, { minLength: 1, maxLength: 5 }),
  people: fc.tuple(number, number, number),
  pull: fc.tuple(number, number, number),
  spend: number,
  startCash: number,
  margin: fc.option(number, { nil: undefined }),
  support: number,
  lasting: fc.boolean(),
  future: fc.record({ outer: fc.nat(1000), inner: fc.nat(1000), likely: fc.boolean() }),
});

/** The same explanation with every value between leaves and root made worthless. */
function withoutValuesBetween(explanation: Explanation): Explanation {
  const empty = (expression: ExplainedExpression): ExplainedExpression => {
    if (expression.op === 'constant' || expression.op === 'builtin') return expression;
    const value = Number.NaN;
    switch (expression.op) {
      case 'reference':
        return { ...expression, value };
      case 'conditional':
        return { ...expression, value, condition: empty(expression.condition), branch: empty(expression.branch) };
      case 'related':
        return { ...expression, value, inner: empty(expression.inner) };
      case 'table':
        return { ...expression, value, argument: empty(expression.argument) };
      case 'gather':
        return {
          ...expression,
          value,
          members: expression.members.map(({ id, expression: each }) => ({ id, expression: empty(each) })),
        };
      default:
        return { ...expression, value, parts: expression.parts.map(empty) };
    }
  };
  const nodes = Object.entries(explanation.nodes).map(([key, node]) => [
    key,
    node.expression === undefined ? node : { ...node, value: Number.NaN, expression: empty(node.expression) },
  ]);
  return { ...explanation, nodes: Object.fromEntries(nodes) };
}

describe('reevaluate', () => {
  it('gives every number of every year of any village to the last bit, from leaves only', () => {
    fc.assert(
      fc.property(villages, (inputs) => {
        const run = villageRun(inputs);
        for (const { name, entity } of villageModel.variables.values()) {
          for (let instance = 0; instance < run.relations.count(entity); instance += 1) {
            for (let year = 0; year < inputs.wage.length; year += 1) {
              const explanation = explainValue(run, villageModel, { variable: name, instance, year });
              const value = run.value(name, instance, year);
              expect(explanation.nodes[explanation.root]?.value).toBe(value); // toBe is Object.is
              expect(explanation.complete).toBe(true);
              expect(reevaluate(withoutValuesBetween(explanation))).toBe(value);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same from an explanation that is cut at any depth', () => {
    const run = villageRun(plainInputs);
    for (let depth = 0; depth < 12; depth += 1) {
      const at = { variable: 'strongest', instance: 0, year: 3 };
      expect(reevaluate(explainValue(run, villageModel, at, { depth }))).toBe(run.value('strongest', 0, 3));
    }
  });

  it('gives the same from an explanation that was sent as JSON', () => {
    const run = villageRun(plainInputs);
    const explanation = explainValue(run, villageModel, { variable: 'cash', instance: 0, year: 3 });
    expect(reevaluate(JSON.parse(JSON.stringify(explanation)) as Explanation)).toBe(run.value('cash', 0, 3));
  });

  it('follows 200 years back without overflowing the stack, in a size that grows with the years', () => {
    const explained = (years: number): Explanation => {
      const run = villageRun({ ...plainInputs, wage: Array.from({ length: years }, (_, year) => 3e5 + year) });
      const at = { variable: 'strongest', instance: 0, year: years - 1 };
      const explanation = explainValue(run, villageModel, at);
      expect(reevaluate(explanation)).toBe(run.value('strongest', 0, years - 1));
      return explanation;
    };
    const keys = Object.keys(explained(200).nodes);
    expect(keys).toContain('cash@ica@2026');
    expect(keys.length).toBeLessThan(2.1 * Object.keys(explained(100).nodes).length);
  });

  it('refuses an explanation that does not hold together', () => {
    const run = villageRun(plainInputs);
    const whole = explainValue(run, villageModel, { variable: 'margin', instance: 0, year: 0 });
    const pull = whole.nodes['pull@ica@static'];
    if (pull === undefined) throw new TypeError('margin uses pull');
    const changed = { ...whole, nodes: { ...whole.nodes, [pull.key]: { ...pull, value: 0.1 } } }; // not above 0.5
    expect(() => reevaluate(changed)).toThrow('another branch than the one to take: 0.25');
    expect(() => reevaluate({ ...whole, nodes: {} })).toThrow('lacks margin@ica@static');
    const expression: ExplainedExpression = { op: 'reference', to: pull.key, variable: 'pull', value: 1 };
    const round = { ...whole, nodes: { ...whole.nodes, [pull.key]: { ...pull, expression } } };
    expect(() => reevaluate(round)).toThrow('pull@ica@static needs itself');
  });
});
