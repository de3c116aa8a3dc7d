import { spawnSync } from 'node:child_process';

/** What a command printed and how it ended. */
export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the command line as a user does, in a process of its own. */
export function cli(...words: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', ...words], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, err: stderr };
}
