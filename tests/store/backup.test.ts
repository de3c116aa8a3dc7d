import { createHash, randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBackup } from '../../src/store/backup.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { checkBackup } from '../../src/store/read-backup.ts';
import { restoreBackup } from '../../src/store/restore.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { type DatabaseKind, newPlace, onBothDatabases } from './databases.ts';
import { type Cells, contents, fill, rowsOfAnyTable } from './fill.ts';

const about = { engine: '1.2.3' };

async function backupOf(database: Pick<Database, 'kind' | 'sql'>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const out = new Writable({
    write: (chunk, _, done) => {
      chunks.push(chunk);
      done();
    },
  });
  await writeBackup(database, out, about);
  return Buffer.concat(chunks);
}

async function refusal(work: Promise<unknown>): Promise<StoreError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreError);
  return error as StoreError;
}

/** Takes all rows out again, so that one database serves many examples. */
async function empty({ sql }: Pick<Database, 'sql'>): Promise<void> {
  const { rows } = await sql.query<{ name: string }>(
    `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'`,
  );
  await sql.exec(`TRUNCATE ${rows.map(({ name }) => `"${name}"`).join(', ')}`);
}

/** Lines with a checksum that fits them, as one who knows the format can write. */
function forged(lines: readonly unknown[], rows: Record<string, number>): Buffer {
  const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const sha256 = createHash('sha256').update(body).digest('hex');
  return gzipSync(`${body}${JSON.stringify({ end: 'bygdekalkyl/backup@1', rows, sha256 })}\n`);
}

const someRows = (count: number): Cells[] => fc.sample(rowsOfAnyTable, { numRuns: count, seed: 4 }).flat();

describe.each([
  ['embedded', 'server'],
  ['server', 'embedded'],
  ['embedded', 'embedded'],
] as const)('a backup from the %s database restored into the %s database', (from, into) => {
  let source: Database;
  let ends: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    const { place, remove } = await newPlace(from);
    source = await openDatabase(place);
    ends = [remove, () => source.close()];
  });
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  it('gives the same rows to the last bit, and the same backup again', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOfAnyTable, async (rows) => {
        await empty(source);
        await fill(source.sql, rows);
        const before = await contents(source.sql);
        const file = await backupOf(source);
        const { place, remove } = await newPlace(into as DatabaseKind);
        try {
          const counts = await restoreBackup(place, () => Readable.from([file]));
          expect(Object.values(counts).reduce((a, b) => a + b)).toBe(Object.values(before).flat().length);
          const restored = await openDatabase(place);
          try {
            expect(await contents(restored.sql)).toEqual(before);
            expect((await backupOf(restored)).equals(file)).toBe(true);
          } finally {
            await restored.close();
          }
        } finally {
          await remove();
        }
      }),
      { numRuns: 4 },
    );
  });
});

onBothDatabases((kind, open) => {
  let filled: Buffer;
  let rows: Record<string, string[]>;
  beforeAll(async () => {
    const database = await open();
    await fill(database.sql, someRows(6));
    rows = await contents(database.sql);
    filled = await backupOf(database);
    await database.close();
  });

  it('holds every table of the schema but the migrations and the queue', async () => {
    const { rows: counts, migrations, engine } = await checkBackup(Readable.from([filled]));
    expect(engine).toBe('1.2.3');
    expect(migrations.length).toBeGreaterThan(0);
    expect(counts).toEqual(Object.fromEntries(Object.entries(rows).map(([name, list]) => [name, list.length])));
    expect(Object.values(counts).every((count) => count > 0)).toBe(true);
  });

  it('needs no counters of the database: no column takes its number from one', async () => {
    const { sql } = await open();
    const { rows: counters } = await sql.query(
      `SELECT relname FROM pg_class WHERE relkind = 'S' AND relnamespace = current_schema()::regnamespace`,
    );
    expect(counters).toEqual([]);
  });

  it('is taken at one moment, while others write', async () => {
    const database = await open();
    await fill(database.sql, someRows(2));
    let stop = false;
    let n = 0;
    const writing = (async () => {
      while (!stop) {
        await database.sql.transaction(async (sql) => {
          const { rows: made } = await sql.query<{ id: string }>(
            `INSERT INTO "Workspace" (id, slug, name) VALUES (gen_random_uuid(), $1, '') RETURNING id`,
            [`during${n++}`],
          );
          await sql.query(`INSERT INTO "Scenario" (id, "workspaceId", slug) VALUES (gen_random_uuid(), $1, 'during')`, [
            made[0]?.id,
          ]);
        });
      }
    })();
    const file = await backupOf(database);
    stop = true;
    await writing;
    const lines = gunzipSync(file)
      .toString()
      .split('\n')
      .slice(0, -2)
      .map((line) => JSON.parse(line));
    const during = (table: string, column: number): string[] =>
      lines.flatMap((line, i) => {
        const head = lines.slice(0, i).findLast((each) => !Array.isArray(each));
        return Array.isArray(line) && head?.table === table ? [line[column]] : [];
      });
    const columnsOf = (table: string): string[] => lines.find((line) => line.table === table).columns;
    const spaces = during('Workspace', columnsOf('Workspace').indexOf('slug')).filter((slug) =>
      slug.startsWith('during'),
    );
    const scenarios = during('Scenario', columnsOf('Scenario').indexOf('slug')).filter((slug) => slug === 'during');
    // Each transaction wrote one of each: a backup that saw half of one has more of one kind.
    expect(scenarios).toHaveLength(spaces.length);
  });

  it('keeps memory small: rows of a megabyte each go through one by one', async () => {
    const database = await open();
    for (let i = 0; i < 24; i++) {
      const files = { text: randomBytes(750_000).toString('base64') };
      await database.prisma.modelVersion.create({ data: { hash: String(i), engine: '', files } });
    }
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 5);
    const before = process.memoryUsage().rss;
    let bytes = 0;
    const out = new Writable({
      highWaterMark: 1 << 16,
      write: (chunk, _, done) => {
        bytes += chunk.length;
        setImmediate(done);
      },
    });
    await writeBackup(database, out, about);
    clearInterval(watch);
    expect(bytes).toBeGreaterThan(15e6);
    // All rows at once would take several times their 24 MB of text.
    expect(most - before).toBeLessThan(200e6);
  });

  it('whose reader goes away ends, and the database goes on', async () => {
    const database = await open();
    await fill(database.sql, someRows(2));
    const out = new Writable({ write: (_chunk, _encoding, done) => done(new Error('gone')) });
    await expect(writeBackup(database, out, about)).rejects.toThrow('gone');
    expect(await database.prisma.workspace.count()).toBeGreaterThan(0);
  });

  it('is not restored where something is kept already', async () => {
    const database = await open();
    await database.prisma.workspace.create({ data: { slug: 'a', name: 'mine' } });
    await database.close();
    const error = await refusal(restoreBackup(database.place, () => Readable.from([filled])));
    expect(error.code).toBe('not-empty');
    expect(error.message).toMatch(/rows in Workspace already.*new folder with --data/);
    const again = await openDatabase(database.place);
    const found = await again.prisma.workspace.findMany();
    await again.close();
    expect(found).toMatchObject([{ name: 'mine' }]);
  });

  it('that is cut off at any byte, damaged or forged changes nothing and is told', async () => {
    const { place, close } = await open();
    await close();
    const plain = gunzipSync(filled);
    const lines = plain
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const [header] = lines;
    const body = lines.slice(0, -1);
    const counts = header.rows;
    const cuts = Array.from({ length: 12 }, (_, i) => Math.floor((filled.length * i) / 12));
    const flipped = (at: number): Buffer => {
      const copy = Buffer.from(plain);
      copy[at] = (copy[at] as number) ^ 1;
      return gzipSync(copy);
    };
    const damagedZip = Buffer.from(filled);
    damagedZip[filled.length >> 1] = (damagedZip[filled.length >> 1] as number) ^ 255;
    const newer = [{ ...header, migrations: [...header.migrations, '99990101000000_next'] }, ...body.slice(1)];
    const twice = body.findIndex((line) => line.table === 'Workspace');
    const bad: [string, Buffer][] = [
      ...cuts.map((cut): [string, Buffer] => [`cut at ${cut}`, filled.subarray(0, cut)]),
      ['cut before its last byte', filled.subarray(0, -1)],
      ['unzipped and cut, then zipped', gzipSync(plain.subarray(0, plain.length >> 1))],
      [
        'without its last line',
        gzipSync(
          `${lines
            .slice(0, -1)
            .map((line) => JSON.stringify(line))
            .join('\n')}\n`,
        ),
      ],
      ['a bit in the middle', flipped(plain.length >> 1)],
      ['a byte of the zip', damagedZip],
      ['something behind', gzipSync(Buffer.concat([plain, Buffer.from('{}\n')]))],
      ['no zip', plain],
      ['empty', Buffer.alloc(0)],
      ['nothing but a zip', gzipSync('')],
      ['other JSON', gzipSync('[1]\n')],
      ['not JSON', gzipSync('\n\n')],
      ['newer format', gzipSync('{"format":"bygdekalkyl/backup@2"}\n')],
      ['a newer version', forged(newer, counts)],
      ['a table that is none', forged([header, { table: 'pg_authid', columns: ['rolname'] }, ['x']], { pg_authid: 1 })],
      ['a table with a name to break out', forged([header, { table: 'Workspace"; DROP TABLE "Job', columns: [] }], {})],
      ['a table twice', forged([...body, body[twice]], counts)],
      ['fewer rows than it says', forged(body.slice(0, -1), counts)],
      ['a row with too few values', forged([...body, [null]], counts)],
      ['a row before any table', forged([header, ['x']], counts)],
      [
        'a value of the wrong kind',
        forged(
          [
            header,
            { table: 'Place', columns: body.find((line) => line.table === 'Place').columns },
            body.find((line) => line.table === 'Place').columns.map(() => 'x'),
          ],
          { Place: 1 },
        ),
      ],
      ['other counts', forged([{ ...header, rows: {} }], { Workspace: 1 })],
    ];
    for (const [what, file] of bad) {
      const error = await refusal(restoreBackup(place, () => Readable.from([file])));
      expect([what, error.code]).toEqual([what, what === 'a newer version' ? 'newer-schema' : 'bad-backup']);
      expect(error.message).toContain('Nothing was changed');
    }
    const database = await openDatabase(place);
    const left = await contents(database.sql);
    await database.close();
    expect(Object.values(left).flat()).toEqual([]);
    await restoreBackup(place, () => Readable.from([filled]));
    const restored = await openDatabase(place);
    const now = await contents(restored.sql);
    await restored.close();
    expect(now).toEqual(rows);
  });

  it('of an older version is brought up to date on the way', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bygdekalkyl-migrations-'));
    try {
      await cp(new URL('../../prisma/migrations', import.meta.url), folder, { recursive: true });
      await mkdir(join(folder, '99990101000000_next'));
      const migration = `ALTER TABLE "Workspace" ADD COLUMN "loud" TEXT; UPDATE "Workspace" SET "loud" = "slug" || '!'; ALTER TABLE "Workspace" ALTER COLUMN "loud" SET NOT NULL;`;
      await writeFile(join(folder, '99990101000000_next', 'migration.sql'), migration);
      const { place, remove } = await newPlace(kind);
      try {
        await restoreBackup(place, () => Readable.from([filled]), { migrations: folder });
        const database = await openDatabase(place, { migrations: folder });
        const { rows: found } = await database.sql.query<{ slug: string; loud: string }>(
          'SELECT slug, loud FROM "Workspace"',
        );
        await database.close();
        expect(found.length).toBeGreaterThan(0);
        for (const { slug, loud } of found) expect(loud).toBe(`${slug}!`);
      } finally {
        await remove();
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('leaves references checked as they were', async () => {
    const { place, remove } = await newPlace(kind);
    try {
      await restoreBackup(place, () => Readable.from([filled]));
      const database = await openDatabase(place);
      const { rows: deferred } = await database.sql.query(
        `SELECT conname FROM pg_constraint WHERE contype = 'f' AND condeferrable`,
      );
      const orphan = database.sql.query(
        `INSERT INTO "Scenario" (id, "workspaceId", slug) VALUES (gen_random_uuid(), gen_random_uuid(), 'x')`,
      );
      await expect(orphan).rejects.toMatchObject({ code: '23503' });
      await database.close();
      expect(deferred).toEqual([]);
    } finally {
      await remove();
    }
  });
});
