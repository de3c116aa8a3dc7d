import { suggestion } from '../engine/text/suggest.ts';
import type { Problem } from '../errors.ts';
import { foldName } from './place-id.ts';

/** A column that an importer reads. */
export interface ColumnKind {
  /** As options name it: `--column population=HEADING`. */
  readonly field: string;
  /** Headings it is known by, without marks, blanks and case; the first that is there wins. A trailing year is left out. */
  readonly headings: readonly string[];
  readonly required?: boolean;
}

/** Which column of a file holds which field. */
export interface ColumnMap {
  readonly index: ReadonlyMap<string, number>;
  /** The heading of each field that was found. */
  readonly headings: Readonly<Record<string, string>>;
  /** Year in the heading: `pop2023` is of 2023. */
  readonly years: ReadonlyMap<string, number>;
  /** Headings nobody reads. */
  readonly unused: readonly string[];
}

/**
 * Finds the columns of a file by its headings, and by what the planner says of them.
 *
 * Of headings that differ in their year only, the latest is taken.
 *
 * @param stated - heading by field, as the planner wrote them
 * @returns the map, or every problem
 */
export function mapColumns(
  headings: readonly string[],
  kinds: readonly ColumnKind[],
  stated: ReadonlyMap<string, string>,
): { readonly map: ColumnMap } | { readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const fields = kinds.map(({ field }) => field);
  for (const field of stated.keys()) {
    if (!fields.includes(field))
      problems.push({
        code: 'unknown-field',
        message: `There is no field ${field} to read a column into`,
        allowed: fields.join(', '),
        hint: suggestion(field, fields),
      });
  }
  const twice = headings.filter((heading, at) => heading !== '' && headings.indexOf(heading) !== at);
  const index = new Map<string, number>();
  const years = new Map<string, number>();
  for (const { field, headings: known, required = false } of kinds) {
    const wish = stated.get(field);
    const at = wish === undefined ? findHeading(headings, known) : headings.indexOf(wish.trim());
    const heading = headings[at];
    if (heading === undefined) {
      if (wish !== undefined)
        problems.push({
          code: 'missing-column',
          message: `There is no column ${wish} for ${field}`,
          hint: suggestion(wish, headings),
        });
      else if (required)
        problems.push({
          code: 'missing-column',
          message: `No column for ${field} was recognised`,
          found: headings.slice(0, 20).join(', '),
          allowed: known.join(', '),
          hint: `Say which it is with --column ${field}=HEADING`,
        });
      continue;
    }
    if (twice.includes(heading))
      problems.push({
        code: 'double-column',
        message: `Two columns are called ${heading}`,
        hint: 'Rename one of them',
      });
    index.set(field, at);
    const year = /((?:19|20)\d\d)$/.exec(heading)?.[1];
    if (year !== undefined) years.set(field, Number(year));
  }
  if (problems.length > 0) return { problems };
  const used = new Set(index.values());
  return {
    map: {
      index,
      years,
      headings: Object.fromEntries([...index].map(([field, at]) => [field, headings[at] as string])),
      unused: headings.filter((_, at) => !used.has(at)),
    },
  };
}

function findHeading(headings: readonly string[], known: readonly string[]): number {
  const plain = headings.map((heading) => foldName(heading).replace(/[^a-z0-9]/g, ''));
  for (const name of known) {
    const matching = plain
      .map((heading, at) => ({ at, year: new RegExp(`^${name}((?:19|20)\\d\\d)?$`).exec(heading) }))
      .filter(({ year }) => year !== null)
      .sort((a, b) => Number(b.year?.[1] ?? 0) - Number(a.year?.[1] ?? 0));
    if (matching[0] !== undefined) return matching[0].at;
  }
  return -1;
}
