import type { Revision } from '../work/work.tsx';

/** A quantity of a break-even: what it belongs to, and its name. */
export type Quantity = { readonly path: string; readonly entity: string; readonly instance: string };

/**
 * Where in a scenario a quantity is written, so that another value can be tried: `visitsEffect@servicepunkt` is
 * `alternatives.servicepunkt.measures.servicepunkt.visitsEffect`. A measure that several alternatives have is written in each
 * of them.
 *
 * @returns paths, none where it cannot be told
 */
export function scenarioPaths(
  quantity: Quantity,
  { measures, shops, places }: Pick<Revision, 'measures' | 'shops' | 'places'>,
): string[] {
  const [field = '', id] = quantity.path.split('@');
  if (id === undefined) return [`parameters.${field}`];
  const [owner, measure] = id.includes('/') ? id.split('/') : [undefined, id];
  if (owner !== undefined) return [`alternatives.${owner}.measures.${measure}.${field}`];
  if (quantity.entity === 'shop') return shops.some(({ key }) => key === id) ? [`shops.${id}.${field}`] : [];
  if (quantity.entity === 'place') {
    const [place, part] = id.split('.');
    if (!places.some(({ key }) => key === place)) return [];
    return part === undefined ? [`places.${id}.${field}`] : [`places.${place}.${part}.${field}`];
  }
  return measures
    .filter(({ key }) => key === id)
    .flatMap(({ key, alternatives }) => alternatives.map((each) => `alternatives.${each}.measures.${key}.${field}`));
}

/** A value that is tried: nobody has measured it, so it stays an assumption. */
export function triedValue(value: number): { readonly value: number; readonly status: 'assumption' } {
  return { value, status: 'assumption' };
}

/** The number that a change writes; undefined for anything else. */
export function numberIn(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'number')
    return value.value;
  return undefined;
}
