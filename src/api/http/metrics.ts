import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Exchange } from './exchange.ts';

/** What Prometheus reads at `/metrics`: requests, their time, what is going on now, the process, and gauges that other parts add. */
export type Metrics = {
  readonly contentType: string;
  /** All metrics as text. */
  write(): Promise<string>;
  /** Counts an answered request; its seconds are until the answer was sent. */
  count(exchange: Exchange, status: number, seconds: number): void;
  /** Adds a number that is read whenever somebody looks: queue length, threads at work, size of the database. */
  addGauge(name: string, help: string, read: () => number | Promise<number>): void;
  close(): void;
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Counter({
    name: 'bygdekalkyl_http_requests_total',
    help: 'Requests answered, by HTTP status and type of operation',
    labelNames: ['status', 'operation'],
    registers,
  });
  const seconds = new Histogram({
    name: 'bygdekalkyl_http_request_duration_seconds',
    help: 'Time from a request to its whole answer',
    labelNames: ['operation'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    registers,
  });
  return {
    contentType: registry.contentType,
    write: () => registry.metrics(),
    count: (exchange, status, time) => {
      const operation = exchange.operationType ?? 'none';
      requests.inc({ status: String(status), operation });
      seconds.observe({ operation }, time);
    },
    addGauge: (name, help, read) => {
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          // A number that cannot be read is no reason to tell none of the others.
          this.set(
            await Promise.resolve()
              .then(read)
              .catch(() => Number.NaN),
          );
        },
      });
    },
    close: () => registry.clear(),
  };
}
