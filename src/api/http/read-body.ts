import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from './refusal.ts';

/**
 * Reads a request's body, refusing as soon as it is known to be too large: by its declared length, or while it streams in.
 *
 * @throws {Refusal} 413 too large; 415 compressed (a small body may unpack to any size); 400 the client went away
 */
export async function readBody(request: IncomingMessage, response: ServerResponse, mostBytes: number): Promise<Buffer> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    throw new Refusal(415, 'COMPRESSED_BODY', 'Send the body uncompressed.', { 'Accept-Encoding': 'identity' });
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooLarge();
  if (request.headers.expect !== undefined) response.writeContinue();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const stop = (outcome: () => void): void => {
      request.off('data', onData).off('end', onEnd).off('close', onClose).off('error', onClose);
      outcome();
    };
    const onData = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes <= mostBytes) chunks.push(chunk);
      else stop(() => reject(tooLarge()));
    };
    const onEnd = (): void => stop(() => resolve(Buffer.concat(chunks, bytes)));
    const onClose = (): void =>
      stop(() => reject(new Refusal(400, 'INCOMPLETE_BODY', 'The body ended before it was complete.')));
    request.on('data', onData).on('end', onEnd).on('close', onClose).on('error', onClose);
  });
}

function tooLarge(): Refusal {
  return new Refusal(413, 'BODY_TOO_LARGE', 'The body is larger than allowed; send less at a time.');
}
