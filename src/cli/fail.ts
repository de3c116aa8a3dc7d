import { formatProblem, PlannerError, StoppedError } from '../errors.ts';
import { AccessError } from '../service/viewer.ts';
import { asStoreError } from '../store/store-error.ts';

/** Exit codes: what a script may rely on. */
export const exitCodes = {
  fine: 0,
  defect: 1,
  usage: 2,
  problems: 3,
  limit: 4,
  unmet: 5,
  store: 6,
  cancelled: 130,
} as const;

/** Says what went wrong, as people or programs read it, and gives the exit code for it. */
export function fail(error: unknown, json: boolean): number {
  const say = (text: string): void => {
    process.stderr.write(`${text}\n`);
  };
  if (error instanceof PlannerError) {
    if (json) say(JSON.stringify({ error: { code: error.code, problems: error.problems } }));
    else {
      for (const problem of error.problems) say(formatProblem(problem));
      say(error.problems.length === 1 ? '1 problem' : `${error.problems.length} problems`);
    }
    return exitCodes.problems;
  }
  if (error instanceof StoppedError) {
    say(json ? JSON.stringify({ error: { code: error.code, message: error.message } }) : error.message);
    return error.code === 'cancelled' ? exitCodes.cancelled : exitCodes.limit;
  }
  if (error instanceof AccessError) {
    say(json ? JSON.stringify({ error: { code: error.code, message: error.message } }) : error.message);
    return exitCodes.problems;
  }
  if (error instanceof RangeError) {
    say(json ? JSON.stringify({ error: { code: 'usage', message: error.message } }) : error.message);
    return exitCodes.usage;
  }
  const store = asStoreError(error);
  if (store !== undefined) {
    say(json ? JSON.stringify({ error: { code: store.code, message: store.message } }) : store.message);
    return exitCodes.store;
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  say(
    json
      ? JSON.stringify({ error: { code: 'defect', message } })
      : `This is a defect of the program, not of your input:\n${message}`,
  );
  return exitCodes.defect;
}
