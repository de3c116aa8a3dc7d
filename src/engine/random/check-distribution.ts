import type { Distribution } from './distribution.ts';

/**
 * What is wrong with a stated distribution, all at once, in sentences for the planner.
 *
 * @param d - a distribution whose fields are numbers or lists of numbers, but may not make sense
 * @returns one sentence per problem; empty if it can be drawn from
 * @example
 * checkDistribution({ kind: 'normal', mean: 1, sd: -2 }) // => ['sd is -2; a standard deviation cannot be negative.']
 */
export function checkDistribution(d: Distribution): string[] {
  switch (d.kind) {
    case 'constant':
      return finite('value', d.value);
    case 'pert':
    case 'triangular':
      return orNotFinite({ low: d.low, likely: d.likely, high: d.high }, () => order(d.low, d.likely, d.high));
    case 'uniform':
      return d.likely === undefined
        ? orNotFinite({ low: d.low, high: d.high }, () => ends(d.low, d.high))
        : orNotFinite({ low: d.low, likely: d.likely, high: d.high }, () => order(d.low, d.likely!, d.high));
    case 'normal':
      return orNotFinite({ mean: d.mean, sd: d.sd }, () =>
        d.sd < 0 ? [`sd is ${d.sd}; a standard deviation cannot be negative.`] : [],
      );
    case 'lognormal':
      return orNotFinite({ median: d.median, sigma: d.sigma }, () => [
        ...(d.median > 0 ? [] : [`median is ${d.median}; it must be above 0, as every lognormal value is.`]),
        ...(d.sigma < 0 ? [`sigma is ${d.sigma}; a standard deviation cannot be negative.`] : []),
      ]);
    case 'beta': {
      const { alpha, beta, low = 0, high = 1 } = d;
      return orNotFinite({ alpha, beta, low, high }, () => [
        ...(alpha > 0 ? [] : [`alpha is ${alpha}; it must be above 0.`]),
        ...(beta > 0 ? [] : [`beta is ${beta}; it must be above 0.`]),
        ...ends(low, high),
      ]);
    }
    case 'discrete':
      return [...list('values', d.values), ...weights(d.values, d.weights)];
    case 'empirical':
      return list('values', d.values);
  }
}

function finite(name: string, x: number): string[] {
  return Number.isFinite(x) ? [] : [`${name} is ${x}; it must be a finite number.`];
}

/** Numbers that are not finite make every other complaint meaningless, so those come alone. */
function orNotFinite(numbers: Record<string, number>, otherwise: () => string[]): string[] {
  const problems = Object.entries(numbers).flatMap(([name, x]) => finite(name, x));
  return problems.length > 0 ? problems : otherwise();
}

function order(low: number, likely: number, high: number): string[] {
  const problems = ends(low, high);
  if (likely < low) problems.push(`likely (${likely}) is below low (${low}); it must lie between low and high.`);
  if (likely > high) problems.push(`likely (${likely}) is above high (${high}); it must lie between low and high.`);
  return problems;
}

function ends(low: number, high: number): string[] {
  if (low > high) return [`low (${low}) is above high (${high}); exchange them or mend one.`];
  return Number.isFinite(high - low) ? [] : [`low (${low}) and high (${high}) are too far apart for arithmetic.`];
}

function list(name: string, values: readonly number[]): string[] {
  if (values.length === 0) return [`${name} is empty; at least one number is needed.`];
  return values.flatMap((x, i) => finite(`${name}[${i}]`, x));
}

function weights(values: readonly number[], weights: readonly number[]): string[] {
  const problems = weights.flatMap((w, i) => finite(`weights[${i}]`, w));
  if (weights.length !== values.length) {
    problems.push(`weights has ${weights.length} numbers and values ${values.length}; each value needs one weight.`);
  }
  weights.forEach((w, i) => {
    if (w < 0) problems.push(`weights[${i}] is ${w}; a weight cannot be negative.`);
  });
  if (problems.length === 0 && !(weights.reduce((sum, w) => sum + w, 0) > 0)) {
    problems.push('weights sum to 0; at least one must be above 0.');
  }
  return problems;
}
