import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Exchange } from './exchange.ts';
import { Refusal } from './refusal.ts';

/** Answers with a JSON text. */
export function sendJson(request: IncomingMessage, response: ServerResponse, status: number, value: unknown): void {
  const accept = request.headers.accept ?? '';
  const type = accept.includes('application/graphql-response+json')
    ? 'application/graphql-response+json'
    : 'application/json';
  response.statusCode = status;
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  endWith(request, response, JSON.stringify(value));
}

/** Answers with an error in the shape GraphQL clients read: what a `Refusal` says, or, of a defect, only the request's id. */
export function sendError(
  request: IncomingMessage,
  response: ServerResponse,
  exchange: Exchange,
  error: unknown,
): void {
  if (!(error instanceof Refusal) && !response.destroyed) exchange.log.error({ err: error }, 'unexpected error');
  if (response.destroyed || response.writableEnded) return;
  if (response.headersSent) {
    response.destroy(); // a half answer must not look whole
    return;
  }
  const refusal = error instanceof Refusal ? error : new Refusal(500, 'INTERNAL_SERVER_ERROR', 'Unexpected error');
  for (const [name, value] of Object.entries(refusal.headers)) response.setHeader(name, value);
  const extensions = { code: refusal.code, requestId: exchange.id };
  sendJson(request, response, refusal.status, { errors: [{ message: refusal.message, extensions }] });
}

/**
 * Ends an answer. Where the request's body has not been read to its end, the connection is of no more use; but closing it under a
 * client that still sends would lose the answer on the way, so what comes is thrown away for a short while first.
 */
function endWith(request: IncomingMessage, response: ServerResponse, text: string): void {
  const bytes = Buffer.from(text);
  response.setHeader('Content-Length', bytes.length);
  if (request.complete || !hasBody(request)) {
    response.end(bytes);
    return;
  }
  response.shouldKeepAlive = false;
  response.write(bytes);
  const end = (): void => {
    clearTimeout(timer);
    request.off('end', end).off('close', end);
    response.end();
  };
  const timer = setTimeout(end, 1_000);
  request.on('end', end).on('close', end).on('error', end).resume();
}

function hasBody(request: IncomingMessage): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}
