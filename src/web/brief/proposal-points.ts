import { inKronor } from '../answer/about-amount.ts';
import type { Alternative, Facts } from './facts.ts';
import { mostWorthKnowing } from './worth-knowing.ts';

/** The calculation that says what an alternative costs: of one of its measures, the last there is, as final accounts come last. */
function calculationOf(
  result: Facts['result'],
  { measures }: Alternative,
): Facts['result']['calculations'][number] | undefined {
  const keys = measures.nodes.map(({ key }) => key);
  return result.calculations.findLast(({ measure, views }) => keys.includes(measure) && views.length > 0);
}

/** What the municipality's first year costs by that calculation, SEK; undefined where there is none, or it pays nothing. */
export function municipalCostOf(result: Facts['result'], alternative: Alternative): string | undefined {
  const calculation = calculationOf(result, alternative);
  return calculation?.views.find(({ view }) => view === 'municipality')?.firstYear.totalSekPerYear;
}

/**
 * A draft of the decision, one point each: what is chosen and for how long, what the municipality sets aside, that the money
 * is to be secured before anything is signed, what is to be found out first, and that it is followed up.
 */
export function proposalPoints(facts: Facts): string[] {
  const { result, revision, proposed, said, spoken, numbers, isWithholding, language } = facts;
  const label = spoken(proposed.label);
  if (proposed.isBaseline) return [said.attNone(label), said.attFollow];
  const financed = result.financed.nodes.filter(({ alternative }) => alternative === proposed.key);
  const through = financed.length === 0 ? undefined : Math.max(...financed.map(({ agreementEnd }) => agreementEnd));
  const points = [said.attChoose(label, revision.start, through)];
  const calculation = calculationOf(result, proposed);
  const stated = municipalCostOf(result, proposed);
  const average = proposed.overview.costs.find(({ party }) => party === 'municipality')?.meanSekPerYear ?? 0;
  if (stated !== undefined && calculation !== undefined && Number(stated) > 0)
    points.push(said.attCost(inKronor(stated, language), spoken(calculation.label)));
  else if (average >= 1000 && !isWithholding)
    points.push(said.attCostAverage(inKronor(Math.round(average / 1000) * 1000, language)));
  const missing = financed
    .flatMap(({ years, agreementEnd }) => years.filter(({ year }) => year <= agreementEnd))
    .reduce((sum, { missingSek }) => sum + (missingSek ?? 0), 0);
  if (isWithholding && financed.length > 0) points.push(said.attFinanceHidden);
  else if (missing >= 0.5 && through !== undefined) points.push(said.attFinance(numbers.sek(missing), through));
  if (proposed.measures.nodes.some(({ host }) => host !== null)) points.push(said.attHost);
  const first = mostWorthKnowing(facts)[0];
  if (first !== undefined) points.push(said.attFind(first));
  return [...points, said.attFollow];
}
