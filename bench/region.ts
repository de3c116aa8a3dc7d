/**
 * How do time and memory of a national region grow with futures and with villages? Each size in a process of its own, so that
 * memory is its own. Made-up shops on the embedded table, one alternative, 15 years, two threads.
 */
import { spawnSync } from 'node:child_process';
import { closuresByClass } from '../src/app/closures-by-class.ts';
import { planScenario } from '../src/app/compare-scenario.ts';
import { loadModel } from '../src/app/load-model.ts';
import { localities } from '../src/app/localities.ts';
import { readScenario } from '../src/engine/scenario/index.ts';
import { futureDesign, hashOf, likelyRun, summarise } from '../src/engine/simulate/index.ts';
import { runFutures } from '../src/engine/workers/index.ts';
import { counties } from '../src/places/counties.ts';
import { generateRegion, regionText } from '../src/region/index.ts';

export type RegionRow = {
  readonly part: string;
  readonly places: number;
  readonly shops: number;
  readonly futures: number;
  readonly readSeconds: number;
  readonly planSeconds: number;
  readonly likelySeconds: number;
  readonly futuresSeconds: number;
  readonly tellSeconds: number;
  /** Processor time of it all, both threads together: what other work on the machine changes least. */
  readonly processorSeconds: number;
  readonly peakMiB: number;
  /** Closures a year of shops with groceries. */
  readonly yearlyClosures: number | null;
};

/** Every fourth and every second county, and all. */
const parts: Readonly<Record<string, number>> = { quarter: 4, half: 2, all: 1 };

const sizes: readonly (readonly [part: string, futures: number])[] = [
  ['quarter', 208],
  ['half', 208],
  ['all', 208],
  ['all', 1008],
];

export function benchRegion(): RegionRow[] {
  return sizes.map(([part, futures]) => {
    const { stdout, status, stderr } = spawnSync(process.execPath, [import.meta.filename, part, String(futures)], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as RegionRow;
  });
}

async function once(part: string, futures: number): Promise<RegionRow> {
  const seconds: number[] = [];
  let last = process.hrtime.bigint();
  const lap = (): void => {
    const now = process.hrtime.bigint();
    seconds.push(Number(now - last) / 1e9);
    last = now;
  };
  const model = loadModel();
  const chosen = [...counties.keys()].filter((_, index) => index % (parts[part] as number) === 0);
  const { scenario, report } = generateRegion(localities(), false, {
    seed: 'region',
    start: 2014,
    years: 15,
    min: 500,
    max: 5000,
    counties: chosen,
    municipalities: [],
    label: { sv: part, en: part },
    municipalityName: () => undefined,
  });
  const text = regionText(scenario);
  last = process.hrtime.bigint();
  const read = readScenario(model, 'region.yaml', text, () => undefined);
  lap();
  const { plan } = planScenario(model, read);
  lap();
  likelyRun(plan);
  lap();
  const collected = await runFutures(plan, futureDesign(futures), { threads: 2 });
  lap();
  const comparison = summarise(plan, collected);
  hashOf(comparison);
  lap();
  const [closures] = closuresByClass(plan, comparison) ?? [];
  const [readSeconds, planSeconds, likelySeconds, futuresSeconds, tellSeconds] = seconds as [
    number,
    number,
    number,
    number,
    number,
  ];
  return {
    part,
    places: report.places,
    shops: report.shops.synthetic,
    futures,
    readSeconds,
    planSeconds,
    likelySeconds,
    futuresSeconds,
    tellSeconds,
    processorSeconds: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    yearlyClosures: closures?.classes.find(({ kind }) => kind === 'all')?.yearlyClosures ?? null,
  };
}

if (process.argv[1] === import.meta.filename)
  console.log(JSON.stringify(await once(process.argv[2] as string, Number(process.argv[3]))));
