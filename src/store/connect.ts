import type { Connection, DatabasePlace } from './connection.ts';

/**
 * Connects to a database as it is: changes nothing in one that exists.
 *
 * @throws {StoreError} locked, other-major, old-server, unreachable, refused, no-folder, not-ours, disk-full, failed
 */
export async function connect(place: DatabasePlace): Promise<Connection> {
  if ('url' in place) {
    const { connectServer } = await import('./server.ts');
    return connectServer(place.url);
  }
  const { connectFolder } = await import('./folder.ts');
  return connectFolder(place.folder);
}
