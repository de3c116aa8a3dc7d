/**
 * One thing that is wrong in what somebody wrote, said so that the reader can mend it: where it stands, what was found,
 * what is allowed and what to do.
 */
export type Problem = {
  /** Stable name of the kind of problem, for programs: `unknown-name`, `unit-mismatch` … */
  readonly code: string;
  /** What is wrong, one sentence. */
  readonly message: string;
  /** File as the user named it. */
  readonly file?: string;
  /** Line in that file, from 1. */
  readonly line?: number;
  /** Path inside the file: `shops.ica.turnover`. */
  readonly path?: string;
  /** What was found there, as text. */
  readonly found?: string;
  /** What may stand there. */
  readonly allowed?: string;
  /** What to do about it, or the name that was probably meant. */
  readonly hint?: string;
};

/** Sets a problem on one line: `file:line: path: message (found …; allowed …). Hint.` */
export function formatProblem(problem: Problem): string {
  const place = [problem.file, problem.line].filter((part) => part !== undefined).join(':');
  const details = [
    problem.found === undefined ? '' : `found ${problem.found}`,
    problem.allowed === undefined ? '' : `allowed ${problem.allowed}`,
  ].filter((part) => part !== '');
  const head = [place, problem.path].filter((part) => part !== undefined && part !== '').join(': ');
  const body = `${problem.message}${details.length > 0 ? ` (${details.join('; ')})` : ''}`;
  return `${head === '' ? '' : `${head}: `}${body}${problem.hint === undefined ? '' : `. ${problem.hint}`}`;
}

/** Something a planner wrote cannot be used; holds every problem that was found, never only the first. */
export class PlannerError extends Error {
  readonly code = 'planner-error';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'PlannerError';
    this.problems = problems;
  }
}

/** Work was stopped from outside or met a limit; what was asked for is not wrong in itself. */
export class StoppedError extends Error {
  readonly code: 'cancelled' | 'limit';

  constructor(code: 'cancelled' | 'limit', message: string) {
    super(message);
    this.name = 'StoppedError';
    this.code = code;
  }
}
