import { createLog } from '../../api/http/index.ts';
import { newAdminKey, startServer } from '../../api/server.ts';
import { PlannerError } from '../../errors.ts';
import { type Configuration, readConfiguration } from '../../service/configuration.ts';
import { openService } from '../../service/open-service.ts';
import type { SettingName } from '../../service/settings.ts';
import { openDatabase } from '../../store/database.ts';
import { defaultDataFolder } from '../../store/folder.ts';

/** Starts the service and serves until it is told to stop. */
export async function start(
  flags: Readonly<Partial<Record<SettingName, string | boolean | undefined>>>,
): Promise<void> {
  const say = (text: string): void => {
    process.stderr.write(`${text}\n`);
  };
  const { configuration, warnings } = readConfiguration({
    flags,
    environment: process.env,
    usualFolder: defaultDataFolder(),
  });
  for (const warning of warnings) say(warning);
  const { place } = configuration;
  say('folder' in place ? `Data folder: ${place.folder}` : 'Data: the PostgreSQL server in DATABASE_URL');
  const stop = new AbortController();
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        // A second one ends at once.
        process.once(signal, () => process.exit(130));
        stop.abort();
        resolve();
      });
  });
  const database = await openDatabase(place);
  try {
    const adminKey = newAdminKey();
    const log = createLog({ level: configuration.logLevel });
    const service = await openService(database, configuration, {
      adminKey,
      jobs: {
        onError: (error) => log.warn({ err: error }, 'the jobs met a difficulty'),
        onDefect: ({ error, id, jobId }) =>
          log.error({ err: error, requestId: id, jobId }, 'unexpected error in a job'),
      },
      onSeed: (done, all) => {
        if (done === all || done % 10 === 0) say(`Shipped scenarios: ${done} of ${all}`);
      },
    });
    const server = await startServer(service, configuration, { log }).catch(async (error: unknown) => {
      await service.jobs.stop(0);
      await service.computing.close();
      throw notListening(error, configuration);
    });
    await database.publish({ address: server.address, adminKey });
    process.stdout.write(`${greeting(server.address, configuration.signIn === 'none')}\n`);
    await asked;
    say('Stopping: what runs may finish');
    await server.stop();
  } finally {
    await database.close();
  }
}

/** Why nobody can be served at the address that was asked for, where that is the reason. */
function notListening(error: unknown, { host, port }: Configuration): unknown {
  const why = {
    EADDRINUSE: 'is taken: something listens there already, perhaps this service',
    EACCES: 'may not be used by you: below 1024 that takes special rights',
    EADDRNOTAVAIL: 'is no address of this machine',
    ENOTFOUND: 'is not known to this machine',
  }[(error as NodeJS.ErrnoException).code ?? ''];
  if (why === undefined) return error;
  return new PlannerError([
    {
      code: 'address',
      message: `The address ${host} port ${port} ${why}`,
      hint: 'Stop what uses it, or choose another with --port and --host; 0 takes any port that is free',
    },
  ]);
}

function greeting(address: string, open: boolean): string {
  const token = open ? '' : " -H 'authorization: Bearer bk_…'";
  return `Bygdekalkyl answers at ${address}

The API is at ${address}/graphql; docs/api.md shows how to use it. Try:

  curl -s ${address}/graphql -H 'content-type: application/json'${token} \\
    -d '{"query":"{ comparison(scenario: \\"fliseryd\\") { result { certificate { resultHash } } } }"}'

${open ? '' : 'Requests need a token: the commands `workspace create` and `token issue` make the first.\n\n'}Stop with Ctrl+C.`;
}
