import type { BothLanguages, Model, Party, Status, SupportRule, SupportRuleValue } from '../engine/compile/index.ts';
import type { Plan } from '../engine/simulate/index.ts';

/** What a reader must know of a rule in the years simulated; years are calendar years. */
export type RuleWarning =
  /** In force in none of the years. */
  | { readonly kind: 'not-in-force'; readonly from: number; readonly to: number | undefined }
  /** Gives nothing before its first year. */
  | { readonly kind: 'begins-later'; readonly from: number }
  /** Gives nothing after its last year. */
  | { readonly kind: 'ends'; readonly to: number }
  /** Nothing newer is known than of a year, and its values are held, or follow other costs, from the next to the last. */
  | { readonly kind: 'held' | 'indexed'; readonly known: number; readonly from: number; readonly to: number }
  /** A value, or a series it reads, that nobody has found. */
  | { readonly kind: 'assumption'; readonly variable: string; readonly label: BothLanguages };

/** A dated value as it is used: each step within the years simulated, or what the scenario states instead. */
export type ValueInForce = {
  readonly variable: string;
  readonly label: BothLanguages;
  readonly unit: string;
  /** What the scenario states for every year, in place of the dated values. */
  readonly stated: unknown;
  readonly steps: readonly {
    /** The year simulated from which it holds. */
    readonly year: number;
    readonly value: number;
    readonly from: string;
    readonly status: Status;
    readonly source: string;
  }[];
};

/** A dated series of the model that a rule reads, such as the price base amount or the price of a euro. */
export type SeriesRead = {
  readonly variable: string;
  readonly label: BothLanguages;
  readonly status: Status;
  readonly source: string;
  /** Newest year that is known. */
  readonly known: number;
};

/** A support rule that a result stands on. */
export type RuleInForce = {
  readonly id: string;
  readonly label: BothLanguages;
  readonly payer: Party;
  readonly reference: string;
  readonly status: Status;
  readonly note: BothLanguages | undefined;
  readonly regime: string | undefined;
  /** It applies without any measure seeking it. */
  readonly ofItself: boolean;
  /** Which measure seeks it, in which alternative, for which shop. */
  readonly sought: readonly {
    readonly alternative: string;
    readonly measure: string;
    readonly shop: string | undefined;
  }[];
  readonly values: readonly ValueInForce[];
  readonly series: readonly SeriesRead[];
  readonly warnings: readonly RuleWarning[];
};

/** A state aid regime that a rule of the result falls under. */
export type RegimeInForce = {
  readonly id: string;
  readonly label: BothLanguages;
  readonly description: BothLanguages;
  readonly limit: ValueInForce;
  readonly series: readonly SeriesRead[];
  readonly warnings: readonly RuleWarning[];
};

/** The support rules and the state aid regimes that a result stands on. */
export type SupportRulesInForce = {
  readonly rules: readonly RuleInForce[];
  readonly regimes: readonly RegimeInForce[];
};

/**
 * The support rules that a plan's measures seek, or that apply of themselves, with the values used in the years simulated,
 * who says so, and what is not known of them.
 */
export function rulesInForce(plan: Plan): SupportRulesInForce {
  const horizon = { start: plan.start, end: plan.start + plan.years - 1 };
  const rules = plan.model.rules.flatMap((rule): RuleInForce[] => {
    const sought = soughtIn(plan, rule);
    if (rule.soughtHere !== undefined && sought.length === 0) return [];
    const from = Math.max(horizon.start, rule.firstYear);
    const to = Math.min(horizon.end, lastYearOf(rule) ?? horizon.end);
    const values = rule.values.map((value) => inForce(plan, value, from, to));
    const series = seriesRead(plan.model, rule);
    return [
      {
        id: rule.id,
        label: rule.label,
        payer: rule.payer,
        reference: rule.reference,
        status: rule.status,
        note: rule.note,
        regime: rule.regime,
        ofItself: rule.soughtHere === undefined,
        sought,
        values,
        series,
        warnings: [...timeWarnings(rule, values, horizon), ...unknownOf(values, series)],
      },
    ];
  });
  const regimes = plan.model.regimes
    .filter(({ id }) => rules.some((rule) => rule.regime === id))
    .map((regime): RegimeInForce => {
      const limit = inForce(plan, regime.limit, horizon.start, horizon.end);
      const series = seriesOf(plan.model, [regime.rate]);
      const known = newestYear([regime.limit]);
      return {
        id: regime.id,
        label: regime.label,
        description: regime.description,
        limit,
        series,
        warnings: [...heldAfter('held', known, horizon), ...unknownOf([limit], series)],
      };
    });
  return { rules, regimes };
}

type Horizon = { readonly start: number; readonly end: number };

function soughtIn(plan: Plan, rule: SupportRule): RuleInForce['sought'] {
  const flag = rule.soughtHere;
  if (flag === undefined) return [];
  return plan.instances.alternatives.flatMap(({ id, own }) =>
    (own.get('measure') ?? [])
      .filter(({ values }) => isTrue(values[flag]))
      .map((measure) => ({ alternative: id, measure: measure.id, shop: measure.parents['host'] })),
  );
}

function isTrue(planned: { readonly kind: string; readonly value?: number } | undefined): boolean {
  return planned?.kind === 'constant' && planned.value === 1;
}

function inForce(plan: Plan, value: SupportRuleValue, from: number, to: number): ValueInForce {
  const future = plan.instances.shared.get('future')?.[0];
  const stated = isTrue(future?.values[`${value.variable}Given`])
    ? future?.provenance[`${value.variable}Stated`]?.stated
    : undefined;
  const year = (date: string): number => Number(date.slice(0, 4));
  const before = value.dated.filter((each) => year(each.from) <= from).length;
  const used = value.dated.slice(Math.max(0, before - 1)).filter((each) => year(each.from) <= to);
  return {
    variable: value.variable,
    label: value.label,
    unit: value.unit,
    stated,
    steps:
      from > to || stated !== undefined
        ? []
        : used.map((each) => ({
            year: Math.max(from, year(each.from)),
            value: each.value,
            from: each.from,
            status: each.status,
            source: each.source,
          })),
  };
}

/** The last year a rule gives anything; undefined where it goes on. */
function lastYearOf(rule: SupportRule): number | undefined {
  return rule.afterLastDate === 'end' ? rule.lastYear : undefined;
}

function timeWarnings(rule: SupportRule, values: readonly ValueInForce[], horizon: Horizon): RuleWarning[] {
  const ends = lastYearOf(rule);
  if (rule.firstYear > horizon.end || (ends !== undefined && ends < horizon.start))
    return [{ kind: 'not-in-force', from: rule.firstYear, to: ends }];
  const warnings: RuleWarning[] = [];
  if (rule.firstYear > horizon.start) warnings.push({ kind: 'begins-later', from: rule.firstYear });
  if (ends !== undefined) return ends < horizon.end ? [...warnings, { kind: 'ends', to: ends }] : warnings;
  // What the scenario states is the planner's own word for every year.
  const dated = rule.values.filter((_, index) => values[index]?.stated === undefined);
  if (dated.length === 0) return warnings;
  const known = Math.max(newestYear(dated), rule.lastYear ?? 0);
  return [...warnings, ...heldAfter(rule.afterLastDate === 'index' ? 'indexed' : 'held', known, horizon)];
}

function newestYear(values: readonly SupportRuleValue[]): number {
  return Math.max(...values.flatMap(({ dated }) => dated.map(({ from }) => Number(from.slice(0, 4)))));
}

function heldAfter(kind: 'held' | 'indexed', known: number, { start, end }: Horizon): RuleWarning[] {
  return known < end ? [{ kind, known, from: Math.max(start, known + 1), to: end }] : [];
}

function unknownOf(values: readonly ValueInForce[], series: readonly SeriesRead[]): RuleWarning[] {
  const isUnknown = (status: Status): boolean => status === 'assumption';
  return [
    ...values.filter(({ steps }) => steps.some(({ status }) => isUnknown(status))),
    ...series.filter(({ status }) => isUnknown(status)),
  ].map(({ variable, label }) => ({ kind: 'assumption', variable, label }));
}

/** The dated series that a rule's formulas name. */
function seriesRead(model: Model, { formulas }: SupportRule): SeriesRead[] {
  const written = Object.values(formulas).filter((text) => text !== undefined);
  return seriesOf(model, [...new Set(written.flatMap((text) => text.match(/[A-Za-z_]\w*/g) ?? []))]);
}

/** Of variables that read a table by the year, what is known of the table. */
function seriesOf(model: Model, names: readonly string[]): SeriesRead[] {
  return names.flatMap((name) => {
    const variable = model.variables.get(name);
    const read =
      variable?.role === 'formula' ? /^interpolate\((\w+), calendarYear\)$/.exec(variable.formula.text) : null;
    const table = model.tables.get(read?.[1] ?? '');
    if (variable === undefined || table === undefined) return [];
    const known = Math.max(...table.points.map(([year]) => year));
    return [{ variable: name, label: variable.label, status: table.status, source: table.source, known }];
  });
}
