import type { Problem } from '../../errors.ts';
import { formatPath, suggestion, type YamlPath, type YamlText } from '../text/index.ts';

/** Collects problems of a scenario's meaning, with the place each is reported at. */
export class ProblemList {
  readonly problems: Problem[] = [];
  private readonly text: YamlText;

  constructor(text: YamlText) {
    this.text = text;
  }

  add(path: YamlPath, code: string, message: string, extra: Partial<Problem> = {}): void {
    this.problems.push({ code, ...this.text.place(path), path: formatPath(path), message, ...extra });
  }

  /** Reports a name that is not among those there are. */
  unknown(path: YamlPath, what: string, found: string, allowed: Iterable<string>): void {
    this.add(path, 'unknown-name', `There is no ${what} «${found}»`, { hint: suggestion(found, allowed) });
  }
}
