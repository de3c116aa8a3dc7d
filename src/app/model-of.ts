import { LRUCache } from 'lru-cache';
import { checkModel, type Model, type ModelText, readModel } from '../engine/compile/index.ts';
import { solverSignatures } from '../engine/simulate/index.ts';
import { readYaml } from '../engine/text/index.ts';
import { PlannerError } from '../errors.ts';
import { loadModel, readModelTexts } from './load-model.ts';
import { filesOnDisk, type TextFiles } from './text-files.ts';

/** Models of scenarios with formula files of their own, by those files; the last few that were asked for. */
const models = new LRUCache<string, Model>({ max: 4 });

/** Longest chain of scenarios that is followed for their formula files. */
const longestChain = 10;

/**
 * The model a scenario file is computed by: the shipped one, and the formula files that the scenario, or one it extends,
 * names under `formulaFiles`. With them a planner brings a measure or a support rule of their own without touching the
 * program.
 *
 * @param files - where it and what it names are read: the disk unless stated
 * @throws {PlannerError} every problem of those files, and of the model with them
 */
export function modelOf(file: string, files: TextFiles = filesOnDisk): Model {
  const own = formulaFilesOf(file, files);
  if (own.length === 0) return loadModel();
  const texts: ModelText[] = own.map((path) => ({ file: path, text: files.read(path) }));
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

/** Formula files a scenario names; those of the one it extends where it names none. */
export function formulaFilesOf(file: string, files: TextFiles = filesOnDisk, left: number = longestChain): string[] {
  if (left === 0 || !files.has(file)) return [];
  let data: unknown;
  try {
    data = readYaml(files.read(file), file).data;
  } catch (error) {
    // What cannot be read is said where the scenario is read.
    if (error instanceof PlannerError) return [];
    throw error;
  }
  if (typeof data !== 'object' || data === null) return [];
  const { formulaFiles, extends: parent } = data as { formulaFiles?: unknown; extends?: unknown };
  if (Array.isArray(formulaFiles))
    return formulaFiles.filter((each) => typeof each === 'string').map((name) => files.beside(name, file));
  return typeof parent === 'string' ? formulaFilesOf(files.beside(parent, file), files, left - 1) : [];
}
