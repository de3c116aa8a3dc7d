import { type Numbers, numbersIn } from '../words/numbers.ts';
import type { Language } from '../words/spoken.ts';
import type { Field } from './field.ts';
import { decimalsOf, movedBy } from './read-number.ts';
import type { Shape } from './stated-value.ts';
import { unitWords } from './unit-words.ts';

type How = Pick<Field, 'unit' | 'isPercent'>;

/** A number of the model as it stands in a field: 0.07 as «7» where it is written as per cent. */
export function shownNumber(value: number, { isPercent }: How): number {
  return isPercent ? movedBy(value, 2) : value;
}

/** A number of a field as the model has it. */
export function modelNumber(shown: number, { isPercent }: How): number {
  return isPercent ? movedBy(shown, -2) : shown;
}

/** A number with thousands parted, and as many decimals as it has, at most six. */
export function numberInWords(value: number, how: How, language: Language): string {
  return written(numbersIn(language), shownNumber(value, how));
}

function written(numbers: Numbers, value: number): string {
  return numbers.number(value, Math.min(decimalsOf(Number(value.toPrecision(12))), 6));
}

/** What is stated, in words: «9 000 000 kr/år», «18–26 %, troligen 22», «ja». Undefined where nothing is. */
export function valueInWords(shape: Shape, how: How, language: Language): string | undefined {
  const numbers = numbersIn(language);
  const unit = unitWords(how.unit, language, how.isPercent);
  const withUnit = (text: string): string => (unit === '' ? text : `${text}\u00a0${unit}`);
  const one = (value: number): string => written(numbers, shownNumber(value, how));
  switch (shape.kind) {
    case 'none':
      return undefined;
    case 'yes-no':
      return (language === 'sv' ? { true: 'ja', false: 'nej' } : { true: 'yes', false: 'no' })[`${shape.value}`];
    case 'number':
      return withUnit(one(shape.value));
    case 'range': {
      const { low, likely, high } = shape.range;
      const ends = withUnit(`${one(low)}${low < 0 ? ' – ' : '–'}${one(high)}`);
      return `${ends}, ${language === 'sv' ? 'troligen' : 'likely'}\u00a0${one(likely)}`;
    }
    case 'other':
      return language === 'sv'
        ? 'en fördelning eller en serie, som filen anger'
        : 'a distribution or series, as the file states';
  }
}
