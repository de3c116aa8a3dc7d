import type { Language } from './spoken.ts';

/** Writes numbers as a Swedish or an English reader expects: thin spaces that do not break, a true minus. */
export type Numbers = {
  /** A number with so many decimals; none unless stated. */
  readonly number: (value: Amount, decimals?: number) => string;
  /** Kronor, whole unless stated: «112 869 kr». */
  readonly sek: (value: Amount, decimals?: number) => string;
  /** Thousands of kronor, for axes. */
  readonly thousands: (value: Amount) => string;
  /** With its sign: «+12 000 kr», «−3 kr». */
  readonly signedSek: (value: Amount) => string;
  /** A share as per cent: 0.047 is «4,7 %». */
  readonly percent: (share: number | null, decimals?: number) => string;
  /** A share as so many of a hundred, rounded: 0.613 is «61». */
  readonly ofHundred: (share: number | null) => string;
  /** A value with the unit of the model behind it: «0,2», «12 km», «9 000 000 kr/år». */
  readonly withUnit: (value: Amount, unit: string) => string;
  /** A calendar day and time. */
  readonly moment: (iso: string) => string;
};

type Amount = number | string | null | undefined;

const nothing = { sv: 'inget tal', en: 'no number' } as const;
const units: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
  SEK: { sv: 'kr', en: 'SEK' },
  person: { sv: 'personer', en: 'persons' },
  year: { sv: 'år', en: 'years' },
  hour: { sv: 'timmar', en: 'hours' },
  week: { sv: 'vecka', en: 'week' },
  l: { sv: 'liter', en: 'litres' },
  household: { sv: 'hushåll', en: 'households' },
  trip: { sv: 'resor', en: 'trips' },
};

/** The model's unit in words: `SEK/year` is «kr/år». */
export function unitInWords(unit: string, language: Language): string {
  if (unit === '1' || unit === 'boolean') return '';
  return unit
    .split('/')
    .map((part, index) =>
      index > 0 && part === 'year' ? (language === 'sv' ? 'år' : 'year') : (units[part]?.[language] ?? part),
    )
    .join('/');
}

export function numbersIn(language: Language): Numbers {
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB';
  const formats = new Map<number, Intl.NumberFormat>();
  const formatOf = (decimals: number): Intl.NumberFormat => {
    const known = formats.get(decimals);
    if (known !== undefined) return known;
    const made = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    formats.set(decimals, made);
    return made;
  };
  const few = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 });
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const currency = language === 'sv' ? 'kr' : 'SEK';
  const written = (value: Amount, write: (number: number) => string): string => {
    const read = typeof value === 'string' ? Number(value) : value;
    if (read === null || read === undefined || !Number.isFinite(read)) return nothing[language];
    return write(read)
      .replace(/^-(?=[0.,]*$)/, '')
      .replace('-', '−')
      .replace(/\u00a0/g, '\u202f');
  };
  const number = (value: Amount, decimals = 0): string => written(value, (read) => formatOf(decimals).format(read));
  const tight = (value: Amount): string =>
    written(value, (read) => (Math.abs(read) >= 1000 ? formatOf(0) : few).format(read));
  const sek = (value: Amount, decimals = 0): string =>
    language === 'sv' ? `${number(value, decimals)}\u00a0${currency}` : `${currency}\u00a0${number(value, decimals)}`;
  return {
    number,
    sek,
    thousands: (value) => written(value, (read) => formatOf(0).format(read / 1000)),
    signedSek: (value) => (Number(value) > 0 ? `+${sek(value)}` : sek(value)),
    percent: (share, decimals = 0) => `${number(share === null ? null : 100 * share, decimals)}\u00a0%`,
    ofHundred: (share) => number(share === null ? null : Math.round(100 * share)),
    withUnit: (value, unit) => {
      const text = unitInWords(unit, language);
      return `${tight(value)}${text === '' ? '' : `\u00a0${text}`}`;
    },
    moment: (iso) => time.format(new Date(iso)),
  };
}
