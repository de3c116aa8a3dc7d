import { readFileSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import { loadModel } from '../../src/app/load-model.ts';
import { type Computing, openComputing } from '../../src/computing/index.ts';
import { modelHash } from '../../src/engine/simulate/index.ts';
import { openAccess } from '../../src/service/access/index.ts';
import { openComparisonJobs } from '../../src/service/comparison-jobs.ts';
import { readConfiguration } from '../../src/service/configuration.ts';
import { openDocuments } from '../../src/service/documents.ts';
import type { JobOptions } from '../../src/service/jobs/index.ts';
import { createScenario } from '../../src/service/scenarios.ts';
import type { Service, Workshop } from '../../src/service/service.ts';
import type { Viewer } from '../../src/service/viewer.ts';
import type { Database, DatabasePlace } from '../../src/store/database.ts';

/** A service on an open database, without the places and the shipped scenarios, which take long to put in. */
export async function openSmallService(
  database: Database,
  place: DatabasePlace,
  options: {
    readonly jobs?: JobOptions;
    readonly computing?: Computing;
    readonly settings?: Record<string, string>;
  } = {},
): Promise<Service> {
  const { configuration } = readConfiguration({
    flags: {},
    environment: {
      ...('url' in place ? { DATABASE_URL: place.url } : { BYGDEKALKYL_DATA: place.folder }),
      ...options.settings,
    },
    usualFolder: '',
  });
  const model = loadModel();
  const workshop: Workshop = {
    database,
    computing: options.computing ?? openComputing({ desks: 2 }),
    configuration,
    access: await openAccess(database, { ...configuration, reachable: undefined }),
    model,
    shippedModelHash: modelHash(model),
    documents: openDocuments(database.prisma, 2 ** 20),
    computingResults: new Map(),
    knownComparisons: new LRUCache({ max: 100 }),
  };
  return { ...workshop, jobs: await openComparisonJobs(workshop, options.jobs) };
}

/** A planner of a workspace, which is made if it is missing. */
export async function plannerOf({ prisma }: Database, slug = 'byg'): Promise<Viewer> {
  const workspace = await prisma.workspace.upsert({ where: { slug }, create: { slug, name: slug }, update: {} });
  return { workspaceId: workspace.id, workspace: slug, role: 'planner', name: 'Anna', caller: `planner of ${slug}` };
}

/** Saves Fliseryd as a scenario of the planner's; its revision. */
export async function saveFliseryd(service: Service, viewer: Viewer): Promise<string> {
  const text = readFileSync(new URL('../../scenarios/fliseryd.yaml', import.meta.url), 'utf8');
  return (await createScenario(service, viewer, { slug: 'fliseryd', text })).id;
}
