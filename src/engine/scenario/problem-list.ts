import type { Problem } from '../../errors.ts';
import { atMost, formatPath, inOrder, mostProblems, suggestion, type YamlPath, type YamlText } from '../text/index.ts';

/**
 * Collects problems of a scenario's meaning, with the place each is reported at. One that is found twice, as a measure of
 * every alternative is, is said once; beyond two hundred it is only said that there are more.
 */
export class ProblemList {
  private readonly found = new Map<string, Problem>();
  private readonly text: YamlText;

  constructor(text: YamlText) {
    this.text = text;
  }

  add(path: YamlPath, code: string, message: string, extra: Partial<Problem> = {}): void {
    if (this.found.size > mostProblems) return;
    const problem = { code, ...this.text.place(path), path: formatPath(path), message, ...extra };
    this.found.set(JSON.stringify(problem), problem);
  }

  /** Whether something is wrong at a path or below it already: what follows from it need not be said. */
  isWrong(path: YamlPath): boolean {
    const text = formatPath(path);
    return [...this.found.values()].some(
      (problem) =>
        problem.path === text ||
        (problem.path?.startsWith(text) === true && '.['.includes(problem.path.charAt(text.length))),
    );
  }

  /** How many were found so far. */
  get count(): number {
    return this.found.size;
  }

  /** What was found, in the order it was. */
  get problems(): Problem[] {
    return atMost(inOrder([...this.found.values()]), mostProblems);
  }

  /** Reports a name that is not among those there are. */
  unknown(path: YamlPath, what: string, found: string, allowed: Iterable<string>): void {
    if (this.found.size > mostProblems) return;
    this.add(path, 'unknown-name', `There is no ${what} «${found}»`, { hint: suggestion(found, allowed) });
  }
}
