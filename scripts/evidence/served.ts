import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { DatabasePlace } from '../../src/store/database.ts';
import { startRealPostgres } from '../../tests/store/postgres-server.ts';
import { root } from '../source-files.ts';

/** The two kinds of database everything is tried on. */
export const databaseKinds = ['embedded', 'server'] as const;
export type DatabaseKind = (typeof databaseKinds)[number];

/** The service as users run it: a process of its own, by the command `start`. */
export type Served = {
  readonly address: string;
  /** Runs another command of the program on the same data; what it printed. */
  command(...words: string[]): Promise<string>;
  /** Memory of the process after its garbage was collected, and what it has open, by kind. */
  look(): Promise<ProcessState>;
  /** Why it is no longer there; undefined while it is. */
  ended(): string | undefined;
  /** Errors that it logged. */
  defects(): readonly string[];
  stop(): Promise<void>;
};

export type ProcessState = {
  readonly heapMb: number;
  readonly rssMb: number;
  /** Open handles and pending requests by kind, as Node tells them. */
  readonly open: Readonly<Record<string, number>>;
};

/** A new place for a database: a folder, or a database on a PostgreSQL that is started for it with its usual, durable settings. */
export async function newPlace(
  kind: DatabaseKind,
): Promise<{ readonly place: DatabasePlace; readonly remove: () => Promise<void> }> {
  if (kind === 'server') {
    const postgres = await startRealPostgres([]);
    return { place: { url: await postgres.createDatabase() }, remove: () => postgres.stop() };
  }
  const folder = await mkdtemp(join(tmpdir(), 'bygdekalkyl-evidence-'));
  return { place: { folder }, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Starts the service on a place, where everybody signs in unless told otherwise, and waits until it answers. */
export async function serve(place: DatabasePlace, { signIn = true } = {}): Promise<Served> {
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(BYGDEKALKYL_|DATABASE_URL$)/.test(name))),
    ...('url' in place ? { DATABASE_URL: place.url } : { BYGDEKALKYL_DATA: place.folder }),
  };
  // The inspector listens on this machine only; nothing is connected to it but while memory is looked at.
  const words = ['--inspect=127.0.0.1:0', 'src/cli/main.ts', 'start', '--port', '0', '--log-level', 'warn'];
  const child = spawn(process.execPath, [...words, ...(signIn ? ['--require-sign-in'] : [])], { cwd: root, env });
  const output = listenTo(child);
  const { address, inspector } = await output.started;
  return {
    address,
    ended: output.ended,
    defects: output.defects,
    look: () => lookInto(inspector),
    command: async (...command) => {
      const { stdout } = await promisify(execFile)(process.execPath, ['src/cli/main.ts', ...command], {
        cwd: root,
        env,
      });
      return stdout.trim();
    },
    stop: async () => {
      if (output.ended() !== undefined) return;
      const closed = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      await Promise.race([closed, wait(60_000, undefined, { ref: false }).then(() => child.kill('SIGKILL'))]);
      await closed;
    },
  };
}

function listenTo(child: ChildProcess) {
  const defects: string[] = [];
  let said = '';
  let end: string | undefined;
  const started = new Promise<{ readonly address: string; readonly inspector: string }>((resolve, reject) => {
    let line = '';
    const listen = (data: unknown): void => {
      const text = line + String(data);
      const lines = text.split('\n');
      line = lines.pop() ?? '';
      defects.push(
        ...lines.filter((each) => /^\{"level":"(?:error|fatal)"/.test(each)).map((each) => each.slice(0, 1000)),
      );
      if (said.length < 100_000) said += String(data);
      const port = /answers at http:\/\/localhost:(\d+)/.exec(said)?.[1];
      const inspector = /ws:\/\/\S+/.exec(said)?.[0];
      if (port !== undefined && inspector !== undefined) resolve({ address: `http://127.0.0.1:${port}`, inspector });
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('close', (code, signal) => {
      end = `it ended with ${code ?? signal}: ${said.slice(-2000)}`;
      reject(new Error(end));
    });
  });
  return { started, ended: () => end, defects: () => defects };
}

async function lookInto(inspector: string): Promise<ProcessState> {
  const socket = new WebSocket(inspector);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error('the inspector does not answer')), { once: true });
  });
  let number = 0;
  const call = (method: string, params: object = {}): Promise<{ readonly result?: { readonly value?: unknown } }> => {
    const id = ++number;
    return new Promise((resolve) => {
      const listen = ({ data }: { readonly data: unknown }): void => {
        const message = JSON.parse(String(data)) as { readonly id?: number; readonly result: object };
        if (message.id !== id) return;
        socket.removeEventListener('message', listen);
        resolve(message.result);
      };
      socket.addEventListener('message', listen);
      socket.send(JSON.stringify({ id, method, params }));
    });
  };
  try {
    for (let time = 0; time < 2; time += 1) await call('HeapProfiler.collectGarbage');
    const expression = 'JSON.stringify([process.memoryUsage(), process.getActiveResourcesInfo()])';
    const { result } = await call('Runtime.evaluate', { expression });
    const [memory, resources] = JSON.parse(String(result?.value)) as [NodeJS.MemoryUsage, string[]];
    const open: Record<string, number> = {};
    for (const kind of resources.sort()) open[kind] = (open[kind] ?? 0) + 1;
    return { heapMb: memory.heapUsed / 2 ** 20, rssMb: memory.rss / 2 ** 20, open };
  } finally {
    socket.close();
  }
}
