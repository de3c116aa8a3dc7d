import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { isTest, root } from '../source-files.ts';

/** A run too long for every change, whose figures are kept in evidence/NAME.json and held by a test against the files they are of. */
export type Series<Figures extends object = object> = {
  readonly name: string;
  /** Hash of the files that the figures depend on. */
  inputs(): string;
  /** Runs it; `say` tells how far it has come. */
  run(say: (text: string) => void): Promise<Figures>;
  /** What of the figures is not as it must be, in words; nothing where all holds. */
  wrong(figures: Figures): readonly string[];
};

/** The machine a series ran on. */
export type Machine = {
  readonly node: string;
  readonly platform: string;
  readonly cpu: string;
  readonly cores: number;
};

/** What is in evidence/NAME.json. */
export type Evidence<Figures extends object = object> = Figures & {
  readonly inputs: string;
  readonly machine?: Machine;
};

export function evidenceFile(name: string): string {
  return `evidence/${name}.json`;
}

export function readEvidence<Figures extends object>(name: string): Evidence<Figures> {
  return JSON.parse(readFileSync(join(root, evidenceFile(name)), 'utf8')) as Evidence<Figures>;
}

/**
 * Runs a series and writes what came out, also when it is not as it must be: then that is what there is to see.
 *
 * @returns what is not as it must be; also that the files it depends on changed meanwhile, since then the figures are of neither
 */
export async function runSeries(series: Series, say: (text: string) => void): Promise<readonly string[]> {
  const inputs = series.inputs();
  const figures = await series.run(say);
  const changed = series.inputs() !== inputs;
  const evidence: Evidence = { inputs: changed ? 'changed while it ran' : inputs, machine: machine(), ...figures };
  writeFileSync(join(root, evidenceFile(series.name)), `${JSON.stringify(evidence, rounded, 2)}\n`);
  return [...(changed ? ['files it depends on changed while it ran: run it again'] : []), ...series.wrong(figures)];
}

/** A hash over files of the project, named by glob patterns. Tests do not count, unless a pattern names their folder. */
export function hashOfFiles(patterns: readonly string[]): string {
  const files = patterns.flatMap((pattern) =>
    globSync(pattern, { cwd: root })
      .map((path) => path.replaceAll('\\', '/'))
      .filter(
        (path) =>
          !path.endsWith('.test.ts') &&
          (pattern.startsWith('tests/') || pattern.includes('/testing/') || !isTest(path)),
      ),
  );
  const hash = createHash('sha256');
  for (const path of [...new Set(files)].sort()) {
    const text = readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
    hash.update(`${path}\n${text.length}\n${text}`);
  }
  return hash.digest('hex');
}

/** The same over everything that the service is made of but the engine, which has its own evidence, and over more files. */
export function hashOfService(...more: readonly string[]): string {
  return hashOfFiles([
    'src/{api,service,computing,app}/**/*.ts',
    'src/store/*.ts',
    'prisma/**/*.*',
    'scripts/evidence/{series,served,ask}.ts',
    ...more,
  ]);
}

function machine(): Machine {
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
  };
}

/** Three decimals: more of a time or a ratio is noise. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(3)) : value;
}
