import { thresholdOf } from '../answer/even-segments.ts';
import type { BreakEvens, Result } from '../work/work.tsx';

type Alternative = Result['alternatives'][number];

/** Something in the figures that speaks against an alternative. */
export type Objection =
  | { readonly kind: 'society'; readonly lossSek: number; readonly betterChance: number | undefined }
  | { readonly kind: 'no-difference'; readonly chance: number }
  | { readonly kind: 'price'; readonly moreSekPerYear: number; readonly savedChance: number; readonly shops: number }
  | { readonly kind: 'same-money'; readonly savedChance: number; readonly savedByProposal: number }
  | {
      readonly kind: 'other-alternative';
      readonly alternative: Alternative;
      readonly chance: number;
      readonly ownChance: number;
      readonly lessSekPerYear: number;
    }
  | { readonly kind: 'assumption'; readonly even: BreakEvens[number]; readonly at: number }
  | { readonly kind: 'not-financed'; readonly missingSek: number; readonly through: number };

/**
 * What speaks against an alternative, from the figures of a result, the strongest first: that society loses by it, that
 * another alternative or the same money does more, what each rescued shop costs, that it mostly makes no difference, that
 * what decides has not been measured, and that nobody has promised the money.
 *
 * @param breakEven - left out of account until it is computed
 */
export function caseAgainst(result: Result, breakEven: BreakEvens | undefined, proposed: Alternative): Objection[] {
  const [baseline] = result.alternatives;
  if (baseline === undefined || proposed.isBaseline) return [];
  const difference = (variable: string) =>
    result.differences.nodes.find((each) => each.alternative === proposed.key && each.variable === variable);
  const objections: Objection[] = [];
  const society = proposed.overview.gain?.society.meanSek ?? 0;
  if (society < 0)
    objections.push({
      kind: 'society',
      lossSek: -society,
      betterChance: difference('presentValue_society')?.probabilityBetter ?? undefined,
    });
  const own = standingAtEnd(proposed);
  const none = standingAtEnd(baseline);
  const ownCost = municipalCost(proposed);
  const [better] = result.alternatives
    .filter((each) => !each.isBaseline && !each.isAdded && each.key !== proposed.key)
    .filter((each) => standingAtEnd(each) >= own && municipalCost(each) < ownCost - 0.5)
    .sort((a, b) => standingAtEnd(b) - standingAtEnd(a) || municipalCost(a) - municipalCost(b));
  if (better !== undefined && own > 0)
    objections.push({
      kind: 'other-alternative',
      alternative: better,
      chance: standingAtEnd(better),
      ownChance: own,
      lessSekPerYear: ownCost - municipalCost(better),
    });
  const added = result.alternatives.find(({ key }) => key === result.sameMoney?.alternative);
  if (added !== undefined && result.sameMoney?.as === proposed.key && standingAtEnd(added) > own)
    objections.push({ kind: 'same-money', savedChance: standingAtEnd(added) - none, savedByProposal: own - none });
  if (ownCost > municipalCost(baseline))
    objections.push({
      kind: 'price',
      moreSekPerYear: ownCost - municipalCost(baseline),
      savedChance: own - none,
      shops: proposed.overview.shops.nodes.length,
    });
  const same = difference('standsAtEnd')?.probabilityEqual ?? 0;
  if (same > 0.5 && proposed.overview.shops.nodes.length === 1)
    objections.push({ kind: 'no-difference', chance: same });
  const decisive = (breakEven ?? []).find(
    (even) => even.alternative === proposed.key && even.isDecisive && thresholdOf(even) !== undefined,
  );
  const threshold = decisive && thresholdOf(decisive);
  if (decisive !== undefined && threshold !== undefined)
    objections.push({ kind: 'assumption', even: decisive, at: threshold.at });
  const agreed = result.financed.nodes.filter(({ alternative }) => alternative === proposed.key);
  const missing = agreed
    .flatMap(({ agreementEnd, years }) => years.filter(({ year }) => year <= agreementEnd))
    .reduce((sum, { missingSek }) => sum + (missingSek ?? 0), 0);
  if (missing > 0.5) {
    const through = Math.max(...agreed.map(({ agreementEnd }) => agreementEnd));
    objections.push({ kind: 'not-financed', missingSek: missing, through });
  }
  return objections;
}

/** The share of futures in which a shop stands at the end, averaged over the shops that are shown. */
export function standingAtEnd({ overview }: Alternative): number {
  const { nodes } = overview.shops;
  return nodes.reduce((sum, { chance }) => sum + (chance ?? 0), 0) / Math.max(1, nodes.length);
}

function municipalCost({ overview }: Alternative): number {
  return overview.costs.find(({ party }) => party === 'municipality')?.meanSekPerYear ?? 0;
}
