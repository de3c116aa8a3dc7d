import { suggestion } from '../text/index.ts';
import { FormulaError, parseFormula } from './formula.ts';
import { isReserved, scalarFunctions } from './language.ts';
import type { DatedValueData, RegimeData, RuleContextData, RuleData } from './model-file.ts';

type Path = readonly (string | number)[];

/** Something named in a formula file: which file it stands in. */
export type InFile<T> = { readonly file: number; readonly id: string; readonly data: T };

/** Tells what is wrong: which file, where in it, and what. */
export type RuleReport = (
  file: number,
  path: Path,
  code: string,
  message: string,
  extra?: { readonly found?: string; readonly allowed?: string; readonly hint?: string },
) => void;

/** A kind of measure, as far as rules need to know it. */
export type SeekingKind = { readonly name: string; readonly hosted: boolean };

/** Everything the rules of a model refer to. */
export type RuleBook = {
  readonly contexts: readonly InFile<RuleContextData>[];
  readonly regimes: readonly InFile<RegimeData>[];
  readonly rules: readonly InFile<RuleData>[];
  readonly kinds: readonly SeekingKind[];
  /** Ends of the names a rule is written out under; its values may not be called so. */
  readonly ownNames: ReadonlySet<string>;
};

/** Names in a formula; what follows a digit or a point is part of a number, such as 1e5. */
export const identifiers = /(?<![\w.])[A-Za-z_]\w*/g;

/** The formulas of a rule that its writer fills in. */
const formulaFields = ['eligible', 'amount', 'cap', 'maxYears'] as const;

/** The first calendar year on whose last day what begins on a date is in force. */
export function yearInForce(date: string): number {
  return Number(date.slice(0, 4));
}

/** The last calendar year on whose last day what ends on a date is in force. */
export function lastYearInForce(date: string): number {
  return date.endsWith('-12-31') ? yearInForce(date) : yearInForce(date) - 1;
}

/** What happens after a rule's last date: without one, its newest values are held. */
export function afterLastDate(data: RuleData): 'hold' | 'index' | 'end' {
  return data.afterLastDate ?? 'hold';
}

/**
 * Checks the support rules of a model: everything that can be said of them before they are written out as formulas.
 *
 * @returns the rules that can be written out, in the order they are decided
 */
export function checkRules(book: RuleBook, report: RuleReport): InFile<RuleData>[] {
  const once = {
    contexts: firstOfEach('ruleContexts', book.contexts, report),
    regimes: firstOfEach('regimes', book.regimes, report),
    rules: firstOfEach('rules', book.rules, report),
  };
  for (const { file, id, data } of once.regimes)
    checkDated(data.limit, (path, ...rest) => report(file, ['regimes', id, 'limit', ...path], ...rest));
  const checker = new RuleChecker({ ...book, ...once }, report);
  const right = once.rules.filter((rule) => checker.check(rule));
  right.sort((a, b) => checker.order(a, b));
  checkOverlaps(right, report);
  // What is wrong is told once, not again by the rules that deduct it.
  const usable = new Set<string>();
  return right.filter(({ id, data }) => {
    const written = (data.deducts ?? []).every((other) => usable.has(other));
    if (written) usable.add(id);
    return written;
  });
}

function firstOfEach<T>(kind: string, list: readonly InFile<T>[], report: RuleReport): InFile<T>[] {
  const seen = new Set<string>();
  return list.filter(({ file, id }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return true;
    }
    report(file, [kind, id], 'duplicate-id', `The name «${id}» is already taken`, {
      hint: 'A change over time is a new dated value of the same rule, not a second rule',
    });
    return false;
  });
}

/** Reports inside one rule, regime or value. */
type Say = (path: Path, ...rest: Parameters<RuleReport> extends [number, Path, ...infer Rest] ? Rest : never) => void;

class RuleChecker {
  private readonly book: RuleBook;
  private readonly report: RuleReport;

  constructor(book: RuleBook, report: RuleReport) {
    this.book = book;
    this.report = report;
  }

  /** Which of two rules is decided first: by context, priority and id, never by where they stand. */
  order(a: InFile<RuleData>, b: InFile<RuleData>): number {
    const context = (rule: InFile<RuleData>): number => this.contextOf(rule)?.data.order ?? 0;
    return context(a) - context(b) || a.data.priority - b.data.priority || (a.id < b.id ? -1 : 1);
  }

  /** Whether nothing is wrong with a rule. */
  check(rule: InFile<RuleData>): boolean {
    const { file, id, data } = rule;
    let fine = true;
    const say: Say = (path, ...rest) => {
      fine = false;
      this.report(file, ['rules', id, ...path], ...rest);
    };
    const context = this.contextOf(rule)?.data;
    if (context === undefined) {
      say(['appliesTo'], 'unknown-context', `Rules do not apply to «${data.appliesTo}»`, {
        allowed: this.book.contexts.map((each) => each.id).join(', '),
        hint: suggestion(
          data.appliesTo,
          this.book.contexts.map((each) => each.id),
        ),
      });
      return false;
    }
    this.checkTime(data, say);
    this.checkRegime(data, context, say);
    this.checkSeekers(data, context, say);
    this.checkDeducts(rule, say);
    this.checkValues(data, context, say);
    this.checkFormulas(data, context, say);
    return fine;
  }

  private contextOf(rule: InFile<RuleData>): InFile<RuleContextData> | undefined {
    return this.book.contexts.find((each) => each.id === rule.data.appliesTo);
  }

  private checkTime(data: RuleData, say: Say): void {
    const wrong = (['validFrom', 'validTo'] as const).filter((field) => {
      const date = data[field];
      return date !== undefined && !isDate(date, [field], say);
    });
    if (wrong.length > 0) return;
    if (data.validTo === undefined) {
      if (data.afterLastDate === 'end')
        say(['afterLastDate'], 'contradiction', 'The rule is said to end after its last date, but has none', {
          hint: 'State validTo, or take afterLastDate away',
        });
      return;
    }
    const found = `${data.validFrom} to ${data.validTo}`;
    if (data.validTo < data.validFrom)
      say(['validTo'], 'contradiction', 'The rule ends before it begins', {
        found,
        hint: 'Dates are written year-month-day; state the last day it holds under validTo',
      });
    else if (lastYearInForce(data.validTo) < yearInForce(data.validFrom))
      say(['validTo'], 'contradiction', 'The rule is in force on the last day of no calendar year', {
        found,
        hint: 'The model counts whole years: let it end on the last of December of the last year it is to count for',
      });
  }

  private checkRegime(data: RuleData, context: RuleContextData, say: Say): void {
    if (data.regime === undefined) return;
    const ids = this.book.regimes.map((each) => each.id);
    const regime = this.book.regimes.find((each) => each.id === data.regime);
    if (regime === undefined)
      say(['regime'], 'unknown-regime', `There is no state aid regime «${data.regime}»`, {
        allowed: ids.join(', '),
        hint: suggestion(data.regime, ids),
      });
    else if (regime.data.entity !== context.entity)
      say(['regime'], 'contradiction', `«${data.regime}» limits support to each ${regime.data.entity}`, {
        found: `a rule for each ${context.entity}`,
        hint: 'Take regime away',
      });
  }

  private checkSeekers(data: RuleData, context: RuleContextData, say: Say): void {
    const soughtBy = data.soughtBy ?? [];
    if (soughtBy.length === 0) {
      if (context.ofItself !== true)
        say(['soughtBy'], 'missing', 'No measure seeks this rule, so it would never be used', {
          allowed: this.fitting(context).join(', '),
          hint: 'Name the kinds of measure that seek it under soughtBy',
        });
      else if (data.byDefault !== undefined)
        say(
          ['byDefault'],
          'contradiction',
          `Rules for ${data.appliesTo} apply of themselves: no measure chooses them`,
          {
            hint: 'Take byDefault away',
          },
        );
      return;
    }
    if (context.ofItself === true) {
      say(['soughtBy'], 'contradiction', `Rules for ${data.appliesTo} apply of themselves: no measure seeks them`, {
        found: soughtBy.join(', '),
        hint: 'Take soughtBy away',
      });
      return;
    }
    for (const [position, kind] of soughtBy.entries()) {
      const known = this.book.kinds.find((each) => each.name === kind);
      if (known === undefined)
        say(['soughtBy', position], 'unknown-kind', `There is no kind of measure «${kind}»`, {
          allowed: this.fitting(context).join(', '),
          hint: suggestion(kind, this.fitting(context)),
        });
      else if (!this.fitting(context).includes(kind))
        say(['soughtBy', position], 'contradiction', `A measure of kind ${kind} has no shop that could be supported`, {
          allowed: this.fitting(context).join(', '),
        });
    }
  }

  /** The kinds of measure that can seek rules of a context: for a shop, those that stand with one. */
  private fitting(context: RuleContextData): string[] {
    return this.book.kinds.filter((each) => context.entity === 'measure' || each.hosted).map((each) => each.name);
  }

  private checkDeducts(rule: InFile<RuleData>, say: Say): void {
    const { id, data } = rule;
    const others = this.book.rules.filter((each) => each.data.appliesTo === data.appliesTo && each.id !== id);
    const before = others.filter((each) => this.order(each, rule) < 0).map((each) => each.id);
    for (const [position, other] of (data.deducts ?? []).entries()) {
      const found = others.find((each) => each.id === other);
      if (found !== undefined && before.includes(other)) continue;
      const allowed = { allowed: before.length === 0 ? 'none: no rule is decided before this one' : before.join(', ') };
      if (other === id) say(['deducts', position], 'contradiction', 'A rule cannot be deducted from itself', allowed);
      else if (found !== undefined)
        say(
          ['deducts', position],
          'contradiction',
          `«${other}» is decided after «${id}», so what it grants cannot be deducted`,
          {
            found: `priority ${found.data.priority} after ${data.priority}`,
            ...allowed,
            hint: `Give «${other}» a lower priority than «${id}»; two rules cannot deduct each other`,
          },
        );
      else
        say(['deducts', position], 'unknown-rule', `No other rule «${other}» applies to ${data.appliesTo}`, {
          ...allowed,
          hint: suggestion(other, before),
        });
    }
  }

  private checkValues(data: RuleData, context: RuleContextData, say: Say): void {
    for (const [name, value] of Object.entries(data.values ?? {})) {
      const inValue: Say = (path, ...rest) => say(['values', name, ...path], ...rest);
      const taken = context.names.includes(name)
        ? `is a name that every rule for ${data.appliesTo} may use`
        : isReserved(name)
          ? 'is a word of the formula language'
          : this.book.ownNames.has(name.toLowerCase())
            ? 'is a name the rule itself is written out under'
            : undefined;
      if (taken !== undefined)
        inValue([], 'reserved-name', `«${name}» ${taken}`, { hint: 'Call the value something else' });
      if (!checkDated(value, inValue) || !isRealDate(data.validFrom)) continue;
      const dates = value.dated.map(({ from }) => from).sort();
      const first = dates[0] as string;
      if (yearInForce(first) > yearInForce(data.validFrom))
        inValue(['dated'], 'missing', `«${name}» has no value when the rule begins`, {
          found: `first value from ${first}; the rule is valid from ${data.validFrom}`,
          hint: `Add the value of ${yearInForce(data.validFrom)}, as an assumption where it is not known, or let the rule begin later`,
        });
      const ends = data.validTo === undefined || data.validTo < data.validFrom ? undefined : data.validTo;
      const late = dates.find((date) => ends !== undefined && date > ends);
      if (late !== undefined)
        inValue(['dated'], 'contradiction', `A value of «${name}» begins after the rule has ended`, {
          found: `${late}; the rule is valid to ${ends}`,
          hint: 'Take the value away, or let the rule end later',
        });
    }
  }

  private checkFormulas(data: RuleData, context: RuleContextData, say: Say): void {
    const offered = [...Object.keys(data.values ?? {}), ...context.names];
    const allowed = new Set([...offered, ...alwaysAllowed]);
    for (const field of formulaFields) {
      const text = data[field];
      if (text === undefined) continue;
      const strangers = new Set((text.match(identifiers) ?? []).filter((word) => !allowed.has(word)));
      for (const stranger of strangers) {
        say([field], 'unknown-name', `«${stranger}» is no name that a rule for ${data.appliesTo} may use`, {
          found: shortened(text),
          allowed: offered.join(', '),
          hint: suggestion(stranger, offered),
        });
      }
      if (strangers.size > 0) continue;
      try {
        // Written by itself first: a bracket too many must not reach into what stands around it.
        parseFormula(text);
      } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
        const hint = error.hint === undefined ? {} : { hint: error.hint };
        say([field], error.code, error.message, { found: shortened(text), ...hint });
      }
    }
  }
}

/** What any rule may write besides the names it is offered. */
const alwaysAllowed = [
  'calendarYear',
  'yearIndex',
  'step',
  'true',
  'false',
  'and',
  'or',
  'not',
  ...Object.keys(scalarFunctions),
];

/** Whether dated values can be put in order: real dates, and one value for each calendar year at most. */
function checkDated({ dated }: DatedValueData, say: Say): boolean {
  const dates = dated.map(({ from }) => from);
  const real = dates.map((date, position) => isDate(date, ['dated', position, 'from'], say));
  if (real.includes(false)) return false;
  const again = (list: readonly unknown[]): number => list.findIndex((each, at) => list.indexOf(each) < at);
  const sameDate = again(dates);
  if (sameDate >= 0) {
    say(['dated', sameDate], 'rule-overlap', 'Two values begin on the same date', {
      found: `${dates[sameDate]}: ${dated.filter(({ from }) => from === dates[sameDate]).map(({ value }) => value)}`,
      hint: 'Keep the one that was decided',
    });
    return false;
  }
  const sameYear = again(dates.map(yearInForce));
  if (sameYear >= 0) {
    const year = yearInForce(dates[sameYear] as string);
    say(['dated', sameYear], 'rule-overlap', 'Two values begin in the same calendar year', {
      found: dates.filter((date) => yearInForce(date) === year).join(', '),
      hint: 'The model counts whole years: keep the one in force on the last day of the year',
    });
    return false;
  }
  return true;
}

function isDate(date: string, path: Path, say: Say): boolean {
  if (isRealDate(date)) return true;
  say(path, 'bad-date', 'There is no such day', { found: date, hint: 'Dates are written year-month-day: 2016-03-01' });
  return false;
}

/** Whether a date as 2016-02-29 is in the calendar. */
function isRealDate(date: string): boolean {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

/** Two rules that the same measures may seek, at the same priority and time, contradict each other. */
function checkOverlaps(rules: readonly InFile<RuleData>[], report: RuleReport): void {
  for (const [position, rule] of rules.entries()) {
    for (const other of rules.slice(0, position)) {
      const { data } = rule;
      if (other.data.appliesTo !== data.appliesTo || other.data.priority !== data.priority) continue;
      if (endsBefore(other.data, data) || endsBefore(data, other.data)) continue;
      const soughtBy = data.soughtBy ?? [];
      const kind = soughtBy.find((each) => other.data.soughtBy?.includes(each));
      if (kind === undefined && soughtBy.length + (other.data.soughtBy ?? []).length > 0) continue;
      report(
        rule.file,
        ['rules', rule.id, 'priority'],
        'rule-overlap',
        `«${other.id}» and «${rule.id}» are in force at the same time, for ${kind ?? data.appliesTo}, with the same priority`,
        {
          found: `priority ${data.priority} in both`,
          hint: 'Give them different priorities, or dates that do not overlap; a rule that is no longer in force has validTo and afterLastDate: end',
        },
      );
    }
  }
}

/** Whether one rule is out of force when the other begins; one that is held or indexed never is. */
function endsBefore(one: RuleData, other: RuleData): boolean {
  return (
    one.validTo !== undefined &&
    afterLastDate(one) === 'end' &&
    lastYearInForce(one.validTo) < yearInForce(other.validFrom)
  );
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
