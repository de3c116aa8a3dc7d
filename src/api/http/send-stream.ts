import type { ServerResponse } from 'node:http';

/** A body that is still being made while it is sent: an event stream, or an answer in parts. */
export function isStream(answer: Response): boolean {
  return /^(text\/event-stream|multipart\/mixed)\b/.test(answer.headers.get('content-type') ?? '');
}

/**
 * Sends a stream at the pace its client reads, so that nothing piles up here: the next part is asked for when the last has been taken.
 * A client that takes nothing for `readMs` is cut off.
 *
 * @returns when the stream has ended, was stopped by `signal`, or the client is gone
 */
export async function sendStream(
  body: ReadableStream<Uint8Array>,
  response: ServerResponse,
  readMs: number,
  signal: AbortSignal,
): Promise<void> {
  const reader = body.getReader();
  const over = new Promise<undefined>((resolve) => {
    response.once('close', () => resolve(undefined));
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  response.flushHeaders();
  try {
    for (;;) {
      const part = await Promise.race([reader.read(), over]);
      if (part === undefined || part.done) return;
      if (!response.write(part.value) && !(await drained(response, readMs, over))) return;
    }
  } finally {
    // Not waited for: what makes the events may itself be waiting for the next.
    reader.cancel().catch(() => undefined);
  }
}

async function drained(response: ServerResponse, readMs: number, over: Promise<undefined>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const drain = new Promise<true>((resolve) => response.once('drain', () => resolve(true)));
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), readMs);
  });
  const first = await Promise.race([drain, late, over]);
  clearTimeout(timer);
  if (first === 'late') response.destroy();
  return first === true;
}
