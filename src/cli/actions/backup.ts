import { createReadStream, existsSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { engineVersion } from '../../app/engine-version.ts';
import { refuseExisting, writeWholeFile } from '../../app/whole-file.ts';
import { readPlace } from '../../service/configuration.ts';
import { writeBackup } from '../../store/backup.ts';
import { connect } from '../../store/connect.ts';
import { defaultDataFolder } from '../../store/folder.ts';
import { readFolderOwner } from '../../store/folder-lock.ts';
import { checkBackup } from '../../store/read-backup.ts';
import { StoreError } from '../../store/store-error.ts';
import type { KeepOptions } from '../options.ts';

/**
 * Writes a backup, whole or not at all, and reads it through once before it gets its name.
 *
 * @throws {PlannerError} when the file exists or cannot be written
 * @throws {StoreError} when the data cannot be read
 */
export async function backup(file: string, options: KeepOptions & { readonly force?: boolean }): Promise<void> {
  const overwriting = { force: options.force ?? false };
  refuseExisting(file, overwriting);
  const place = readPlace({
    flags: { data: options.data },
    environment: process.env,
    usualFolder: defaultDataFolder(),
  });
  const unchecked = `${file}.${process.pid}.unchecked`;
  try {
    const address = 'folder' in place ? await serverOn(place.folder) : undefined;
    if (address !== undefined) await writeWholeFile(unchecked, fetched(address), { force: false });
    else await fromPlace(place, unchecked);
    const { rows } = await checkBackup(createReadStream(unchecked));
    refuseExisting(file, overwriting);
    await rename(unchecked, file);
    const count = Object.values(rows).reduce((sum, each) => sum + each, 0);
    process.stdout.write(`Backup written and read through: ${file}, ${count} rows, ${statSync(file).size} bytes.\n`);
  } finally {
    await rm(unchecked, { force: true });
  }
}

async function fromPlace(place: Parameters<typeof connect>[0], file: string): Promise<void> {
  const connection = await connect(place);
  try {
    const out = new PassThrough();
    const written = writeBackup(connection, out, { engine: engineVersion });
    written.catch((error: Error) => out.destroy(error));
    await writeWholeFile(file, out, { force: false });
    await written;
  } finally {
    await connection.close();
  }
}

/** The server that owns a data folder, if one does. */
async function serverOn(folder: string): Promise<{ readonly address: string; readonly adminKey: string } | undefined> {
  if (!existsSync(join(folder, 'database'))) {
    throw new StoreError(
      'no-folder',
      `There is no data in ${folder}. Tell with --data where it is, or set DATABASE_URL.`,
    );
  }
  const owner = await readFolderOwner(folder);
  if (owner?.address === undefined || owner.adminKey === undefined) return undefined;
  return { address: owner.address, adminKey: owner.adminKey };
}

async function* fetched({
  address,
  adminKey,
}: {
  readonly address: string;
  readonly adminKey: string;
}): AsyncGenerator<Uint8Array> {
  const failed = (why: string, cause?: unknown): StoreError =>
    new StoreError(
      'unreachable',
      `The server at ${address} owns the data folder, but ${why}. Try again, or stop the server and run the command again.`,
      cause,
    );
  try {
    const response = await fetch(new URL('backup', `${address.replace(/\/$/, '')}/`), {
      headers: { authorization: `Bearer ${adminKey}` },
    });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw failed(`gave no backup (status ${response.status})`);
    }
    yield* Readable.fromWeb(response.body as import('node:stream/web').ReadableStream);
  } catch (error) {
    throw error instanceof StoreError ? error : failed('does not answer, or stopped half-way', error);
  }
}
