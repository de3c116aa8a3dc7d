import type { Language } from '../words/spoken.ts';

type Exponents = ReadonlyMap<string, number>;

/** `SEK/person/year` as the powers of what it is made of; without unit, none. */
function unitPowers(unit: string): Exponents {
  const powers = new Map<string, number>();
  for (const [index, factors] of unit.split('/').entries()) {
    for (const factor of factors.split('*')) {
      const [name = '', power = '1'] = factor.trim().split('^');
      if (name === '' || name === '1' || name === 'boolean') continue;
      const total = (powers.get(name) ?? 0) + (index === 0 ? 1 : -1) * Number(power);
      if (total === 0) powers.delete(name);
      else powers.set(name, total);
    }
  }
  return powers;
}

/** The unit of a product, or of a quotient where `sign` is −1: `SEK/year` times `year` is `SEK`. */
export function combineUnits(left: string, right: string, sign: 1 | -1): string {
  const powers = new Map(unitPowers(left));
  for (const [name, power] of unitPowers(right)) {
    const total = (powers.get(name) ?? 0) + sign * power;
    if (total === 0) powers.delete(name);
    else powers.set(name, total);
  }
  const written = (name: string, power: number): string => (power === 1 ? name : `${name}^${power}`);
  const above = [...powers].filter(([, power]) => power > 0).map(([name, power]) => written(name, power));
  const below = [...powers].filter(([, power]) => power < 0).map(([name, power]) => written(name, -power));
  return [above.length === 0 ? '1' : above.join('*'), ...below].join('/');
}

type Word = { readonly one: string; readonly many: string; readonly spoken?: string };

const names: Readonly<Record<Language, Readonly<Record<string, Word>>>> = {
  sv: {
    SEK: { one: 'kr', many: 'kr', spoken: 'kronor' },
    EUR: { one: 'euro', many: 'euro' },
    person: { one: 'person', many: 'personer' },
    household: { one: 'hushåll', many: 'hushåll' },
    year: { one: 'år', many: 'år' },
    week: { one: 'vecka', many: 'veckor' },
    day: { one: 'dag', many: 'dagar' },
    hour: { one: 'timme', many: 'timmar' },
    minute: { one: 'minut', many: 'minuter' },
    litre: { one: 'liter', many: 'liter' },
    km: { one: 'km', many: 'km', spoken: 'kilometer' },
    m2: { one: 'm²', many: 'm²', spoken: 'kvadratmeter' },
    trip: { one: 'resa', many: 'resor' },
    visit: { one: 'besök', many: 'besök' },
    delivery: { one: 'leverans', many: 'leveranser' },
    ton: { one: 'ton', many: 'ton' },
    kg: { one: 'kg', many: 'kg', spoken: 'kilo' },
  },
  en: {
    SEK: { one: 'SEK', many: 'SEK', spoken: 'kronor' },
    EUR: { one: 'EUR', many: 'EUR', spoken: 'euros' },
    person: { one: 'person', many: 'persons' },
    household: { one: 'household', many: 'households' },
    year: { one: 'year', many: 'years' },
    week: { one: 'week', many: 'weeks' },
    day: { one: 'day', many: 'days' },
    hour: { one: 'hour', many: 'hours' },
    minute: { one: 'minute', many: 'minutes' },
    litre: { one: 'litre', many: 'litres' },
    km: { one: 'km', many: 'km', spoken: 'kilometres' },
    m2: { one: 'm²', many: 'm²', spoken: 'square metres' },
    trip: { one: 'trip', many: 'trips' },
    visit: { one: 'visit', many: 'visits' },
    delivery: { one: 'delivery', many: 'deliveries' },
    ton: { one: 'tonne', many: 'tonnes' },
    kg: { one: 'kg', many: 'kg', spoken: 'kilograms' },
  },
};

const raised = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/**
 * The unit as it follows a number: `SEK/year` is «kr/år», after 1 `year` is «år» and in English «year». Nothing for a number
 * without unit.
 */
export function unitAfter(value: number, unit: string, language: Language): string {
  const [above, below] = bothSides(unit);
  const word = (name: string, power: number, isMany: boolean): string => {
    const { one = name, many = name } = names[language][name] ?? {};
    return `${isMany ? many : one}${power === 1 ? '' : exponent(power)}`;
  };
  const upper = above.map(([name, power]) => word(name, power, Math.abs(value) !== 1)).join(' · ');
  const lower = below.map(([name, power]) => word(name, power, false));
  if (lower.length === 0) return upper;
  if (upper !== '') return [upper, ...lower].join('/');
  return `${language === 'sv' ? 'per' : 'per'} ${lower.join('/')}`;
}

/** The unit as it is read aloud: «kronor per år». */
export function unitSpoken(value: number, unit: string, language: Language): string {
  const [above, below] = bothSides(unit);
  const powers = (power: number): string =>
    power === 1
      ? ''
      : power === 2
        ? language === 'sv'
          ? ' i kvadrat'
          : ' squared'
        : ` ${language === 'sv' ? 'upphöjt till' : 'to the power of'} ${power}`;
  const word = (name: string, power: number, isMany: boolean): string => {
    const { one = name, many = name, spoken } = names[language][name] ?? {};
    return `${spoken ?? (isMany ? many : one)}${powers(power)}`;
  };
  const times = language === 'sv' ? ' gånger ' : ' times ';
  const upper = above.map(([name, power]) => word(name, power, Math.abs(value) !== 1)).join(times);
  const lower = below.map(([name, power]) => `per ${word(name, power, false)}`);
  return [upper, ...lower].filter((part) => part !== '').join(' ');
}

type Side = readonly (readonly [name: string, power: number])[];

function bothSides(unit: string): readonly [above: Side, below: Side] {
  const powers = [...unitPowers(unit)];
  return [
    powers.filter(([, power]) => power > 0),
    powers.filter(([, power]) => power < 0).map(([name, power]) => [name, -power] as const),
  ];
}

function exponent(power: number): string {
  return String(power)
    .split('')
    .map((sign) => raised[Number(sign)] ?? (sign === '.' ? '˙' : sign))
    .join('');
}
