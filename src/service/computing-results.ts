import type { Compared } from '../computing/index.ts';

/** How a computation is asked for. */
export type ComputeAsk = {
  readonly caller: string;
  readonly weight: 'short' | 'long';
  readonly signal?: AbortSignal | undefined;
  readonly limitMs?: number | undefined;
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
};

/** Results that are being computed, each once however many ask. */
export type ComputingResults = Map<string, SharedComputation>;

/** One computation, and who waits for it. */
export type SharedComputation = {
  readonly result: Promise<Compared>;
  readonly stop: AbortController;
  readonly followers: Set<NonNullable<ComputeAsk['onProgress']>>;
  waiting: number;
};
