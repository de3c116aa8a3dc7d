import fc from 'fast-check';
import type { Sql } from '../../src/store/database.ts';

/** What the cells of a made-up row are taken from, whatever the table. */
export type Cells = {
  readonly table: number;
  readonly text: string;
  readonly int: number;
  readonly big: bigint;
  readonly real: number;
  readonly yes: boolean;
  readonly time: Date;
  readonly json: unknown;
  readonly bytes: Uint8Array;
  readonly pick: number;
};

// PostgreSQL has no NUL in texts, nor halves of a surrogate pair.
const text = fc.string({ unit: 'binary', maxLength: 40 }).map((any) => any.replaceAll('\0', '␀').toWellFormed());
const hardTexts = fc.constantFrom(
  '',
  'NULL',
  '\\N',
  '{"a"}',
  "'; DROP",
  '\u2028\u2029\r\n\t',
  'å\u0308🏚️',
  '\\x00',
  '-0',
);

/** Rows of any tables. */
export const rowsOfAnyTable: fc.Arbitrary<Cells[]> = fc.array(
  fc.record({
    table: fc.nat(),
    text: fc.oneof(text, hardTexts),
    int: fc.integer(),
    big: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    real: fc.oneof(fc.double(), fc.constantFrom(-0, 5e-324, 0.1 + 0.2)),
    yes: fc.boolean(),
    time: fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    }),
    json: fc.oneof(
      fc.jsonValue().map((any) => JSON.parse(JSON.stringify(any).replaceAll('\\u0000', '␀').toWellFormed()) as unknown),
      fc.constantFrom(null, { b: -0, a: 1e300, '': { å: [[]] } }),
    ),
    bytes: fc.uint8Array({ maxLength: 300 }),
    pick: fc.nat(),
  }),
  { minLength: 1, maxLength: 60 },
);

type Column = {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly unique: boolean;
  /** Table it refers to. */
  readonly to: string | null;
  readonly toColumn: string | null;
  readonly words: string[] | null;
};

/** Puts made-up rows into the tables, whatever tables and columns there are, each reference to a row that is there. */
export async function fill(sql: Sql, rows: readonly Cells[]): Promise<void> {
  const { rows: columns } = await sql.query<Column>(`
    SELECT c.relname::text AS table, a.attname::text AS column, t.typname::text AS type, NOT a.attnotnull AS nullable,
      EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND a.attnum = ANY (i.indkey::int2[])) AS unique,
      f.relname::text AS to, fa.attname::text AS "toColumn",
      (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid) AS words
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_constraint r ON r.conrelid = c.oid AND r.contype = 'f' AND r.conkey = ARRAY[a.attnum]
    LEFT JOIN pg_class f ON f.oid = r.confrelid
    LEFT JOIN pg_attribute fa ON fa.attrelid = f.oid AND fa.attnum = r.confkey[1]
    WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname <> '_prisma_migrations'
    ORDER BY c.relname, a.attnum`);
  const tables = referredFirst(Map.groupBy(columns, ({ table }) => table));
  const keys = new Map<string, unknown[]>();
  for (const [name, ofTable] of tables) {
    // Every table gets a row, and then those that fell to it.
    const mine = rows.filter(
      (cells, i) => i === 0 || cells.table % tables.length === tables.findIndex(([each]) => each === name),
    );
    for (const [index, cells] of mine.entries()) {
      const values = ofTable.map((column, at) => value(column, cells, index, at, keys));
      const referred = ofTable.map(({ column }) => `"${column}"`).join(', ');
      const { rows: made } = await sql.query<Record<string, unknown>>(
        `INSERT INTO "${name}" (${referred}) VALUES (${values.map((_, i) => `$${i + 1}`).join(', ')}) ON CONFLICT DO NOTHING RETURNING *`,
        values,
      );
      for (const { column } of ofTable) {
        const key = `${name}.${column}`;
        keys.set(key, [...(keys.get(key) ?? []), ...made.map((row) => row[column])]);
      }
    }
    // References to the own table point anywhere, also to rows that come later.
    for (const { column, to, toColumn } of ofTable) {
      if (to !== name) continue;
      await sql.query(
        `UPDATE "${name}" AS a SET "${column}" = (SELECT b."${toColumn}" FROM "${name}" AS b WHERE a."${column}" IS NULL ORDER BY b."${toColumn}" DESC LIMIT 1)`,
      );
    }
  }
}

function value(column: Column, cells: Cells, index: number, at: number, keys: ReadonlyMap<string, unknown[]>): unknown {
  const none = column.nullable && (cells.pick + at) % 2 === 0;
  if (none) return null;
  if (column.to !== null) {
    const there = keys.get(`${column.to}.${column.toColumn}`) ?? [];
    return there[(cells.pick + at) % Math.max(1, there.length)] ?? null;
  }
  if (column.words !== null) return column.words[cells.pick % column.words.length];
  switch (column.type) {
    case 'uuid':
      return crypto.randomUUID();
    case 'text':
      return column.unique ? `${cells.text}${index}` : cells.text;
    case 'int2':
      return cells.int % 32_768;
    case 'int4':
      return column.unique ? index : cells.int;
    case 'int8':
      return cells.big;
    case 'float8':
      // node-postgres would write -0 as 0.
      return Object.is(cells.real, -0) ? '-0' : cells.real;
    case 'bool':
      return cells.yes;
    case 'timestamptz':
      return cells.time.toISOString();
    case 'jsonb':
      return JSON.stringify(cells.json);
    case 'bytea':
      return cells.bytes;
    default:
      throw new Error(`no made-up value for ${column.table}.${column.column}, a ${column.type}`);
  }
}

/** Tables so that each comes after those it refers to, other than itself. */
function referredFirst(tables: ReadonlyMap<string, Column[]>): [string, Column[]][] {
  const ordered = new Map<string, Column[]>();
  const place = (name: string): void => {
    const columns = tables.get(name);
    if (columns === undefined || ordered.has(name)) return;
    for (const { to } of columns) if (to !== null && to !== name) place(to);
    ordered.set(name, columns);
  };
  for (const name of tables.keys()) place(name);
  return [...ordered];
}

/** Everything in the tables as PostgreSQL writes it, by table, in an order of its own. */
export async function contents(
  sql: Sql & { transaction: <T>(work: (sql: Sql) => Promise<T>) => Promise<T> },
): Promise<Record<string, string[]>> {
  return sql.transaction(async (inside) => {
    for (const setting of [`TimeZone = 'UTC'`, `DateStyle = 'ISO, MDY'`, `bytea_output = 'hex'`])
      await inside.query(`SET LOCAL ${setting}`);
    const { rows: tables } = await inside.query<{ name: string }>(
      `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'`,
    );
    const all: Record<string, string[]> = {};
    for (const { name } of tables.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const { rows } = await inside.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" AS t`);
      all[name] = rows.map(({ row }) => row).sort();
    }
    return all;
  });
}
