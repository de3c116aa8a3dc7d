/** How far a number is known. */
export type Status = 'found' | 'derived' | 'assumption' | 'synthetic';

/** What is stated, apart from where it comes from. */
export type Shape =
  | { readonly kind: 'none' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'yes-no'; readonly value: boolean }
  | { readonly kind: 'range'; readonly range: Range; readonly curve: Curve }
  /** By year, or a distribution that three numbers cannot say: only the file says it. */
  | { readonly kind: 'other' };

export type Range = { readonly low: number; readonly likely: number; readonly high: number };
export type Curve = 'pert' | 'triangular' | 'uniform';

/** What is told about a value. */
export type Told = {
  readonly status: Status | undefined;
  readonly source: string | undefined;
  readonly note: string | undefined;
  readonly priceYear: number | undefined;
  readonly secret: boolean;
};

/**
 * Reads a value as a scenario states it: a plain number, `{ value, status, source … }`, `{ low, likely, high … }`, or a
 * distribution. `unknown` and null state nothing.
 *
 * @param numberKey - what the number is called in an entry that is itself about it, as `km` in a distance
 */
export function readStated(stated: unknown, numberKey = 'value'): { readonly shape: Shape; readonly told: Told } {
  const about = isObject(stated) ? stated : {};
  return { shape: shapeOf(stated, numberKey), told: toldOf(about) };
}

function toldOf(about: Readonly<Record<string, unknown>>): Told {
  const text = (key: string): string | undefined => (typeof about[key] === 'string' ? about[key] : undefined);
  const status = text('status');
  return {
    status: isStatus(status) ? status : undefined,
    source: text('source'),
    note: text('note'),
    priceYear: typeof about['priceYear'] === 'number' ? about['priceYear'] : undefined,
    secret: about['secret'] === true,
  };
}

function shapeOf(stated: unknown, numberKey: string): Shape {
  if (typeof stated === 'number') return { kind: 'number', value: stated };
  if (typeof stated === 'boolean') return { kind: 'yes-no', value: stated };
  if (!isObject(stated)) return { kind: 'none' };
  const value = stated[numberKey];
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'yes-no', value };
  const { low, likely, high, distribution = 'pert' } = stated;
  if (typeof low === 'number' && typeof high === 'number' && isCurve(distribution)) {
    if (typeof likely === 'number') return { kind: 'range', range: { low, likely, high }, curve: distribution };
    if (distribution === 'uniform')
      return { kind: 'range', range: { low, likely: (low + high) / 2, high }, curve: 'uniform' };
  }
  return Object.keys(stated).length === 0 ? { kind: 'none' } : { kind: 'other' };
}

/** The number that stands for a value where only one can: the likely one of three. */
export function likelyNumber(shape: Shape): number | undefined {
  if (shape.kind === 'number') return shape.value;
  return shape.kind === 'range' ? shape.range.likely : undefined;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStatus(text: string | undefined): text is Status {
  return text === 'found' || text === 'derived' || text === 'assumption' || text === 'synthetic';
}

function isCurve(value: unknown): value is Curve {
  return value === 'pert' || value === 'triangular' || value === 'uniform';
}
