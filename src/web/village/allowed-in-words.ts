import type { Language } from '../words/spoken.ts';
import type { NotAllowed } from './allowed.ts';
import type { Field } from './field.ts';
import { numberInWords } from './value-in-words.ts';
import { words } from './words.ts';

/** What may stand in a field, in words: «0 till 100 %», «1 eller mer», «hela tal, 1 till 200 år». */
export function allowedInWords(field: Pick<Field, 'allowed' | 'unit' | 'isPercent'>, language: Language): string {
  const said = words[language];
  const { minimum, maximum, isWhole } = field.allowed;
  const write = (value: number): string =>
    `${numberInWords(value, field, language)}${field.isPercent ? '\u00a0%' : ''}`;
  const range =
    minimum !== undefined && maximum !== undefined
      ? said.between(write(minimum), write(maximum))
      : minimum !== undefined
        ? said.atLeast(write(minimum))
        : maximum !== undefined
          ? said.atMost(write(maximum))
          : said.anyNumber;
  return isWhole ? said.wholeNumber(range) : range;
}

/** What is wrong with a number: what was found, what is allowed, what to do. */
export function wrongInWords(
  why: NotAllowed,
  value: number,
  field: Pick<Field, 'allowed' | 'unit' | 'isPercent'>,
  language: Language,
): string {
  const said = words[language];
  const say = { 'too-small': said.tooSmall, 'too-large': said.tooLarge, 'not-whole': said.notWhole }[why];
  return say(
    `${numberInWords(value, field, language)}${field.isPercent ? '\u00a0%' : ''}`,
    allowedInWords(field, language),
  );
}
