import { execFile } from 'node:child_process';
import { getEventListeners } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { BusyError, type Computing, type ComputingOptions, openComputing } from '../../src/computing/index.ts';
import { StoppedError } from '../../src/errors.ts';
import { endless, sent, village } from './bundles.ts';

const who = { caller: 'kalmar' };
let computing: Computing;
const open = (options: ComputingOptions): Computing => {
  computing = openComputing({ threads: 0, ...options });
  return computing;
};
afterEach(async () => await computing.close());

const many = { draws: 16_000_000 };
const few = { draws: 64 };

describe('work that is called off', () => {
  it('frees its desk when it computes futures, without losing the thread', async () => {
    open({ desks: 1 });
    const abort = new AbortController();
    const told: number[] = [];
    const began = computing.compare(sent(village), many, {
      ...who,
      signal: abort.signal,
      onProgress: (done) => {
        told.push(done);
        abort.abort();
      },
    });
    await expect(began).rejects.toMatchObject({ name: 'StoppedError', code: 'cancelled' });
    expect(told).toHaveLength(1);
    await computing.compare(sent(village), few, who);
    expect(computing.state).toEqual({ desks: 1, running: 0, waiting: 0, restarts: 0 });
    expect(getEventListeners(abort.signal, 'abort')).toEqual([]);
  });

  it('frees its desk when it hears nothing, by replacing the thread, and disturbs nobody', async () => {
    open({ desks: 2 });
    const abort = new AbortController();
    const lost = computing.read(sent(endless), { ...who, signal: abort.signal });
    const beside = computing.compare(sent(village), few, { caller: 'uppvidinge', onProgress: () => abort.abort() });
    await expect(lost).rejects.toMatchObject({ code: 'cancelled' });
    const { certificate } = await beside;
    expect(computing.state.restarts).toBe(1);
    const again = await Promise.all([1, 2, 3].map(async () => await computing.compare(sent(village), few, who)));
    for (const each of again) expect(each.certificate).toEqual(certificate);
  });

  it('never runs when it was called off while it waited, or before it was asked', async () => {
    open({ desks: 1 });
    const abort = new AbortController();
    const first = computing.compare(sent(village), few, who);
    const second = computing.compare(sent(village), many, { ...who, signal: abort.signal });
    abort.abort();
    await expect(second).rejects.toThrow(StoppedError);
    await first;
    await expect(computing.read(sent(village), { ...who, signal: abort.signal })).rejects.toThrow(StoppedError);
    expect(computing.state).toMatchObject({ running: 0, waiting: 0, restarts: 0 });
  });
});

describe('work that takes too long', () => {
  it('is stopped by its limit, whether it hears or not', async () => {
    open({ desks: 1, limitMs: { short: 400, long: 400 } });
    await computing.read(sent(village), { ...who, limitMs: 60_000 });
    for (const work of [
      computing.compare(sent(village), many, { ...who, weight: 'long' }),
      computing.read(sent(endless), who),
    ])
      await expect(work).rejects.toMatchObject({ name: 'StoppedError', code: 'limit', message: /0\.4 seconds/ });
    expect((await computing.read(sent(village), { ...who, limitMs: 60_000 })).places).toBe(1);
    // The endless one hears nothing, so its thread is replaced; on a busy machine the other may hear too late as well.
    expect(computing.state.running).toBe(0);
    expect(computing.state.restarts).toBeOneOf([1, 2]);
  });

  it('is stopped when it needs too much memory, alone', async () => {
    open({ desks: 2, memoryMb: 300 });
    const [lost, kept] = await Promise.allSettled([
      computing.read(sent(endless), who),
      computing.compare(sent(village), few, { caller: 'uppvidinge' }),
    ]);
    expect(lost).toMatchObject({ status: 'rejected', reason: { code: 'limit', message: /memory/ } });
    expect(kept.status).toBe('fulfilled');
    expect((await computing.read(sent(village), who)).places).toBe(1);
    expect(computing.state).toMatchObject({ desks: 2, running: 0, restarts: 1 });
  });
});

describe('many who ask at once', () => {
  /** The order in which work of these callers comes to an end. */
  const order = async (asked: readonly (readonly [string, 'short' | 'long'])[]): Promise<string[]> => {
    const ended: string[] = [];
    await Promise.all(
      asked.map(async ([name, weight]) => {
        await computing.compare(sent(village), few, { caller: name[0] as string, weight });
        ended.push(name);
      }),
    );
    return ended;
  };

  it('have their turns one after another, however much one of them asks', async () => {
    open({ desks: 1 });
    const ended = await order(['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1'].map((name) => [name, 'short']));
    expect(ended).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4']);
  });

  it('leave a desk to short work while long work runs', async () => {
    open({ desks: 2 });
    const abort = new AbortController();
    let runs = (): void => {};
    const running = new Promise<void>((resolve) => {
      runs = resolve;
    });
    const long = ['a', 'b', 'c'].map(
      async (caller) =>
        await computing
          .compare(sent(village), many, { caller, weight: 'long', signal: abort.signal, onProgress: runs })
          .catch((error: unknown) => error),
    );
    await running;
    expect(computing.state).toMatchObject({ running: 1, waiting: 2 });
    expect(
      await order([
        ['d1', 'short'],
        ['d2', 'short'],
      ]),
    ).toEqual(['d1', 'd2']);
    expect(computing.state).toMatchObject({ running: 1, waiting: 2 });
    abort.abort();
    for (const each of await Promise.all(long)) expect(each).toMatchObject({ code: 'cancelled' });
  });

  it('are told to come back: who asks for too much, and anybody when too much waits', async () => {
    open({ desks: 1, perCaller: 2, waiting: 3 });
    const ask = async (caller: string): Promise<unknown> =>
      await computing.compare(sent(village), few, { caller }).catch((error: unknown) => error);
    const asked = ['a', 'a', 'a', 'b', 'c', 'd'].map(ask);
    const ends = await Promise.all(asked);
    const scopes = ends.map((each) => (each instanceof BusyError ? each.scope : 'done'));
    // Nothing can run before the thread is ready, so that three wait: a, a and b.
    expect(scopes).toEqual(['done', 'done', 'caller', 'done', 'server', 'server']);
    for (const each of ends) if (each instanceof BusyError) expect(each.retryAfterSeconds).toBeGreaterThanOrEqual(1);
    expect(await ask('a')).not.toBeInstanceOf(BusyError);
  });
});

describe('closing', () => {
  it('lets work end that is under way, takes nothing new, and stops what takes longer', async () => {
    open({ desks: 1 });
    const work = computing.compare(sent(village), few, who);
    const closed = computing.close(60_000);
    await expect(computing.read(sent(village), who)).rejects.toThrow(BusyError);
    expect((await work).certificate.draws).toBe(64);
    await closed;
    open({ desks: 1 });
    const running = computing.compare(sent(village), many, who);
    const waiting = computing.compare(sent(village), few, { caller: 'b' });
    void computing.close(300);
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('leaves nothing that keeps the process alive, threads of long work included', async () => {
    const script = fileURLToPath(new URL('./closed-while-running.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: 90_000 });
    expect(JSON.parse(stdout)).toEqual({ code: 'cancelled' });
  });
});
