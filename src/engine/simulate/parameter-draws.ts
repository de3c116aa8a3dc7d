import type { ParameterSource } from '../compile/index.ts';
import {
  type CholeskyFactor,
  choleskyFactor,
  correlate,
  type Distribution,
  inverseCdfOf,
  likelyValue,
  ONCE_YEAR,
  streamKey,
  uniform,
} from '../random/index.ts';

/** Which drawn inputs belong together: pairs with a Gaussian copula's correlation, or rows of joint samples. */
export type Dependence = {
  /** Drawn inputs are named `input@streamId`; a shared one has an empty id. */
  readonly correlations: readonly { readonly a: string; readonly b: string; readonly value: number }[];
  readonly samples:
    | { readonly parameters: readonly string[]; readonly rows: readonly (readonly number[])[] }
    | undefined;
};

/**
 * Draws what we do not know: for each input and outer future one uniform from the stream named for it, through the inverse
 * of its distribution. Correlated inputs take theirs from a Gaussian copula; sampled ones from one row for all.
 *
 * @throws {RangeError} when the correlations are of no joint distribution
 */
export class ParameterDraws implements ParameterSource {
  private readonly seed: string;
  private readonly keys = new Map<string, readonly [number, number]>();
  private readonly inverses = new WeakMap<Distribution, (u: number) => number>();
  private readonly group: readonly string[];
  private readonly factor: CholeskyFactor | undefined;
  private readonly sampled: ReadonlyMap<string, number>;
  private readonly rows: readonly (readonly number[])[];
  private groupOuter = -1;
  private groupUniforms: Float64Array;

  constructor(seed: string, dependence: Dependence = { correlations: [], samples: undefined }) {
    this.seed = seed;
    this.group = [...new Set(dependence.correlations.flatMap(({ a, b }) => [a, b]))].sort();
    this.groupUniforms = new Float64Array(this.group.length);
    this.factor =
      this.group.length === 0 ? undefined : choleskyFactor(correlationMatrix(this.group, dependence.correlations));
    this.sampled = new Map((dependence.samples?.parameters ?? []).map((name, column) => [name, column]));
    this.rows = dependence.samples?.rows ?? [];
  }

  value(input: string, streamId: string, distribution: Distribution, outer: number, likely: boolean): number {
    if (likely) return likelyValue(distribution);
    const name = `${input}@${streamId}`;
    const column = this.sampled.get(name);
    if (column !== undefined) {
      const row = Math.min(
        this.rows.length - 1,
        Math.floor(this.uniformOf('joint samples', '', outer) * this.rows.length),
      );
      return (this.rows[row] as readonly number[])[column] as number;
    }
    let inverse = this.inverses.get(distribution);
    if (inverse === undefined) {
      inverse = inverseCdfOf(distribution);
      this.inverses.set(distribution, inverse);
    }
    return inverse(this.copula(name, outer) ?? this.uniformOf(input, streamId, outer));
  }

  private uniformOf(quantity: string, id: string, outer: number): number {
    const name = `${quantity}\n${id}`;
    let key = this.keys.get(name);
    if (key === undefined) {
      key = streamKey(this.seed, quantity, id);
      this.keys.set(name, key);
    }
    return uniform(key[0], key[1], outer, 0, ONCE_YEAR, 0);
  }

  private copula(name: string, outer: number): number | undefined {
    if (this.factor === undefined) return undefined;
    const position = this.group.indexOf(name);
    if (position < 0) return undefined;
    if (this.groupOuter !== outer) {
      const independent = Float64Array.from(this.group, (each) => {
        const at = each.indexOf('@');
        return this.uniformOf(each.slice(0, at), each.slice(at + 1), outer);
      });
      correlate(this.factor, independent, this.groupUniforms);
      this.groupOuter = outer;
    }
    return this.groupUniforms[position];
  }
}

function correlationMatrix(group: readonly string[], correlations: Dependence['correlations']): number[][] {
  const matrix = group.map((_, row) => group.map((__, column) => (row === column ? 1 : 0)));
  for (const { a, b, value } of correlations) {
    const i = group.indexOf(a);
    const j = group.indexOf(b);
    (matrix[i] as number[])[j] = value;
    (matrix[j] as number[])[i] = value;
  }
  return matrix;
}
