import {
  type Block,
  emitJavaScript,
  type Instances,
  InterpreterBackEnd,
  JavaScriptBackEnd,
  type Model,
  type Program,
  type RunSettings,
  type YearColumns,
} from '../../src/engine/compile/index.ts';
import { Relations } from '../../src/engine/compile/relations.ts';

/** Futures to compare: future k has the parameters of outer[k] and the luck inner[k]. */
export type Futures = Pick<Block, 'outer' | 'inner' | 'likely'>;

/** A number the two back ends disagree on. */
export type Difference = {
  readonly variable: string;
  readonly instance: string;
  readonly alternative: string;
  readonly year: number;
  readonly future: number;
  readonly blockSize: number;
  readonly interpreter: number;
  readonly javascript: number;
};

/** Every variable a program keeps a column of futures for. */
function storedColumns(program: Program): string[] {
  return [...program.variables.values()]
    .filter(({ name, stored, level }) => stored && (level === 'yearly' || level === 'once') && !name.includes('@'))
    .map(({ name }) => name);
}

/** A back end's columns of every year and alternative, taken out while its memory holds them. */
type Kept = Map<string, Float64Array>;

function take(
  kept: Kept,
  key: string,
  from: number,
  count: number,
  columns: YearColumns,
  variable: string,
  at: number,
) {
  const all = kept.get(key);
  const offset = columns.offset(variable, at);
  all?.set(columns.memory.subarray(offset, offset + count), from);
}

/**
 * Computes the same futures with the interpreter and with JavaScript in blocks of each size, and compares every stored
 * column of every year and alternative bit by bit; any NaN equals any other.
 *
 * @returns the first difference, in order of years, and how many numbers were compared with each block size
 */
export function compareBackEnds(
  plan: {
    readonly model: Model;
    readonly program: Program;
    readonly instances: Instances;
    readonly settings: RunSettings;
  },
  { outer, inner, likely }: Futures,
  blockSizes: readonly number[],
): { readonly difference: Difference | undefined; readonly numbers: number } {
  const { model, program, instances, settings } = plan;
  const names = storedColumns(program);
  const lists = instances.alternatives.map((_, alternative) => new Relations(model, instances, alternative));
  const columnsOf = (alternative: number) =>
    names.flatMap((variable) => {
      const entity = program.variables.get(variable)?.entity as string;
      return lists[alternative]!.list(entity).map(({ id }, at) => ({ variable, id, at }));
    });
  const all = instances.alternatives.map((_, alternative) => columnsOf(alternative));
  const key = (year: number, alternative: number, variable: string, at: number): string =>
    `${year} ${alternative} ${variable} ${at}`;
  const keep =
    (kept: Kept, from: number, count: number) => (year: number, alternative: number, columns: YearColumns) => {
      for (const { variable, at } of all[alternative]!) {
        const name = key(year, alternative, variable, at);
        if (!kept.has(name)) kept.set(name, new Float64Array(outer.length));
        take(kept, name, from, count, columns, variable, at);
      }
    };
  const oracle: Kept = new Map();
  const interpreter = new InterpreterBackEnd(model, instances, settings, names);
  interpreter.run({ outer, inner, likely, count: outer.length }, keep(oracle, 0, outer.length));
  const code = emitJavaScript(model, program);
  const numbers = [...oracle.values()].reduce((sum, column) => sum + column.length, 0);
  for (const blockSize of blockSizes) {
    const emitted: Kept = new Map();
    const javascript = new JavaScriptBackEnd(model, program, code, instances, settings, blockSize);
    // What was computed before in the same memory must not be seen: a run of the other kind.
    javascript.run({ outer: Uint32Array.of(9), inner: Uint32Array.of(9), likely: !likely, count: 1 }, () => undefined);
    for (let from = 0; from < outer.length; from += blockSize) {
      const count = Math.min(blockSize, outer.length - from);
      const part = (futures: Uint32Array): Uint32Array => futures.subarray(from, from + count);
      javascript.run({ outer: part(outer), inner: part(inner), likely, count }, keep(emitted, from, count));
    }
    for (let year = 0; year < settings.years; year += 1) {
      for (const [alternative, { id }] of instances.alternatives.entries()) {
        for (const column of all[alternative]!) {
          const name = key(year, alternative, column.variable, column.at);
          const one = oracle.get(name) as Float64Array;
          const other = emitted.get(name) as Float64Array;
          const future = one.findIndex((value, at) => !Object.is(value, other[at]));
          if (future < 0) continue;
          const difference = {
            variable: column.variable,
            instance: column.id,
            alternative: id,
            year,
            future,
            blockSize,
          };
          return { difference: { ...difference, interpreter: one[future]!, javascript: other[future]! }, numbers };
        }
      }
    }
  }
  return { difference: undefined, numbers };
}
