import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { RunScript } from './migrate.ts';
import type { SqlRoot } from './sql.ts';

/** Where things are kept: a folder with the embedded database, or a PostgreSQL server. */
export type DatabasePlace = { readonly folder: string } | { readonly url: string };

/** A database that answers; its tables may be of any version, or missing. */
export type Connection = {
  readonly kind: 'embedded' | 'server';
  readonly sql: SqlRoot;
  /** Prisma's door. */
  readonly adapter: SqlDriverAdapterFactory;
  readonly run: RunScript;
  /** Tells other commands on this machine how to reach the server that owns the data folder; nothing to do without a folder. */
  publish(how: { readonly address: string; readonly adminKey: string }): Promise<void>;
  close(): Promise<void>;
};
