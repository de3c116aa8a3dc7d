import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Instance, Instances, Model, StatedValue, Variable } from '../compile/index.ts';
import type { InstantiatedScenario } from '../scenario/index.ts';

/**
 * A hash over plain data: SHA-256 of its canonical JSON (RFC 8785), numbers that are not finite written as texts.
 *
 * @returns 64 hexadecimal digits
 */
export function hashOf(data: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalize(finiteOnly(data)) ?? 'null')));
}

function finiteOnly(data: unknown): unknown {
  if (typeof data === 'number') return Number.isFinite(data) ? data : String(data);
  if (Array.isArray(data)) return data.map(finiteOnly);
  if (typeof data === 'object' && data !== null) {
    return Object.fromEntries(
      Object.entries(data)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => [key, finiteOnly(value)]),
    );
  }
  return data;
}

/** A hash over what the model means: formulas, units, defaults, tables and flows; labels, descriptions and sources do not count. */
export function modelHash(model: Model): string {
  let hash = modelHashes.get(model);
  if (hash === undefined) {
    hash = hashOf(meaningOfModel(model));
    modelHashes.set(model, hash);
  }
  return hash;
}

/** A model is read once and never changed, and asked for its hash with every result. */
const modelHashes = new WeakMap<Model, string>();

function meaningOfModel(model: Model): unknown {
  const variables = [...model.variables.values()].map(meaningOfVariable);
  return {
    variables: sortedBy(variables, 'name'),
    flows: sortedBy(
      model.flows.map(({ id, entity, from, to, kind, basis }) => ({ id, entity, from, to, kind, basis: [...basis] })),
      'id',
    ),
    tables: sortedBy(
      [...model.tables.values()].map(({ name, unitText, points }) => ({
        name,
        unitText,
        points: points.map((point) => [...point]),
      })),
      'name',
    ),
    entities: sortedBy(
      [...model.entities.values()].map(({ name, parents, perAlternative }) => ({
        name,
        parents: parents.map((parent) => ({ ...parent })),
        perAlternative,
      })),
      'name',
    ),
  };
}

function meaningOfVariable(variable: Variable): { readonly name: string; readonly [part: string]: unknown } {
  const common = { name: variable.name, entity: variable.entity, unit: variable.unitText, role: variable.role };
  switch (variable.role) {
    case 'input':
      return { ...common, default: meaningOfDefault(variable.default), drawn: variable.drawn, index: variable.index };
    case 'draw':
      return { ...common, draw: variable.draw, stream: variable.stream, lane: variable.lane };
    case 'solved':
      return { ...common, solver: variable.solver };
    case 'formula':
      return {
        ...common,
        formula: variable.formula.root.toString(),
        opening: variable.opening?.root.toString(),
        statable: variable.statable,
        round: variable.round,
      };
  }
}

function meaningOfDefault(value: StatedValue | undefined): unknown {
  if (typeof value !== 'object') return value;
  const {
    source: _source,
    status: _status,
    note: _note,
    secret: _secret,
    ...meaning
  } = value as Record<string, unknown>;
  return meaning;
}

/** A hash over what a scenario means to the model: every planned value of every instance, and how they belong together. */
export function scenarioHash(
  scenario: Pick<InstantiatedScenario, 'instances' | 'start' | 'years' | 'seed' | 'correlations' | 'samples'>,
): string {
  const { instances } = scenario;
  return hashOf({
    start: scenario.start,
    years: scenario.years,
    seed: scenario.seed,
    correlations: meaningOfPairs(scenario.correlations),
    samples: scenario.samples,
    shared: meaningOfLists(instances.shared),
    alternatives: instances.alternatives.map(({ id, own }) => ({ id, own: meaningOfLists(own) })),
  });
}

/** Neither the order of correlations nor that of the two in a pair means anything. */
function meaningOfPairs(correlations: InstantiatedScenario['correlations']): unknown {
  const pairs = correlations.map(({ a, b, value }) => ({ pair: a < b ? `${a} ${b}` : `${b} ${a}`, value }));
  return sortedBy(pairs, 'pair');
}

function meaningOfLists(lists: Instances['shared']): unknown {
  return Object.fromEntries(
    [...lists].map(([entity, list]) => [
      entity,
      list.map(({ id, parents, values, parties }: Instance) => ({
        id,
        parents: { ...parents },
        values: { ...values },
        parties: { ...parties },
      })),
    ]),
  );
}

function sortedBy<T>(list: readonly T[], key: keyof T): T[] {
  return [...list].sort((a, b) => (a[key] < b[key] ? -1 : 1));
}
