import { randomUUIDv7 } from 'node:crypto';
import { engineVersion } from '../app/engine-version.ts';
import type { Compared } from '../computing/index.ts';
import { futureDesign, hashOf } from '../engine/simulate/index.ts';
import { PlannerError, StoppedError } from '../errors.ts';
import type { PrismaClient, Sql } from '../store/database.ts';
import type { Reading, Revision } from '../store/generated/client.ts';
import type { ComputeAsk, SharedComputation } from './computing-results.ts';
import type { Workshop } from './service.ts';

/** Which futures of a revision are compared, and what else is asked. */
export type ComparisonDesign = {
  /** The scenario's own unless stated. */
  readonly seed?: string | undefined;
  readonly draws: number;
  readonly inner: number;
  /** Futures that break-even is averaged over; undefined when it is not asked. */
  readonly breakEvenFutures?: number | undefined;
};

/** What a result is found by: the same question has the same key on every machine. */
export type ResultKey = {
  /** Over model, scenario and futures: what the numbers depend on. */
  readonly numbersKey: string;
  /** Over the scenario's words as well. */
  readonly key: string;
  readonly seed: string;
  readonly villageDrawYears: number;
};

/** @throws {PlannerError} when the numbers of futures do not fit */
export function checkedDesign(design: ComparisonDesign): ComparisonDesign {
  try {
    futureDesign(design.draws, design.inner);
    return design;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new PlannerError([{ code: 'draws', path: 'draws', message: error.message }]);
  }
}

/** The files of a scenario that is compared. */
type ResultText = Pick<Revision, 'file' | 'files'>;

/** What a scenario comes to, as far as its results are found by it. */
type ReadFor = Pick<Reading, 'modelHash' | 'scenarioHash' | 'seed' | 'villageYears'>;

/** What the result of a question is found by. */
export function resultKey(reading: ReadFor, revision: Pick<Revision, 'textHash'>, design: ComparisonDesign): ResultKey {
  const seed = design.seed ?? reading.seed;
  const numbersKey = hashOf({
    engine: engineVersion,
    model: reading.modelHash,
    scenario: reading.scenarioHash,
    seed,
    draws: design.draws,
    inner: design.inner,
    breakEven: design.breakEvenFutures ?? null,
  });
  return {
    numbersKey,
    key: hashOf({ numbers: numbersKey, words: revision.textHash }),
    seed,
    villageDrawYears: reading.villageYears * design.draws,
  };
}

/** A result that is already stored. */
export async function storedResult(prisma: PrismaClient, key: string): Promise<{ readonly id: string } | null> {
  return await prisma.result.findUnique({ where: { key }, select: { id: true } });
}

/**
 * Computes a result; one that is being computed for somebody else is waited for. Its work is stopped when everybody who
 * waits for it has gone.
 */
export async function computeResult(
  service: Workshop,
  revision: ResultText,
  design: ComparisonDesign,
  found: ResultKey,
  ask: ComputeAsk,
): Promise<Compared> {
  const gone = (): StoppedError => new StoppedError('cancelled', 'The comparison was cancelled');
  if (ask.signal?.aborted) throw gone();
  const shared = service.computingResults.get(found.key) ?? begin(service, revision, design, found, ask);
  shared.waiting += 1;
  if (ask.onProgress !== undefined) shared.followers.add(ask.onProgress);
  let leave = (): void => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(gone());
  });
  left.catch(() => {});
  ask.signal?.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([shared.result, left]);
  } finally {
    ask.signal?.removeEventListener('abort', leave);
    if (ask.onProgress !== undefined) shared.followers.delete(ask.onProgress);
    shared.waiting -= 1;
    if (shared.waiting === 0) {
      // The next who asks starts anew rather than join what is being stopped.
      if (service.computingResults.get(found.key) === shared) service.computingResults.delete(found.key);
      shared.stop.abort();
    }
  }
}

/** Computes a result whatever is stored; given a document of the same numbers, its numbers with this revision's words. */
export async function computeAnew(
  service: Workshop,
  revision: ResultText,
  design: ComparisonDesign,
  found: ResultKey,
  ask: ComputeAsk,
  numbers?: Uint8Array | undefined,
): Promise<Compared> {
  return await service.computing.compare(
    { file: revision.file, files: revision.files as Record<string, string> },
    {
      seed: found.seed,
      draws: design.draws,
      inner: design.inner,
      breakEvenFutures: design.breakEvenFutures ?? null,
      numbers,
    },
    ask,
  );
}

function begin(
  service: Workshop,
  revision: ResultText,
  design: ComparisonDesign,
  found: ResultKey,
  ask: ComputeAsk,
): SharedComputation {
  const stop = new AbortController();
  const followers: SharedComputation['followers'] = new Set();
  const run = async (): Promise<Compared> => {
    const same = await service.database.prisma.result.findFirst({
      where: { numbersKey: found.numbersKey },
      select: { document: true },
    });
    const request: ComputeAsk = {
      ...ask,
      signal: stop.signal,
      onProgress: (done, all) => {
        for (const follow of followers) follow(done, all);
      },
    };
    // The same numbers under other words: only the words are put on anew.
    return await computeAnew(service, revision, design, found, request, same?.document);
  };
  const shared: SharedComputation = { result: run(), stop, followers, waiting: 0 };
  // Whoever waits is told; with nobody left there is nobody to tell.
  shared.result.catch(() => {});
  service.computingResults.set(found.key, shared);
  return shared;
}

/**
 * Keeps a result and that a revision was compared with it; where another has kept the same meanwhile, that one is meant.
 *
 * @param sql - in a transaction, so that the one is never without the other
 * @returns the comparison's id
 */
export async function keepResult(
  sql: Sql,
  revisionId: string,
  design: ComparisonDesign,
  found: ResultKey,
  computed: Compared,
): Promise<string> {
  const { certificate } = computed;
  await sql.query(
    `INSERT INTO "Result" ("id", "key", "numbersKey", "engine", "modelHash", "scenarioHash", "seed", "draws", "inner",
       "breakEvenFutures", "resultHash", "document", "villageDrawYears", "engineMs")
     VALUES ($1::uuid, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT ("key") DO NOTHING`,
    [
      randomUUIDv7(),
      found.key,
      found.numbersKey,
      certificate.engine,
      certificate.modelHash,
      certificate.scenarioHash,
      certificate.seed,
      certificate.draws,
      certificate.inner,
      design.breakEvenFutures ?? null,
      certificate.resultHash,
      computed.json,
      computed.villageDrawYears,
      Math.round(computed.engineMs),
    ],
  );
  const { rows } = await sql.query<{ id: string; resultHash: string }>(
    'SELECT "id", "resultHash" FROM "Result" WHERE "key" = $1',
    [found.key],
  );
  const [kept] = rows;
  if (kept?.resultHash !== certificate.resultHash)
    throw new Error(`two computations of ${found.key} differ: ${kept?.resultHash}, ${certificate.resultHash}`);
  return await linkResult(sql, revisionId, kept.id);
}

/** Notes, once, that a revision was compared with this result. */
export async function linkResult(sql: Sql, revisionId: string, resultId: string): Promise<string> {
  const find = async (): Promise<string | undefined> => {
    const { rows } = await sql.query<{ id: string }>(
      'SELECT "id" FROM "Comparison" WHERE "revisionId" = $1::uuid AND "resultId" = $2::uuid',
      [revisionId, resultId],
    );
    return rows[0]?.id;
  };
  const known = await find();
  if (known !== undefined) return known;
  await sql.query(
    `INSERT INTO "Comparison" ("id", "revisionId", "resultId") VALUES ($1::uuid, $2::uuid, $3::uuid)
     ON CONFLICT ("revisionId", "resultId") DO NOTHING`,
    [randomUUIDv7(), revisionId, resultId],
  );
  const linked = await find();
  if (linked === undefined) throw new Error(`the comparison of ${revisionId} with ${resultId} was not kept`);
  return linked;
}
