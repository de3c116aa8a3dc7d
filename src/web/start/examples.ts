/** The real cases of the mission, in the order they are shown; the rest stands under `other`. */
export type ExampleGroup = 'own' | 'fliseryd' | 'vasterbotten' | 'lindesberg' | 'lokala' | 'pilot' | 'other';

const order: readonly ExampleGroup[] = ['own', 'fliseryd', 'vasterbotten', 'lindesberg', 'lokala', 'pilot', 'other'];

/** What comes first in its group; the others follow as the service gives them, by their short names. */
const firstOnes: readonly string[] = ['fliseryd-alternatives', 'fliseryd', 'region-fliseryd', 'own-measure-bygdecafe'];

const beginnings: readonly (readonly [beginning: string, group: ExampleGroup])[] = [
  ['fliseryd', 'fliseryd'],
  ['region-fliseryd', 'fliseryd'],
  ['own-measure-bygdecafe', 'fliseryd'],
  ['vasterbotten', 'vasterbotten'],
  ['lindesberg', 'lindesberg'],
  ['lokala-servicelosningar', 'lokala'],
  ['pilotkommuner', 'pilot'],
];

/**
 * Scenarios in groups: one's own first, then the mission's cases. A group without any is left out.
 *
 * @example
 * groupedExamples([{ slug: 'lindesberg', own: false }]) // => [{ group: 'lindesberg', scenarios: [{ slug: 'lindesberg', own: false }] }]
 */
export function groupedExamples<T extends { readonly slug: string; readonly own: boolean }>(
  scenarios: readonly T[],
): readonly { readonly group: ExampleGroup; readonly scenarios: readonly T[] }[] {
  const groups = Map.groupBy(scenarios, groupOf);
  return order.flatMap((group) => {
    const found = groups.get(group);
    if (found === undefined) return [];
    return [{ group, scenarios: found.toSorted((one, other) => rankOf(one.slug) - rankOf(other.slug)) }];
  });
}

function groupOf({ slug, own }: { readonly slug: string; readonly own: boolean }): ExampleGroup {
  if (own) return 'own';
  return beginnings.find(([beginning]) => slug === beginning || slug.startsWith(`${beginning}-`))?.[1] ?? 'other';
}

function rankOf(slug: string): number {
  const rank = firstOnes.indexOf(slug);
  return rank === -1 ? firstOnes.length : rank;
}
