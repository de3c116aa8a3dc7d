import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { link, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StoreError } from './store-error.ts';

/** Who owns a data folder, and how to reach it when it is a running server. */
export type FolderOwner = { readonly pid: number; readonly address?: string; readonly adminKey?: string };

/** The hold on a data folder. */
export type FolderLock = {
  /** Tells other commands on this machine how to reach the server that owns the folder. */
  publish(how: { readonly address: string; readonly adminKey: string }): Promise<void>;
  release(): Promise<void>;
};

/** A process so that it can be told from another that got the same number later. */
type Process = {
  readonly pid: number;
  /** When it started, as the system tells it. */
  readonly started: string | null;
  readonly boot: string | null;
  /** Process numbers mean something only among those that see each other. */
  readonly numbering: string | null;
  readonly host: string;
};

type LockFile = Process & { readonly released?: true; readonly address?: string; readonly adminKey?: string };

/** A beat is left this often; who cannot ask the system whether the owner lives watches for this long. */
const beatMs = 2_000;
const watchMs = 12_000;

/**
 * Takes a data folder for this process.
 *
 * The lock is the file `owner-<n>.json` with the highest number, and that number only grows: the next owner links
 * number n + 1, which only one can do, and leaves nobody's file away but those below. So two that find a dead owner at
 * the same moment cannot both become the next, and nobody ever removes the lock of a living process.
 *
 * @throws {StoreError} locked
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const me = thisProcess();
  for (;;) {
    const last = await highest(folder);
    if (last !== undefined) {
      const owner = await read(folder, last);
      if (owner === undefined) continue;
      if (owner.released !== true && (await isAlive(folder, last, owner))) throw locked(folder, last, owner);
    }
    const mine = (last ?? 0) + 1;
    if (!(await linkOnce(folder, mine, me))) continue;
    // The number may have been taken, given up and removed while we looked: then a higher one exists, and this is void.
    if ((await highest(folder)) !== mine) {
      await rm(join(folder, fileOf(mine)), { force: true });
      continue;
    }
    await removeBelow(folder, mine);
    return hold(folder, mine, me);
  }
}

function hold(folder: string, number: number, me: Process): FolderLock {
  const file = join(folder, fileOf(number));
  const beat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => {});
  }, beatMs);
  beat.unref();
  return {
    publish: (how) => replace(file, { ...me, ...how }),
    release: async () => {
      clearInterval(beat);
      await replace(file, { ...me, released: true }).catch((error: NodeJS.ErrnoException) => {
        // Who removed the whole folder needs no word that it is free.
        if (error.code !== 'ENOENT') throw error;
      });
    },
  };
}

/** The living process that owns a data folder; undefined if nobody does. */
export async function readFolderOwner(folder: string): Promise<FolderOwner | undefined> {
  const last = await highest(folder);
  const owner = last === undefined ? undefined : await read(folder, last);
  if (last === undefined || owner === undefined || owner.released === true) return undefined;
  if (!(await isAlive(folder, last, owner))) return undefined;
  const { pid, address, adminKey } = owner;
  return { pid, ...(address === undefined ? {} : { address }), ...(adminKey === undefined ? {} : { adminKey }) };
}

const fileOf = (number: number): string => `owner-${number}.json`;

async function highest(folder: string): Promise<number | undefined> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const numbers = names.flatMap((name) => /^owner-(\d+)\.json$/.exec(name)?.[1] ?? []).map(Number);
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}

async function read(folder: string, number: number): Promise<LockFile | undefined> {
  const text = await readFile(join(folder, fileOf(number)), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    const owner: LockFile = JSON.parse(text);
    if (Number.isSafeInteger(owner.pid)) return owner;
  } catch {
    // Told below.
  }
  throw new StoreError(
    'locked',
    `${join(resolve(folder), fileOf(number))} tells which process owns the data folder, but cannot be read as such. If no process of this program uses the folder, delete that file and try again.`,
  );
}

/** Files appear whole: written beside, then given their name. False if the name is taken. */
async function linkOnce(folder: string, number: number, me: Process): Promise<boolean> {
  const beside = await writeBeside(join(folder, fileOf(number)), me);
  try {
    await link(beside, join(folder, fileOf(number)));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
}

async function replace(file: string, content: LockFile): Promise<void> {
  await rename(await writeBeside(file, content), file);
}

async function writeBeside(file: string, content: LockFile): Promise<string> {
  const beside = `${file}.${randomBytes(6).toString('hex')}.new`;
  await writeFile(beside, `${JSON.stringify(content)}\n`, { mode: 0o600, flag: 'wx' });
  return beside;
}

async function removeBelow(folder: string, number: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, below] = /^owner-(\d+)\.json$/.exec(name) ?? [];
    if (below !== undefined && Number(below) < number) await rm(join(folder, name), { force: true });
  }
}

function thisProcess(): Process {
  return {
    pid: process.pid,
    started: startOf(process.pid),
    boot: quietly(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    numbering: quietly(() => readlinkSync('/proc/self/ns/pid')),
    host: hostname(),
  };
}

async function isAlive(folder: string, number: number, owner: LockFile): Promise<boolean> {
  const me = thisProcess();
  // Another machine on a shared disk, another container, or before a restart of this one: its number tells nothing here.
  if (owner.host !== me.host || owner.boot !== me.boot || owner.numbering !== me.numbering) {
    return beats(join(folder, fileOf(number)));
  }
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const started = startOf(owner.pid);
  return started === null || owner.started === null || started === owner.started;
}

async function beats(file: string): Promise<boolean> {
  const at = async (): Promise<number | undefined> => {
    const found = await stat(file).catch(() => undefined);
    return found?.mtimeMs;
  };
  const first = await at();
  for (let waited = 0; waited < watchMs; waited += 500) {
    await wait(500);
    if ((await at()) !== first) return true;
  }
  return false;
}

function startOf(pid: number): string | null {
  return (
    quietly(() => {
      const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name in brackets may hold anything; the start is the 20th field after it. A zombie has ended.
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? 'ended' : (fields[19] ?? null);
    }) ??
    (process.platform === 'linux' || process.platform === 'win32'
      ? null
      : quietly(() => execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()))
  );
}

function quietly<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}

function locked(folder: string, number: number, owner: LockFile): StoreError {
  const file = join(resolve(folder), fileOf(number));
  const who =
    owner.pid === process.pid && owner.host === hostname()
      ? `this process (${owner.pid}) already`
      : `process ${owner.pid}${owner.host === hostname() ? '' : ` on ${owner.host}`}${owner.address === undefined ? '' : ` (the server at ${owner.address})`}`;
  return new StoreError(
    'locked',
    `The data folder ${resolve(folder)} is used by ${who}. One process at a time may use it: stop that one (or use it), choose another folder with --data, or set DATABASE_URL for many processes. Nothing was changed. (The owner is noted in ${file}.)`,
  );
}
