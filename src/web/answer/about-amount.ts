import { numbersIn } from '../words/numbers.ts';
import type { Language } from '../words/spoken.ts';

/**
 * An amount in running text, rounded to what is known: three figures, millions from a million on.
 *
 * @example
 * aboutAmount(-245_035, 'sv').replace(/\s/g, ' ') // => '−245 000 kronor'
 * aboutAmount(1_310_600, 'en').replace(/\s/g, ' ') // => 'SEK 1.3 million'
 */
export function aboutAmount(sek: number, language: Language): string {
  const { number } = numbersIn(language);
  if (Math.abs(sek) >= 999_500) {
    const millions = number(sek / 1e6, Math.abs(sek) >= 99.5e6 ? 0 : 1);
    return language === 'sv' ? `${millions}\u00a0miljoner${'\u00a0'}kronor` : `SEK\u00a0${millions}\u00a0million`;
  }
  return inKronor(roundedTo(sek, 3), language);
}

/** An amount to the krona, in running text: «112 869 kronor». */
export function inKronor(sek: number | string, language: Language): string {
  const { number } = numbersIn(language);
  return language === 'sv' ? `${number(sek)}\u00a0kronor` : `SEK\u00a0${number(sek)}`;
}

/** Rounded to so many figures: 42 815 to two is 43 000. */
export function roundedTo(value: number, figures: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(figures));
}
