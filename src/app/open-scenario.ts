import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import type { Model } from '../engine/compile/index.ts';
import { type OpenScenarioFile, readScenario, type Scenario } from '../engine/scenario/index.ts';
import { PlannerError } from '../errors.ts';

/** Largest scenario file read, bytes. */
const largestFile = 20_000_000;

/**
 * Opens a scenario file, with the scenarios it extends, and checks it.
 *
 * @throws {PlannerError} when the file cannot be read, or everything that is wrong in it
 */
export function openScenario(model: Model, file: string): Scenario {
  return readScenario(model, normalize(file), readTextFile(file), openBeside);
}

/** Opens a scenario file that is named in another, as seen from where that one stands. */
export const openBeside: OpenScenarioFile = (name, from) => {
  const path = isAbsolute(name) ? normalize(name) : join(dirname(from), name);
  return existsSync(path) ? { file: path, text: readTextFile(path) } : undefined;
};

/**
 * The text of a file that a planner wrote.
 *
 * @throws {PlannerError} when there is no such file, or it is no text
 */
export function readTextFile(file: string): string {
  const fail = (code: string, message: string): never => {
    throw new PlannerError([{ code, file, message }]);
  };
  if (!existsSync(file)) return fail('unknown-file', 'There is no such file');
  const about = statSync(file);
  if (!about.isFile()) return fail('unknown-file', 'This is not a file');
  if (about.size > largestFile)
    return fail('too-large', `The file has ${about.size} bytes; at most ${largestFile} are read`);
  const bytes = readFileSync(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail('encoding', 'The file is not text in UTF-8');
  }
}
