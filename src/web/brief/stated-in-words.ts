import { type Numbers, unitInWords } from '../words/numbers.ts';
import type { Language } from '../words/spoken.ts';

/** What is stated, in words: «9 000 000 kr/år», «19 000 till 26 000, troligen 22 500 kr/person/år», «ja». */
export function statedInWords(stated: unknown, unit: string, numbers: Numbers, language: Language): string {
  if (typeof stated === 'number') return numbers.withUnit(stated, unit);
  if (typeof stated === 'boolean')
    return { sv: { true: 'ja', false: 'nej' }, en: { true: 'yes', false: 'no' } }[language][`${stated}`];
  if (typeof stated === 'string') return stated;
  if (typeof stated !== 'object' || stated === null) return numbers.number(null);
  const given = stated as Readonly<Record<string, unknown>>;
  if ('value' in given) return statedInWords(given['value'], unit, numbers, language);
  const { low, likely, high } = given;
  if (typeof low === 'number' && typeof high === 'number') {
    const plain = (value: number): string => numbers.withUnit(value, '1');
    const words = unitInWords(unit, language);
    const span = language === 'sv' ? `${plain(low)} till ${plain(high)}` : `${plain(low)} to ${plain(high)}`;
    const most =
      typeof likely === 'number' ? `${language === 'sv' ? ', troligen ' : ', probably '}${plain(likely)}` : '';
    return `${span}${most}${words === '' ? '' : `\u00a0${words}`}`;
  }
  return Object.entries(given)
    .filter(([key]) => !['status', 'source', 'note', 'secret'].includes(key))
    .map(
      ([key, value]) => `${key}: ${typeof value === 'number' ? numbers.withUnit(value, '1') : JSON.stringify(value)}`,
    )
    .join(', ');
}
