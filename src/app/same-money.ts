import type { MeasureData, Scenario } from '../engine/scenario/index.ts';
import { likelyRun, type Plan } from '../engine/simulate/index.ts';

/** The alternative that a comparison adds by itself: the same money, given to the shop. */
export type SameMoney = {
  /** Id of the alternative added. */
  readonly alternative: string;
  /** Whose money it is. */
  readonly as: string;
  /** Who gets it instead. */
  readonly shop: string;
  /** The municipality's net cost of that alternative beyond the baseline's, likely run, whole kronor of each year; at least 0. */
  readonly byYear: Readonly<Record<string, number>>;
};

const id = 'samma-pengar';

/**
 * Adds to a scenario the alternative «same money, other use»: every year the shop gets, as plain support, what another
 * alternative would cost the municipality net. Taken are the yearly costs of the likely run, in the calculation's sense
 * (depreciation and imputed interest of the municipality's own money, running costs, support; no outlays), beyond those of
 * the baseline. Whether such support is lawful is another matter, and is said with the result.
 *
 * Whose money: the alternative the scenario names under `sameMoney.as`, otherwise the first that costs the municipality
 * anything. Whom for: `sameMoney.shop`, otherwise the shop that hosts its measures, otherwise the first shop where it
 * serves, otherwise the only one. Nothing is added where no alternative costs anything, where there is no shop, or where
 * the scenario says `sameMoney: false`.
 *
 * @param plan - of the scenario as it is stated
 * @returns the scenario itself where nothing is added
 */
export function withSameMoney(
  scenario: Scenario,
  plan: Plan,
): { readonly scenario: Scenario; readonly sameMoney: SameMoney | undefined } {
  const { data } = scenario;
  const alternatives = Object.keys(data.alternatives ?? {});
  const asked = data.sameMoney;
  const shops = Object.keys(data.shops ?? {});
  const none = { scenario, sameMoney: undefined };
  if (asked === false || alternatives.length < 2 || shops.length === 0 || alternatives.includes(id)) return none;
  const candidates = asked?.as === undefined ? alternatives.slice(1) : [asked.as];
  const costs = municipalCosts(plan);
  const of = (alternative: string): readonly number[] => costs[alternatives.indexOf(alternative)] ?? [];
  const baseline = costs[0] ?? [];
  for (const as of candidates) {
    const shop = asked?.shop ?? shopFor(scenario, as);
    const extra = of(as).map((cost, year) => Math.max(0, Math.round(cost - (baseline[year] as number))));
    if (shop === undefined || extra.every((amount) => amount === 0)) continue;
    const byYear = Object.fromEntries(extra.map((amount, year) => [String(data.start + year), amount]));
    return { scenario: withAlternative(scenario, as, shop, byYear), sameMoney: { alternative: id, as, shop, byYear } };
  }
  return none;
}

/** The municipality's net cost of each alternative and year, likely run, cost basis. */
function municipalCosts(plan: Plan): number[][] {
  const run = likelyRun(plan);
  const lines = plan.ledger.lines.filter(({ flow }) => flow.basis.includes('cost'));
  return plan.alternatives.map((_, alternative) =>
    Array.from({ length: plan.years }, (_unused, year) =>
      lines.reduce((sum, line) => {
        const sign = line.from === 'municipality' ? 1 : line.to === 'municipality' ? -1 : 0;
        return sign === 0 ? sum : sum + sign * run.value(line.variable, alternative, 0, year);
      }, 0),
    ),
  );
}

function shopFor({ data }: Scenario, alternative: string): string | undefined {
  const measures = Object.values({ ...data.measures, ...data.alternatives?.[alternative]?.measures });
  const host = measures.find((measure) => measure.host !== undefined)?.host;
  if (host !== undefined) return host;
  const shops = Object.entries(data.shops ?? {});
  const open = shops.filter(([, shop]) => (shop as Record<string, unknown>)['openAtStart'] !== false);
  const places = measures.flatMap((measure) => [
    ...(measure.place === undefined ? [] : [measure.place]),
    ...Object.keys(measure.serves ?? {}),
  ]);
  const near = open.find(([, shop]) => places.includes(shop.place));
  return near?.[0] ?? (open.length === 1 ? open[0]?.[0] : undefined);
}

function withAlternative(
  scenario: Scenario,
  as: string,
  shop: string,
  byYear: Readonly<Record<string, number>>,
): Scenario {
  const { data, text } = scenario;
  const stated = data.alternatives?.[as]?.label;
  const name = typeof stated === 'object' ? stated : { sv: stated ?? as, en: stated ?? as };
  return {
    text,
    data: {
      ...data,
      alternatives: {
        ...data.alternatives,
        [id]: {
          label: {
            sv: `Samma pengar som stöd till butiken`,
            en: `Same money as support to the shop`,
          },
          about: {
            sv: `Butiken får varje år det som «${name.sv}» kostar kommunen netto.`,
            en: `The shop gets every year what «${name.en}» costs the municipality net.`,
          },
          measures: {
            [id]: {
              kind: 'operatingSupport',
              label: { sv: 'Samma pengar', en: 'Same money' },
              host: shop,
              rules: [],
              nominalSupport: { byYear, status: 'derived', source: `«${as}»: municipal net cost, likely run` },
            } as MeasureData,
          },
        },
      },
    },
  };
}
