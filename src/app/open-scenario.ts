import type { Model } from '../engine/compile/index.ts';
import { type OpenScenarioFile, readScenario, type Scenario } from '../engine/scenario/index.ts';
import { filesOnDisk, type TextFiles } from './text-files.ts';

/**
 * Opens a scenario file, with the scenarios it extends, and checks it.
 *
 * @param files - where it and what it extends are read: the disk unless stated
 * @throws {PlannerError} when the file cannot be read, or everything that is wrong in it
 */
export function openScenario(model: Model, file: string, files: TextFiles = filesOnDisk): Scenario {
  const name = files.name(file);
  return readScenario(model, name, files.read(name), opening(files));
}

/** Opens a scenario file that is named in another, as seen from where that one stands. */
function opening(files: TextFiles): OpenScenarioFile {
  return (name, from) => {
    const file = files.beside(name, from);
    return files.has(file) ? { file, text: files.read(file) } : undefined;
  };
}

/** Opens a scenario file of this machine that is named in another. */
export const openBeside: OpenScenarioFile = opening(filesOnDisk);
