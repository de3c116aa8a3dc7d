import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { Refusal, type Route } from './http/index.ts';

/** Where the page is built: not in the repository, but made when the project is installed. */
export const builtPage = fileURLToPath(new URL('../../dist/page', import.meta.url));

/** The page may load its own files and ask this service; nothing else, and nothing that is written into it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/**
 * The page, read once when the server starts: `/` and what it loads. Anybody may load it; what it shows is asked of the API,
 * by whoever looks.
 *
 * @param folder - what the page was built to; where there is none, `/` says what to do
 */
export function pageRoutes(folder: string): readonly Route[] {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return [{ method: 'GET', path: '/', open: true, handle: notBuilt }];
  const serve = sirv(folder, { etag: true, gzip: true, brotli: true });
  const handle: Route['handle'] = (request, response) =>
    new Promise((resolve, reject) => {
      response.once('close', resolve);
      const usual = response.getHeaders();
      // Before it is looked for: a browser applies the policy of «not modified» to the page it has kept.
      setHeaders(response, request.url ?? '/');
      serve(request, response, () => {
        for (const [name, value] of Object.entries(usual)) if (value !== undefined) response.setHeader(name, value);
        reject(new Refusal(404, 'NOT_FOUND', 'There is nothing at this address; the page is at /.'));
      });
    });
  return ['/', '/assets/', '/favicon.svg'].map((path) => ({ method: 'GET', path, open: true, handle }));
}

function setHeaders(response: ServerResponse, path: string): void {
  response.setHeader('Content-Security-Policy', policy);
  // Files below /assets/ are named by what they hold; the first page names them, and is asked for each time.
  response.setHeader('Cache-Control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function notBuilt(): never {
  throw new Refusal(404, 'NOT_FOUND', 'The page is not built here: run `npm run build`. The API is at /graphql.');
}
