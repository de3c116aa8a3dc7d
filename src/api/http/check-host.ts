import { Refusal } from './refusal.ts';

/** Names by which this machine reaches itself. */
export const loopbackNames: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses a request meant for another name than the service's own, whatever its port. Without sign-in this is what stops a hostile page:
 * it can make its own name point to 127.0.0.1, and the browser then lets it read the answers (DNS rebinding).
 *
 * @param hosts - allowed names, IPv6 in brackets; or `any`, for a service with sign-in that stands behind a proxy
 */
export function checkHost(header: string | undefined, hosts: readonly string[] | 'any'): void {
  if (hosts === 'any') return;
  const name = header === undefined ? undefined : /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::\d{1,5})?$/i.exec(header)?.[1];
  if (name === undefined || !hosts.some((host) => host.toLowerCase() === name.toLowerCase().replace(/\.$/, '')))
    throw new Refusal(
      421,
      'WRONG_HOST',
      'This service does not answer for that host name; use the address it printed at start.',
    );
}
