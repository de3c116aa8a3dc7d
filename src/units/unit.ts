/** Base units a formula file may use. A share, a factor or an index has the unit `1`. */
export const baseUnits = [
  'SEK',
  'year',
  'person',
  'household',
  'km',
  'hour',
  'litre',
  'm2',
  'week',
  'trip',
  'errand',
  'post',
  'EUR',
] as const;

export type BaseUnit = (typeof baseUnits)[number];

/**
 * The dimension of a quantity: base unit to exponent, without zeros; `SEK/person/year` is SEK 1, person −1, year −1.
 * A truth value (`boolean`) is not a quantity and mixes with none.
 */
export type Unit = 'boolean' | ReadonlyMap<BaseUnit, number>;

/** The unit of shares, factors and indices. */
export const dimensionless: Unit = new Map();

/**
 * Reads a unit such as `SEK/year`, `km/trip`, `1`, `m2*SEK` or `boolean`.
 *
 * @throws {RangeError} naming the part that is not a base unit and the units there are
 * @example
 * formatUnit(parseUnit('SEK/person/year')) // => 'SEK/year/person'
 */
export function parseUnit(text: string): Unit {
  if (text === 'boolean') return 'boolean';
  const exponents = new Map<BaseUnit, number>();
  let sign = 1;
  for (const token of text.split(/([*/])/)) {
    const part = token.trim();
    if (part === '*') sign = 1;
    else if (part === '/') sign = -1;
    else {
      if (part === '1' || part === 'share') continue;
      if (!(baseUnits as readonly string[]).includes(part)) {
        throw new RangeError(`«${part}» is not a unit; there are 1, boolean, ${baseUnits.join(', ')}`);
      }
      const base = part as BaseUnit;
      exponents.set(base, (exponents.get(base) ?? 0) + sign);
    }
  }
  return withoutZeros(exponents);
}

/** Sets a unit as text, base units in their fixed order: `SEK/year/person`. */
export function formatUnit(unit: Unit): string {
  if (unit === 'boolean') return 'boolean';
  const above: string[] = [];
  const below: string[] = [];
  for (const base of baseUnits) {
    const exponent = unit.get(base) ?? 0;
    const name = Math.abs(exponent) === 1 ? base : `${base}^${Math.abs(exponent)}`;
    if (exponent > 0) above.push(name);
    if (exponent < 0) below.push(name);
  }
  const head = above.length === 0 ? '1' : above.join('*');
  return below.length === 0 ? head : `${head}/${below.join('/')}`;
}

/** Whether two units are the same. */
export function sameUnit(a: Unit, b: Unit): boolean {
  if (a === 'boolean' || b === 'boolean') return a === b;
  return a.size === b.size && [...a].every(([base, exponent]) => b.get(base) === exponent);
}

/** The unit of a product (`power` 1) or quotient (`power` −1) of two quantities. */
export function combineUnits(a: Unit, b: Unit, power: 1 | -1): Unit {
  if (a === 'boolean' || b === 'boolean') throw new TypeError('a truth value has no unit to combine');
  const exponents = new Map(a);
  for (const [base, exponent] of b) exponents.set(base, (exponents.get(base) ?? 0) + power * exponent);
  return withoutZeros(exponents);
}

/** The unit of a quantity raised to a literal power. */
export function raiseUnit(unit: Unit, power: number): Unit {
  if (unit === 'boolean') throw new TypeError('a truth value has no unit to raise');
  return withoutZeros(new Map([...unit].map(([base, exponent]) => [base, exponent * power])));
}

function withoutZeros(exponents: Map<BaseUnit, number>): Unit {
  return new Map([...exponents].filter(([, exponent]) => exponent !== 0));
}
