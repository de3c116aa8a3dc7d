import { describe, expect, it } from 'vitest';
import { PlannerError, StoppedError } from '../errors.ts';
import { receivedError, sentError } from './sent-error.ts';

/** As between threads: cloned, not handed over. */
const across = (error: unknown): Error => receivedError(structuredClone(sentError(error)));

describe('an error that comes from another thread', () => {
  it('holds every problem with its place', () => {
    const problem = {
      code: 'unknown-name',
      message: 'No',
      file: 'a.yaml',
      line: 3,
      path: 'shops.ica',
      allowed: 'x',
      hint: 'y',
    };
    const error = across(new PlannerError([problem, { code: 'b', message: 'Two' }]));
    expect(error).toBeInstanceOf(PlannerError);
    expect((error as PlannerError).problems).toEqual([problem, { code: 'b', message: 'Two' }]);
    expect(error.message).toBe(new PlannerError([problem, { code: 'b', message: 'Two' }]).message);
  });

  it('tells at most 200 problems, and that there are more', () => {
    const error = across(new PlannerError(Array.from({ length: 3000 }, () => ({ code: 'a', message: 'b' }))));
    expect((error as PlannerError).problems).toHaveLength(201);
    expect((error as PlannerError).problems.at(-1)?.code).toBe('more-problems');
  });

  it.each(['cancelled', 'limit'] as const)('is still work that was stopped: %s', (code) => {
    const error = across(new StoppedError(code, 'why'));
    expect(error).toBeInstanceOf(StoppedError);
    expect(error).toMatchObject({ code, message: 'why' });
  });

  it('is still a number out of range', () => {
    expect(across(new RangeError('there is no year 3000'))).toEqual(new RangeError('there is no year 3000'));
  });

  it.each([() => new Float64Array(2 ** 52), () => new Array(-1), () => 'x'.repeat(2 ** 30)])(
    'is a limit when the language itself has no room',
    (work) => {
      try {
        work();
        expect.unreachable();
      } catch (error) {
        expect(across(error)).toMatchObject({ name: 'StoppedError', code: 'limit' });
      }
    },
  );

  it('is a defect with its own stack otherwise, and no kind that is shown to a planner', () => {
    const defect = new TypeError('x is undefined');
    const error = across(defect);
    expect(error).not.toBeInstanceOf(PlannerError);
    expect(error).not.toBeInstanceOf(RangeError);
    expect([error.name, error.message, error.stack]).toEqual(['TypeError', 'x is undefined', defect.stack]);
    expect(across('text').message).toBe('text');
  });
});
