import fc from 'fast-check';
import { expect, it } from 'vitest';
import { progressSteps } from './progress-steps.ts';

it('tells the time that is left at the pace so far', () => {
  const steps = progressSteps(2, 0);
  steps.tell(250, 1000);
  // A quarter in 1 s: three quarters in 3 s.
  expect(steps.take(1000)).toEqual({ futuresDone: 250, futures: 1000, etaMs: 3000 });
  expect(steps.take(2000)).toBeUndefined();
});

it('a job has few events however often it is begun again and however fine its progress is', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 12 }), (attempts) => {
      let events = 1;
      for (const all of attempts) {
        const steps = progressSteps(events + 1, 0);
        events += 2;
        for (let done = 0; done <= all; done++) {
          steps.tell(done, all);
          if (steps.take(done) !== undefined) events += 1;
        }
      }
      // 200 of progress, and for each attempt its beginning, its end and at least four steps.
      expect(events).toBeLessThanOrEqual(200 + 6 * attempts.length);
    }),
  );
});
