import { LRUCache } from 'lru-cache';
import { loadModel } from '../app/load-model.ts';
import { openComputing } from '../computing/index.ts';
import { modelHash } from '../engine/simulate/index.ts';
import type { Database } from '../store/database.ts';
import { type Access, openAccess } from './access/index.ts';
import { openComparisonJobs } from './comparison-jobs.ts';
import type { Configuration } from './configuration.ts';
import { openDocuments } from './documents.ts';
import type { JobOptions } from './jobs/index.ts';
import { keepShippedModel } from './model-versions.ts';
import { seedPlaces } from './places.ts';
import type { Service, Workshop } from './service.ts';
import { shipScenarios } from './shipped-scenarios.ts';

/** Bytes of results kept ready. */
const documentRoom = 128 * 2 ** 20;

/** Questions whose stored comparisons are known without looking. */
const questionsKnown = 4096;

/**
 * Opens what the use cases work with, on an open database: the places, the shipped scenarios and the model that is now used
 * are put into it where they are missing.
 *
 * @param options.onSeed - called while shipped scenarios are read, the first time
 * @param options.ship - short names of the shipped scenarios to put there; all of them unless stated
 * @throws {PlannerError} when others could reach the service without a token
 */
export async function openService(
  database: Database,
  configuration: Configuration,
  options: {
    readonly adminKey?: string;
    readonly onSeed?: (done: number, all: number) => void;
    readonly jobs?: JobOptions;
    readonly ship?: readonly string[];
  } = {},
): Promise<Service> {
  const computing = openComputing({
    desks: configuration.threads,
    perCaller: configuration.perCaller,
    waiting: configuration.waiting,
    memoryMb: configuration.threadMegabytes,
  });
  try {
    const model = loadModel();
    const access: Access = await openAccess(
      database,
      configuration,
      options.adminKey === undefined ? {} : { adminKey: options.adminKey },
    );
    const workshop: Workshop = {
      database,
      computing,
      configuration,
      access,
      model,
      shippedModelHash: modelHash(model),
      documents: openDocuments(database.prisma, documentRoom),
      computingResults: new Map(),
      knownComparisons: new LRUCache({ max: questionsKnown }),
    };
    await keepShippedModel(database.prisma, workshop.shippedModelHash);
    await seedPlaces(database.prisma);
    await shipScenarios(workshop, access.examples.id, { only: options.ship, onRead: options.onSeed });
    return { ...workshop, jobs: await openComparisonJobs(workshop, options.jobs) };
  } catch (error) {
    await computing.close();
    throw error;
  }
}
