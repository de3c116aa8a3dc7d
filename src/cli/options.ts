import { availableParallelism } from 'node:os';
import { InvalidArgumentError, Option } from 'commander';
import { checkWays, type FutureDesign, futureDesign, usualBlockSize, usualInner } from '../engine/simulate/design.ts';
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

/** Options of `explain`. */
export type ExplainOptions = PrintOptions & {
  readonly alternative?: string;
  readonly future: string;
  readonly depth: number;
  readonly view?: string;
  readonly seed?: string;
};

/** Options of `run` besides those of drawing. */
export type RunCommandOptions = DrawOptions & { readonly alternative?: string; readonly replay?: string };

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

/** A whole number an option is given, or a message that says what is allowed. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,12}$/.test(text)) throw new InvalidArgumentError('A whole number is needed.');
  return Number(text);
}
