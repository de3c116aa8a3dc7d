/** A number of the village, as somebody knows it. */
export type Given = {
  readonly value: number | { readonly low: number; readonly likely: number; readonly high: number };
  readonly isAssumed: boolean;
  readonly source: string | undefined;
};

/** What the forms of shops ask, by the names that a scenario gives them. */
export const shopFields = [
  'turnover',
  'grossMargin',
  'staffFixed',
  'staffShare',
  'floorArea',
  'premises',
  'openingOwnerAge',
] as const;

export type ShopField = (typeof shopFields)[number];

export type Shop = {
  readonly name: string;
  readonly given: Readonly<Partial<Record<ShopField, Given>>>;
};

export type Town = {
  readonly name: string;
  readonly people: Given;
  readonly position: { readonly lat: number; readonly lon: number } | undefined;
  /** By road, ferry included; undefined where it is reckoned from the positions. */
  readonly km: Given | undefined;
};

/** What may be planned; the others need a shop. */
export const measuresWithoutShop = [
  'servicepunkt',
  'mobil-service',
  'hemsandning',
  'lantbrevbarare',
  'byvaktmastare',
] as const;
export const measuresWithShop = ['servicepunkt', 'serviceavtal', 'mobil-service', 'hemsandning'] as const;

export type MeasureName = (typeof measuresWithoutShop)[number] | (typeof measuresWithShop)[number];

/** A village that somebody has told of: what is checked, and nothing that is not known. */
export type Village = {
  readonly name: string;
  readonly municipality: string | undefined;
  readonly position: { readonly lat: number; readonly lon: number } | undefined;
  readonly isIslandWithoutLink: boolean;
  readonly start: number;
  readonly people: Given;
  readonly around: { readonly people: Given; readonly km: number } | undefined;
  readonly towns: readonly Town[];
  readonly shops: readonly Shop[];
  /** Index of the shop that hosts. */
  readonly host: number;
  readonly successor: 'unknown' | 'yes' | 'no';
  readonly measures: readonly MeasureName[];
  readonly servicePoint: { readonly investment: number; readonly running: number; readonly posts: number };
  /** Who said so, as a source. */
  readonly toldBy: string | undefined;
};
