/**
 * Closes while a long comparison runs in threads of its own. Nothing here ends the process: it must end because nothing is
 * left running.
 */
import { openComputing } from '../../src/computing/index.ts';
import { sent, village } from './bundles.ts';

const computing = openComputing({ desks: 1, threads: 2 });
const end = await computing
  .compare(
    sent(village),
    { draws: 64_000_000 },
    { caller: 'kalmar', weight: 'long', onProgress: () => void computing.close() },
  )
  .catch((error: unknown) => error);
console.log(JSON.stringify({ code: (end as { code?: string }).code }));
