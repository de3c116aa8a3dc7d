import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/*
 * The engine's results must be the same bits on every machine, and a lint rule sees only our own files. This reads every
 * file of every library package that the random numbers load, however deep, for built-in functions that may differ.
 */

/** Libraries that src/engine/random uses at run time; others are only compared with in tests. */
const USED = ['@stdlib/stats-base-dists-normal-cdf', '@stdlib/stats-base-dists-triangular-quantile'];
const COMPARED = [
  '@stdlib/stats-base-dists-beta-quantile',
  '@stdlib/stats-base-dists-lognormal-quantile',
  '@stdlib/stats-base-dists-normal-quantile',
];

/**
 * Built-ins whose result the language or IEEE 754 fixes to the last bit: whole numbers, signs, and correctly rounded
 * square roots and conversions. `f16round` and `fround` are conversions; newer engines have the first, older ones get
 * the library's own, which gives the same bits.
 */
const EXACT = [
  'abs',
  'ceil',
  'clz32',
  'f16round',
  'floor',
  'fround',
  'imul',
  'max',
  'min',
  'round',
  'sign',
  'sqrt',
  'trunc',
];

/** Uses that are allowed although not exact, as `package/file: Math.name`, each with its reason. None is needed. */
const ARGUED: readonly string[] = [];

describe('libraries beneath the random numbers', () => {
  it.each([...USED, ...COMPARED])(
    '%s and all it depends on call no built-in function whose bits may differ',
    (name) => {
      const closure = dependencyClosure(name);
      expect(closure.size).toBeGreaterThan(100);
      const found = [...closure].flatMap(([packageName, folder]) =>
        sourceFiles(join(folder, 'lib')).flatMap((file) =>
          inexactBuiltIns(readFileSync(file, 'utf8')).map(
            (what) => `${packageName}${file.slice(folder.length)}: ${what}`,
          ),
        ),
      );
      expect(found.filter((use) => !ARGUED.includes(use))).toEqual([]);
    },
  );

  it('would be found out if they did', () => {
    expect(inexactBuiltIns('var y = Math.exp( x );')).toEqual(['Math.exp']);
    expect(inexactBuiltIns('var pow = Math.pow;')).toEqual(['Math.pow']);
    expect(inexactBuiltIns("var f = Math[ 'log1p' ];")).toEqual(['Math by another name']);
    expect(inexactBuiltIns('var m = Math; m.exp( x );')).toEqual(['Math by another name']);
    expect(inexactBuiltIns('y = x ** 2;')).toEqual(['**']);
    expect(inexactBuiltIns('y = Math.sqrt( x ); // Math.exp\n/* Math.log( x ) ** 2 */')).toEqual([]);
  });
});

/** Every package that a package needs to run, itself included, with its folder. */
function dependencyClosure(name: string): Map<string, string> {
  const closure = new Map<string, string>();
  const waiting: [name: string, from: string][] = [[name, import.meta.dirname]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [packageName, from] = next;
    const folder = packageFolder(packageName, from);
    if (closure.get(packageName) === folder) continue;
    closure.set(packageName, folder);
    const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    for (const dependency of Object.keys(dependencies)) waiting.push([dependency, folder]);
  }
  return closure;
}

/** The folder that Node would find the package in: the nearest node_modules upwards that has it. */
function packageFolder(name: string, from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (folder === dirname(folder)) throw new Error(`package ${name} not found from ${from}`);
  }
}

function sourceFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[cm]?js$/.test(file))
    .map((file) => join(folder, file));
}

function inexactBuiltIns(source: string): string[] {
  const code = source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"])\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
  const found: string[] = [];
  for (const [, name] of code.matchAll(/\bMath\b(?:\s*\.\s*(\w+))?/g)) {
    if (name === undefined) found.push('Math by another name');
    else if (!EXACT.includes(name) && name !== name.toUpperCase()) found.push(`Math.${name}`);
  }
  if (/\*\*/.test(code)) found.push('**');
  return found;
}
