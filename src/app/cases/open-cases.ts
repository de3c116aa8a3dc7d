import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { PlannerError, type Problem } from '../../errors.ts';
import { readTextFile } from '../text-files.ts';
import { type CaseFile, readCaseFile } from './case-file.ts';

/**
 * Opens files of cases; of a folder, every YAML file directly in it.
 *
 * @throws {PlannerError} everything that is wrong in any of them
 */
export function openCases(names: readonly string[]): CaseFile[] {
  const problems: Problem[] = [];
  const files = names.flatMap(filesOf).flatMap((file) => {
    try {
      return [readCaseFile(file, readTextFile(file))];
    } catch (error) {
      if (!(error instanceof PlannerError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new PlannerError(problems);
  return files;
}

function filesOf(name: string): string[] {
  const path = normalize(name);
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()
    .map((file) => join(path, file));
}
