import { engineVersion } from '../app/engine-version.ts';
import { readModelTexts } from '../app/load-model.ts';
import type { PrismaClient } from '../store/generated/client.ts';

/**
 * Keeps the formulas that results are computed by from now on, so that they can be read when the program has others.
 * A scenario's own formula files are in its revisions, whose access they have.
 */
export async function keepShippedModel(prisma: PrismaClient, hash: string): Promise<void> {
  if ((await prisma.modelVersion.findUnique({ where: { hash }, select: { hash: true } })) !== null) return;
  const files = Object.fromEntries(readModelTexts().map(({ file, text }) => [file, text]));
  await prisma.modelVersion.createMany({ data: [{ hash, engine: engineVersion, files }], skipDuplicates: true });
}
