import { availableParallelism } from 'node:os';
import { InvalidArgumentError, Option } from 'commander';
import { checkWays, type FutureDesign, futureDesign, usualBlockSize, usualInner } from '../engine/simulate/design.ts';
import type { Role } from '../service/viewer.ts';
import type { Language } from './numbers.ts';

/** Futures computed unless stated: a quarter of a second to a second for a village. */
const usualDraws = 4096;

/** Options of every command that prints. */
export type PrintOptions = { readonly lang: Language; readonly json?: boolean; readonly csv?: boolean };

/** Options of every command that computes futures. */
export type DrawOptions = PrintOptions & {
  readonly draws: number;
  readonly inner: number;
  readonly seed?: string;
  readonly threads: number;
  readonly block: number;
  readonly backend: 'javascript' | 'interpreter';
};

/** Options of commands on what a service keeps. */
export type KeepOptions = { readonly data?: string };

/** Options of `token issue`. */
export type IssueOptions = KeepOptions & {
  readonly workspace: string;
  readonly name: string;
  readonly role: Role;
  readonly days: number;
};

/** Where a service keeps its data. */
export const dataOption = new Option('--data <folder>', 'data folder; unless DATABASE_URL is set, one of the user');

/** Options of `cases`. */
export type CasesOptions = PrintOptions & { readonly filter: string; readonly explain?: boolean };

/** Options of `rules`. */
export type RulesOptions = PrintOptions & { readonly scenario?: string };

/** Options of `explain`. */
export type ExplainOptions = PrintOptions & {
  readonly alternative?: string;
  readonly future: string;
  readonly depth: number;
  readonly view?: string;
  readonly seed?: string;
};

/** Options of `verify`. */
export type VerifyOptions = PrintOptions & {
  readonly against?: string;
  readonly future?: string;
  readonly seed?: string;
};

/** Options of `run` besides those of drawing. */
export type RunCommandOptions = DrawOptions & { readonly alternative?: string; readonly replay?: string };

/** Options of `places search`, and those that `places near` shares. */
export type PlaceSearchOptions = PrintOptions & {
  readonly county?: string;
  readonly municipality?: string;
  readonly min?: number;
  readonly max?: number;
  readonly limit: number;
  readonly places?: string;
};

/** Options of `places near`. */
export type PlaceNearOptions = PlaceSearchOptions & { readonly km: number };

/** Options of `places show`. */
export type PlaceShowOptions = PrintOptions & { readonly as?: 'place' | 'town'; readonly places?: string };

/** Options of every command that imports a register. */
export type ImportCommandOptions = PrintOptions & {
  readonly column: ReadonlyMap<string, string>;
  readonly encoding?: 'utf-8' | 'windows-1252' | 'utf-16le';
  readonly separator?: 'comma' | 'semicolon' | 'tab';
  readonly crs: 'auto' | 'wgs84' | 'sweref99tm';
  readonly source?: string;
  readonly out?: string;
  readonly report?: string;
  readonly force?: boolean;
  readonly strict?: boolean;
};

/** Options of `places import`. */
export type PlaceImportCommandOptions = ImportCommandOptions & { readonly year?: number };

/** Options of `shops import`. */
export type ShopImportCommandOptions = ImportCommandOptions & {
  readonly places?: string;
  readonly within: number;
  readonly turnoverUnit: 'sek' | 'tkr' | 'msek';
  readonly yaml?: boolean;
};

/** Options of `region`. */
export type RegionOptions = PrintOptions & {
  readonly county: readonly string[];
  readonly municipality: readonly string[];
  readonly places?: string;
  readonly shops?: string;
  readonly min: number;
  readonly max: number;
  readonly start: number;
  readonly years: number;
  readonly seed: string;
  readonly out?: string;
  readonly force?: boolean;
};

/** Options of `compare` besides those of drawing. */
export type CompareCommandOptions = DrawOptions & {
  readonly breakEven: 'likely' | 'average' | 'none';
  readonly breakEvenFutures: number;
  readonly vary?: readonly string[];
};

/** Futures that break-even is averaged over unless stated: one course of luck for each of as many sets of assumptions. */
const usualBreakEvenFutures = 256;

/** Most futures that break-even is averaged over: each value tried runs them all. */
const mostBreakEvenFutures = 100_000;

/**
 * What the options ask of break-even; undefined when nothing is asked.
 *
 * @throws {RangeError} saying what is allowed
 */
export function breakEvenOf(
  options: CompareCommandOptions,
): { readonly quantities: readonly string[] | undefined; readonly futures: number } | undefined {
  const { breakEven, breakEvenFutures, vary } = options;
  if (breakEvenFutures < 1 || breakEvenFutures > mostBreakEvenFutures) {
    throw new RangeError(
      `break-even cannot be averaged over ${breakEvenFutures} futures; allowed 1 to ${mostBreakEvenFutures}`,
    );
  }
  if (breakEven === 'none') return undefined;
  return { quantities: vary, futures: breakEven === 'average' ? breakEvenFutures : 0 };
}

/** Options that ask what makes alternatives even, in the order help shows them. */
export function breakEvenOptions(): Option[] {
  return [
    new Option(
      '--break-even <run>',
      'what makes alternatives even: in the likely run, on average as well, or not at all',
    )
      .choices(['likely', 'average', 'none'])
      .default('likely'),
    new Option(
      '--break-even-futures <number>',
      'futures that break-even is averaged over, fewer than of the comparison',
    )
      .argParser(wholeNumber)
      .default(usualBreakEvenFutures),
    new Option(
      '--vary <number>',
      'a number to vary for break-even instead of the usual ones, once for each: turnover@shop, inhabitants@place, visitsEffect@measure or a parameter, if need be with its range: turnover@shop=2000000..9000000',
    ).argParser((text: string, before: readonly string[] | undefined) => [...(before ?? []), text]),
  ];
}

/**
 * The design the options ask for, checked before anything is loaded.
 *
 * @throws {RangeError} saying what is allowed
 */
export function designOf(options: DrawOptions): FutureDesign {
  checkWays(options.threads, options.block);
  return futureDesign(options.draws, options.inner);
}

export const languageOption = new Option('--lang <language>', 'language of what is printed')
  .choices(['sv', 'en'])
  .default('sv');
export const jsonOption = new Option('--json', 'print one JSON document, for programs');
export const csvOption = new Option('--csv', 'print CSV, one number a line, for programs');

/** Options of commands that compute futures, in the order help shows them. */
export function drawOptions(): Option[] {
  return [
    languageOption,
    jsonOption,
    csvOption,
    new Option('--draws <number>', 'futures to compute').argParser(wholeNumber).default(usualDraws),
    new Option('--inner <number>', 'courses of luck for each set of parameters: 1, 2, 4 … 64')
      .argParser(wholeNumber)
      .default(usualInner),
    new Option('--seed <text>', "another seed than the scenario's"),
    new Option('--threads <number>', 'threads; changes no result')
      .argParser(wholeNumber)
      .default(Math.min(8, availableParallelism())),
    new Option('--block <number>', 'futures in a block, a multiple of 64; changes no result')
      .argParser(wholeNumber)
      .default(usualBlockSize),
    new Option('--backend <name>', 'what computes: javascript, or the slow interpreter it is checked against')
      .choices(['javascript', 'interpreter'])
      .default('javascript'),
  ];
}

/** Options of commands that import a register, in the order help shows them. */
export function importOptions(): Option[] {
  return [
    new Option('--out <file>', 'file to write; without it the register is only checked'),
    new Option('--report <file>', 'write the report as JSON too'),
    new Option('--column <field=heading>', 'which column holds a field; may be repeated')
      .argParser(addColumn)
      .default(new Map(), 'known headings'),
    new Option(
      '--source <text>',
      'who says so; without it the figures are assumptions, unless the file has a column of sources',
    ),
    new Option('--encoding <name>', 'how letters are written; found out unless stated').choices([
      'utf-8',
      'windows-1252',
      'utf-16le',
    ]),
    new Option('--separator <name>', 'what stands between cells; found out unless stated').choices([
      'comma',
      'semicolon',
      'tab',
    ]),
    new Option('--crs <name>', 'coordinates in degrees or in metres; told apart by their size with auto')
      .choices(['auto', 'wgs84', 'sweref99tm'])
      .default('auto'),
    new Option('--strict', 'write nothing when a single row is refused'),
    new Option('--force', 'replace files that are there already'),
    languageOption,
    jsonOption,
  ];
}

function addColumn(text: string, before: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1)
    throw new InvalidArgumentError('A field and a heading are needed, such as population=pop2023.');
  return new Map([...before, [text.slice(0, at).trim(), text.slice(at + 1).trim()]]);
}

/** A number above 0 an option is given, with a decimal comma or point. */
export function positiveNumber(text: string): number {
  const value = Number(text.replace(',', '.'));
  if (!/^\d{1,6}(?:[.,]\d{1,6})?$/.test(text) || value <= 0)
    throw new InvalidArgumentError('A number above 0 is needed.');
  return value;
}

/** A whole number an option is given, or a message that says what is allowed. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,12}$/.test(text)) throw new InvalidArgumentError('A whole number is needed.');
  return Number(text);
}
