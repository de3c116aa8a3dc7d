import type { Distribution } from '../random/index.ts';
import type { Party } from './model-file.ts';

/**
 * What one input of one entity is in a plan: a fixed number, a number drawn once for each outer future, or a number for
 * each year of the horizon. Truth values are 0 and 1; amounts are in start-year prices.
 */
export type PlannedValue =
  | { readonly kind: 'constant'; readonly value: number }
  | {
      readonly kind: 'drawn';
      readonly distribution: Distribution;
      /** What its stream is keyed by: the entity's id, or empty when it is shared by all. */
      readonly streamId: string;
    }
  | { readonly kind: 'yearly'; readonly values: readonly number[] };

/** Where the value of an input comes from: for explanations and lists of assumptions, never for computing. */
export type Provenance = {
  /** What was written: a number, low/likely/high … */
  readonly stated: unknown;
  readonly status: 'found' | 'derived' | 'assumption' | 'synthetic' | undefined;
  readonly source: string | undefined;
  /** The year whose prices the stated amount is in, and the factor to start-year prices. */
  readonly priceYear: number | undefined;
  readonly priceFactor: number | undefined;
  readonly givenBy: 'scenario' | 'default' | 'program';
};

/** One place, shop, pair, measure … of a plan. */
export type Instance = {
  readonly id: string;
  /** Id of what it belongs to, by role; a role that may be missing is left out. */
  readonly parents: Readonly<Record<string, string>>;
  /** Every input of its entity. */
  readonly values: Readonly<Record<string, PlannedValue>>;
  /** The party behind each party attribute. */
  readonly parties: Readonly<Record<string, Party>>;
  readonly provenance: Readonly<Record<string, Provenance>>;
  /** What it is called, for people. */
  readonly label: { readonly sv: string; readonly en: string };
};

/**
 * All instances of a plan, by entity, sorted by id; what belongs to measures apart for each alternative. The future as a
 * whole is an entity with one instance whose id is empty.
 */
export type Instances = {
  readonly shared: ReadonlyMap<string, readonly Instance[]>;
  readonly alternatives: readonly {
    readonly id: string;
    readonly own: ReadonlyMap<string, readonly Instance[]>;
  }[];
};

/** Compares ids by code unit: the same order on every machine, unlike a locale's. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
