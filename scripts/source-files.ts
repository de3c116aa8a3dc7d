import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from './parse-source.ts';

/** The project's folder. */
export const root: string = fileURLToPath(new URL('..', import.meta.url));

/** Whether a file serves tests only: a test, or what a folder `testing` holds for tests. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.includes('/testing/');
}

/** Every TypeScript file in a folder of the project that somebody wrote, in order of path. */
export function sourceFiles(folder: string): SourceFile[] {
  return globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.includes('/generated/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }));
}

/** Prints what a check found and sets the exit code: 1 with problems, 0 without. */
export function report(problems: readonly string[], summary: string): void {
  for (const problem of problems) console.error(problem);
  console.log(problems.length === 0 ? summary : `${problems.length} problem(s)`);
  process.exitCode = problems.length === 0 ? 0 : 1; // not exit(), which would cut off what a pipe has not yet taken
}
