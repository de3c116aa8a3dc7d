import { type MessagePort, parentPort } from 'node:worker_threads';
import { loadModel } from '../app/load-model.ts';
import { DeskWork } from './desk-work.ts';
import type { FromDesk, ToDesk } from './messages.ts';
import { sentError } from './sent-error.ts';

/** The thread of a desk: does one task at a time, and hears between the steps of it that it is to stop. */
const port = parentPort as MessagePort;
const work = new DeskWork();
let running: { readonly id: number; readonly abort: AbortController } | undefined;

const say = (message: FromDesk, transfer: readonly ArrayBuffer[] = []): void =>
  port.postMessage(message, [...transfer]);

port.on('message', (message: ToDesk) => {
  if (message.to === 'stop') {
    if (running?.id === message.id) running.abort.abort();
    return;
  }
  const { id, task, threads } = message;
  const abort = new AbortController();
  running = { id, abort };
  work
    .do(task, {
      signal: abort.signal,
      threads,
      onProgress: (done, all) => say({ says: 'progress', id, done, all }),
    })
    .then(
      (found) => say({ says: 'found', id, found }, isBytes(found) ? [found.json.buffer] : []),
      (error: unknown) => say({ says: 'failed', id, error: sentError(error) }),
    );
});

function isBytes(found: unknown): found is { readonly json: Uint8Array<ArrayBuffer> } {
  return (found as { json?: unknown } | null)?.json instanceof Uint8Array;
}

// What every task needs is read before the first.
loadModel();
say({ says: 'ready' });
