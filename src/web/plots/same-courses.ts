import type { Plotted, Yearly } from './plot-data.ts';

/** Alternatives whose lines lie on top of each other. */
export type SameCourse<T> = { readonly first: T; readonly all: readonly T[] };

/**
 * Puts together what would be drawn as one line, so that it is drawn and labelled once: a measure that does not touch the
 * shop leaves its sales as they are.
 *
 * @param courseOf - the line of an alternative
 * @param tolerance - difference that cannot be seen, in the unit of the line
 */
export function sameCourses<T extends Plotted>(
  alternatives: readonly T[],
  courseOf: (alternative: T) => Yearly,
  tolerance: number,
): SameCourse<T>[] {
  const groups: { first: T; all: T[] }[] = [];
  for (const alternative of alternatives) {
    const course = courseOf(alternative);
    const same = groups.find(({ first }) => isSame(courseOf(first), course, tolerance));
    if (same === undefined) groups.push({ first: alternative, all: [alternative] });
    else same.all.push(alternative);
  }
  return groups;
}

function isSame(one: Yearly, other: Yearly, tolerance: number): boolean {
  return (
    one.length === other.length &&
    one.every((value, year) => {
      const against = other[year] ?? null;
      return value === null || against === null ? value === against : Math.abs(value - against) <= tolerance;
    })
  );
}
