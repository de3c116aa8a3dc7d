import type { DefaultOfVariableFragment } from '../generated/graphql.ts';
import { isPercent } from '../village/allowed.ts';
import type { Numbers } from '../words/numbers.ts';
import type { Language } from '../words/spoken.ts';

/**
 * A default in words: «18–26 %, troligast 22 %», «200 m2», «60 000 kr/år i 2011 års priser». Undefined where there is none.
 */
export function defaultInWords(
  variable: DefaultOfVariableFragment | null | undefined,
  numbers: Numbers,
  language: Language,
): string | undefined {
  if (variable == null) return undefined;
  const { name, unit, default: held, defaultPriceYear } = variable;
  const asPercent = isPercent(unit, { minimum: 0, maximum: undefined, isWhole: false }, name);
  const bare = (value: number): string =>
    asPercent ? numbers.number(100 * value, decimals(100 * value)) : numbers.number(value);
  const whole = (value: number): string =>
    asPercent ? numbers.percent(value, decimals(100 * value)) : numbers.withUnit(value, unit.replace(/^m2$/, 'm²'));
  const prices =
    defaultPriceYear == null
      ? ''
      : language === 'sv'
        ? ` i ${defaultPriceYear} års priser`
        : ` in prices of ${defaultPriceYear}`;
  if (typeof held === 'number') return whole(held) + prices;
  if (typeof held !== 'object' || held === null) return undefined;
  const { low, likely, high } = held as Record<string, unknown>;
  if (typeof low !== 'number' || typeof likely !== 'number' || typeof high !== 'number') return undefined;
  return `${bare(low)}–${whole(high)}, ${language === 'sv' ? 'troligast' : 'most likely'} ${whole(likely)}${prices}`;
}

function decimals(value: number): number {
  return Number.isInteger(Number(value.toPrecision(10))) ? 0 : 1;
}
