import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  baseUnits,
  combineUnits,
  dimensionless,
  formatUnit,
  parseUnit,
  raiseUnit,
  sameUnit,
  type Unit,
} from './unit.ts';

/** Any unit with whole exponents, as it would be written. */
const unitTexts = fc
  .array(fc.tuple(fc.constantFrom(...baseUnits), fc.constantFrom('*', '/')), { maxLength: 5 })
  .map((parts) => `1${parts.map(([base, sign]) => sign + base).join('')}`);
const units = unitTexts.map(parseUnit);

describe('parseUnit and formatUnit', () => {
  it.each([
    ['SEK', 'SEK'],
    ['1', '1'],
    ['share', '1'],
    ['boolean', 'boolean'],
    ['SEK/person/year', 'SEK/year/person'], // base units stand in their fixed order
    ['m2*SEK', 'SEK*m2'],
    ['1/year', '1/year'],
    ['km/trip', 'km/trip'],
    ['SEK/SEK', '1'],
    ['km*km', 'km^2'],
    ['1/year/year', '1/year^2'],
    [' SEK / year ', 'SEK/year'],
  ])('read «%s» and write «%s»', (text, written) => {
    expect(formatUnit(parseUnit(text))).toBe(written);
  });

  it('write what can be read again, for a unit without powers', () => {
    fc.assert(
      fc.property(units, (unit) => {
        const text = formatUnit(unit);
        fc.pre(!text.includes('^'));
        expect(sameUnit(parseUnit(text), unit)).toBe(true);
      }),
    );
  });

  it('give one text for one unit, in whatever order it is written', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['*SEK', '/person', '/year', '*km', '*m2']), (parts) => {
        const text = (list: readonly string[]): string => formatUnit(parseUnit(`1${list.join('')}`));
        expect(text(parts)).toBe(text([...parts].sort()));
      }),
    );
  });

  it.each(['kr', 'SEK/', '', 'SEK//year', 'SEK^2', 'sek', 'km h', 'boolean/year'])(
    'refuse «%s» and name the units there are',
    (text) => {
      expect(() => parseUnit(text)).toThrow(/is not a unit; there are 1, boolean, SEK, year, person/);
    },
  );
});

describe('units in arithmetic', () => {
  it('multiply: a price a person times persons is an amount', () => {
    expect(formatUnit(combineUnits(parseUnit('SEK/person'), parseUnit('person'), 1))).toBe('SEK');
  });

  it('divide: an amount a year over an amount is a share a year', () => {
    expect(formatUnit(combineUnits(parseUnit('SEK/year'), parseUnit('SEK'), -1))).toBe('1/year');
  });

  it('come back when multiplied and divided by the same', () => {
    fc.assert(
      fc.property(units, units, (a, b) => {
        expect(sameUnit(combineUnits(combineUnits(a, b, 1), b, -1), a)).toBe(true);
        expect(sameUnit(combineUnits(a, a, -1), dimensionless)).toBe(true);
        expect(sameUnit(combineUnits(a, b, 1), combineUnits(b, a, 1))).toBe(true);
      }),
    );
  });

  it('are raised by a power, halves included, and become none at the power 0', () => {
    expect(formatUnit(raiseUnit(parseUnit('km'), 2))).toBe('km^2');
    expect(formatUnit(raiseUnit(parseUnit('m2*m2'), 0.5))).toBe('m2');
    expect(formatUnit(raiseUnit(parseUnit('SEK/year'), -1))).toBe('year/SEK');
    expect(sameUnit(raiseUnit(parseUnit('SEK/year'), 0), dimensionless)).toBe(true);
  });

  it('are the same only with the same exponents', () => {
    expect(sameUnit(parseUnit('SEK/year'), parseUnit('SEK'))).toBe(false);
    expect(sameUnit(parseUnit('SEK'), parseUnit('SEK/year'))).toBe(false);
    expect(sameUnit(parseUnit('km*km'), parseUnit('km'))).toBe(false);
    expect(sameUnit(parseUnit('person'), parseUnit('household'))).toBe(false);
  });

  it('a truth value has none, and mixes with none', () => {
    const truth: Unit = 'boolean';
    expect(sameUnit(truth, 'boolean')).toBe(true);
    expect(sameUnit(truth, dimensionless)).toBe(false);
    expect(() => combineUnits(truth, dimensionless, 1)).toThrow(TypeError);
    expect(() => combineUnits(dimensionless, truth, -1)).toThrow(TypeError);
    expect(() => raiseUnit(truth, 2)).toThrow(TypeError);
  });
});
