/** A value of a row as node-postgres gives it: int8 and numeric as text, bytea as Buffer, timestamps as Date, JSON parsed. */
export type Row = Record<string, unknown>;

/** One SQL statement at a time, on either kind of database, with the same types in and out. */
export type Sql = {
  query<R = Row>(text: string, values?: readonly unknown[]): Promise<{ rows: R[] }>;
};

/** SQL outside a transaction, and the way into one. */
export type SqlRoot = Sql & {
  /**
   * Runs the work in one transaction: all of it is kept, or nothing. On the embedded database everybody else waits
   * meanwhile, so work that asks the outer `sql` or `prisma` for something inside waits for itself.
   */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Many statements, no values; all of them are kept or nothing. */
  exec(text: string): Promise<void>;
};
