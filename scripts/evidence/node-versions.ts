/**
 * Do different versions of Node give the same bits? Installs each in a folder of its own, compares the example scenarios with
 * it and writes what came out to evidence/node-versions.json, which a test holds against the engine as it is.
 *
 * Takes some minutes and a connection to the package registry.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exp, log, normalQuantile, pow } from '../../src/engine/arithmetic/index.ts';
import { bitsChecksum, evenly } from '../../src/engine/arithmetic/testing/bits-checksum.ts';
import { greatCircleKm } from '../../src/engine/geography/index.ts';
import { type Distribution, inverseCdf, streamKey, uniform } from '../../src/engine/random/index.ts';
import { root } from '../source-files.ts';
import { hashOfFiles, type Series } from './series.ts';

/** What versions of Node were seen to give. */
export interface NodeVersions {
  readonly draws: number;
  readonly versions: readonly {
    readonly node: string;
    readonly platform: string;
    /** See `arithmeticChecksum`. */
    readonly arithmetic: string;
    /** By scenario file, the hash over every number of its comparison. */
    readonly resultHashes: Readonly<Record<string, string>>;
  }[];
}

/** The newest of each of these is tried. */
export const majors: readonly number[] = [22, 24, 26];

export const evidenceScenarios: readonly string[] = ['scenarios/fliseryd.yaml', 'scenarios/worked-example.yaml'];

const draws = 256;

/** A fingerprint of some hundred thousand numbers from every part of the arithmetic that a Node could compute otherwise. */
export function arithmeticChecksum(): string {
  const distributions: Distribution[] = [
    { kind: 'pert', low: 1, likely: 2, high: 5 },
    { kind: 'triangular', low: -3, likely: 1, high: 2 },
    { kind: 'normal', mean: 10, sd: 3 },
    { kind: 'lognormal', median: 8, sigma: 0.7 },
    { kind: 'beta', alpha: 0.7, beta: 3 },
  ];
  const [low, high] = streamKey('evidence', 'arithmetic', 'node');
  return bitsChecksum([
    ...evenly(40_001, -745, 709).map(exp),
    ...evenly(40_001, 1e-300, 1e9).map(log),
    ...evenly(40_001, 1e-3, 50).map((base) => pow(base, -1.2)),
    ...evenly(40_001, 0, 1).map(normalQuantile),
    ...distributions.flatMap((each) => evenly(2001, 0.0001, 0.9999).map((share) => inverseCdf(each, share))),
    ...evenly(2001, 55, 69).map((lat) => greatCircleKm({ lat, lon: 11 }, { lat: 62.3, lon: 17.1 })),
    ...Array.from({ length: 20_000 }, (_, future) => uniform(low, high, future, 1, 2, 0)),
  ]);
}

/** Installs the newest Node of a major version in a folder; gives the path of its program. */
function installed(major: number, folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, allowScripts: { node: true } }));
  execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', `node@${major}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  return join(folder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** What one Node gives. */
function tried(program: string): NodeVersions['versions'][number] {
  const run = (...args: string[]): string =>
    execFileSync(program, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'inherit'],
    }).trim();
  const script = `import { arithmeticChecksum } from './scripts/evidence/node-versions.ts';
    console.log([process.version, process.platform + ' ' + process.arch, arithmeticChecksum()].join('\\n'));`;
  const [node, platform, arithmetic] = run('--input-type=module', '--eval', script).split('\n') as [
    string,
    string,
    string,
  ];
  const hashOf = (file: string): string => {
    const document = run('src/cli/main.ts', 'compare', file, '--json', '--draws', String(draws));
    return (JSON.parse(document) as { certificate: { resultHash: string } }).certificate.resultHash;
  };
  return {
    node,
    platform,
    arithmetic,
    resultHashes: Object.fromEntries(evidenceScenarios.map((file) => [file, hashOf(file)])),
  };
}

/** Of the engine without its tests, and of the scenarios compared. */
export const nodeVersions: Series<NodeVersions> = {
  name: 'node-versions',
  inputs: () => hashOfFiles(['src/engine/**/*.{ts,yaml}', ...evidenceScenarios]),
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), 'node-versions-'));
    try {
      const versions = majors.map((major) => {
        const found = tried(installed(major, join(folder, String(major))));
        say(`${found.node}: arithmetic ${found.arithmetic}, ${JSON.stringify(found.resultHashes)}`);
        return found;
      });
      return { draws, versions };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  wrong: ({ versions }) => {
    const seen = new Set(versions.map(({ arithmetic, resultHashes }) => JSON.stringify([arithmetic, resultHashes])));
    const tried = versions.map(({ node }) => Number(node.slice(1).split('.')[0]));
    return [
      ...(seen.size === 1 ? [] : ['the versions do not give the same bits']),
      ...(tried.join() === majors.join() ? [] : [`of Node ${tried.join()}, not ${majors.join()}`]),
    ];
  },
};
