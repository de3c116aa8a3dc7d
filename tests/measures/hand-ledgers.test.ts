import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { planScenario } from '../../src/app/compare-scenario.ts';
import { loadModel, readModelTexts } from '../../src/app/load-model.ts';
import { modelOf } from '../../src/app/model-of.ts';
import { openScenario } from '../../src/app/open-scenario.ts';
import { likelyFuture, readModel } from '../../src/engine/compile/index.ts';
import { asParty } from '../../src/engine/compile/model.ts';
import { measureKinds } from '../../src/engine/scenario/schema.ts';
import {
  backEndFor,
  interpreterFor,
  likelyBlock,
  type Plan,
  solverSignatures,
} from '../../src/engine/simulate/index.ts';
import { type HandLedger, readHandLedger, valuesOf, yearsOf } from './hand-ledger.ts';

const folder = 'scenarios/measures';
const ledgers = globSync(`${folder}/*.ledger.yaml`).sort();

/** Half an öre: amounts are written to the öre. */
const margin = 0.005;

function planOf(file: string): Plan {
  return planScenario(modelOf(file), openScenario(modelOf(file), file)).plan;
}

/** A row of the ledger: who pays whom what, for which thing, in which year. */
type Row = { readonly key: string; readonly amount: number };

/** A sum of rows by key, without those of 0. */
function gathered(rows: Iterable<Row>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { key, amount } of rows) sums.set(key, (sums.get(key) ?? 0) + amount);
  return sums;
}

/** Rows that differ between two alternatives by half an öre or more, with both amounts. */
function differing(none: Map<string, number>, withIt: Map<string, number>): Map<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>();
  for (const key of [...new Set([...none.keys(), ...withIt.keys()])].sort()) {
    const [before, after] = [none.get(key) ?? 0, withIt.get(key) ?? 0];
    if (Math.abs(after - before) >= margin) found.set(key, [before, after]);
  }
  return found;
}

/** Every flow of every thing in the likely run of an alternative, by the interpreter. */
function* rowsOf(plan: Plan, alternative: string): Generator<Row> {
  const index = plan.alternatives.findIndex(({ id }) => id === alternative);
  const run = interpreterFor(plan).future(index, likelyFuture);
  for (const { id, entity, from, to, kind, basis } of plan.model.flows) {
    for (const [position, instance] of run.relations.list(entity).entries()) {
      const side = (word: string): string => asParty(word) ?? (instance.parties[word] as string);
      for (let year = 0; year < plan.years; year += 1) {
        const key = `${plan.start + year} ${id} ${instance.id}: ${side(from)} > ${side(to)} (${kind}, ${basis.join(' and ')})`;
        yield { key, amount: run.number(id, position, year) };
      }
    }
  }
}

/** The rows computed by hand, of one side. */
function* byHand(ledger: HandLedger, none: boolean): Generator<Row> {
  for (const row of ledger.rows) {
    for (const year of yearsOf(row)) {
      const key = `${year} ${row.flow} ${row.at}: ${row.from} > ${row.to} (${row.kind}, ${row.basis.join(' and ')})`;
      yield { key, amount: none ? (row.none?.amount ?? 0) : row.amount };
    }
  }
}

/** Lines of the ledger as results show them: rows of the same flow between the same two, added up. */
function linesByHand(ledger: HandLedger, none: boolean): Map<string, number> {
  const short = (key: string): string => key.replace(/^(\d+ \w+) .*: (.*) \(.*$/, '$1: $2');
  return gathered([...byHand(ledger, none)].map(({ key, amount }) => ({ key: short(key), amount })));
}

function linesOf(plan: Plan, name: 'javascript' | 'interpreter', alternative: string): Map<string, number> {
  const index = plan.alternatives.findIndex(({ id }) => id === alternative);
  const sums = new Map<string, number>();
  backEndFor(plan, name, 1).run(likelyBlock, (year, at, columns) => {
    if (at !== index) return;
    for (const { variable, flow, from, to } of plan.ledger.lines)
      sums.set(
        `${plan.start + year} ${flow.id}: ${from} > ${to}`,
        columns.memory[columns.offset(variable, 0)] as number,
      );
  });
  return sums;
}

/** The same keys with amounts to the öre, as text that a difference is easy to read in. */
function shown(rows: Map<string, readonly [number, number]>): string[] {
  const kronor = (amount: number): string => (Math.round(amount * 100) / 100 + 0).toFixed(2);
  return [...rows].map(([key, [before, after]]) => `${key}: ${kronor(before)} → ${kronor(after)}`);
}

describe.each(ledgers)('%s', (file) => {
  const ledger = readHandLedger(file);
  const plan = planOf(`${folder}/${ledger.scenario}`);
  const [none, withIt] = [gathered(byHand(ledger, true)), gathered(byHand(ledger, false))];

  it('lies beside the scenario it is computed for', () => {
    expect(ledger.scenario).toBe(basename(file).replace('.ledger', ''));
    expect(plan.years).toBe(2);
  });

  it('says each row once, and calls it what the model calls it', () => {
    expect(none.size).toBe([...byHand(ledger, true)].length);
    for (const { flow, label } of ledger.rows)
      expect(label, flow).toEqual(plan.model.flows.find(({ id }) => id === flow)?.label);
  });

  it('has arithmetic that comes to its amounts', () => {
    for (const { flow, none: other, ...row } of ledger.rows) {
      for (const { amount, arithmetic } of [row, ...(other === undefined ? [] : [other])]) {
        if (amount === 0 && arithmetic === undefined) continue;
        for (const value of valuesOf(arithmetic ?? ''))
          expect(Math.abs(value - amount), `${flow}: ${arithmetic}`).toBeLessThan(margin);
      }
    }
    for (const { arithmetic } of ledger.steps ?? []) {
      const [first, ...others] = valuesOf(arithmetic);
      for (const value of others) expect(Math.abs(value - (first as number)), arithmetic).toBeLessThan(margin);
    }
  });

  it('has every row that the measure changes, and no other', () => {
    const found = differing(gathered(rowsOf(plan, 'none')), gathered(rowsOf(plan, 'with')));
    expect(shown(found)).toEqual(shown(differing(none, withIt)));
  });

  it.each(['javascript', 'interpreter'] as const)('adds up to the lines of the ledger by %s', (name) => {
    const found = differing(linesOf(plan, name, 'none'), linesOf(plan, name, 'with'));
    expect(shown(found)).toEqual(shown(differing(linesByHand(ledger, true), linesByHand(ledger, false))));
  });
});

/** Ledgers of no kind: what none costs, and a measure of a scenario's own. */
const besides = ['custom', 'withoutShop'];

describe('every kind of measure', () => {
  const kinds = measureKinds(loadModel());

  it('has a scenario of this kind and a ledger computed by hand', () => {
    expect(ledgers.map((file) => basename(file, '.ledger.yaml')).sort()).toEqual([...kinds, ...besides].sort());
    for (const kind of kinds) {
      const { data } = openScenario(loadModel(), `${folder}/${kind}.yaml`);
      expect(Object.keys(data.alternatives?.['none']?.measures ?? {})).toEqual([]);
      expect(Object.values(data.alternatives?.['with']?.measures ?? {}).map((measure) => measure.kind)).toEqual([kind]);
    }
  });

  it.each(kinds)('is gone without its formula file: %s', (kind) => {
    const texts = readModelTexts();
    const own = texts.filter(({ text }) => Object.hasOwn(parse(text).entities ?? {}, kind));
    expect(own).toHaveLength(1);
    expect(() => {
      const model = readModel(
        texts.filter((text) => text !== own[0]),
        solverSignatures,
      );
      openScenario(model, `${folder}/${kind}.yaml`);
    }).toThrow(new RegExp(`kind.*${kind}`, 's'));
  });

  it('stands in a file named for measures, and each such file has one', () => {
    const files = readModelTexts().filter(({ file }) => /measure-|service-point/.test(file));
    const entities = files.map(({ text }) =>
      Object.keys(parse(text).entities ?? {}).filter((each) => kinds.includes(each)),
    );
    expect(entities.every((each) => each.length === 1)).toBe(true);
    expect(entities.flat().sort()).toEqual(kinds);
  });
});

describe('the arithmetic of a ledger', () => {
  it('is read as it is keyed into a pocket calculator', () => {
    expect(valuesOf('10 % × 100 hushåll × 50 gånger × 150 kr = 75 000')).toEqual([75_000, 75_000]);
    expect(valuesOf('128 640 km / 60 km/h × 60 kr/h = 128 640')).toEqual([128_640, 128_640]);
    expect(valuesOf('0 kr − 104 000,50 kr = −104 000,50')).toEqual([-104_000.5, -104_000.5]);
  });

  it.each(['2 × 3', '2 3 = 6', '2 (3) = 6', '2 × = 4', '2 × 3 = sex', '12 50 kr = 600'])('refuses %s', (text) => {
    expect(() => valuesOf(text)).toThrow(SyntaxError);
  });
});
