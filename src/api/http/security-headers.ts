import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

const setHeaders = helmet({
  // Nothing the service answers is a page: it may load nothing, run nothing and be framed by nobody. A route that serves pages sets its own.
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
  },
  xFrameOptions: { action: 'deny' },
  // TLS ends at the proxy, which alone knows whether the whole name may be bound to it.
  strictTransportSecurity: false,
});

/** Headers that tell a browser to treat every answer as data only, never to be guessed at, framed or kept. */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse): void {
  setHeaders(request, response, () => undefined);
  response.setHeader('Cache-Control', 'no-store');
}
