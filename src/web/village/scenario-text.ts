import type { Tree } from './scenario-tree.ts';
import { isObject } from './stated-value.ts';

type File = { readonly name: string; readonly text: string };

/**
 * The whole of a scenario from its files: a file that extends another is laid over it as a merge patch, as the service does.
 * Undefined where the files cannot be read so; then only what the service has taken apart is known.
 *
 * @param parse - reads YAML
 */
export function wholeTree(file: string, files: readonly File[], parse: (text: string) => unknown): Tree | undefined {
  return laidOver(file, files, parse, 10);
}

function laidOver(
  name: string,
  files: readonly File[],
  parse: (text: string) => unknown,
  deepest: number,
): Tree | undefined {
  const found = files.find((each) => each.name === name);
  if (found === undefined || deepest === 0) return undefined;
  const read = parse(found.text);
  if (!isObject(read)) return undefined;
  const { extends: below, ...own } = read;
  if (typeof below !== 'string') return own;
  const under = laidOver(besideOf(name, below), files, parse, deepest - 1);
  return under === undefined ? undefined : (merged(under, own) as Tree);
}

/** The name of a file that another names, as seen from that one's folder. */
function besideOf(from: string, to: string): string {
  const steps = from.split('/').slice(0, -1);
  for (const step of to.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function merged(below: unknown, above: unknown): unknown {
  if (!isObject(above)) return above;
  const result: Record<string, unknown> = isObject(below) ? { ...below } : {};
  for (const [key, value] of Object.entries(above)) {
    if (value === null) delete result[key];
    else
      Object.defineProperty(result, key, {
        value: merged(Object.hasOwn(result, key) ? result[key] : undefined, value),
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return result;
}
