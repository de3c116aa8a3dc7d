import { type BothLanguages, type FutureRun, type Instance, likelyFuture } from '../engine/compile/index.ts';
import { type MeasureData, partId, type Scenario, type SecuredData, trancheId } from '../engine/scenario/index.ts';
import { interpreterFor, type Plan } from '../engine/simulate/index.ts';

/** One year of a measure: what it costs to pay, what somebody has promised, and what nobody has. SEK of that year. */
export type FinancedYear = {
  readonly year: number;
  /** Outlays, running costs and payments to shops of the likely run: what leaves the parties that bear the measure. */
  readonly cost: number;
  /** Grants stated for its investments, the year they are paid. */
  readonly grants: number;
  /** What is stated under `secured`. */
  readonly promised: number;
  /** The part of `grants` and `promised` that is itself an assumption. */
  readonly assumed: number;
  /** max(0, cost − grants − promised), to the öre. */
  readonly missing: number;
};

/** Whether a measure is financed to the end of its agreement, and of the horizon, year by year. */
export type Financed = {
  readonly alternative: string;
  readonly measure: string;
  readonly label: BothLanguages;
  /** Last calendar year of the agreement, or of the horizon if that comes first. */
  readonly agreementEnd: number;
  /** Whether the agreement ends there; otherwise it is renewed. */
  readonly ends: boolean;
  /** The years in which the measure is active in the likely run. */
  readonly years: readonly FinancedYear[];
  /** Whether nothing is missing in any year of the agreement. */
  readonly throughAgreement: boolean;
  /** The first year something is missing; null where nothing is, to the end of the horizon. */
  readonly firstNotCovered: number | null;
};

/**
 * Whether each measure with an agreement is financed to the end: the costs of every year of the likely run against what
 * the scenario states as secured for that year. A measure is looked at when it states `agreementYears` or `secured`.
 *
 * Costs are the rows of the ledger, cash basis, by which a measure's parties pay for resources or pay a shop; its
 * transfers between parties, fees and residual values are no costs, and what it may earn is not secured. Secured are the
 * grants to its investments and what stands under `secured`, in the kronor of each year unless it follows an index.
 * Support that a rule may give is decided later by somebody else, and counts only where it is stated as secured.
 */
export function financedToTheEnd(plan: Plan, scenario: Scenario): Financed[] {
  const { data } = scenario;
  const interpreter = interpreterFor(plan);
  return plan.alternatives.flatMap(({ id: alternative }, index) => {
    const measures = { ...data.measures, ...data.alternatives?.[alternative]?.measures };
    const asked = Object.entries(measures).filter(
      ([, measure]) => measure.secured !== undefined || stated(measure, 'agreementYears') !== undefined,
    );
    if (asked.length === 0) return [];
    const run = interpreter.future(index, likelyFuture);
    return asked.map(([id, measure]) => financed(plan, run, alternative, id, measure));
  });
}

function financed(plan: Plan, run: FutureRun<number>, alternative: string, id: string, measure: MeasureData): Financed {
  const position = run.relations.list('measure').findIndex((each) => each.id === id);
  const instance = run.relations.list('measure')[position] as Instance;
  const horizon = plan.start + plan.years - 1;
  const agreed = instance.values['agreementYears'];
  const length = agreed?.kind === 'constant' ? agreed.value : plan.years;
  const renewed = instance.values['renewAgreement'];
  const agreementEnd = Math.min(horizon, (measure.start ?? plan.start) + length - 1);
  const rows = rowsOf(plan, run, id);
  const grantStatus = statedGrants(measure, id);
  const years = Array.from({ length: plan.years }, (_, year) => year)
    .filter((year) => run.number('measureActive', position, year) === 1)
    .map((year): FinancedYear => {
      const sum = (kept: readonly Row[]): number =>
        kept.reduce((total, row) => total + run.number(row.flow, row.instance, year), 0);
      const index = { wages: 'wageIndex', costs: 'costIndex' } as const;
      const promises = (measure.secured ?? []).map((promise) => ({
        amount: promisedIn(plan.start + year, promise, (by) => run.number(index[by], 0, year)),
        assumed: statusOf(promise) === 'assumption',
      }));
      const cost = ore(sum(rows.filter(isCost)));
      const given = rows.filter((row) => row.flow === 'investmentGrant' && grantStatus.has(row.id));
      const grants = ore(sum(given));
      const promised = ore(promises.reduce((total, each) => total + each.amount, 0));
      const assumed = ore(
        sum(given.filter((row) => grantStatus.get(row.id) === 'assumption')) +
          promises.filter((each) => each.assumed).reduce((total, each) => total + each.amount, 0),
      );
      return {
        year: plan.start + year,
        cost,
        grants,
        promised,
        assumed,
        missing: ore(Math.max(0, cost - grants - promised)),
      };
    });
  return {
    alternative,
    measure: id,
    label: instance.label,
    agreementEnd,
    ends: renewed?.kind === 'constant' && renewed.value === 0,
    years,
    throughAgreement: years.every(({ year, missing }) => year > agreementEnd || missing === 0),
    firstNotCovered: years.find(({ missing }) => missing > 0)?.year ?? null,
  };
}

/** A row of the ledger of one instance that belongs to a measure. */
type Row = {
  readonly flow: string;
  readonly id: string;
  readonly instance: number;
  readonly from: string;
  readonly to: string;
};

/** The rows, cash basis, of a measure, its kind, its parts and the places it reaches. */
function rowsOf(plan: Plan, run: FutureRun<number>, measure: string): Row[] {
  const { model } = plan;
  return model.flows
    .filter((flow) => flow.basis.includes('cash'))
    .flatMap((flow) =>
      run.relations.list(flow.entity).flatMap((instance, position): Row[] => {
        if (!belongs(flow.entity, instance, measure)) return [];
        const side = (word: string): string => instance.parties[word] ?? word;
        return [{ flow: flow.id, id: instance.id, instance: position, from: side(flow.from), to: side(flow.to) }];
      }),
    );
  /** A measure itself, what belongs to it, and a place's pair with it, whose kind has the measure's id. */
  function belongs(entity: string, instance: Instance, id: string): boolean {
    if (entity === 'measure') return instance.id === id;
    if (instance.parents['measure'] === id) return true;
    return (model.entities.get(entity)?.parents ?? []).some(
      ({ role, entity: above }) =>
        instance.parents[role] === id &&
        (model.entities.get(above)?.parents ?? []).some((parent) => parent.entity === 'measure'),
    );
  }
}

/** Money that leaves those who bear the measure: for work, goods and buildings, or to a shop. */
function isCost(row: Row): boolean {
  return (row.to === 'resource' || row.to === 'shop') && row.from !== 'resource' && row.from !== 'residents';
}

/** Grants stated for the investments, by the id of their tranche, with their status. What is bought again later is promised by nobody. */
function statedGrants(measure: MeasureData, id: string): Map<string, string | undefined> {
  return new Map(
    (measure.investments ?? []).flatMap((item, index) =>
      (item.grants ?? []).map((grant, position) => [
        trancheId(partId(id, index), { grant: position, from: grant.from }),
        statusOf(grant) ?? item.status,
      ]),
    ),
  );
}

function promisedIn(
  year: number,
  { amount, index, years }: SecuredData,
  level: (index: 'wages' | 'costs') => number,
): number {
  if (year < years[0] || year > years[1]) return 0;
  const value = typeof amount === 'number' ? amount : amount.value;
  return index === undefined || index === 'none' ? value : value * level(index);
}

type Amount = number | { readonly status?: string | undefined };

function statusOf(said: { readonly amount: Amount; readonly status?: string | undefined }): string | undefined {
  return (typeof said.amount === 'number' ? undefined : said.amount.status) ?? said.status;
}

function stated(measure: MeasureData, field: string): unknown {
  return (measure as Readonly<Record<string, unknown>>)[field];
}

/** To the öre: an amount that differs from a promise by less is the same money. */
function ore(amount: number): number {
  return Math.round(amount * 100) / 100;
}
