import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PlannerError } from '../errors.ts';

/** Whether files may be replaced. */
export interface Overwriting {
  readonly force: boolean;
}

/** @throws {PlannerError} when a file is there already and may not be replaced */
export function refuseExisting(file: string, { force }: Overwriting): void {
  if (!force && existsSync(file))
    throw new PlannerError([
      {
        code: 'file-exists',
        file,
        message: 'There is such a file already',
        hint: 'Choose another name, or replace it with --force',
      },
    ]);
}

/**
 * Writes a file as a whole or not at all: under another name in the same folder first, which is renamed when the last chunk
 * is written. When the chunks end in an error, nothing is left.
 *
 * @throws {PlannerError} when it exists and may not be replaced, or its folder cannot be written in
 */
export async function writeWholeFile(
  file: string,
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  overwriting: Overwriting,
): Promise<void> {
  refuseExisting(file, overwriting);
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    await pipeline(Readable.from(chunks), createWriteStream(unfinished, { flags: 'wx', flush: true }));
    refuseExisting(file, overwriting);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (
      code === 'ENOENT' ||
      code === 'EACCES' ||
      code === 'ENOTDIR' ||
      code === 'EROFS' ||
      code === 'ENOSPC' ||
      code === 'EISDIR'
    )
      throw new PlannerError([{ code: 'cannot-write', file, message: `The file cannot be written (${code})` }]);
    throw error;
  }
}
