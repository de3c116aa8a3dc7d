/** Writes the database client, `src/store/generated`, from `prisma/schema.prisma`; asks nothing of any network. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const manifest = require.resolve('prisma/package.json');
const { bin } = require(manifest) as { bin: { prisma: string } };

const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [join(dirname(manifest), bin.prisma), 'generate', '--no-hints'],
  {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    encoding: 'utf8',
    env: {
      ...process.env,
      // Prisma would download its schema engine, which generating does not use: any program that exists will do.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  },
);
if (status !== 0) {
  console.error(`${stdout}${stderr}`.trim());
  process.exit(status ?? 1);
}
