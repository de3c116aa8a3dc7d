import { createHash } from 'node:crypto';
import { existsSync, statfsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, inject } from 'vitest';
import { type Database, type DatabasePlace, openDatabase } from '../../src/store/database.ts';
import { migrationList } from '../../src/store/migrate.ts';
import { createDatabase, dropDatabase } from './postgres-server.ts';

/** The two kinds of database everything has to work on. */
export type DatabaseKind = Database['kind'];

/** An open database of a test, and where it is, so that the test can close it and open it again. */
export type TestDatabase = Database & { readonly place: DatabasePlace };

/** Gives a new database: migrated, empty, closed and removed after the test, or after the group if opened before its tests. */
export type OpenTestDatabase = () => Promise<TestDatabase>;

/**
 * Says the same of both kinds of database.
 *
 * @example
 * onBothDatabases((kind, open) => {
 *   it('keeps a workspace', async () => {
 *     const database = await open();
 *     await database.prisma.workspace.create({ data: { slug: 'a', name: 'A' } });
 *     …
 *   });
 * });
 */
export function onBothDatabases(tests: (kind: DatabaseKind, open: OpenTestDatabase) => void): void {
  describe.each(['embedded', 'server'] as const)('on the %s database', (kind) => {
    const ofGroup: (() => Promise<void>)[] = [];
    const ofTest: (() => Promise<void>)[] = [];
    let inTest = false;
    beforeEach(() => {
      inTest = true;
    });
    afterEach(async () => {
      inTest = false;
      await endAll(ofTest);
    });
    afterAll(() => endAll(ofGroup));
    tests(kind, async () => {
      const { place, remove } = await newPlace(kind);
      const ends = inTest ? ofTest : ofGroup;
      ends.push(remove);
      const database = await openDatabase(place);
      ends.push(() => database.close());
      return { ...database, place };
    });
  });
}

async function endAll(ends: (() => Promise<void>)[]): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end();
}

/** A place for a database that has its tables and no rows; whoever opened it closes it before it is removed. */
export async function newPlace(
  kind: DatabaseKind,
): Promise<{ readonly place: DatabasePlace; readonly remove: () => Promise<void> }> {
  if (kind === 'server') {
    const server = realPostgresUrl();
    const url = await createDatabase(server);
    return { place: { url }, remove: () => dropDatabase(server, url) };
  }
  const folder = await mkdtemp(join(quickFolder(), 'bygdekalkyl-data-'));
  await cp(await emptyFolder(), folder, { recursive: true });
  return { place: { folder }, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Address of the real PostgreSQL server of this run. */
export function realPostgresUrl(): string {
  const postgres = inject('postgres');
  if ('why' in postgres) throw new Error(postgres.why);
  return postgres.url;
}

/** Memory where the system offers it as a folder: the disk of a busy machine is slow, and fsync is not what is tested. */
function quickFolder(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 2 ** 30 ? memory : tmpdir();
}

let made: Promise<string> | undefined;

/** A folder with an empty database, kept for later runs by all it is made from: making one takes seconds, copying does not. */
function emptyFolder(): Promise<string> {
  made ??= (async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const sources = ['src/store/embedded.ts', 'src/store/folder.ts', 'node_modules/@electric-sql/pglite/package.json'];
    const migrations = await migrationList();
    const hash = createHash('sha256').update(JSON.stringify(migrations.migrationDirectories));
    for (const file of sources) hash.update(await readFile(join(root, file)));
    const kept = join(root, '.cache', `empty-database-${hash.digest('hex').slice(0, 16)}`);
    if (existsSync(kept)) return kept;
    for (const old of await readdir(dirname(kept)).catch(() => [])) {
      if (/^empty-database-\w+$/.test(old)) await rm(join(dirname(kept), old), { recursive: true, force: true });
    }
    const folder = `${kept}.${process.pid}`;
    await (await openDatabase({ folder })).close();
    // Another process may have been quicker.
    await rename(folder, kept).catch(() => rm(folder, { recursive: true, force: true }));
    return kept;
  })();
  return made;
}
