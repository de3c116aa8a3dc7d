import type { MeasureKinds, NamedAlternative } from '../answer/names.ts';

/** Most alternatives that are shown before somebody chooses. */
const mostAtFirst = 6;

/** What is compared at first, after the baseline: the kinds of measure a municipality chooses between. */
const kindsAtFirst = ['servicePoint', 'serviceAgreement', 'mobileService', 'homeDelivery'];

/**
 * The alternatives shown before anybody chooses: all where they are few; otherwise the baseline, one of each usual kind, the
 * same money as support, and then the first of the rest.
 *
 * @returns keys, in the order of the result
 */
export function shownAtFirst(alternatives: readonly NamedAlternative[], kinds: MeasureKinds): string[] {
  if (alternatives.length <= mostAtFirst) return alternatives.map(({ key }) => key);
  const chosen = new Set<string>();
  const add = (alternative: NamedAlternative | undefined): void => {
    if (alternative !== undefined && chosen.size < mostAtFirst) chosen.add(alternative.key);
  };
  add(alternatives.find(({ isBaseline }) => isBaseline));
  for (const kind of kindsAtFirst)
    add(
      alternatives.find(({ measures: { nodes }, isAdded }) => {
        const [only] = nodes;
        return !isAdded && nodes.length === 1 && only !== undefined && kinds.get(only.key) === kind;
      }),
    );
  add(alternatives.find(({ isAdded }) => isAdded));
  for (const each of alternatives) add(each);
  return alternatives.filter(({ key }) => chosen.has(key)).map(({ key }) => key);
}
