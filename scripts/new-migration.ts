/**
 * Writes the next migration: what `prisma/schema.prisma` has that the migrations so far do not give.
 *
 *     node scripts/new-migration.ts NAME
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Embedded, embeddedAdapter } from '../src/store/embedded.ts';
import { migrationList } from '../src/store/migrate.ts';
import { withSchemaEngine } from '../src/store/schema-engine.ts';

const prismaFolder = fileURLToPath(new URL('../prisma', import.meta.url));

/** SQL from the tables that the migrations give to those of `schema.prisma`; empty when they are the same. */
export async function missingMigration(): Promise<string> {
  const schema = await readFile(`${prismaFolder}/schema.prisma`, 'utf8');
  const folder = await mkdtemp(join(tmpdir(), 'bygdekalkyl-migration-'));
  const scratch = await Embedded.open(folder);
  const adapter = await embeddedAdapter(scratch).connect();
  try {
    const { stdout } = await withSchemaEngine(
      { database: () => adapter, scratch: async () => adapter },
      ['schema.prisma', schema],
      async (engine) =>
        engine.diff({
          from: { tag: 'migrations', ...(await migrationList()) },
          to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
          script: true,
          exitCode: null,
          filters: { externalTables: [], externalEnums: [] },
        }),
    );
    return (stdout ?? '').replace('-- This is an empty migration.', '').trim();
  } finally {
    await scratch.close();
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const name = process.argv[2];
  if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
    console.error(
      'Give the migration a name of small letters, digits and _: node scripts/new-migration.ts add_something',
    );
    process.exit(2);
  }
  const sql = await missingMigration();
  if (sql === '') {
    console.log('The migrations already give what prisma/schema.prisma says.');
  } else {
    const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = `${prismaFolder}/migrations/${time}_${name}`;
    await mkdir(folder, { recursive: true });
    await writeFile(`${folder}/migration.sql`, `${sql}\n`);
    console.log(`${folder}/migration.sql`);
  }
}
