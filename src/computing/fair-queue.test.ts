import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FairQueue } from './fair-queue.ts';

const all = (queue: FairQueue<string>): string[] => {
  const taken: string[] = [];
  for (let item = queue.take(); item !== undefined; item = queue.take()) taken.push(item);
  return taken;
};

describe('work that waits', () => {
  it('is served one caller after another, each in the order they asked', () => {
    const queue = new FairQueue<string>();
    for (const item of ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'c2']) queue.add(item[0] as string, item);
    expect(all(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3', 'a4']);
  });

  it('lets a newcomer in before the rest of one who has been served', () => {
    const queue = new FairQueue<string>();
    for (const item of ['a1', 'a2', 'a3']) queue.add('a', item);
    expect(queue.take()).toBe('a1');
    queue.add('b', 'b1');
    expect(queue.take()).toBe('a2'); // a stood in line again before b came
    expect(queue.take()).toBe('b1');
    expect(queue.take()).toBe('a3');
  });

  it('passes over what cannot be served now, and keeps its turn', () => {
    const queue = new FairQueue<string>();
    for (const item of ['long1', 'short1']) queue.add('a', item);
    queue.add('b', 'long2');
    const isShort = (item: string): boolean => item.startsWith('short');
    expect(queue.take(isShort)).toBe('short1');
    expect(queue.take(isShort)).toBeUndefined();
    expect(all(queue)).toEqual(['long2', 'long1']);
  });

  it('forgets what is taken out of its turn', () => {
    const queue = new FairQueue<string>();
    queue.add('a', 'a1');
    expect(queue.remove('a', 'a2')).toBe(false);
    expect(queue.remove('a', 'a1')).toBe(true);
    expect([queue.size, queue.take()]).toEqual([0, undefined]);
  });

  it('never serves one caller twice while another waits all the time', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 60 }), (callers) => {
        const queue = new FairQueue<string>();
        for (const caller of callers) queue.add(caller, caller);
        const order = all(queue);
        expect([...order].sort()).toEqual([...callers].sort());
        for (const [at, caller] of order.entries()) {
          const again = order.indexOf(caller, at + 1);
          if (again < 0) continue;
          // Everybody who is served later than that has been served in between.
          for (const other of new Set(order.slice(again))) expect(order.slice(at, again)).toContain(other);
        }
      }),
    );
  });
});
