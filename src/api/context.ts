import type { Service } from '../service/service.ts';
import type { Viewer } from '../service/viewer.ts';
import type { Limits } from './limits/index.ts';

/** What a request carries through the resolvers. */
export type Context = {
  readonly service: Service;
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly limits: Limits;
  /** Aborted when the client is gone or the time is up. */
  readonly signal: AbortSignal;
  /** Has the computations of this request one after another. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** What has been computed for this request. */
  readonly cost: { villageDrawYears: number };
};
