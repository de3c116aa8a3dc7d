import { dirname, isAbsolute, join } from 'node:path';
import type { BothLanguages, Model } from '../../engine/compile/index.ts';
import { formatProblem, PlannerError, type Problem } from '../../errors.ts';
import { openScenario } from '../open-scenario.ts';
import type { CaseData, CaseFile, Expectation, Margin } from './case-file.ts';
import { CaseRun } from './case-run.ts';
import { scenarioOfCase, yearOf } from './case-scenario.ts';
import { findQuantity, type Quantity } from './find-quantity.ts';

/** One expectation beside what the engine gives. */
export type Check = Omit<Quantity, 'value'> & {
  readonly expected: number;
  readonly found: number;
  /** How far off is well, in the unit. */
  readonly margin: number;
  readonly isMet: boolean;
  readonly line: number | undefined;
};

/** A case that was run: its numbers, or the error it expects. */
export type CaseResult = {
  readonly file: string;
  readonly line: number | undefined;
  /** Its place in the file, from 0. */
  readonly index: number;
  readonly name: BothLanguages;
  readonly date: number | string;
  readonly source: string;
  readonly passed: boolean;
  readonly checks: readonly Check[];
  readonly error: { readonly expected: readonly string[]; readonly found: string } | undefined;
  /** The file to explain its numbers with; undefined when the case changes what it stands on. */
  readonly explainableIn: string | undefined;
};

/** What running cases gave. What could not be run is a problem, told where the case says it. */
export type CasesDocument = {
  readonly format: 'bygdekalkyl/cases@1';
  readonly passed: number;
  readonly failed: number;
  readonly numbers: number;
  readonly cases: readonly CaseResult[];
  readonly problems: readonly Problem[];
};

/** Runs cases. */
export class Cases {
  private readonly model: Model;
  private readonly runs = new Map<string, CaseRun>();
  /** The first year of each scenario file that was asked for. */
  private readonly starts = new Map<string, number>();

  constructor(model: Model) {
    this.model = model;
  }

  /** @param filter - only cases whose name holds this text, in either language */
  run(files: readonly CaseFile[], filter = ''): CasesDocument {
    const cases: CaseResult[] = [];
    const problems: Problem[] = [];
    const wanted = filter.toLowerCase();
    for (const file of files) {
      for (const [index, each] of file.data.cases.entries()) {
        const names = namesOf(each);
        if (![names.sv, names.en].some((name) => name.toLowerCase().includes(wanted))) continue;
        const found: Problem[] = [];
        const result = this.runOne(file, index, each, found);
        problems.push(...found);
        if (result !== undefined) cases.push(result);
      }
    }
    const passed = cases.filter((each) => each.passed).length;
    return {
      format: 'bygdekalkyl/cases@1',
      passed,
      failed: cases.length - passed,
      numbers: cases.reduce((sum, each) => sum + each.checks.length, 0),
      cases,
      problems,
    };
  }

  /** The run of a case, kept for all that stand on the same scenario with the same changes. */
  runOf(file: CaseFile, index: number): CaseRun {
    const { data } = file;
    const each = data.cases[index] as CaseData;
    const own = each.base ?? each.scenario;
    const key = JSON.stringify([file.text.file, own ?? data.base ?? data.scenario, each.change, yearOf(each.date)]);
    let run = this.runs.get(key);
    if (run === undefined) {
      run = new CaseRun(this.model, scenarioOfCase(this.model, file, index));
      this.runs.set(key, run);
    }
    return run;
  }

  private runOne(file: CaseFile, index: number, each: CaseData, problems: Problem[]): CaseResult | undefined {
    const checks: Check[] = [];
    for (const [position, expectation] of (each.expect ?? []).entries()) {
      const path = ['cases', index, 'expect', position];
      const place = file.text.place(path);
      try {
        const quantity = findQuantity(
          this.model,
          expectation,
          () => this.runOf(file, index),
          yearOf(each.date),
          each.alternative,
        );
        checks.push(check(quantity, expectation, expectation.margin ?? each.margin, place.line));
      } catch (error) {
        if (error instanceof PlannerError) {
          problems.push(...error.problems);
          break;
        }
        if (!(error instanceof RangeError)) throw error;
        const message = error.message.charAt(0).toUpperCase() + error.message.slice(1);
        problems.push({ code: 'unknown-number', ...place, path: `cases[${index}].expect[${position}]`, message });
      }
    }
    if (problems.length > 0) return undefined;
    const expectsError = each.error === undefined ? undefined : this.errorOf(file, index, [each.error].flat());
    return {
      ...(file.text.place(['cases', index]) as { file: string; line: number | undefined }),
      index,
      name: namesOf(each),
      date: each.date,
      source: each.source,
      passed: expectsError?.isMet ?? checks.every(({ isMet }) => isMet),
      checks,
      error: expectsError === undefined ? undefined : { expected: expectsError.expected, found: expectsError.found },
      explainableIn: this.explainableIn(file, each),
    };
  }

  private errorOf(
    file: CaseFile,
    index: number,
    expected: readonly string[],
  ): { isMet: boolean; expected: readonly string[]; found: string } {
    try {
      void this.runOf(file, index).plan;
    } catch (error) {
      if (!(error instanceof PlannerError)) throw error;
      const found = error.problems.map(formatProblem).join('\n');
      return { isMet: expected.every((text) => found.includes(text)), expected, found };
    }
    return { isMet: false, expected, found: '' };
  }

  /** The base of a case that runs it as it stands. */
  private explainableIn(file: CaseFile, each: CaseData): string | undefined {
    const base = each.base ?? (each.scenario === undefined ? file.data.base : undefined);
    if (base === undefined || each.change !== undefined || each.error !== undefined) return undefined;
    if (each.expect?.every((one) => 'formula' in one) === true) return undefined;
    const path = isAbsolute(base) ? base : join(dirname(file.text.file), base);
    let start = this.starts.get(path);
    if (start === undefined) {
      start = openScenario(this.model, path).data.start;
      this.starts.set(path, start);
    }
    return yearOf(each.date) === start ? path : undefined;
  }
}

function check(
  quantity: Quantity,
  expectation: Expectation,
  margin: Margin | undefined,
  line: number | undefined,
): Check {
  const { value: found, ...about } = quantity;
  const expected = Number(expectation.is);
  const allowed = marginFor(expected, quantity.unit, margin);
  // A margin of 0.005 lets 0.005 through, whatever floating point makes of it.
  const isMet = Math.abs(found - expected) <= allowed + 1e-12 * Math.max(1, Math.abs(expected));
  return { ...about, expected, found, margin: allowed, isMet, line };
}

/** Unless stated, money is the same to the öre, and anything else to nine digits. */
function marginFor(expected: number, unit: string, margin: Margin | undefined): number {
  if (typeof margin === 'number') return margin;
  if (margin !== undefined) return (Math.abs(expected) * Number(margin.replace(' %', ''))) / 100;
  return unit.startsWith('SEK') ? 0.005 : 1e-9 * Math.max(1, Math.abs(expected));
}

function namesOf({ name }: CaseData): BothLanguages {
  return typeof name === 'string' ? { sv: name, en: name } : name;
}
