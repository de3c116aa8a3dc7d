import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type * as Engine from '@prisma/schema-engine-wasm';

type Glue = typeof Engine & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

/** Prisma's schema engine: compares schemas and writes and applies migrations. It is WebAssembly and asks for nothing. */
export type SchemaEngine = Engine.SchemaEngine;

let loaded: Promise<typeof Engine> | undefined;

async function load(): Promise<typeof Engine> {
  const require = createRequire(import.meta.url);
  const glue: Glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(
    require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm'),
  );
  // The package's own entry imports the .wasm file as a module, which Node does not do without a flag.
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue as never });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

/**
 * Runs work with a schema engine.
 *
 * @param connect - gives what the engine asks its SQL of; one for the database, one for a scratch database if it needs one
 * @param datamodel - name and text of a Prisma schema, if the work needs one
 */
export async function withSchemaEngine<T>(
  connect: { readonly database: () => SqlDriverAdapter; readonly scratch?: () => Promise<SqlDriverAdapter> },
  datamodel: readonly [string, string] | undefined,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= load();
  const { SchemaEngine } = await loaded;
  const adapters = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: 'bygdekalkyl',
    connect: async () => connect.database(),
    connectToShadowDb: async () => {
      if (connect.scratch === undefined) throw new Error('no scratch database here');
      return connect.scratch();
    },
  });
  const engine = await SchemaEngine.new(
    { datamodels: datamodel === undefined ? undefined : [[...datamodel]] },
    () => {},
    adapters,
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
  }
}
