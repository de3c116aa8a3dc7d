/** What somebody answers where a number is asked for, as it is typed. */
export type Answer = {
  /** Not known, one number, or three. */
  readonly known: 'no' | 'one' | 'range';
  readonly one: string;
  readonly low: string;
  readonly likely: string;
  readonly high: string;
  /** Whether the one who answers assumes it, rather than knows. */
  readonly isAssumed: boolean;
  /** Where a number that was filled in comes from, as long as it is not changed. */
  readonly from: Filled | null;
};

/** A number that was filled in from the table of places. */
export type Filled = { readonly text: string; readonly source: string; readonly isAssumed: boolean };

/** A shop as it is typed. */
export type ShopForm = {
  readonly name: string;
  readonly turnover: Answer;
  readonly grossMargin: Answer;
  readonly staffFixed: Answer;
  readonly staffShare: Answer;
  readonly floorArea: Answer;
  readonly premises: Answer;
  readonly openingOwnerAge: Answer;
};

/** A town where people shop otherwise, as it is typed. */
export type TownForm = {
  readonly name: string;
  readonly people: Answer;
  readonly km: Answer;
  /** Where it lies, when it was chosen from the table. */
  readonly position: { readonly lat: number; readonly lon: number } | null;
};

export type Shops = 'none' | 'one' | 'two';
export type Island = 'no' | 'link' | 'ferry';
export type Successor = 'unknown' | 'yes' | 'no';

/** All that is typed about a new village. */
export type VillageForm = {
  readonly name: string;
  readonly municipality: string;
  readonly lat: string;
  readonly lon: string;
  readonly island: Island;
  readonly start: string;
  readonly toldBy: string;
  readonly people: Answer;
  readonly around: Answer;
  readonly aroundKm: string;
  readonly towns: readonly TownForm[];
  readonly shops: Shops;
  readonly shop: readonly [ShopForm, ShopForm];
  /** Which of two shops is the host. */
  readonly host: 'first' | 'second';
  readonly successor: Successor;
  readonly measures: readonly string[];
  readonly investment: string;
  readonly running: string;
  readonly posts: string;
};

export const unanswered: Answer = {
  known: 'no',
  one: '',
  low: '',
  likely: '',
  high: '',
  isAssumed: false,
  from: null,
};

const blankShop: ShopForm = {
  name: '',
  turnover: unanswered,
  grossMargin: unanswered,
  staffFixed: unanswered,
  staffShare: unanswered,
  floorArea: unanswered,
  premises: unanswered,
  openingOwnerAge: unanswered,
};

export const blankTown: TownForm = { name: '', people: unanswered, km: unanswered, position: null };

/** Most towns that are asked about. */
export const mostTowns = 6;

/** A form with nothing typed. */
export function blankForm(year: number): VillageForm {
  return {
    name: '',
    municipality: '',
    lat: '',
    lon: '',
    island: 'no',
    start: String(year),
    toldBy: '',
    people: { ...unanswered, known: 'one' },
    around: unanswered,
    aroundKm: '5',
    towns: [blankTown],
    shops: 'one',
    shop: [blankShop, blankShop],
    host: 'first',
    successor: 'unknown',
    measures: ['servicepunkt', 'serviceavtal', 'mobil-service', 'hemsandning', 'lantbrevbarare', 'byvaktmastare'],
    investment: '100000',
    running: '30000',
    posts: '0,2',
  };
}

/** A number that was filled in from a table, known as well as the table knows it. */
export function filledIn(text: string, source: string, isAssumed: boolean): Answer {
  return { ...unanswered, known: 'one', one: text, isAssumed, from: { text, source, isAssumed } };
}

/**
 * What was kept of a form, put upon a blank one: what is not as this form is made is left out, for what is kept may be older
 * than the page.
 */
export function restoredForm(blank: VillageForm, kept: unknown): VillageForm {
  const form = merged(blank, kept) as VillageForm;
  const towns = listOf(kept, 'towns').map((town) => merged({ ...blankTown, position: null }, town) as TownForm);
  const measures = listOf(kept, 'measures').filter((each) => typeof each === 'string');
  return {
    ...form,
    island: oneOf(['no', 'link', 'ferry'], form.island),
    shops: oneOf(['one', 'none', 'two'], form.shops),
    host: oneOf(['first', 'second'], form.host),
    successor: oneOf(['unknown', 'yes', 'no'], form.successor),
    towns: (towns.length === 0
      ? blank.towns
      : towns.map((town, index) => withPosition(town, listOf(kept, 'towns')[index]))
    ).slice(0, mostTowns),
    measures: isRecord(kept) && Array.isArray(kept['measures']) ? measures : blank.measures,
  };
}

/** The parts of a blank thing, each with what is kept of it where that is of the same kind. */
function merged(blank: unknown, kept: unknown): unknown {
  if (isFilled(kept) && blank === null) return kept;
  if (Array.isArray(blank))
    return blank.map((each, index) => merged(each, Array.isArray(kept) ? kept[index] : undefined));
  if (isRecord(blank))
    return Object.fromEntries(
      Object.entries(blank).map(([key, each]) => {
        const value = merged(each, isRecord(kept) ? kept[key] : undefined);
        return [key, key === 'known' ? oneOf(['no', 'one', 'range'], value) : value];
      }),
    );
  return typeof kept === typeof blank && blank !== null ? kept : blank;
}

function withPosition(town: TownForm, kept: unknown): TownForm {
  const position = isRecord(kept) ? kept['position'] : undefined;
  if (!isRecord(position)) return town;
  const { lat, lon } = position;
  return typeof lat === 'number' && typeof lon === 'number' ? { ...town, position: { lat, lon } } : town;
}

function isFilled(value: unknown): value is Filled {
  return (
    isRecord(value) &&
    typeof value['text'] === 'string' &&
    typeof value['source'] === 'string' &&
    typeof value['isAssumed'] === 'boolean'
  );
}

function listOf(of: unknown, key: string): readonly unknown[] {
  const list = isRecord(of) ? of[key] : undefined;
  return Array.isArray(list) ? list : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function oneOf<T extends string>(all: readonly [T, ...T[]], value: unknown): T {
  return all.find((each) => each === value) ?? all[0];
}
