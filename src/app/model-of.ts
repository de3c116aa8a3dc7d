import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { checkModel, type Model, type ModelText, readModel } from '../engine/compile/index.ts';
import { solverSignatures } from '../engine/simulate/index.ts';
import { readYaml } from '../engine/text/index.ts';
import { PlannerError } from '../errors.ts';
import { loadModel, readModelTexts } from './load-model.ts';
import { readTextFile } from './open-scenario.ts';

const models = new Map<string, Model>();

/** Longest chain of scenarios that is followed for their formula files. */
const longestChain = 10;

/**
 * The model a scenario file is computed by: the shipped one, and the formula files that the scenario, or one it extends,
 * names under `formulaFiles`. With them a planner brings a measure or a support rule of their own without touching the
 * program.
 *
 * @throws {PlannerError} every problem of those files, and of the model with them
 */
export function modelOf(file: string): Model {
  const own = formulaFilesOf(file, longestChain);
  if (own.length === 0) return loadModel();
  const texts: ModelText[] = own.map((path) => ({ file: path, text: readTextFile(path) }));
  const key = JSON.stringify(texts);
  let model = models.get(key);
  if (model === undefined) {
    model = readModel([...readModelTexts(), ...texts], solverSignatures);
    const { problems } = checkModel(model);
    if (problems.length > 0) throw new PlannerError(problems);
    models.set(key, model);
  }
  return model;
}

/** Paths of formula files a scenario names; those of the one it extends where it names none. */
function formulaFilesOf(file: string, left: number): string[] {
  if (left === 0 || !existsSync(file)) return [];
  let data: unknown;
  try {
    data = readYaml(readTextFile(file), file).data;
  } catch (error) {
    // What cannot be read is said where the scenario is read.
    if (error instanceof PlannerError) return [];
    throw error;
  }
  if (typeof data !== 'object' || data === null) return [];
  const { formulaFiles, extends: parent } = data as { formulaFiles?: unknown; extends?: unknown };
  const beside = (name: string): string => (isAbsolute(name) ? normalize(name) : join(dirname(file), name));
  if (Array.isArray(formulaFiles)) return formulaFiles.filter((each) => typeof each === 'string').map(beside);
  return typeof parent === 'string' ? formulaFilesOf(beside(parent), left - 1) : [];
}
