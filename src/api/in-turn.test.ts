import { expect, it } from 'vitest';
import { turns } from './in-turn.ts';

it('the computations of a request are done one after another, also after one that failed', async () => {
  const inTurn = turns();
  let atWork = 0;
  let most = 0;
  const work = (fails: boolean) => async (): Promise<string> => {
    atWork += 1;
    most = Math.max(most, atWork);
    await new Promise((resolve) => setImmediate(resolve));
    atWork -= 1;
    if (fails) throw new Error('no');
    return 'done';
  };
  const all = await Promise.allSettled([work(false), work(true), work(false)].map(inTurn));
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(most).toBe(1);
});
