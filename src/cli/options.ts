import { availableParallelism } from 'node:os';
import { InvalidArgumentError, Option } from 'commander';
import { type FutureDesign, futureDesign, usualInner } from '../engine/simulate/index.ts';
import { usualBlockSize } from '../engine/workers/index.ts';
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

/** The design the options ask for. */
export function designOf(options: DrawOptions): FutureDesign {
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
