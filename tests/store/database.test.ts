import { expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { onBothDatabases, type TestDatabase } from './databases.ts';

/** Work that holds its place until it is let go. */
function gate(): { readonly open: () => void; readonly passed: Promise<void> } {
  const { resolve, promise } = Promise.withResolvers<void>();
  return { open: resolve, passed: promise };
}

const names = async ({ sql }: TestDatabase): Promise<string[]> =>
  (await sql.query<{ slug: string }>('SELECT slug FROM "Workspace" ORDER BY slug')).rows.map(({ slug }) => slug);

const insert = `INSERT INTO "Workspace" (id, slug, name) VALUES (gen_random_uuid(), $1, '')`;

onBothDatabases((_kind, open) => {
  it('keeps what was saved when it is closed and opened again', async () => {
    const first = await open();
    const saved = await first.prisma.workspace.create({ data: { slug: 'monsteras', name: 'Mönsterås kommun' } });
    await first.close();
    const again = await openDatabase(first.place);
    try {
      expect(await again.prisma.workspace.findMany()).toEqual([saved]);
    } finally {
      await again.close();
    }
  });

  it('gives rows of the same types', async () => {
    const { sql } = await open();
    const { rows } = await sql.query(
      `SELECT 9007199254740993::int8 AS whole, 2.50::numeric AS exact, 1.5::float8 AS real, $1::jsonb AS json, $2::bytea AS bytes,
         $3::text[] AS texts, true AS yes, $4::timestamptz AS time, NULL::text AS nothing, $5::int[] AS numbers, 'reader'::"Role" AS role`,
      [{ a: [1, null] }, Buffer.from([0, 255]), ['a', 'b,"\\', 'å'], new Date('2026-03-29T02:30:00.123Z'), [1, 2]],
    );
    expect(rows).toEqual([
      {
        whole: '9007199254740993',
        exact: '2.50',
        real: 1.5,
        json: { a: [1, null] },
        bytes: Buffer.from([0, 255]),
        texts: ['a', 'b,"\\', 'å'],
        yes: true,
        time: new Date('2026-03-29T02:30:00.123Z'),
        nothing: null,
        numbers: [1, 2],
        role: 'reader',
      },
    ]);
  });

  it('reads through Prisma what it wrote: bytes, whole numbers beyond 2^53, JSON and milliseconds', async () => {
    const { prisma } = await open();
    const createdAt = new Date('2026-10-25T02:59:59.999Z');
    const document = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
    const result = await prisma.result.create({
      data: {
        ...{ key: 'k', numbersKey: 'n', engine: 'e', modelHash: 'm', scenarioHash: 's', seed: 'x', resultHash: 'r' },
        ...{ draws: 1, inner: 1, engineMs: 1, document, villageDrawYears: 9_007_199_254_740_993n, createdAt },
      },
    });
    const model = await prisma.modelVersion.create({
      data: { hash: 'h', engine: 'e', files: { 'å"\\.yaml': '\u2028', b: [null] } },
    });
    const found = await prisma.result.findUniqueOrThrow({ where: { id: result.id } });
    expect(Buffer.from(found.document)).toEqual(document);
    expect(found).toMatchObject({ villageDrawYears: 9_007_199_254_740_993n, createdAt, breakEvenFutures: null });
    expect(await prisma.modelVersion.findUniqueOrThrow({ where: { hash: 'h' } })).toEqual(model);
  });

  it('keeps all of a transaction or nothing, and lets nobody see it half done', async () => {
    const database = await open();
    const begun = gate();
    const go = gate();
    const failing = database.sql.transaction(async (sql) => {
      await sql.query(insert, ['half']);
      begun.open();
      await go.passed;
      throw new Error('changed my mind');
    });
    await begun.passed;
    // On the embedded database these wait; on a server they see what was before.
    const seen = Promise.all([names(database), database.prisma.workspace.count()]);
    go.open();
    await expect(failing).rejects.toThrow('changed my mind');
    const [before, count] = await seen;
    expect(before).toEqual([]);
    expect(count).toBe(0);
    await database.sql.query(insert, ['later']);
    expect(await names(database)).toEqual(['later']);
  });

  it('lets no statement of others slip into a transaction of Prisma', async () => {
    const database = await open();
    const begun = gate();
    const go = gate();
    const failing = database.prisma.$transaction(async (prisma) => {
      await prisma.workspace.create({ data: { slug: 'half', name: '' } });
      begun.open();
      await go.passed;
      await prisma.workspace.create({ data: { slug: 'half', name: 'is there already' } });
    });
    await begun.passed;
    const others = Promise.all([
      database.prisma.workspace.create({ data: { slug: 'plain', name: '' } }),
      database.sql.query(insert, ['sql']),
      database.prisma.$transaction([database.prisma.workspace.create({ data: { slug: 'batch', name: '' } })]),
    ]);
    go.open();
    await expect(failing).rejects.toMatchObject({ code: 'P2002' });
    await others;
    expect(await names(database)).toEqual(['batch', 'plain', 'sql']);
  });

  it('keeps every one of many concurrent transactions and statements', async () => {
    const database = await open();
    const add = (by: number) =>
      database.sql.transaction(async (sql) => {
        const { rows } = await sql.query<{ name: string }>(
          `SELECT name FROM "Workspace" WHERE slug = 'sum' FOR UPDATE`,
        );
        await sql.query(`UPDATE "Workspace" SET name = $1 WHERE slug = 'sum'`, [String(Number(rows[0]?.name) + by)]);
        if (by % 2 === 1) throw new Error('odd');
      });
    await database.prisma.workspace.create({ data: { slug: 'sum', name: '0' } });
    const numbers = Array.from({ length: 40 }, (_, i) => i);
    const ended = await Promise.allSettled(
      numbers.flatMap((n) => [add(n), database.prisma.workspace.create({ data: { slug: `w${n}`, name: '' } })]),
    );
    expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(20);
    const sum = await database.prisma.workspace.findUniqueOrThrow({ where: { slug: 'sum' } });
    // Only the even ones are kept: 0 + 2 + … + 38 = 380.
    expect(sum.name).toBe('380');
    expect(await database.prisma.workspace.count()).toBe(41);
  });

  it('says so when an error inside a transaction was caught and forgotten: nothing of it is kept', async () => {
    const database = await open();
    const forgetful = database.sql.transaction(async (sql) => {
      await sql.query(insert, ['a']);
      await sql.query('SELECT 1/0').catch(() => {});
    });
    await expect(forgetful).rejects.toThrow('rolled back');
    expect(await names(database)).toEqual([]);
  });

  it('keeps nothing of a script that fails', async () => {
    const database = await open();
    const script = `INSERT INTO "Workspace" (id, slug, name) VALUES (gen_random_uuid(), 'a', ';'); SELECT 1/0;`;
    await expect(database.sql.exec(script)).rejects.toThrow('division by zero');
    expect(await names(database)).toEqual([]);
  });

  it('tells a row that is there already by the same Prisma code', async () => {
    const { prisma } = await open();
    await prisma.workspace.create({ data: { slug: 'a', name: '' } });
    await expect(prisma.workspace.create({ data: { slug: 'a', name: '' } })).rejects.toMatchObject({ code: 'P2002' });
  });

  it('goes on after one got tired of waiting for its turn', async () => {
    const database = await open();
    const begun = gate();
    const go = gate();
    const holding = Promise.all(
      // On a server, every connection of the pool is held.
      Array.from({ length: 10 }, () =>
        database.sql.transaction(async () => {
          begun.open();
          await go.passed;
        }),
      ),
    );
    await begun.passed;
    const tired = database.prisma.$transaction((prisma) => prisma.workspace.count(), { maxWait: 50 });
    await expect(tired).rejects.toMatchObject({ code: 'P2028' });
    go.open();
    await holding;
    expect(await database.prisma.$transaction((prisma) => prisma.workspace.count())).toBe(0);
    expect(await names(database)).toEqual([]);
  });
});
