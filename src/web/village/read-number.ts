import type { Language } from '../words/spoken.ts';

/** What somebody wrote as a number: the number, nothing at all, or why it is none. */
export type ReadNumber =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly why: 'no-number' | 'ambiguous' };

/** Signs that are not seen: they come along when a number is copied from another document. */
const unseen = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const spaces = /[\s\u00a0\u2007\u2009\u202f]/g;
const grouped = { point: /^\d{1,3}(\.\d{3})+$/, comma: /^\d{1,3}(,\d{3})+$/ } as const;

/**
 * Reads a number as a Swede or an Englishman writes it: «9 000 000», «9,5», «9.5», «−3», «12 %», «9 000 kr».
 *
 * A comma is a decimal comma in Swedish; in English it parts thousands where it can («9,000»), otherwise it is decimal. In
 * Swedish «9.000» may be nine or nine thousand and is asked about.
 *
 * @param unit - which may stand after the number, and is left out
 */
export function readNumber(text: string, language: Language, unit = ''): ReadNumber {
  const plain = withoutUnit(text.replace(unseen, '').replace(spaces, ''), unit.replace(spaces, ''));
  if (plain === '')
    return text.replace(unseen, '').trim() === '' ? { kind: 'empty' } : { kind: 'wrong', why: 'no-number' };
  const [, sign = '', digits = ''] = /^([+\-−–]?)(.*)$/.exec(plain) ?? [];
  const decimal = asDecimal(digits, language);
  if (decimal === 'ambiguous') return { kind: 'wrong', why: 'ambiguous' };
  if (!/^(\d+\.?\d*|\.\d+)$/.test(decimal)) return { kind: 'wrong', why: 'no-number' };
  const size = Number(decimal);
  // Zero has no sign: «−0» is 0.
  return { kind: 'number', value: size === 0 ? 0 : sign === '' || sign === '+' ? size : -size };
}

function withoutUnit(text: string, unit: string): string {
  const lower = text.toLowerCase();
  for (const each of [unit.toLowerCase(), '%', 'kr', 'sek'])
    if (each !== '' && lower.endsWith(each)) return text.slice(0, text.length - each.length);
  return text;
}

/** Digits with a decimal point, if any. */
function asDecimal(digits: string, language: Language): string {
  const points = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (points > 0 && commas > 0) {
    // The last sign is the decimal one, the other parts thousands.
    const isComma = digits.lastIndexOf(',') > digits.lastIndexOf('.');
    const [whole = '', part = ''] = digits.split(isComma ? /,(?=[^,]*$)/ : /\.(?=[^.]*$)/);
    if (!(isComma ? grouped.point : grouped.comma).test(whole)) return digits;
    return `${whole.replace(/[.,]/g, '')}.${part}`;
  }
  if (points > 1) return grouped.point.test(digits) ? digits.replaceAll('.', '') : digits;
  if (commas > 1) return grouped.comma.test(digits) ? digits.replaceAll(',', '') : digits;
  if (points === 1 && language === 'sv' && grouped.point.test(digits) && !digits.startsWith('0')) return 'ambiguous';
  if (commas === 1 && language === 'en' && grouped.comma.test(digits) && !digits.startsWith('0'))
    return digits.replace(',', '');
  return digits.replace(',', '.');
}

/** A number as one would type it in a language, every digit of it, without spaces: «0,125». */
export function writeNumber(value: number, language: Language): string {
  const text = plainDecimal(value);
  const written = language === 'sv' ? text.replace('.', ',') : text;
  return written.replace('-', '−');
}

/** How many decimals a number has when it is written out. */
export function decimalsOf(value: number): number {
  return plainDecimal(value).split('.')[1]?.length ?? 0;
}

/** A number moved so many decimal places, exactly as one does on paper: 0.07 by 2 is 7, not 7.000000000000001. */
export function movedBy(value: number, places: number): number {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

/** Decimal digits without an exponent, as few as tell the number from every other. */
function plainDecimal(value: number): string {
  const text = String(value);
  const [mantissa = '', exponentText] = text.split('e');
  if (exponentText === undefined) return text;
  const exponent = Number(exponentText);
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', part = ''] = mantissa.replace('-', '').split('.');
  const digits = whole + part;
  const point = whole.length + exponent;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
