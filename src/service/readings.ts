import type { ReadScenario, ScenarioFiles } from '../computing/index.ts';
import type { Prisma, PrismaClient, Reading, Revision } from '../store/generated/client.ts';
import type { Workshop } from './service.ts';
import { demandStorable } from './storable-text.ts';
import type { Viewer } from './viewer.ts';

/** A scenario's files and what they come to. */
export type ReadRevision = { readonly bundle: ScenarioFiles; readonly read: ReadScenario };

/**
 * Reads and plans a scenario in a thread of its own.
 *
 * @throws {PlannerError} everything that is wrong in it
 */
export async function readRevision(
  service: Workshop,
  bundle: ScenarioFiles,
  viewer: Pick<Viewer, 'caller'>,
  signal: AbortSignal | undefined,
): Promise<ReadRevision> {
  const read = await service.computing.read(bundle, {
    caller: viewer.caller,
    signal,
    limitMs: service.configuration.querySeconds * 1000,
  });
  demandStorable(JSON.stringify(read.data), bundle.file);
  return { bundle, read };
}

/** What a revision comes to under the shipped model; read anew when it was saved under another. */
export async function readingOf(
  service: Workshop,
  viewer: Pick<Viewer, 'caller'>,
  revision: Revision,
  signal: AbortSignal | undefined,
): Promise<Reading> {
  const { prisma } = service.database;
  const stored = await prisma.reading.findUnique({
    where: { revisionId_shippedModel: { revisionId: revision.id, shippedModel: service.shippedModelHash } },
  });
  if (stored !== null) return stored;
  const bundle = { file: revision.file, files: revision.files as Record<string, string> };
  return await saveReading(
    prisma,
    service.shippedModelHash,
    revision.id,
    await readRevision(service, bundle, viewer, signal),
  );
}

/** Keeps what a revision comes to. */
export async function saveReading(
  prisma: PrismaClient | Prisma.TransactionClient,
  shippedModel: string,
  revisionId: string,
  { read }: ReadRevision,
): Promise<Reading> {
  const data = {
    modelHash: read.modelHash,
    scenarioHash: read.scenarioHash,
    seed: read.seed,
    villageYears: read.villageYears,
    alternatives: read.alternatives.map(({ id, label }) => ({ id, label: { ...label } })),
  };
  return await prisma.reading.upsert({
    where: { revisionId_shippedModel: { revisionId, shippedModel } },
    create: { ...data, revisionId, shippedModel },
    update: data,
  });
}
