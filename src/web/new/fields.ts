import type { Allowed } from '../village/allowed.ts';
import type { ShopField } from './village.ts';

/** What a number of the form is: what may stand there, and its unit in the model. */
export type NumberField = {
  readonly unit: string;
  /** Whether it is typed as per cent and kept as a share. */
  readonly isPercent: boolean;
  /** As it is typed. */
  readonly allowed: Allowed;
};

/** Unit of a year as it is called, which is written without spaces. */
export const calendarYear = 'calendar year';

function field(unit: string, minimum: number, maximum: number | undefined, isWhole = false): NumberField {
  return { unit, isPercent: false, allowed: { minimum, maximum, isWhole } };
}

function percent(maximum: number): NumberField {
  return { unit: '%', isPercent: true, allowed: { minimum: 0, maximum, isWhole: false } };
}

/** The numbers that are asked for, within what the model takes; people within what Sweden has. */
export const numberFields = {
  people: field('person', 0, 2_000_000, true),
  around: field('person', 0, 2_000_000, true),
  aroundKm: field('km', 0, 200),
  townPeople: field('person', 1, 2_000_000, true),
  km: field('km', 0, 2000),
  lat: field('', 54, 70),
  lon: field('', 9, 31),
  start: field(calendarYear, 1990, 2100, true),
  investment: field('SEK', 0, undefined),
  running: field('SEK/year', 0, undefined),
  posts: field('', 0, 20),
} as const satisfies Record<string, NumberField>;

export const shopNumberFields: Readonly<Record<ShopField, NumberField>> = {
  turnover: field('SEK/year', 0, undefined),
  grossMargin: percent(100),
  staffFixed: field('SEK/year', 0, undefined),
  staffShare: percent(100),
  floorArea: field('m2', 1, 100_000),
  premises: field('SEK/year', 0, undefined),
  openingOwnerAge: field('year', 15, 120, true),
};
