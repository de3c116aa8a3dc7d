import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { PlannerError } from '../../errors.ts';
import { readPlace } from '../../service/configuration.ts';
import { defaultDataFolder } from '../../store/folder.ts';
import { restoreBackup } from '../../store/restore.ts';
import type { KeepOptions } from '../options.ts';

/**
 * Puts a backup into an empty place. A data folder that a process uses is refused: stop that one first.
 *
 * @throws {PlannerError} when the file cannot be read
 * @throws {StoreError} when it is no whole backup, or the place is not empty or cannot be opened
 */
export async function restore(file: string, options: KeepOptions): Promise<void> {
  await readable(file);
  const place = readPlace({
    flags: { data: options.data },
    environment: process.env,
    usualFolder: defaultDataFolder(),
  });
  const rows = await restoreBackup(place, () => createReadStream(file));
  const count = Object.values(rows).reduce((sum, each) => sum + each, 0);
  const where = 'folder' in place ? place.folder : 'the database in DATABASE_URL';
  process.stdout.write(`Restored: ${count} rows into ${where}.\n`);
}

async function readable(file: string): Promise<void> {
  try {
    const handle = await open(file);
    const { isFile } = await handle.stat().then((stats) => ({ isFile: stats.isFile() }));
    await handle.close();
    if (!isFile) throw Object.assign(new Error('it is no file'), { code: 'EISDIR' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new PlannerError([
      {
        code: 'cannot-read',
        file,
        message: code === 'ENOENT' ? 'There is no such file' : `The file cannot be read (${code})`,
      },
    ]);
  }
}
