import type { Range } from './stated-value.ts';

/** What may stand in a field, in the unit of the model. */
export type Allowed = {
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly isWhole: boolean;
};

export const anything: Allowed = { minimum: undefined, maximum: undefined, isWhole: false };
export const notNegative: Allowed = { minimum: 0, maximum: undefined, isWhole: false };

/** Beyond any amount of a village or a country; the service takes none larger. */
const largest = 1e15;

export type NotAllowed = 'too-small' | 'too-large' | 'not-whole';

/** Why a number may not stand there; undefined where it may. */
export function problemOf(value: number, { minimum, maximum, isWhole }: Allowed): NotAllowed | undefined {
  if (value < (minimum ?? -largest)) return 'too-small';
  if (value > (maximum ?? largest)) return 'too-large';
  return isWhole && !Number.isInteger(value) ? 'not-whole' : undefined;
}

/** Whether three numbers stand in order. */
export function isOrdered({ low, likely, high }: Range): boolean {
  return low <= likely && likely <= high;
}

/**
 * Three numbers around one, a fifth below and above, within what is allowed: somewhere to begin when somebody says that a
 * number is uncertain. Undefined around 0, of which a fifth is nothing.
 */
export function rangeAround(value: number, { minimum, maximum, isWhole }: Allowed): Range | undefined {
  if (value === 0) return undefined;
  const reach = Math.abs(value) / 5;
  const rounded = (end: number): number => (isWhole ? Math.round(end) : Number(end.toPrecision(6)));
  return {
    low: Math.max(rounded(value - reach), minimum ?? Number.NEGATIVE_INFINITY),
    likely: value,
    high: Math.min(rounded(value + reach), maximum ?? Number.POSITIVE_INFINITY),
  };
}

const shareNames = /(Share|Rate|Growth|ShockSize|Effect|Margin|Floor|Base|Slope)$/;

/**
 * Whether a number is written as per cent: shares and yearly rates are, weights and exponents are not. The model does not say
 * which; its unit, range and name do.
 */
export function isPercent(unit: string, { maximum, isWhole }: Allowed, name: string): boolean {
  if ((unit !== '1' && unit !== '1/year') || isWhole) return false;
  return maximum === undefined ? shareNames.test(name) : maximum <= 2;
}
