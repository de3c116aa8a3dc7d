import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { missingMigration } from '../../scripts/new-migration.ts';
import { type Database, type DatabasePlace, openDatabase } from '../../src/store/database.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { newPlace, onBothDatabases, realPostgresUrl } from './databases.ts';
import { createDatabase, dropDatabase } from './postgres-server.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Our migrations and one more, as a newer version of the program would have it. */
async function withOneMore(sql: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bygdekalkyl-migrations-'));
  ends.push(() => rm(folder, { recursive: true }));
  await cp(new URL('../../prisma/migrations', import.meta.url), folder, { recursive: true });
  await mkdir(join(folder, '99990101000000_next'));
  await writeFile(join(folder, '99990101000000_next', 'migration.sql'), sql);
  return folder;
}

/** Opens a database for some work and closes it before its place is removed. */
async function opened<T>(
  place: DatabasePlace,
  options: { migrations?: string },
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(place, options);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function refusal(work: Promise<unknown>): Promise<StoreError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreError);
  return error as StoreError;
}

describe('the migrations', () => {
  it('give exactly the tables that prisma/schema.prisma says', async () => {
    expect(await missingMigration()).toBe('');
  });
});

describe('several servers that start at once on one new database', () => {
  it('all open it, and each migration is applied once', async () => {
    const url = await createDatabase(realPostgresUrl());
    ends.push(() => dropDatabase(realPostgresUrl(), url));
    const databases = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ url })));
    for (const database of databases) ends.push(() => database.close());
    const { rows } = await databases[0]!.sql.query('SELECT migration_name FROM _prisma_migrations');
    expect(new Set(rows.map(({ migration_name }) => migration_name)).size).toBe(rows.length);
  });

  it('refuse a database that holds tables of something else', async () => {
    const { place, remove } = await newPlace('server');
    ends.push(remove);
    const first = await openDatabase(place);
    await first.sql.exec('DROP TABLE _prisma_migrations');
    await first.close();
    const error = await refusal(openDatabase(place));
    expect(error.code).toBe('not-ours');
    expect(error.message).toContain('Give the program a database of its own');
  });
});

onBothDatabases((_kind, open) => {
  it('are applied to data that an older version wrote', async () => {
    const old = await open();
    await old.prisma.workspace.create({ data: { slug: 'a', name: 'Åby' } });
    await old.close();
    const migrations = await withOneMore(
      `ALTER TABLE "Workspace" ADD COLUMN "loud" TEXT NOT NULL DEFAULT ';'; UPDATE "Workspace" SET "loud" = upper("slug");`,
    );
    const read = opened(old.place, { migrations }, ({ sql }) => sql.query('SELECT loud, name FROM "Workspace"'));
    expect((await read).rows).toEqual([{ loud: 'A', name: 'Åby' }]);
  });

  it('of a newer version are refused with a way out, and nothing is changed', async () => {
    const old = await open();
    await old.prisma.workspace.create({ data: { slug: 'a', name: '' } });
    await old.close();
    const migrations = await withOneMore('ALTER TABLE "Workspace" ADD COLUMN "loud" TEXT;');
    await (await openDatabase(old.place, { migrations })).close();
    const error = await refusal(openDatabase(old.place));
    expect(error.code).toBe('newer-schema');
    expect(error.message).toMatch(/newer version.*99990101000000_next.*Install that version/);
    expect(await opened(old.place, { migrations }, ({ prisma }) => prisma.workspace.count())).toBe(1);
  });

  it('that fail leave the data as it was, and the old version goes on', async () => {
    const old = await open();
    await old.prisma.workspace.create({ data: { slug: 'a', name: 'kept' } });
    await old.close();
    const migrations = await withOneMore(
      `UPDATE "Workspace" SET "name" = 'lost'; ALTER TABLE "Workspace" ADD COLUMN "x" INT; SELECT 1/0;`,
    );
    const error = await refusal(openDatabase(old.place, { migrations }));
    expect(error.code).toBe('migration-failed');
    expect(error.message).toMatch(/division by zero.*as it was before/s);
    expect(await opened(old.place, {}, ({ prisma }) => prisma.workspace.findMany())).toMatchObject([{ name: 'kept' }]);
  });
});
