import {
  afterLastDate,
  checkRules,
  type InFile,
  identifiers,
  lastYearInForce,
  type RuleReport,
  type SeekingKind,
  yearInForce,
} from './check-support-rules.ts';
import type {
  BothLanguages,
  DatedValueData,
  ModelFile,
  Party,
  RegimeData,
  RuleContextData,
  RuleData,
} from './model-file.ts';
import type { Status } from './stated-value.ts';

type Path = readonly (string | number)[];

/** A support rule, as lists of rules, pages and warnings need it; what it computes are ordinary variables. */
export type SupportRule = {
  readonly id: string;
  readonly label: BothLanguages;
  readonly description: BothLanguages;
  readonly payer: Party;
  readonly context: string;
  /** The entity it is tried for. */
  readonly entity: string;
  readonly soughtBy: readonly string[];
  readonly byDefault: boolean;
  /** Calendar years in which it is in force on the last day. */
  readonly firstYear: number;
  readonly lastYear: number | undefined;
  readonly validFrom: string;
  readonly validTo: string | undefined;
  readonly afterLastDate: 'hold' | 'index' | 'end';
  readonly reference: string;
  readonly status: Status;
  readonly note: BothLanguages | undefined;
  readonly regime: string | undefined;
  readonly priority: number;
  readonly deducts: readonly string[];
  /** As its file has them. */
  readonly formulas: {
    readonly eligible: string | undefined;
    readonly amount: string;
    readonly cap: string | undefined;
    readonly maxYears: string | undefined;
  };
  readonly values: readonly SupportRuleValue[];
  /** Variables of the program: whether it may be sought at all, and whether a measure seeks it. */
  readonly possible: string;
  readonly soughtHere: string | undefined;
  readonly granted: string;
  /** The flow from its payer. */
  readonly paid: string;
};

/** A dated value of a rule or a regime: the variable that holds it, and what is known from which date, oldest first. */
export type SupportRuleValue = {
  readonly variable: string;
  readonly label: BothLanguages;
  readonly unit: string;
  readonly dated: DatedValueData['dated'];
};

/** A state aid regime: the greatest sum of support to one receiver over three years. */
export type SupportRegime = {
  readonly id: string;
  readonly label: BothLanguages;
  readonly description: BothLanguages;
  readonly entity: string;
  /** Variable with the price of a euro, SEK. */
  readonly rate: string;
  readonly limit: SupportRuleValue;
};

/** What a rule's file gains before it is read: ordinary inputs, variables, tables, contributions and flows. */
export type RuleParts = {
  readonly [Part in 'inputs' | 'variables' | 'tables' | 'contributions' | 'flows']: NonNullable<ModelFile[Part]>;
};

/**
 * Writes support rules out as formulas. Each rule becomes ordinary variables (what it would grant, its cap, the room left
 * under its regime, the years used), so that it is checked, compiled, explained and documented as any other formula is.
 *
 * Rules are decided in order of their context, their priority and their id, never in the order they stand in files. What a
 * rule sees is the state at the opening of the year. A date counts for every calendar year on whose last day it is in force.
 * Everything is guarded by whether the rule may be sought at all, so that one nobody seeks is never computed.
 *
 * @param files - every formula file of the model
 * @returns what each file gains, the rules, and for each generated formula where in the file it was written
 */
export function writeOutRules(
  files: readonly ModelFile[],
  report: RuleReport,
): {
  parts: RuleParts[];
  rules: SupportRule[];
  regimes: SupportRegime[];
  origins: ReadonlyMap<string, Path>[];
} {
  const parts = files.map((): RuleParts => ({ inputs: {}, variables: {}, tables: {}, contributions: {}, flows: [] }));
  const origins = files.map(() => new Map<string, Path>());
  const contexts = gathered<RuleContextData>(files, 'ruleContexts');
  const regimes = gathered<RegimeData>(files, 'regimes');
  const usable = checkRules(
    { contexts, regimes, rules: gathered<RuleData>(files, 'rules'), kinds: kindsOf(files), ownNames },
    report,
  );
  const contextOf = (rule: InFile<RuleData>): RuleContextData =>
    contexts.find(({ id }) => id === rule.data.appliesTo)?.data as RuleContextData;
  const into = (file: number): Into => ({
    contextOf,
    parts: parts[file] as RuleParts,
    origins: origins[file] as Map<string, Path>,
    flowsBefore: files[file]?.flows?.length ?? 0,
    claim: (name, path) => {
      const map = origins[file] as Map<string, Path>;
      if (map.has(`variables.${name}`))
        report(file, path, 'duplicate-id', `The name «${name}» is already taken`, {
          hint: 'What a rule is written out under begins with its id: call the rule or the value something else',
        });
      map.set(`variables.${name}`, path);
    },
  });
  return {
    regimes: regimes.map((regime) => writeRegime(regime, into(regime.file))),
    rules: usable.map((rule, position) => writeRule(rule, contextOf(rule), usable.slice(0, position), into(rule.file))),
    parts,
    origins,
  };
}

/** Where a rule is written out to. */
type Into = {
  readonly contextOf: (rule: InFile<RuleData>) => RuleContextData;
  readonly parts: RuleParts;
  readonly origins: Map<string, Path>;
  /** Flows the file has of its own. */
  readonly flowsBefore: number;
  /** Takes the name of a variable that is written at a path. */
  readonly claim: (name: string, path: Path) => void;
};

/** What the names end in that a rule is written out under, in small letters. */
const ownNames: ReadonlySet<string> = new Set(
  [
    ...['Possible', 'SoughtHere', 'Sought', 'Seeks', 'Eligible', 'Wanted', 'Cap', 'Left', 'Room', 'Granted', 'Used'],
    ...['Years', 'YearsLeft', 'Pending', 'Paid', 'Grants', 'UnderRegime'],
  ].map((suffix) => suffix.toLowerCase()),
);

function gathered<T>(files: readonly ModelFile[], kind: 'ruleContexts' | 'regimes' | 'rules'): InFile<T>[] {
  return files.flatMap((data, file) =>
    Object.entries(data[kind] ?? {}).map(([id, each]) => ({ file, id, data: each as T })),
  );
}

/** Kinds of measure: entities that belong to a measure and are no place's or part's. */
function kindsOf(files: readonly ModelFile[]): SeekingKind[] {
  return files
    .flatMap((data) => Object.entries(data.entities ?? {}))
    .filter(([name, { parents }]) => {
      const above = Object.values(parents ?? {});
      return above.length === 1 && above[0]?.entity === 'measure' && !['tranche', 'runningLine'].includes(name);
    })
    .map(([name, { sites }]) => ({ name, hosted: sites !== 'none' }));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function about(rule: { label: BothLanguages }, sv: string, en: string): BothLanguages {
  return { sv: `${rule.label.sv}: ${sv}`, en: `${rule.label.en}: ${en}` };
}

/** A regime as variables of each receiver: its limit in kronor, and what it got this year, last year and the year before. */
function writeRegime({ id, data }: InFile<RegimeData>, { parts, origins, claim }: Into): SupportRegime {
  const series = `${id}LimitSeries`;
  const limit = about(data, 'gräns', 'limit');
  parts.tables[series] = seriesTable(data.limit, limit);
  origins.set(`tables.${series}`, ['regimes', id, 'limit']);
  const entity = data.entity;
  const variable = (name: string, sv: string, en: string, rest: object): void => {
    const label = about(data, sv, en);
    parts.variables[name] = { entity, label, description: data.description ?? label, unit: 'SEK', ...rest };
    claim(name, ['regimes', id]);
  };
  variable(`${id}Limit`, 'gräns i kronor', 'limit in kronor', {
    entity: 'future',
    formula: `interpolate(${series}, calendarYear) * ${data.rate}`,
  });
  variable(`${id}ThisYear`, 'årets stöd', "this year's support", { unit: 'SEK/year', collects: 'sum' });
  variable(`${id}LastYear`, 'stöd under året', 'support during the year', {
    opening: '0',
    formula: `${id}ThisYear * step`,
  });
  variable(`${id}YearBefore`, 'stöd året innan', 'support in the year before', {
    opening: '0',
    formula: `previous(${id}LastYear)`,
  });
  return {
    id,
    label: data.label,
    description: data.description ?? data.label,
    entity,
    rate: data.rate,
    limit: { variable: `${id}Limit`, label: limit, unit: data.limit.unit, dated: inOrder(data.limit) },
  };
}

function inOrder({ dated }: DatedValueData): DatedValueData['dated'] {
  return [...dated].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function sourcesOf(value: DatedValueData): string {
  return [...new Set(value.dated.map(({ source }) => source))].join('; ').slice(0, 2000);
}

function seriesTable(value: DatedValueData, label: BothLanguages): RuleParts['tables'][string] {
  const worst = ['assumption', 'synthetic', 'derived', 'found'] as const;
  return {
    label,
    description: value.description ?? label,
    source: sourcesOf(value),
    unit: value.unit,
    status: worst.find((status) => value.dated.some((each) => each.status === status)) ?? 'found',
    stepwise: true,
    points: Object.fromEntries(value.dated.map(({ from, value: amount }) => [String(yearInForce(from)), amount])),
  };
}

function writeRule(
  rule: InFile<RuleData>,
  context: RuleContextData,
  earlier: readonly InFile<RuleData>[],
  into: Into,
): SupportRule {
  const { id, data } = rule;
  const { parts, origins } = into;
  const { entity } = context;
  const own = new Map(Object.keys(data.values ?? {}).map((name) => [name, `${id}${capital(name)}`]));
  const told = (text: string): string => text.replace(identifiers, (word) => own.get(word) ?? word);
  const soughtBy = data.soughtBy ?? [];
  const ofItself = soughtBy.length === 0;
  const after = afterLastDate(data);
  const firstYear = yearInForce(data.validFrom);
  const lastYear = data.validTo === undefined ? undefined : lastYearInForce(data.validTo);
  const n = (suffix: string): string => `${id}${suffix}`;
  const variable = (
    suffix: string,
    unit: string,
    sv: string,
    en: string,
    rest: { formula?: string; collects?: 'sum'; opening?: string; output?: 'mean'; entity?: string },
    from?: string,
  ): void => {
    const label = about(data, sv, en);
    parts.variables[n(suffix)] = { entity, unit, label, description: label, source: data.reference, ...rest };
    into.claim(n(suffix), from === undefined ? ['rules', id] : ['rules', id, from]);
  };
  const input = (suffix: string, at: string, sv: string, en: string): void => {
    const label = about(data, sv, en);
    parts.inputs[n(suffix)] = {
      entity: at,
      unit: 'boolean',
      label,
      description: label,
      source: data.reference,
      internal: true,
      default: false,
    };
    origins.set(`inputs.${n(suffix)}`, ['rules', id]);
  };
  const contribution = (suffix: string, to: string, from: string, formula: string, label: BothLanguages): void => {
    parts.contributions[n(suffix)] = { to, from, formula, label };
    origins.set(`contributions.${n(suffix)}`, ['rules', id]);
  };
  input('Possible', entity, 'kan sökas här', 'may be sought here');
  if (!ofItself) input('SoughtHere', 'measure', 'söks av åtgärden', 'sought by the measure');

  for (const [name, value] of Object.entries(data.values ?? {})) {
    const full = own.get(name) as string;
    const series = `${full}Series`;
    const label = about(data, value.label.sv, value.label.en);
    const formula = `interpolate(${series}, calendarYear)`;
    const indexed = after === 'index' && value.unit.startsWith('SEK');
    parts.tables[series] = seriesTable(value, label);
    if (indexed) {
      // Known to the rule's last date where it has one, otherwise only from the newest date on.
      const known = lastYear ?? Math.max(...value.dated.map(({ from }) => yearInForce(from)));
      const before = `${full}LaterIndex`;
      const grown = `(isFirstYear ? interpolate(otherCosts, calendarYear) / interpolate(otherCosts, ${known}) : previous(${before}) * costIndex / previous(costIndex))`;
      variable(
        `${capital(name)}LaterIndex`,
        '1',
        `${value.label.sv}, uppräkning efter ${known}`,
        `${value.label.en}, index after ${known}`,
        { entity: 'future', opening: '1', formula: `calendarYear > ${known} ? ${grown} : 1` },
      );
    }
    parts.variables[full] = {
      entity: 'future',
      unit: value.unit,
      label,
      description: value.description ?? label,
      source: sourcesOf(value),
      formula: indexed ? `${formula} * ${full}LaterIndex` : formula,
      statable: true,
      minimum: Math.min(0, ...value.dated.map((each) => each.value)),
    };
    into.claim(full, ['rules', id, 'values', name]);
    origins.set(`tables.${series}`, ['rules', id, 'values', name]);
    for (const part of ['variables', 'tables'])
      origins.set(`${part}.${part === 'tables' ? series : full}.unit`, ['rules', id, 'values', name, 'unit']);
  }

  const inForce = [`calendarYear >= ${firstYear}`, ...(after === 'end' ? [`calendarYear <= ${lastYear}`] : [])];
  const conditions = [n('Possible'), ...inForce, `(${context.when})`];
  if (!ofItself && entity === 'measure') conditions.push(n('SoughtHere'));
  if (!ofItself && entity !== 'measure') {
    variable('Sought', '1', 'antal åtgärder som söker', 'number of measures seeking it', { collects: 'sum' });
    const seeks = `${n('SoughtHere')} and measureActive ? 1 : 0`;
    contribution('Seeks', n('Sought'), 'measure', seeks, about(data, 'sökt', 'sought'));
    conditions.push(`${n('Sought')} > 0`);
  }
  let years = '';
  if (data.maxYears !== undefined) {
    variable(
      'YearsLeft',
      'year',
      'år kvar',
      'years left',
      { formula: `${n('Possible')} ? max(0, (${told(data.maxYears)}) - previous(${n('Years')})) : 0` },
      'maxYears',
    );
    variable('Years', 'year', 'år med stöd', 'years with support', {
      opening: '0',
      formula: `${n('Possible')} ? previous(${n('Years')}) + (${n('Used')} > 0 ? step : 0) : 0`,
    });
    years = ` * clamp(${n('YearsLeft')} / step, 0, 1)`;
  }
  if (data.eligible !== undefined) {
    variable(
      'Eligible',
      'boolean',
      'villkoren är uppfyllda',
      'conditions are met',
      { formula: `${n('Possible')} and (${told(data.eligible)})` },
      'eligible',
    );
    conditions.push(n('Eligible'));
  }
  variable(
    'Wanted',
    'SEK/year',
    'beräknat stöd före tak',
    'support before caps',
    { formula: `${conditions.join(' and ')} ? max(0, ${told(data.amount)})${years} : 0` },
    'amount',
  );
  const ceilings: string[] = [];
  const off = (rules: readonly string[]): string => rules.map((other) => ` - ${other}Granted`).join('');
  if (data.cap !== undefined) {
    variable(
      'Cap',
      'SEK/year',
      'tak, efter avdrag',
      'cap, after deductions',
      {
        formula: `${n('Possible')} ? max(0, (${told(data.cap)})${years}${off([...(data.deducts ?? [])].sort())}) : 0`,
      },
      'cap',
    );
    ceilings.push(n('Cap'));
  }
  if (context.limit !== undefined) {
    const before = earlier.filter((other) => into.contextOf(other) === context).map((other) => other.id);
    variable('Left', 'SEK/year', 'kvar efter andra bidrag', 'left after other grants', {
      formula: `${n('Possible')} ? max(0, (${context.limit})${off(before)}) : 0`,
    });
    ceilings.push(n('Left'));
  }
  if (data.regime !== undefined) {
    const g = data.regime;
    const before = earlier.filter((other) => other.data.regime === g).map((other) => other.id);
    variable('Room', 'SEK/year', 'utrymme enligt statsstödsreglerna', 'room under the state aid regime', {
      formula: `${n('Possible')} ? max(0, (${g}Limit - previous(${g}LastYear) - previous(${g}YearBefore)) / step${off(before)}) : 0`,
    });
    ceilings.push(n('Room'));
  }
  variable('Granted', 'SEK/year', 'beviljat', 'granted', {
    formula:
      ceilings.length === 0 ? n('Wanted') : `${n('Possible')} ? min(${[n('Wanted'), ...ceilings].join(', ')}) : 0`,
    output: 'mean',
  });
  variable('Used', 'SEK/year', 'utnyttjat', 'used', {
    formula:
      context.counted === undefined ? n('Granted') : `${n('Possible')} and (${context.counted}) ? ${n('Granted')} : 0`,
  });
  if (data.regime !== undefined) contribution('UnderRegime', `${data.regime}ThisYear`, entity, n('Used'), data.label);
  if (context.grants !== undefined) contribution('Grants', context.grants, entity, n('Granted'), data.label);
  let paid = n('Used');
  if (context.delayed !== undefined) {
    variable('Pending', 'SEK', 'betalas nästa år', 'paid next year', {
      opening: '0',
      formula: `${n('Possible')} and (${context.delayed}) ? ${n('Used')} * step : 0`,
    });
    paid = `${n('Possible')} ? (isOpen ? previous(${n('Pending')}) / step : 0) + ((${context.delayed}) ? 0 : ${n('Used')}) : 0`;
  }
  origins.set(`flows.${into.flowsBefore + parts.flows.length}`, ['rules', id]);
  parts.flows.push({
    id: n('Paid'),
    entity,
    from: data.payer,
    to: context.receiver,
    kind: 'transfer',
    basis: ['cash', 'cost'],
    amount: paid,
    label: data.label,
    source: data.reference,
  });
  return {
    id,
    label: data.label,
    description: data.description,
    payer: data.payer,
    context: data.appliesTo,
    entity,
    soughtBy,
    byDefault: data.byDefault ?? true,
    firstYear,
    lastYear,
    validFrom: data.validFrom,
    validTo: data.validTo,
    afterLastDate: after,
    reference: data.reference,
    status: data.status,
    note: data.note,
    regime: data.regime,
    priority: data.priority,
    deducts: data.deducts ?? [],
    formulas: { eligible: data.eligible, amount: data.amount, cap: data.cap, maxYears: data.maxYears },
    values: Object.entries(data.values ?? {}).map(([name, value]) => ({
      variable: own.get(name) as string,
      label: value.label,
      unit: value.unit,
      dated: inOrder(value),
    })),
    possible: n('Possible'),
    soughtHere: ofItself ? undefined : n('SoughtHere'),
    granted: n('Granted'),
    paid: n('Paid'),
  };
}
