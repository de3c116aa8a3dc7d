// Writes until the disk is full, as told: node full-disk-child.ts FOLDER seen|unseen
// Files are refused where Node calls the system: the only way to fill a disk that needs no rights. `unseen` is a limit that the
// system does not tell beforehand, as a quota.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { openDatabase } from '../../src/store/database.ts';
import { asStoreError } from '../../src/store/store-error.ts';

const [folder = '', how = 'seen'] = process.argv.slice(2);
let full = false;
const { writeSync, statfsSync } = fs;
const refused = (): Error =>
  Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28, syscall: 'write' });
fs.writeSync = ((file: number, bytes: Uint8Array, from: number, length: number, at: number) => {
  // Files that are there can be written again in place; new room is not given.
  if (full && (at ?? 0) + length > fs.fstatSync(file).size) throw refused();
  return writeSync(file, bytes, from, length, at);
}) as typeof writeSync;
fs.statfsSync = ((path: string) => ({
  ...statfsSync(path),
  ...(full && how === 'seen' ? { bavail: 0 } : {}),
})) as typeof statfsSync;
syncBuiltinESMExports();

const database = await openDatabase({ folder });
let n = 0;
async function write(): Promise<string> {
  try {
    await database.prisma.$transaction([
      database.prisma.modelVersion.create({
        data: { hash: `h${n}`, engine: '', files: randomBytes(100_000).toString('base64') },
      }),
      database.prisma.workspace.create({ data: { slug: `w${n}`, name: '' } }),
    ]);
    n++;
    return 'kept';
  } catch (error) {
    return asStoreError(error)?.code ?? String(error);
  }
}
const counts = async (): Promise<unknown> => {
  try {
    return [await database.prisma.modelVersion.count(), await database.prisma.workspace.count()];
  } catch (error) {
    return asStoreError(error)?.code ?? String(error);
  }
};

const said: Record<string, unknown> = {};
for (let i = 0; i < 10; i++) await write();
full = true;
let first = 'kept';
for (let i = 0; i < 400 && first === 'kept'; i++) first = await write();
said['first refusal'] = first;
said['second refusal'] = await write();
said['read while full'] = await counts();
full = false;
said['written with room again'] = await write();
said['kept'] = n;
said['read with room again'] = await counts();
await database.close();
process.send?.(said);
