import type { Sql } from './sql.ts';

/**
 * A backup is gzip over lines of JSON:
 *
 * 1. the header: format, version of the engine, migrations the tables had, rows by table
 * 2. for each table `{"table", "columns"}`, and then a line for each row: its values as PostgreSQL writes them, or null
 * 3. the footer: rows by table again, and sha256 over all lines before it
 */
export const backupFormat = 'bygdekalkyl/backup@1';

/** Rows by table. */
export type BackupCounts = Readonly<Record<string, number>>;

export type BackupHeader = {
  readonly format: typeof backupFormat;
  readonly engine: string;
  readonly migrations: readonly string[];
  readonly rows: BackupCounts;
};

export type BackupFooter = { readonly end: typeof backupFormat; readonly rows: BackupCounts; readonly sha256: string };

/** A table as far as a backup needs to know it. */
export type Table = {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Columns of the primary key. */
  readonly key: readonly string[];
};

/** Our tables; not those of the migrations or of the queue, which has a schema of its own. */
export async function readTables(sql: Sql): Promise<Table[]> {
  const { rows } = await sql.query<{ table: string; column: string; type: string; key: number | null }>(`
    SELECT c.relname::text AS table, a.attname::text AS column, format_type(a.atttypid, a.atttypmod) AS type,
      array_position(i.indkey::int2[], a.attnum)::int4 AS key
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
    WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname <> '_prisma_migrations'
    ORDER BY c.relname COLLATE "C", a.attnum`);
  const tables = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row]);
  return [...tables].map(([name, columns]) => ({
    name,
    columns: columns.map(({ column, type }) => ({ name: column, type })),
    key: columns
      .filter(({ key }) => key !== null)
      .sort((a, b) => Number(a.key) - Number(b.key))
      .map(({ column }) => column),
  }));
}
