import type { ServerResponse } from 'node:http';
import type { Exchange } from './exchange.ts';
import type { Metrics } from './metrics.ts';

/** Counts an exchange that is over, and writes its line in the log: who asked what, how it went, nothing of what was in it. */
export function conclude(exchange: Exchange, response: ServerResponse, bytes: number, metrics: Metrics): void {
  const ms = performance.now() - exchange.start;
  const status = response.headersSent ? response.statusCode : 499; // none was sent: the client left first
  metrics.count(exchange, status, ms / 1000);
  exchange.log[status >= 500 ? 'warn' : 'info'](
    {
      method: exchange.method,
      path: exchange.path,
      status,
      ms: Math.round(ms * 10) / 10,
      bytes,
      operationType: exchange.operationType,
      operation: exchange.operationName,
      caller: exchange.caller,
      cost: exchange.cost,
      ...(response.headersSent && !response.writableFinished ? { cutShort: true } : {}),
    },
    'request',
  );
}
