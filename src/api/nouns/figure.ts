import type { FieldsOf } from './fields-of.ts';

/**
 * A computed number. Null where there is none, as where too few futures were run or every future failed: JSON and GraphQL
 * have no word for «not a number».
 */
export function figure<Shape>(t: FieldsOf<Shape>, description: string, read: (of: Shape) => number | null | undefined) {
  return t.float({ nullable: true, description, resolve: (of) => finite(read(of)) });
}

/** Computed numbers, one for each year. */
export function yearlyFigures<Shape>(
  t: FieldsOf<Shape>,
  description: string,
  read: (of: Shape) => readonly (number | null)[],
) {
  return t.field({
    type: ['Float'],
    nullable: { list: false, items: true },
    description: `${description} One for each year, the first year first; null where there is no number.`,
    resolve: (of) => read(of).map(finite),
  });
}

/** A number, or null in place of one that is not finite or was stored as null for that reason. */
export function finite(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
