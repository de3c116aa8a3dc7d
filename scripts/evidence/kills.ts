import { type Deaths, killBetweenStatements } from '../../tests/jobs/kill-between-statements.ts';
import { type KillSeries, killSeries } from '../../tests/jobs/kill-series.ts';
import { hashOfService, type Series } from './series.ts';
import { type DatabaseKind, databaseKinds, newPlace } from './served.ts';

const times = 50;

/** Moments between statements that are tried, evenly spread: each is a process that starts and dies. */
const mostMoments = 40;

type OnDatabase = {
  /** The server killed at random moments while clients save and start jobs. */
  readonly servers: KillSeries;
  /** A process killed before and after the statements of a job, at moments spread evenly over it. */
  readonly betweenStatements: Deaths;
};

type Kills = { readonly databases: Readonly<Record<DatabaseKind, OnDatabase>> };

/** SIGKILL again and again, while scenarios are saved and jobs are worked on; then everything is looked at. */
export const killsSeries: Series<Kills> = {
  name: 'kills',
  inputs: () =>
    hashOfService(
      'scripts/evidence/kills.ts',
      'tests/jobs/{kill-series,kill-between-statements,killed-process,small-work,open-service}.ts',
    ),
  async run(say) {
    // Both at once: most of the time is spent starting, and waiting for what the dead left.
    const found = await Promise.all(
      databaseKinds.map(async (kind) => [kind, await onDatabase(kind, (text) => say(`${kind}: ${text}`))] as const),
    );
    return { databases: Object.fromEntries(found) as Kills['databases'] };
  },
  wrong: ({ databases }) =>
    databaseKinds.flatMap((kind) => {
      const { servers, betweenStatements } = databases[kind];
      return [
        ...(servers.kills >= times ? [] : [`only ${servers.kills} kills`]),
        ...(servers.revisions > 0 && servers.jobs > 0 ? [] : ['nothing was acknowledged before a kill']),
        ...(servers.interrupted > 0 ? [] : ['no job was interrupted']),
        ...(betweenStatements.died >= mostMoments * 0.8
          ? []
          : [`only ${betweenStatements.died} died between statements`]),
        ...servers.wrong,
        ...betweenStatements.wrong,
      ].map((text) => `${kind}: ${text}`);
    }),
};

async function onDatabase(kind: DatabaseKind, say: (text: string) => void): Promise<OnDatabase> {
  return {
    servers: await inPlace(kind, async (place) => {
      const found = await killSeries({ place, times, seed: 'kills' });
      say(
        `${found.kills} servers killed, ${found.jobs} jobs, ${found.revisions} revisions, ${found.wrong.length} wrong`,
      );
      return found;
    }),
    betweenStatements: await inPlace(kind, async (place) => {
      const found = await killBetweenStatements(place, (moments) =>
        Array.from({ length: mostMoments }, (_, index) => 1 + Math.floor((index * moments) / mostMoments)),
      );
      say(`${found.died} processes killed between statements, ${found.wrong.length} wrong`);
      return found;
    }),
  };
}

async function inPlace<T>(
  kind: DatabaseKind,
  work: (place: Awaited<ReturnType<typeof newPlace>>['place']) => Promise<T>,
): Promise<T> {
  const { place, remove } = await newPlace(kind);
  try {
    return await work(place);
  } finally {
    await remove();
  }
}
