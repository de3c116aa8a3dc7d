import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Another process of this program, for tests of two at once and of sudden ends. */
export type Child = {
  readonly process: ChildProcess;
  /** The next thing it said. */
  next(): Promise<unknown>;
  /** Everything it said so far that nobody has taken. */
  said(): unknown[];
  /** Ends it at once, as the system does when memory is short. */
  kill(): Promise<void>;
};

/** Starts a file of this folder as a process of its own; it talks by `process.send`. */
export function startChild(file: string, ...words: string[]): Child {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), words, {
    execArgv: [],
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const told: unknown[] = [];
  const waiting: { resolve: (message: unknown) => void; reject: (error: Error) => void }[] = [];
  let errors = '';
  child.stderr?.on('data', (text) => {
    errors += text;
  });
  child.on('message', (message) => {
    const first = waiting.shift();
    if (first === undefined) told.push(message);
    else first.resolve(message);
  });
  const ended = new Promise<void>((resolve) => {
    child.on('close', (code, signal) => {
      for (const { reject } of waiting.splice(0)) reject(new Error(`the child ended (${code ?? signal}): ${errors}`));
      resolve();
    });
  });
  return {
    process: child,
    next: () =>
      told.length > 0
        ? Promise.resolve(told.shift())
        : new Promise((resolve, reject) => {
            waiting.push({ resolve, reject });
          }),
    said: () => told.splice(0),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
