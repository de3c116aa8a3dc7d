import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';

const statuses: Readonly<Record<string, readonly [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'Payload Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
};

/** Answers what is not HTTP, or came too slowly, with a status and an error in JSON, and closes the connection;
 * never in the middle of another answer. */
export function refuseBrokenRequest(
  error: Error,
  socket: Socket,
  answering: ServerResponse | undefined,
  log: Logger,
): void {
  const code = (error as { code?: string }).code ?? '';
  log.debug({ code }, 'broken request');
  const inAnswer = answering?.headersSent && !answering.writableFinished;
  if (!socket.writable || inAnswer || code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const [status, reason] = statuses[code] ?? [400, 'Bad Request'];
  const body = JSON.stringify({ errors: [{ message: `${reason}.`, extensions: { code: 'BAD_REQUEST' } }] });
  const head = `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`;
  socket.end(head + body, () => socket.destroy());
}
