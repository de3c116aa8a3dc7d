import { cpus, totalmem } from 'node:os';

/** A figure from several runs: the median to quote, and the range that shows how quiet the machine was. */
export type Figure = { readonly median: number; readonly least: number; readonly most: number; readonly runs: number };

/** Times work several times, after one run that does not count. Seconds. */
export async function time(runs: number, work: () => Promise<unknown> | unknown): Promise<Figure> {
  await work();
  const seconds: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = process.hrtime.bigint();
    await work();
    seconds.push(Number(process.hrtime.bigint() - start) / 1e9);
  }
  return figure(seconds);
}

/** Times several kinds of work in turn, A B C A B C …, so that a change of the machine's pace meets them all. */
export async function timeInTurn<Name extends string>(
  runs: number,
  works: Readonly<Record<Name, () => Promise<unknown> | unknown>>,
): Promise<Record<Name, Figure>> {
  const names = Object.keys(works) as Name[];
  const seconds = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (const name of names) await works[name]();
  for (let run = 0; run < runs; run += 1) {
    for (const name of names) {
      const start = process.hrtime.bigint();
      await works[name]();
      seconds[name].push(Number(process.hrtime.bigint() - start) / 1e9);
    }
  }
  return Object.fromEntries(names.map((name) => [name, figure(seconds[name])])) as Record<Name, Figure>;
}

/** The figure of several runs. */
export function figure(values: readonly number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1
      ? (sorted[middle] as number)
      : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
  return { median, least: sorted[0] as number, most: sorted.at(-1) as number, runs: sorted.length };
}

/** The machine a result was measured on. */
export function machine(): {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
} {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
}
