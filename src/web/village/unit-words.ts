import type { Label } from '../api/label.ts';
import type { Language } from '../words/spoken.ts';

const many: Readonly<Record<string, Label>> = {
  SEK: { sv: 'kr', en: 'SEK' },
  EUR: { sv: 'euro', en: 'euro' },
  person: { sv: 'personer', en: 'persons' },
  household: { sv: 'hushåll', en: 'households' },
  year: { sv: 'år', en: 'years' },
  week: { sv: 'veckor', en: 'weeks' },
  hour: { sv: 'timmar', en: 'hours' },
  litre: { sv: 'liter', en: 'litres' },
  post: { sv: 'tjänster', en: 'posts' },
  m2: { sv: 'm²', en: 'm²' },
};
const one: Readonly<Record<string, Label>> = {
  ...many,
  person: { sv: 'person', en: 'person' },
  household: { sv: 'hushåll', en: 'household' },
  year: { sv: 'år', en: 'year' },
  week: { sv: 'vecka', en: 'week' },
  hour: { sv: 'timme', en: 'hour' },
  litre: { sv: 'liter', en: 'litre' },
  post: { sv: 'tjänst', en: 'post' },
};

/**
 * The model's unit as it stands after a number: `SEK/person/year` is «kr per person och år», `1/year` is «per år», and a
 * number without unit has none.
 */
export function unitWords(unit: string, language: Language, isPercent = false): string {
  const [first = '1', ...per] = unit === 'boolean' ? [] : unit.split('/');
  const counted = isPercent ? '%' : first === '1' ? '' : (many[first]?.[language] ?? first);
  if (per.length === 0) return counted;
  const each = per.map((part) => one[part]?.[language] ?? part);
  if (counted !== '' && !isPercent && each.length === 1) return `${counted}/${each[0]}`;
  return `${counted} per ${each.join(language === 'sv' ? ' och ' : ' and ')}`.trim();
}
