/** How do time and memory grow with the number of futures? Each size in a process of its own, so that memory is its own. */
import { spawnSync } from 'node:child_process';
import { planScenario } from '../src/app/compare-scenario.ts';
import { loadModel } from '../src/app/load-model.ts';
import { openScenario } from '../src/app/open-scenario.ts';
import { futureDesign } from '../src/engine/simulate/index.ts';
import { runFutures } from '../src/engine/workers/index.ts';

export type FuturesRow = { readonly futures: number; readonly seconds: number; readonly peakMiB: number };

/** Multiples of 16 nearest to 10³, 10⁴, 10⁵ and one above the number whose outcomes are kept. */
const sizes = [1008, 10_000, 100_000, 400_000];

export function benchFutures(): FuturesRow[] {
  return sizes.map((futures) => {
    const { stdout, status, stderr } = spawnSync(process.execPath, [import.meta.filename, String(futures)], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as FuturesRow;
  });
}

async function once(futures: number): Promise<FuturesRow> {
  const model = loadModel();
  const { plan } = planScenario(model, openScenario(model, 'scenarios/fliseryd.yaml'));
  const start = process.hrtime.bigint();
  await runFutures(plan, futureDesign(futures), { threads: 2 });
  return {
    futures,
    seconds: Number(process.hrtime.bigint() - start) / 1e9,
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(await once(Number(process.argv[2]))));
