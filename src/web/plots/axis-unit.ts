import { unitInWords } from '../words/numbers.ts';
import type { Language } from '../words/spoken.ts';

/** In what an axis counts. */
export type AxisUnit = {
  /** A value is divided by this before it is written. */
  readonly divisor: number;
  readonly decimals: number;
  /** «tusen kronor»; empty for a number without unit. */
  readonly words: string;
};

const money = {
  sv: { 1: 'kronor', 1000: 'tusen kronor', 1000000: 'miljoner kronor' },
  en: { 1: 'SEK', 1000: 'thousand SEK', 1000000: 'million SEK' },
} as const;

/**
 * The unit of an axis: money in kronor, thousands or millions as its greatest value asks, anything else as the model has it.
 *
 * @param unit - of the model: `SEK/year`, `person`
 * @param greatest - the greatest absolute value on the axis
 * @example
 * axisUnit('SEK/year', 323_000, 'sv') // => { divisor: 1000, decimals: 0, words: 'tusen kronor' }
 */
export function axisUnit(unit: string, greatest: number, language: Language): AxisUnit {
  if (unit === 'SEK' || unit.startsWith('SEK/year')) {
    const divisor = greatest >= 5_000_000 ? 1_000_000 : greatest >= 10_000 ? 1_000 : 1;
    return { divisor, decimals: divisor === 1_000_000 ? 1 : 0, words: money[language][divisor] };
  }
  return { divisor: 1, decimals: greatest >= 20 ? 0 : greatest >= 2 ? 1 : 2, words: unitInWords(unit, language) };
}
