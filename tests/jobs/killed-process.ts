import { writeSync } from 'node:fs';
import { openJobs } from '../../src/service/jobs/index.ts';
import type { Viewer } from '../../src/service/viewer.ts';
import { type Database, type DatabasePlace, openDatabase, type Sql } from '../../src/store/database.ts';
import { draws, smallWork } from './small-work.ts';

/** What the process is told, as JSON. */
export type KilledProcess = {
  readonly place: DatabasePlace;
  readonly viewer: Viewer;
  readonly revisionId: string;
  readonly seed: string;
  /** Dies at this moment of those between statements, counted from the start of the job; none: lives until it is done. */
  readonly dieAt?: number;
};

/** How jobs run where dying is tried: the shortest silence that the queue knows. */
export const quickJobs = { silenceSeconds: 10, watchSeconds: 1, lookSeconds: 0.5 } as const;

/** Starts a job and works on it, and dies by SIGKILL between two statements: run as a process of its own. */
async function run({ place, viewer, revisionId, seed, dieAt }: KilledProcess): Promise<void> {
  const database = await openDatabase(place);
  let moments: number | undefined;
  const moment = (): void => {
    if (moments === undefined) return;
    moments += 1;
    if (moments === dieAt) process.kill(process.pid, 'SIGKILL');
  };
  const jobs = await openJobs(withMoments(database, moment), smallWork(database, 3, 500), { ...quickJobs, atOnce: 4 });
  moments = 0;
  const job = await jobs.start(viewer, { revisionId, ...draws(seed) });
  // To the file descriptor: what is said is said, even if this dies at the next moment.
  writeSync(1, `acknowledged ${job.id}\n`);
  for await (const event of await jobs.events(viewer, job.id, 0)) writeSync(1, `event ${event.number}\n`);
  writeSync(1, `moments ${moments}\n`);
  process.exit(0);
}

/** The same database, telling each moment before and after a statement, at the beginning and the end of transactions too. */
function withMoments(database: Database, moment: () => void): Database {
  const told =
    (sql: Sql): Sql['query'] =>
    async (text, values) => {
      moment();
      const found = await sql.query(text, values);
      moment();
      return found as never;
    };
  const { sql } = database;
  return {
    ...database,
    sql: {
      query: told(sql),
      exec: async (text) => {
        moment();
        await sql.exec(text);
        moment();
      },
      transaction: async (work) => {
        moment();
        const result = await sql.transaction((within) => work({ query: told(within) }));
        moment();
        return result;
      },
    },
  };
}

const [, , told] = process.argv;
if (import.meta.main && told !== undefined) await run(JSON.parse(told) as KilledProcess);
