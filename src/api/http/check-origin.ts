import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from './refusal.ts';

/**
 * Reads the list of web origins whose pages may use the service.
 *
 * @throws {RangeError} on anything but an origin: `*` would open it to every page on the web
 */
export function readAllowedOrigins(origins: readonly string[]): ReadonlySet<string> {
  for (const origin of origins) {
    const url = URL.canParse(origin) ? new URL(origin) : undefined;
    if (url === undefined || url.origin !== origin || !/^https?:$/.test(url.protocol))
      throw new RangeError(
        `"${origin}" is no web origin; write it as https://planering.example or http://localhost:5173`,
      );
  }
  return new Set(origins);
}

/**
 * Refuses requests that a browser sends on behalf of another site's page, and tells the browser which origins may read the answer.
 *
 * A request that names an origin must come from the service's own or an allowed one. A GET without `Origin` is judged by
 * `Sec-Fetch-Site`; programs that are no browsers send neither. Cookies are never used, so credentials are never allowed.
 */
export function checkOrigin(request: IncomingMessage, response: ServerResponse, allowed: ReadonlySet<string>): void {
  const { origin, host } = request.headers;
  response.setHeader('Vary', 'Origin');
  if (origin === undefined) {
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw crossSite();
    return;
  }
  if (allowed.has(origin)) {
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader('Access-Control-Expose-Headers', 'X-Request-Id, Retry-After');
  } else if (!isOwn(origin, host)) throw crossSite();
}

/** Answers a browser's question whether a page of another origin may send a request (`checkOrigin` has already refused those that may not). */
export function answerPreflight(response: ServerResponse): void {
  response.setHeader('Allow', 'GET, POST');
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
  response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, Last-Event-ID, X-Request-Id');
  response.setHeader('Access-Control-Max-Age', '600');
  response.statusCode = 204;
  response.end();
}

function isOwn(origin: string, host: string | undefined): boolean {
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}

function crossSite(): Refusal {
  return new Refusal(
    403,
    'CROSS_SITE',
    'Pages of other sites may not use this service; its operator can allow their origin.',
  );
}
