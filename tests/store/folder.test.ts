import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { defaultDataFolder } from '../../src/store/folder.ts';
import { lockFolder, readFolderOwner } from '../../src/store/folder-lock.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { type Child, startChild } from './child.ts';
import { newPlace } from './databases.ts';

let folder: string;
const children: Child[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bygdekalkyl-folder-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) await child.kill();
  await rm(folder, { recursive: true, force: true });
});

function child(file: string, ...words: string[]): Child {
  const started = startChild(file, ...words);
  children.push(started);
  return started;
}

async function refusal(work: Promise<unknown>): Promise<StoreError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreError);
  return error as StoreError;
}

/** The one lock file of a folder. */
async function lockFile(): Promise<string> {
  const names = (await readdir(folder)).filter((name) => /^owner-\d+\.json$/.test(name));
  expect(names).toHaveLength(1);
  return join(folder, names[0] as string);
}

describe('a data folder', () => {
  it('has one owner at a time, and the refusal names it and what to do', async () => {
    const owner = child('lock-child.ts', folder);
    await owner.next();
    owner.process.send('go');
    expect(await owner.next()).toMatchObject({ got: owner.process.pid });
    const error = await refusal(lockFolder(folder));
    expect(error.code).toBe('locked');
    expect(error.message).toContain(`process ${owner.process.pid}`);
    expect(error.message).toMatch(/stop that one.*another folder with --data.*DATABASE_URL/);
    expect(await readFolderOwner(folder)).toEqual({ pid: owner.process.pid });
  });

  it('cannot be opened twice by one process either', async () => {
    const lock = await lockFolder(folder);
    expect((await refusal(lockFolder(folder))).message).toContain('this process');
    await lock.release();
    await (await lockFolder(folder)).release();
    expect(await readFolderOwner(folder)).toBeUndefined();
  });

  it('is taken over from an owner that was killed', async () => {
    const owner = child('lock-child.ts', folder);
    await owner.next();
    owner.process.send('go');
    await owner.next();
    await owner.kill();
    expect(await readFolderOwner(folder)).toBeUndefined();
    await (await lockFolder(folder)).release();
  });

  it('is taken over when another process has got the number of its owner', async () => {
    const lock = await lockFolder(folder);
    const file = await lockFile();
    const owner = JSON.parse(await readFile(file, 'utf8'));
    await lock.release();
    // This process lives, but started at another time than the owner is said to have.
    if (owner.started === null) return;
    await writeFile(file, JSON.stringify({ ...owner, pid: process.pid, started: `${owner.started}1` }));
    await (await lockFolder(folder)).release();
  });

  it('is not taken from an owner whose number means nothing here, as in another container, while it gives signs of life', async () => {
    const lock = await lockFolder(folder);
    const file = await lockFile();
    const owner = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...owner, pid: 2 ** 22 + 1, host: 'another' }));
    expect((await refusal(lockFolder(folder))).message).toContain('on another');
    await lock.release();
  });

  it('is given to one only of those that find a dead owner at the same moment', async () => {
    for (let round = 0; round < 3; round++) {
      const dead = child('lock-child.ts', folder);
      await dead.next();
      dead.process.send('go');
      await dead.next();
      await dead.kill();
      const takers = Array.from({ length: 4 }, () => child('lock-child.ts', folder));
      await Promise.all(takers.map((taker) => taker.next()));
      for (const taker of takers) taker.process.send('go');
      const told = await Promise.all(takers.map((taker) => taker.next()));
      expect(told.filter((word) => typeof word === 'object' && word !== null && 'got' in word)).toHaveLength(1);
      for (const taker of takers) await taker.kill();
    }
  });

  it('never has two owners however many take and release it', async () => {
    const takers = Array.from({ length: 3 }, () => child('lock-child.ts', folder, '60'));
    await Promise.all(takers.map((taker) => taker.next()));
    for (const taker of takers) taker.process.send('go');
    const words: { got?: number; gave?: number; done?: number; at: string }[] = [];
    let had = 0;
    await Promise.all(
      takers.map(async (taker) => {
        for (;;) {
          const word = (await taker.next()) as (typeof words)[number];
          if (word.done !== undefined) {
            had += word.done;
            return;
          }
          words.push(word);
        }
      }),
    );
    words.sort((a, b) => (BigInt(a.at) < BigInt(b.at) ? -1 : 1));
    expect(words).toHaveLength(2 * had);
    expect(had).toBeGreaterThan(3);
    for (let i = 0; i < words.length; i += 2) expect(words[i]?.got).toBe(words[i + 1]?.gave);
  });

  it('tells other commands how to reach the server that owns it, and nobody else on the machine', async () => {
    const lock = await lockFolder(folder);
    await lock.publish({ address: 'http://127.0.0.1:4000', adminKey: 'secret' });
    expect(await readFolderOwner(folder)).toEqual({
      pid: process.pid,
      address: 'http://127.0.0.1:4000',
      adminKey: 'secret',
    });
    if (process.platform !== 'win32') expect((await stat(await lockFile())).mode & 0o777).toBe(0o600);
    expect((await refusal(lockFolder(folder))).message).not.toContain('secret');
    await lock.release();
    expect(await readFile(await lockFile(), 'utf8')).not.toContain('secret');
  });

  it('with an owner file that says nothing is refused, not taken', async () => {
    await writeFile(join(folder, 'owner-7.json'), 'x');
    expect((await refusal(lockFolder(folder))).message).toMatch(/cannot be read.*delete that file/s);
  });
});

describe('the data folder of the embedded database', () => {
  it('is opened by one of two processes', async () => {
    const { place, remove } = await newPlace('embedded');
    try {
      const owner = child('writing-child.ts', JSON.stringify(place));
      expect(await owner.next()).toEqual({ open: owner.process.pid });
      const error = await refusal(openDatabase(place));
      expect(error.code).toBe('locked');
      expect(error.message).toContain(String(owner.process.pid));
      await owner.kill();
    } finally {
      await remove();
    }
  });

  it('written by another PostgreSQL or PGlite is refused with the way out, and is not touched', async () => {
    const { place, remove } = await newPlace('embedded');
    try {
      const data = (place as { folder: string }).folder;
      const store = await readFile(join(data, 'store.json'), 'utf8');
      await writeFile(join(data, 'store.json'), store.replace(/"pglite":"[^"]*"/, '"pglite":"0.4"'));
      const minor = await refusal(openDatabase(place));
      expect(minor.code).toBe('other-major');
      expect(minor.message).toMatch(/PGlite 0\.4.*Nothing was changed.*backup FILE --data.*restore FILE --data/s);
      await writeFile(join(data, 'store.json'), store);
      await writeFile(join(data, 'database', 'PG_VERSION'), '17\n');
      expect((await refusal(openDatabase(place))).message).toContain('written by PostgreSQL 17');
      await writeFile(join(data, 'database', 'PG_VERSION'), '18\n');
      await (await openDatabase(place)).close();
    } finally {
      await remove();
    }
  });

  it('that holds somebody else’s database is refused', async () => {
    await mkdir(join(folder, 'database'));
    await writeFile(join(folder, 'database', 'PG_VERSION'), '18\n');
    expect((await refusal(openDatabase({ folder }))).code).toBe('not-ours');
    expect(await readdir(join(folder, 'database'))).toEqual(['PG_VERSION']);
  });

  it('that is a file, has no name, or cannot be written is refused', async () => {
    await writeFile(join(folder, 'file'), '');
    for (const bad of [join(folder, 'file'), join(folder, 'file', 'below'), '', ' ', 'a\0b']) {
      expect((await refusal(openDatabase({ folder: bad }))).code).toBe('no-folder');
    }
    expect((await refusal(openDatabase({ folder: join(folder, 'file') }))).message).toContain(
      'a file stands in its place',
    );
    await symlink(join(folder, 'nowhere', 'deep'), join(folder, 'link'));
    expect((await refusal(openDatabase({ folder: join(folder, 'link') }))).code).toBe('no-folder');
    // Root may write anywhere: there, a folder of the system itself stands in.
    const closed = process.getuid?.() === 0 ? '/proc/bygdekalkyl' : join(folder, 'closed');
    if (process.getuid?.() !== 0) {
      await mkdir(closed);
      await chmod(closed, 0o500);
    }
    expect((await refusal(openDatabase({ folder: closed }))).code).toBe('no-folder');
  });

  it('is made anew when the process that made it was killed before it was done', async () => {
    await mkdir(join(folder, 'database.new'));
    await writeFile(join(folder, 'database.new', 'PG_VERSION'), '18\n');
    const database = await openDatabase({ folder });
    expect(await database.prisma.workspace.count()).toBe(0);
    await database.close();
    expect((await readdir(folder)).filter((name) => name === 'database.new')).toEqual([]);
  });

  it('is by default where each system keeps the data of programs', () => {
    expect(defaultDataFolder({}, 'linux', '/home/eva')).toBe('/home/eva/.local/share/bygdekalkyl');
    expect(defaultDataFolder({ XDG_DATA_HOME: '/data' }, 'linux', '/home/eva')).toBe('/data/bygdekalkyl');
    // By the standard, one that is not absolute does not count.
    expect(defaultDataFolder({ XDG_DATA_HOME: 'data' }, 'linux', '/home/eva')).toBe(
      '/home/eva/.local/share/bygdekalkyl',
    );
    expect(defaultDataFolder({}, 'darwin', '/Users/eva')).toBe('/Users/eva/Library/Application Support/Bygdekalkyl');
    expect(defaultDataFolder({ LOCALAPPDATA: '/local' }, 'win32', '/home')).toBe(join('/local', 'Bygdekalkyl'));
  });
});
