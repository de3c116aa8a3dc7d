import { accessSync, constants } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Connection } from './connection.ts';
import { assertRoom, Embedded, embeddedAdapter, embeddedMajor, embeddedSql, runEmbedded } from './embedded.ts';
import { lockFolder } from './folder-lock.ts';
import { asStoreError, StoreError } from './store-error.ts';

/** Where things are kept unless told: a folder of the user, by the custom of the system. */
export function defaultDataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Bygdekalkyl');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Bygdekalkyl');
  const given = environment['XDG_DATA_HOME'];
  return join(given?.startsWith('/') ? given : join(home, '.local', 'share'), 'bygdekalkyl');
}

/** What a data folder says of itself, in `store.json`. */
type StoreFile = { readonly program: 'bygdekalkyl'; readonly pglite: string; readonly postgres: string };

/** PGlite promises to read its own folder only within a minor version while it is 0.x. */
function engineHere(): StoreFile {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@electric-sql/pglite');
  const { version } = require(join(entry, '..', '..', 'package.json')) as { version: string };
  return { program: 'bygdekalkyl', pglite: version.split('.').slice(0, 2).join('.'), postgres: embeddedMajor };
}

/**
 * Takes a data folder, checks that this program can read it, and opens the database in it; makes both if missing.
 *
 * @throws {StoreError} no-folder, locked, not-ours, other-major, disk-full, failed
 */
export async function connectFolder(given: string): Promise<Connection> {
  const folder = await usableFolder(given);
  const lock = await lockFolder(folder).catch((error: unknown) => {
    throw asStoreError(error) ?? error;
  });
  try {
    const embedded = await openDatabaseIn(folder);
    return {
      kind: 'embedded',
      sql: embeddedSql(embedded),
      adapter: embeddedAdapter(embedded),
      run: runEmbedded,
      publish: lock.publish,
      close: async () => {
        try {
          await embedded.close();
        } finally {
          await lock.release();
        }
      },
    };
  } catch (error) {
    await lock.release().catch(() => {});
    throw (
      asStoreError(error) ??
      new StoreError(
        'failed',
        `The database in ${folder} cannot be opened: ${error instanceof Error ? error.message : String(error)}. Nothing was changed. If the disk has room and the folder can be written, the folder is damaged: move it away, start anew and restore a backup.`,
        error,
      )
    );
  }
}

async function openDatabaseIn(folder: string): Promise<Embedded> {
  const database = join(folder, 'database');
  const here = engineHere();
  const fresh = join(folder, 'database.new');
  await rm(fresh, { recursive: true, force: true });
  if (await exists(database)) {
    await checkEngine(folder, database, here);
    return Embedded.open(database);
  }
  // Made beside and then named, so that a database is there whole or not at all.
  assertRoom(folder, 'create');
  await mkdir(fresh, { mode: 0o700 });
  await (await Embedded.open(fresh)).close();
  await syncAll(fresh);
  await writeFile(join(folder, 'store.json'), `${JSON.stringify(here)}\n`);
  await rename(fresh, database);
  return Embedded.open(database);
}

async function checkEngine(folder: string, database: string, here: StoreFile): Promise<void> {
  const postgres = await readFile(join(database, 'PG_VERSION'), 'utf8').catch(() => undefined);
  const text = await readFile(join(folder, 'store.json'), 'utf8').catch(() => undefined);
  const written = text === undefined ? undefined : asStoreFile(text);
  if (postgres === undefined || written === undefined) {
    throw new StoreError(
      'not-ours',
      `${folder} holds a folder "database" that this program did not make, or its store.json is damaged. Nothing was changed. Choose another folder with --data.`,
    );
  }
  if (postgres.trim() !== here.postgres || written.pglite !== here.pglite) {
    throw new StoreError(
      'other-major',
      `The data in ${folder} was written by PostgreSQL ${postgres.trim()} (PGlite ${written.pglite}); this program has PostgreSQL ${here.postgres} (PGlite ${here.pglite}), which cannot read it. Nothing was changed. With the version of the program that wrote it: bygdekalkyl backup FILE --data ${folder}. Then with this one: bygdekalkyl restore FILE --data NEW_FOLDER.`,
    );
  }
}

function asStoreFile(text: string): StoreFile | undefined {
  try {
    const read: StoreFile = JSON.parse(text);
    return read.program === 'bygdekalkyl' && typeof read.pglite === 'string' ? read : undefined;
  } catch {
    return undefined;
  }
}

async function usableFolder(given: string): Promise<string> {
  if (given.trim() === '' || given.includes('\0')) {
    throw new StoreError('no-folder', 'The data folder has no name. Give one with --data, or leave --data out.');
  }
  const folder = resolve(given);
  try {
    await makeFolder(folder);
    if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error('it is a file'), { code: 'ENOTDIR' });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const full = asStoreError(error);
    if (full !== undefined) throw full;
    const why =
      code === 'EEXIST' || code === 'ENOTDIR'
        ? 'a file stands in its place'
        : code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
          ? 'it cannot be written'
          : (error as Error).message;
    throw new StoreError(
      'no-folder',
      `The data folder ${folder} cannot be used: ${why}. Choose another with --data, or mend its rights.`,
      error,
    );
  }
  return folder;
}

/** As `mkdir` with `recursive`, which never returns where the system says of a folder that exists that it does not (`/proc`). */
async function makeFolder(folder: string): Promise<void> {
  if (await exists(folder)) return;
  if (!(await exists(dirname(folder)))) await makeFolder(dirname(folder));
  await mkdir(folder, { mode: 0o700 });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Every file under a folder on the disk itself, not only on its way there. */
async function syncAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = await open(join(entry.parentPath, entry.name), 'r+');
    await file.sync();
    await file.close();
  }
}
