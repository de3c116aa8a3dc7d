import type { Problem } from '../../errors.ts';
import {
  type InputVariable,
  interpolateTable,
  type Model,
  type PlannedValue,
  type Provenance,
  type StatedValue,
  withoutProvenance,
} from '../compile/index.ts';
import { checkDistribution, type Distribution, likelyValue } from '../random/index.ts';
import { show } from '../text/index.ts';
import { priceFactor } from './price-level.ts';

/** What turning a stated value into a planned one needs to know of the scenario. */
export type ValueContext = {
  readonly model: Model;
  readonly start: number;
  readonly years: number;
  /** Likely growth a year of an index, by parameter name. */
  readonly growth: (parameter: string) => number;
};

/** A value ready for the plan and where it comes from. */
export type Planned = { readonly planned: PlannedValue; readonly provenance: Provenance };

/**
 * Turns what somebody stated for an input into what the plan computes with: in start-year prices, checked against the
 * input's range, a distribution where it is uncertain.
 *
 * @param report - called for each thing wrong; the value returned is then a stand-in
 */
export function planValue(
  context: ValueContext,
  input: InputVariable,
  stated: StatedValue,
  givenBy: Provenance['givenBy'],
  streamId: string,
  report: (code: string, message: string, extra?: Partial<Problem>) => void,
): Planned {
  const about = typeof stated === 'object' ? stated : undefined;
  const priceYear =
    input.index === undefined ? undefined : (about?.priceYear ?? (givenBy === 'default' ? undefined : context.start));
  const factor =
    input.index === undefined || priceYear === undefined
      ? 1
      : priceFactor(context.model, input.index, priceYear, context.start, context.growth);
  const provenance: Provenance = {
    stated: about === undefined ? stated : withoutProvenance(about),
    status: about?.status ?? (givenBy === 'scenario' ? undefined : (input.status ?? undefined)),
    source: about?.source,
    priceYear,
    priceFactor: input.index === undefined ? undefined : factor,
    givenBy,
  };
  const planned = toPlanned(context, input, stated, factor, streamId, report);
  return { planned, provenance };
}

function toPlanned(
  context: ValueContext,
  input: InputVariable,
  stated: StatedValue,
  factor: number,
  streamId: string,
  report: (code: string, message: string, extra?: Partial<Problem>) => void,
): PlannedValue {
  const constant = (value: number): PlannedValue => ({ kind: 'constant', value });
  const value = typeof stated === 'object' && 'value' in stated ? stated.value : stated;
  if (input.unit === 'boolean') {
    if (typeof value !== 'boolean') {
      report('wrong-type', 'This must be true or false', {
        found: show(withoutProvenance(value)),
        allowed: 'true or false',
      });
      return constant(input.default === true ? 1 : 0);
    }
    return constant(value ? 1 : 0);
  }
  if (typeof value === 'boolean' || value === 'unknown') {
    report('wrong-type', 'This must be a number', { found: show(value), allowed: rangeText(input) });
    return constant(0);
  }
  if (typeof value === 'number') {
    checkRange(input, value, report);
    return constant(Math.abs(value) > largestNumber ? 0 : value * factor);
  }
  if (input.whole) {
    report('wrong-type', 'This must be one whole number, the same in every future and year', {
      found: show(withoutProvenance(value)),
      allowed: rangeText(input),
    });
    return constant(input.minimum ?? 0);
  }
  if ('byYear' in value) {
    const points = Object.entries(value.byYear)
      .map(([year, each]) => [Number(year), each] as const)
      .sort((a, b) => a[0] - b[0]);
    if (points.length === 0) {
      report('empty-table', 'There is no year in this series');
      return constant(0);
    }
    for (const [, each] of points) checkRange(input, each, report);
    if (points.some(([, each]) => Math.abs(each) > largestNumber)) return constant(0);
    return {
      kind: 'yearly',
      values: Array.from(
        { length: context.years },
        (_, year) => interpolateTable(points, context.start + year) * factor,
      ),
    };
  }
  const distribution = toDistribution(value as Exclude<typeof value, { value: number | boolean }>);
  const problems = checkDistribution(distribution);
  for (const problem of problems)
    report('distribution', problem.replace(/\.$/, ''), { found: show(withoutProvenance(value)) });
  const extreme = Object.values(distribution)
    .flat()
    .find((each) => typeof each === 'number' && Math.abs(each) > largestNumber);
  if (problems.length === 0 && extreme !== undefined) checkRange(input, extreme as number, report);
  if (problems.length > 0 || extreme !== undefined) return constant(0);
  for (const end of endsOf(distribution)) checkRange(input, end, report);
  return { kind: 'drawn', distribution: scaled(distribution, factor), streamId };
}

function toDistribution(value: object): Distribution {
  const stated = value as Record<string, unknown>;
  const {
    source: _source,
    status: _status,
    note: _note,
    priceYear: _priceYear,
    secret: _secret,
    distribution,
    ...rest
  } = stated;
  return { kind: distribution ?? 'pert', ...rest } as unknown as Distribution;
}

function endsOf(distribution: Distribution): number[] {
  switch (distribution.kind) {
    case 'pert':
    case 'triangular':
    case 'uniform':
      return [distribution.low, distribution.high];
    case 'discrete':
    case 'empirical':
      return [...distribution.values];
    case 'beta':
      return [distribution.low ?? 0, distribution.high ?? 1];
    default:
      return [likelyValue(distribution)];
  }
}

/** The distribution of the same quantity in other prices. */
function scaled(distribution: Distribution, factor: number): Distribution {
  if (factor === 1) return distribution;
  switch (distribution.kind) {
    case 'constant':
      return { ...distribution, value: distribution.value * factor };
    case 'pert':
    case 'triangular':
      return {
        ...distribution,
        low: distribution.low * factor,
        likely: distribution.likely * factor,
        high: distribution.high * factor,
      };
    case 'uniform':
      return {
        ...distribution,
        low: distribution.low * factor,
        high: distribution.high * factor,
        ...(distribution.likely === undefined ? {} : { likely: distribution.likely * factor }),
      };
    case 'normal':
      return { ...distribution, mean: distribution.mean * factor, sd: distribution.sd * factor };
    case 'lognormal':
      return { ...distribution, median: distribution.median * factor };
    case 'beta':
      return { ...distribution, low: (distribution.low ?? 0) * factor, high: (distribution.high ?? 1) * factor };
    case 'discrete':
    case 'empirical':
      return { ...distribution, values: distribution.values.map((value) => value * factor) };
  }
}

/** Beyond any amount of a village or a country: reckoning with larger numbers would lose every digit that matters. */
const largestNumber = 1e15;

function checkRange(
  input: InputVariable,
  value: number,
  report: (code: string, message: string, extra?: Partial<Problem>) => void,
): void {
  const below = value < (input.minimum ?? -largestNumber);
  const above = value > (input.maximum ?? largestNumber);
  if (below || above)
    report('out-of-range', below ? 'The value is too small' : 'The value is too large', {
      found: String(value),
      allowed: rangeText(input),
    });
  else if (input.whole && !Number.isInteger(value))
    report('out-of-range', 'This must be a whole number', { found: String(value), allowed: rangeText(input) });
}

/** What may be stated for an input, in words. */
export function rangeText(input: InputVariable): string {
  const unit = input.unitText === '1' ? '' : ` ${input.unitText.replace(/^1\//, 'per ')}`;
  const kind = input.whole ? 'a whole number' : 'a number';
  if (input.minimum !== undefined && input.maximum !== undefined)
    return `${kind}, ${input.minimum} to ${input.maximum}${unit}`;
  if (input.minimum !== undefined) return `${kind}, at least ${input.minimum}${unit}`;
  if (input.maximum !== undefined) return `${kind}, at most ${input.maximum}${unit}`;
  return `${kind}${unit === '' ? '' : `,${unit}`}`;
}

/** The least and the greatest a planned number can be; for a distribution without ends, its likely value. */
export function endsOfPlanned(planned: PlannedValue): readonly [least: number, greatest: number] {
  const values =
    planned.kind === 'constant'
      ? [planned.value]
      : planned.kind === 'yearly'
        ? planned.values
        : endsOf(planned.distribution);
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}

/** The likely value of a planned number, in the first year. */
export function likelyOf(planned: PlannedValue): number {
  switch (planned.kind) {
    case 'constant':
      return planned.value;
    case 'yearly':
      return planned.values[0] as number;
    case 'drawn':
      return likelyValue(planned.distribution);
  }
}
