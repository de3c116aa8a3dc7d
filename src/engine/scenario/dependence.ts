import type { InputVariable, Instance } from '../compile/index.ts';
import { choleskyFactor } from '../random/index.ts';
import { suggestion, type YamlPath } from '../text/index.ts';
import type { Instantiation } from './instantiation.ts';
import { rangeText } from './plan-value.ts';

/** What is drawn together with what, in the plan's names: `input@streamId`. */
export type DependenceData = {
  readonly correlations: readonly { readonly a: string; readonly b: string; readonly value: number }[];
  readonly samples:
    | { readonly parameters: readonly string[]; readonly rows: readonly (readonly number[])[] }
    | undefined;
};

/**
 * The correlations and joint samples of a scenario. Everything they name must be drawn: what is one number varies with
 * nothing.
 *
 * @param instances - all of the scenario, whose values say what is drawn
 */
export function dependenceOf(work: Instantiation, instances: Iterable<Instance>): DependenceData {
  const drawn = new Map<string, Set<string>>();
  for (const instance of instances) {
    for (const [name, planned] of Object.entries(instance.values)) {
      if (planned.kind !== 'drawn') continue;
      const ids = drawn.get(name) ?? new Set();
      drawn.set(name, ids.add(planned.streamId));
    }
  }
  const samples = samplesOf(work, drawn);
  return { samples, correlations: correlationsOf(work, drawn, new Set(samples?.parameters)) };
}

type Drawn = ReadonlyMap<string, ReadonlySet<string>>;

function correlationsOf(
  work: Instantiation,
  drawn: Drawn,
  sampled: ReadonlySet<string>,
): DependenceData['correlations'] {
  const stated = work.data.correlations ?? [];
  const before = work.problems.count;
  const seen = new Map<string, number>();
  const correlations = stated.map(({ between, value }, index) => {
    const path = ['correlations', index];
    const [a, b] = between.map((name, side) => {
      const key = drawnKey(work, drawn, name, [...path, 'between', side]);
      if (sampled.has(key))
        work.problems.add(
          [...path, 'between', side],
          'contradiction',
          `«${name}» is drawn from the joint samples already`,
        );
      return key;
    }) as [string, string];
    const pair = [a, b].sort().join(' ');
    const earlier = seen.get(pair);
    if (a === b) work.problems.add(path, 'contradiction', 'A correlation is between two different things');
    else if (earlier !== undefined && earlier !== value) {
      work.problems.add(path, 'contradiction', 'Two correlations are stated between the same two things', {
        found: `${earlier} and ${value}`,
      });
    }
    seen.set(pair, value);
    return { a, b, value };
  });
  if (correlations.length > 0 && work.problems.count === before && !isPossible(correlations)) {
    work.problems.add(
      ['correlations'],
      'contradiction',
      'No numbers can be correlated like this: what one pair has makes what another has impossible',
      {
        hint: 'Make the correlations weaker; exactly 1 or −1 is never possible',
      },
    );
  }
  return correlations;
}

function isPossible(correlations: DependenceData['correlations']): boolean {
  const names = [...new Set(correlations.flatMap(({ a, b }) => [a, b]))];
  const positions = new Map(names.map((name, index) => [name, index]));
  const matrix = names.map((_, row) => names.map((__, column) => (row === column ? 1 : 0)));
  for (const { a, b, value } of correlations) {
    const i = positions.get(a) as number;
    const j = positions.get(b) as number;
    (matrix[i] as number[])[j] = value;
    (matrix[j] as number[])[i] = value;
  }
  try {
    choleskyFactor(matrix);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function samplesOf(work: Instantiation, drawn: Drawn): DependenceData['samples'] {
  const { samples } = work.data;
  if (samples === undefined) return undefined;
  const seen = new Set<string>();
  const parameters = samples.parameters.map((name, index) => {
    const path = ['samples', 'parameters', index];
    const key = drawnKey(work, drawn, name, path);
    if (seen.has(key)) work.problems.add(path, 'duplicate-id', `«${name}» stands twice in the list`);
    seen.add(key);
    return key;
  });
  const inputs = parameters.map((key) => {
    const input = work.model.variables.get(key.slice(0, key.indexOf('@')));
    return input?.role === 'input' ? input : undefined;
  });
  for (const [index, row] of samples.rows.entries()) {
    if (row.length !== parameters.length) {
      work.problems.add(
        ['samples', 'rows', index],
        'wrong-length',
        'The row has another length than the list of parameters',
        {
          found: String(row.length),
          allowed: String(parameters.length),
        },
      );
      continue;
    }
    for (const [column, value] of row.entries()) {
      const input = inputs[column];
      if (input === undefined || (value >= (input.minimum ?? -Infinity) && value <= (input.maximum ?? Infinity)))
        continue;
      work.problems.add(
        ['samples', 'rows', index, column],
        'out-of-range',
        `The value is outside what ${samples.parameters[column]} may be`,
        {
          found: String(value),
          allowed: rangeText(input),
        },
      );
    }
  }
  return { parameters, rows: samples.rows };
}

/** The plan's name of something drawn, from `spend` or `patience@ica-fliseryd`; reports what is not drawn. */
function drawnKey(work: Instantiation, drawn: Drawn, name: string, path: YamlPath): string {
  const [field, id = ''] = name.split('@') as [string, string?];
  const inputs = [...work.model.variables.values()].filter(
    (each): each is InputVariable => each.role === 'input' && !each.internal,
  );
  const named = inputs.filter((input) => input.field === field);
  const found = named.find((input) => drawn.get(input.name)?.has(id));
  if (found !== undefined) return `${found.name}@${id}`;
  const ids = [...new Set(named.flatMap((input) => [...(drawn.get(input.name) ?? [])]))].sort();
  if (named.length === 0) work.problems.unknown(path, 'parameter', field, new Set(inputs.map((input) => input.field)));
  else if (ids.length === 0) {
    work.problems.add(
      path,
      'not-drawn',
      `«${field}» is a single number in this scenario, so nothing can vary with it`,
      { hint: 'State low, likely and high for it' },
    );
  } else if (ids.includes('')) {
    work.problems.add(path, 'unknown-name', `«${field}» is drawn once for the whole scenario`, {
      found: name,
      hint: `Write ${field}`,
    });
  } else if (id === '') {
    work.problems.add(path, 'unknown-name', `«${field}» is drawn for each by itself`, {
      hint: `Write ${field}@${ids[0]}`,
    });
  } else {
    work.problems.add(path, 'unknown-name', `«${field}» is not drawn for «${id}»`, { hint: suggestion(id, ids) });
  }
  return name;
}
