import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { ComparisonDocument } from '../app/compare-scenario.ts';
import type { PrismaClient } from '../store/generated/client.ts';

const unpack = promisify(gunzip);

/** Stored results, read and kept ready while they are asked for. */
export type DocumentStore = {
  /** The document of a result that is stored. */
  load(resultId: string): Promise<ComparisonDocument>;
  /** One that is not stored, if it is still ready. */
  unstored(key: string): ComparisonDocument | undefined;
  /** Reads one that is not stored (JSON, gzip), and keeps it ready as long as there is room. */
  keepUnstored(key: string, compressed: Uint8Array): Promise<ComparisonDocument>;
};

/** Most that a compressed document may unpack to, bytes. */
const largest = 512 * 2 ** 20;

/** No stored result has such an id. */
const unstoredName = (key: string): string => `unstored ${key}`;

/** @param room - bytes of unpacked JSON kept ready */
export function openDocuments(prisma: PrismaClient, room: number): DocumentStore {
  const ready = new LRUCache<string, { readonly document: ComparisonDocument; readonly size: number }>({
    maxSize: room,
    sizeCalculation: ({ size }) => size,
  });
  const loading = new Map<string, Promise<ComparisonDocument>>();
  const read = async (resultId: string): Promise<ComparisonDocument> => {
    const { document } = await prisma.result.findUniqueOrThrow({
      where: { id: resultId },
      select: { document: true },
    });
    return await keep(resultId, document);
  };
  const keep = async (key: string, compressed: Uint8Array): Promise<ComparisonDocument> => {
    const text = await unpack(compressed, { maxOutputLength: largest });
    const parsed = JSON.parse(text.toString('utf8')) as ComparisonDocument;
    if (text.length < room) ready.set(key, { document: parsed, size: text.length });
    return parsed;
  };
  return {
    unstored: (key) => ready.get(unstoredName(key))?.document,
    keepUnstored: async (key, compressed) => await keep(unstoredName(key), compressed),
    load(resultId) {
      const kept = ready.get(resultId);
      if (kept !== undefined) return Promise.resolve(kept.document);
      const already = loading.get(resultId);
      if (already !== undefined) return already;
      const started = read(resultId).finally(() => loading.delete(resultId));
      loading.set(resultId, started);
      return started;
    },
  };
}
