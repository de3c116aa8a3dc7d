import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { asStoreError } from '../../src/store/store-error.ts';
import { type Child, startChild } from './child.ts';
import { newPlace, onBothDatabases, realPostgresUrl } from './databases.ts';
import { createDatabase, dropDatabase, startRealPostgres } from './postgres-server.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

onBothDatabases((kind) => {
  it('has every row that was acknowledged before its process was killed, each transaction whole or not at all', async () => {
    const { place, remove } = await newPlace(kind);
    ends.push(remove);
    let next = 0;
    const kept: number[] = [];
    for (const acknowledged of [3, 17, 41]) {
      const child: Child = startChild('writing-child.ts', JSON.stringify(place), String(next));
      ends.push(() => child.kill());
      await child.next();
      for (let i = 0; i < acknowledged; i++) kept.push(((await child.next()) as { kept: number }).kept);
      await child.kill();
      for (const word of child.said()) kept.push((word as { kept: number }).kept);
      // The row after the last acknowledged may be kept too.
      next = Math.max(...kept) + 2;
      const database = await openDatabase(place);
      const { rows } = await database.sql.query<{ n: number; scenarios: number }>(
        `SELECT substr(w.slug, 2)::int AS n, count(s.id)::int AS scenarios FROM "Workspace" w LEFT JOIN "Scenario" s ON s."workspaceId" = w.id GROUP BY w.slug`,
      );
      await database.close();
      const found = new Map(rows.map(({ n, scenarios }) => [n, scenarios]));
      expect(kept.filter((n) => !found.has(n))).toEqual([]);
      for (const [n, scenarios] of found) expect([n, scenarios]).toEqual([n, n % 3 === 0 ? 0 : 1]);
    }
  });
});

describe('a full disk', () => {
  it('is told before it is too late: reading goes on, nothing saved is lost, and saving goes on when there is room', async () => {
    const { place, remove } = await newPlace('embedded');
    ends.push(remove);
    const child = startChild('full-disk-child.ts', (place as { folder: string }).folder, 'seen');
    ends.push(() => child.kill());
    expect(await child.next()).toEqual({
      'first refusal': 'disk-full',
      'second refusal': 'disk-full',
      'read while full': [10, 10],
      'written with room again': 'kept',
      kept: 11,
      'read with room again': [11, 11],
    });
  });

  it('that could not be foreseen is told too; the database stops, loses nothing, and is opened anew by itself', async () => {
    const { place, remove } = await newPlace('embedded');
    ends.push(remove);
    const child = startChild('full-disk-child.ts', (place as { folder: string }).folder, 'unseen');
    ends.push(() => child.kill());
    const said = (await child.next()) as Record<string, unknown>;
    const { kept } = said as { kept: number };
    expect(said).toMatchObject({ 'first refusal': 'disk-full', 'written with room again': 'kept' });
    expect(said['read with room again']).toEqual([kept, kept]);
  });
});

describe('a server that goes away', () => {
  it('is told as such, crashes nothing, and is used again when it is back', async () => {
    const postgres = await startRealPostgres(['synchronous_commit=on']);
    ends.push(() => postgres.stop());
    const url = await postgres.createDatabase();
    const database = await openDatabase({ url });
    ends.push(() => database.close());
    await database.prisma.workspace.create({ data: { slug: 'before', name: '' } });
    const hanging = database.sql.transaction(async (sql) => {
      await sql.query(`INSERT INTO "Workspace" (id, slug, name) VALUES (gen_random_uuid(), 'half', '')`);
      await sql.query('SELECT pg_sleep(60)');
    });
    hanging.catch(() => {});
    await database.sql.query('SELECT 1');
    await postgres.kill();
    const errors = await Promise.allSettled([
      hanging,
      database.prisma.workspace.count(),
      database.sql.query('SELECT 1'),
      database.sql.transaction((sql) => sql.query('SELECT 1')),
      database.prisma.$transaction([database.prisma.workspace.count()]),
      database.prisma.$transaction(async (prisma) => prisma.workspace.count()),
      openDatabase({ url }),
    ]);
    for (const [i, error] of errors.entries()) {
      expect([i, error.status]).toEqual([i, 'rejected']);
      expect([i, asStoreError((error as PromiseRejectedResult).reason)?.code]).toEqual([i, 'unreachable']);
    }
    await postgres.start();
    expect(await database.prisma.workspace.findMany()).toMatchObject([{ slug: 'before' }]);
    await database.prisma.workspace.create({ data: { slug: 'after', name: '' } });
    expect(await database.sql.query('SELECT slug FROM "Workspace" ORDER BY slug')).toEqual({
      rows: [{ slug: 'after' }, { slug: 'before' }],
    });
  });

  it('that ends a connection on purpose is told, and the next question gets a new one', async () => {
    const url = await createDatabase(realPostgresUrl());
    ends.push(() => dropDatabase(realPostgresUrl(), url));
    const database = await openDatabase({ url });
    ends.push(() => database.close());
    const cut = database.sql.query('SELECT pg_terminate_backend(pg_backend_pid())');
    expect(asStoreError(await cut.catch((error: unknown) => error))?.code).toBe('unreachable');
    expect((await database.sql.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  it('that does not know the user or the database is told, without the password', async () => {
    const url = realPostgresUrl();
    const wrong = new URL(url);
    wrong.password = 'hemlig';
    const gone = new URL(url);
    gone.pathname = '/no_such';
    for (const bad of [wrong.href, gone.href]) {
      const error = await openDatabase({ url: bad }).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: 'refused' });
      expect((error as Error).message).not.toContain('hemlig');
      expect((error as Error).message).toContain('DATABASE_URL');
    }
    const nonsense = await openDatabase({ url: 'mysql://root:hemlig@x' }).catch((reason: unknown) => reason);
    expect((nonsense as Error).message).toMatch(/allowed: postgresql:/);
    expect((nonsense as Error).message).not.toContain('hemlig');
  });
});
