import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { engineVersion } from '../app/engine-version.ts';
import { filesOnDisk, type ScenarioFiles } from '../app/text-files.ts';
import { hashOf } from '../engine/simulate/index.ts';
import { readYaml } from '../engine/text/index.ts';
import { readRevision } from './readings.ts';
import { insertRevision, insertScenario } from './scenarios.ts';
import type { Workshop } from './service.ts';
import type { Viewer } from './viewer.ts';

const folder = fileURLToPath(new URL('../../scenarios/', import.meta.url));

/** Folders of files that are no scenarios to start from. */
const notShown = ['invalid/', 'measures/'];

/** Whoever ships the program. */
const shippedBy = `Bygdekalkyl ${engineVersion}`;

/**
 * Puts the shipped scenarios into the workspace of examples and shares them with everyone. One whose text has changed since
 * becomes a new revision; what was there stays.
 *
 * @param examples - id of that workspace
 * @param options.only - short names of those to put there; all of them unless stated
 * @param options.onRead - called after each that had to be read
 */
export async function shipScenarios(
  service: Workshop,
  examples: string,
  options: {
    readonly only?: readonly string[] | undefined;
    readonly onRead?: ((done: number, all: number) => void) | undefined;
  } = {},
): Promise<void> {
  const viewer: Viewer = {
    workspaceId: examples,
    workspace: 'exempel',
    role: 'admin',
    name: shippedBy,
    caller: 'shipped scenarios',
  };
  const { prisma } = service.database;
  const there = await prisma.scenario.findMany({
    where: { workspaceId: examples },
    include: { revisions: { orderBy: { number: 'desc' }, take: 1 } },
  });
  const chosen = shipped().filter(({ slug }) => options.only?.includes(slug) ?? true);
  const fresh = chosen.flatMap(({ slug, bundle }) => {
    const scenario = there.find((each) => each.slug === slug);
    const newest = scenario?.revisions[0];
    return newest?.textHash === hashOf(bundle) ? [] : [{ slug, bundle, scenario, newest }];
  });
  let done = 0;
  await eachOf(fresh, 4, async ({ slug, bundle, scenario, newest }) => {
    const read = await readRevision(service, bundle, viewer, undefined);
    if (scenario === undefined || newest === undefined)
      await insertScenario(service, viewer, slug, read, shippedBy, null, true);
    else await insertRevision(service, viewer, scenario, read, shippedBy, newest);
    done += 1;
    options.onRead?.(done, fresh.length);
  });
}

/** Does something with each, so many at a time. */
async function eachOf<T>(things: readonly T[], atOnce: number, work: (thing: T) => Promise<void>): Promise<void> {
  const left = [...things];
  const lane = async (): Promise<void> => {
    for (let thing = left.shift(); thing !== undefined; thing = left.shift()) await work(thing);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

function shipped(): { readonly slug: string; readonly bundle: ScenarioFiles }[] {
  return globSync('**/*.yaml', { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !notShown.some((each) => file.startsWith(each)))
    .sort()
    .flatMap((file) => {
      const files: Record<string, string> = {};
      return collect(file, files)
        ? [{ slug: file.replace(/\.yaml$/, '').replaceAll('/', '-'), bundle: { file, files } }]
        : [];
    });
}

/** Adds a scenario's file and those it names; whether it is a scenario, not a file of formulas. */
function collect(file: string, files: Record<string, string>): boolean {
  const text = filesOnDisk.read(`${folder}${file}`);
  const data = readYaml(text, file).data as { id?: string; extends?: string; formulaFiles?: string[] };
  files[file] = text;
  for (const name of data.formulaFiles ?? []) {
    const named = beside(name, file);
    files[named] = filesOnDisk.read(`${folder}${named}`);
  }
  if (data.extends !== undefined) collect(beside(data.extends, file), files);
  // What others extend, and files of formulas, have no id.
  return data.id !== undefined;
}

function beside(name: string, file: string): string {
  return filesOnDisk.beside(name, file).replaceAll('\\', '/');
}
