import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBackup } from '../../src/store/backup.ts';
import { openDatabase } from '../../src/store/database.ts';
import { newPlace } from '../store/databases.ts';

let folder: string;
const ends: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bygdekalkyl-cli-'));
  ends.push(() => rm(folder, { recursive: true }));
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** The command line, while this process goes on: it may be the server that is asked. */
function cli(
  words: string[],
  environment: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const { DATABASE_URL: _, ...rest } = process.env;
  const child = spawn(process.execPath, ['src/cli/main.ts', ...words], { env: { ...rest, ...environment } });
  let out = '';
  let err = '';
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    err += text;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

async function dataWith(slug: string): Promise<string> {
  const { place, remove } = await newPlace('embedded');
  ends.push(remove);
  const database = await openDatabase(place);
  await database.prisma.workspace.create({ data: { slug, name: '' } });
  await database.close();
  return (place as { folder: string }).folder;
}

async function slugs(place: { folder: string } | { url: string }): Promise<string[]> {
  const database = await openDatabase(place);
  const found = await database.prisma.workspace.findMany();
  await database.close();
  return found.map(({ slug }) => slug);
}

describe('backup and restore', () => {
  it('carry what is kept from a folder to a server and back to a new folder', async () => {
    const data = await dataWith('fliseryd');
    const server = await newPlace('server');
    ends.push(server.remove);
    const environment = { DATABASE_URL: (server.place as { url: string }).url };
    const [first, second] = [join(folder, 'first.backup'), join(folder, 'second.backup')];
    expect(await cli(['backup', first, '--data', data])).toMatchObject({ code: 0, err: '' });
    expect(await cli(['restore', first], environment)).toMatchObject({ code: 0, err: '' });
    expect(await cli(['backup', second], environment)).toMatchObject({ code: 0, err: '' });
    expect((await readFile(second)).equals(await readFile(first))).toBe(true);
    const told = await cli(['restore', second, '--data', join(folder, 'new')]);
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(told.out).toContain('1 rows');
    expect(await slugs({ folder: join(folder, 'new') })).toEqual(['fliseryd']);
  });

  it('never replace what is there: a file without --force, rows at all', async () => {
    const data = await dataWith('a');
    const file = join(folder, 'file');
    await writeFile(file, 'mine');
    const refused = await cli(['backup', file, '--data', data]);
    expect(refused).toMatchObject({ code: 3 });
    expect(await readFile(file, 'utf8')).toBe('mine');
    expect(await cli(['backup', file, '--data', data, '--force'])).toMatchObject({ code: 0 });
    const full = await cli(['restore', file, '--data', data]);
    expect(full.code).toBe(6);
    expect(full.err).toMatch(/empty place only.*rows in Workspace/);
    expect(await slugs({ folder: data })).toEqual(['a']);
  });

  it('make no data where there is none, and read no backup that is not there or not whole', async () => {
    const nowhere = await cli(['backup', join(folder, 'x'), '--data', join(folder, 'nowhere')]);
    expect(nowhere.code).toBe(6);
    expect(nowhere.err).toContain('There is no data in');
    expect(await readdir(folder)).toEqual([]);
    expect(await cli(['restore', join(folder, 'x'), '--data', join(folder, 'new')])).toMatchObject({ code: 3 });
    await writeFile(join(folder, 'x'), 'no backup');
    expect(await cli(['restore', join(folder, 'x'), '--data', join(folder, 'new')])).toMatchObject({ code: 6 });
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });

  it('go through the server that owns the folder: it is asked for a backup, and a restore is refused', async () => {
    const data = await dataWith('live');
    const database = await openDatabase({ folder: data });
    ends.push(() => database.close());
    const asked: (string | undefined)[] = [];
    let cutOff = false;
    const server = createServer(async (request, response) => {
      asked.push(`${request.url} ${request.headers.authorization}`);
      if (cutOff) {
        response.write('half');
        response.destroy();
      } else await writeBackup(database, response, { engine: 'x' });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ends.push(() => new Promise((resolve) => server.close(resolve)));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const file = join(folder, 'file');

    const unpublished = await cli(['backup', file, '--data', data]);
    expect(unpublished.code).toBe(6);
    expect(unpublished.err).toContain('is used by process');

    await database.publish({ address, adminKey: 'secret' });
    expect(await cli(['backup', file, '--data', data])).toMatchObject({ code: 0, err: '' });
    expect(asked).toEqual(['/backup Bearer secret']);
    const restored = await cli(['restore', file, '--data', data]);
    expect(restored.code).toBe(6);
    expect(restored.err).toMatch(/used by process \d+ \(the server at http.*stop that one/);
    expect(restored.err).not.toContain('secret');

    cutOff = true;
    const broken = await cli(['backup', file, '--data', data, '--force']);
    expect(broken.code).toBe(6);
    expect(await cli(['restore', file, '--data', join(folder, 'new')])).toMatchObject({ code: 0 });
    expect((await readdir(folder)).sort()).toEqual(['file', 'new']);
  });
});
