import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkModel, type Model, type ModelText, readModel } from '../engine/compile/index.ts';
import { solverSignatures } from '../engine/simulate/index.ts';
import { PlannerError } from '../errors.ts';

/** The folder of the model's formula files. */
const modelFolder = fileURLToPath(new URL('../engine/model/', import.meta.url));

/** The texts of the model's formula files, in order of their names. */
export function readModelTexts(folder: string = modelFolder): ModelText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ file: `src/engine/model/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') }));
}

let loaded: Model | undefined;

/**
 * The shipped model, read and checked once.
 *
 * @throws {PlannerError} every problem of every formula file
 */
export function loadModel(): Model {
  if (loaded === undefined) {
    const model = readModel(readModelTexts(), solverSignatures);
    const { problems } = checkModel(model);
    if (problems.length > 0) throw new PlannerError(problems);
    loaded = model;
  }
  return loaded;
}
