/** How much faster is the compiled JavaScript than the interpreter, and two threads than one? Village-futures-years a second. */
import { planScenario } from '../src/app/compare-scenario.ts';
import { loadModel } from '../src/app/load-model.ts';
import { openScenario } from '../src/app/open-scenario.ts';
import { backEndFor, collectTask, futureDesign, type Plan, portablePlan } from '../src/engine/simulate/index.ts';
import { runFutures } from '../src/engine/workers/index.ts';
import { type Figure, timeInTurn } from './measure.ts';

export type BackEndRow = {
  readonly scenario: string;
  readonly way: string;
  readonly futures: number;
  readonly perSecond: number;
  readonly seconds: Figure;
};

/** Futures of each way: enough for tenths of a second. */
const slow = 64;
const fast = 8192;
/** For threads: long enough that compiling in each is a small part. */
const many = 262_144;

export async function benchBackEnds(): Promise<{ rows: BackEndRow[]; ratios: Record<string, number> }> {
  const model = loadModel();
  const { plan } = planScenario(model, openScenario(model, 'scenarios/fliseryd.yaml'));
  const work = plan.years * plan.alternatives.length;
  const inProcess = task(plan, 'javascript', fast);
  const interpreter = task(plan, 'interpreter', slow);
  const alone = await timeInTurn(5, { interpreter, 'javascript, in this process': inProcess });
  const threads = await timeInTurn(3, {
    'javascript, 1 thread': () => runFutures(plan, futureDesign(many), { threads: 1 }),
    'javascript, 2 threads': () => runFutures(plan, futureDesign(many), { threads: 2 }),
  });
  const figures = { ...alone, ...threads };
  const futures: Record<string, number> = { interpreter: slow, 'javascript, in this process': fast };
  const rows = Object.entries(figures).map(([way, seconds]) => {
    const count = futures[way] ?? many;
    return { scenario: 'fliseryd', way, futures: count, perSecond: (count * work) / seconds.median, seconds };
  });
  const rate = (way: string): number => rows.find((row) => row.way === way)?.perSecond ?? Number.NaN;
  return {
    rows,
    ratios: {
      'JavaScript against the interpreter': rate('javascript, in this process') / rate('interpreter'),
      'two threads against one': rate('javascript, 2 threads') / rate('javascript, 1 thread'),
    },
  };
}

function task(plan: Plan, name: 'javascript' | 'interpreter', futures: number): () => void {
  const portable = portablePlan(plan);
  const backEnd = backEndFor(plan, name, 128);
  const design = futureDesign(futures);
  return () => {
    collectTask(portable, backEnd, { design, firstLeaf: 0, leaves: futures / 64, blockSize: 128, keep: true });
  };
}
