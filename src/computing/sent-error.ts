import { atMost, mostProblems } from '../engine/text/index.ts';
import { PlannerError, type Problem, StoppedError } from '../errors.ts';

/** An error as it is sent between threads, which keep no classes. */
export type SentError =
  | { readonly kind: 'planner'; readonly problems: readonly Problem[] }
  | { readonly kind: 'stopped'; readonly code: StoppedError['code']; readonly message: string }
  | { readonly kind: 'range'; readonly message: string }
  | { readonly kind: 'defect'; readonly name: string; readonly message: string; readonly stack: string | undefined };

/** What the language itself says when there is no room: it throws the same class as we do for a number out of range. */
const noRoom =
  /^(Array buffer allocation failed|Invalid (typed )?array length|Invalid string length|(Map|Set) maximum size exceeded|Cannot create a string longer|Maximum call stack size exceeded)/;

/** Makes an error ready to be sent. */
export function sentError(error: unknown): SentError {
  if (error instanceof PlannerError) return { kind: 'planner', problems: atMost(error.problems, mostProblems) };
  if (error instanceof StoppedError) return { kind: 'stopped', code: error.code, message: error.message };
  if (error instanceof RangeError)
    return noRoom.test(error.message)
      ? { kind: 'stopped', code: 'limit', message: tooMuchMemory }
      : { kind: 'range', message: error.message };
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'defect', name, message, stack };
}

/** Said of work that there is no room for. */
export const tooMuchMemory =
  'This needs more memory than one piece of work may have; divide the scenario, or compute fewer futures';

/** The error that was sent, of its own class again. */
export function receivedError(sent: SentError): Error {
  switch (sent.kind) {
    case 'planner':
      return new PlannerError(sent.problems);
    case 'stopped':
      return new StoppedError(sent.code, sent.message);
    case 'range':
      return new RangeError(sent.message);
    case 'defect': {
      const error = new Error(sent.message);
      error.name = sent.name;
      if (sent.stack !== undefined) error.stack = sent.stack;
      return error;
    }
  }
}
