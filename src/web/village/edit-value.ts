import { isObject, type Range, readStated, type Status, type Told } from './stated-value.ts';

/**
 * How a value may be written where it stands: `stated` with everything, `amount` as one number with its source, `plain` as a
 * number alone, `entry` as a number in an entry that is about it, such as the `km` of a distance.
 */
export type Form = 'stated' | 'amount' | 'plain' | { readonly entry: string };

/** How somebody knows a number. */
export type Said = { readonly status: Status; readonly source: string };

const numberKeys = ['value', 'low', 'likely', 'high', 'distribution', 'mean', 'sd', 'median', 'sigma', 'alpha', 'beta'];
const listKeys = ['values', 'weights', 'byYear'];

/** What a form calls its number. */
export function numberKeyOf(form: Form): string {
  return typeof form === 'object' ? form.entry : 'value';
}

/** The value with another number; what is told about it stays, but for how somebody knows it. */
export function withNumber(before: unknown, value: number | boolean, form: Form, said: Said): unknown {
  if (form === 'plain') return value;
  return { ...keptOf(before, form), [numberKeyOf(form)]: value, ...knownAs(said) };
}

/** The value as low, likely and high, with the curve it had. */
export function withRange(before: unknown, { low, likely, high }: Range, said: Said): unknown {
  const { shape } = readStated(before);
  const curve = shape.kind === 'range' && shape.curve !== 'pert' ? { distribution: shape.curve } : {};
  return { ...keptOf(before, 'stated'), ...curve, low, likely, high, ...knownAs(said) };
}

/** The value with other words about how somebody knows it. */
export function withSaid(before: unknown, form: Form, said: Said): unknown {
  if (form === 'plain' || before === undefined || before === null) return before;
  const { source: _source, ...rest } = asObject(before, form);
  return { ...rest, ...knownAs(said) };
}

/** The value, withheld from public versions or not. */
export function withSecret(before: unknown, form: Form, secret: boolean): unknown {
  if (form === 'plain' || before === undefined || before === null) return before;
  const { secret: _secret, ...rest } = asObject(before, form);
  return secret ? { ...rest, secret: true } : rest;
}

/** How a new number is known: as was said of the one before, if that was also one's own; otherwise an assumption of one's own. */
export function saidOf(told: Told, isOwn: boolean, ownValue: string): Said {
  if (isOwn && told.status !== undefined) return { status: told.status, source: told.source ?? ownValue };
  return { status: 'assumption', source: ownValue };
}

function knownAs({ status, source }: Said): { readonly status: Status; readonly source?: string } {
  return source.trim() === '' ? { status } : { status, source: source.trim() };
}

function asObject(value: unknown, form: Form): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : { [numberKeyOf(form)]: value };
}

/** What stays when the number changes. */
function keptOf(before: unknown, form: Form): Readonly<Record<string, unknown>> {
  if (!isObject(before)) return {};
  const gone = typeof form === 'object' ? ['source'] : [...numberKeys, ...listKeys, 'source'];
  return Object.fromEntries(Object.entries(before).filter(([key]) => !gone.includes(key)));
}
