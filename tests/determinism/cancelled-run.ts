/**
 * Starts a comparison of very many futures, aborts it and prints what came of it: `node cancelled-run.ts 100` aborts after
 * 100 milliseconds, `node cancelled-run.ts progress` once some futures are done. Nothing here ends the process: it must end
 * because nothing is left running.
 */
import { compareScenario } from '../../src/app/compare-scenario.ts';
import { loadModel } from '../../src/app/load-model.ts';
import { futureDesign } from '../../src/engine/simulate/index.ts';
import { scenarioOf, villagesWith } from './villages.ts';

const [when = ''] = process.argv.slice(2);
const model = loadModel();
const scenario = scenarioOf(villagesWith());
const abort = new AbortController();
const stop = (): void => abort.abort();
if (when !== 'progress') setTimeout(stop, Number(when));
const onProgress = when === 'progress' ? stop : undefined;
try {
  await compareScenario(model, scenario, futureDesign(100_000_000), {
    threads: 2,
    signal: abort.signal,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  console.log(JSON.stringify({ end: 'finished' }));
} catch (error) {
  const { name, code, message } = error as Error & { code?: string };
  console.log(JSON.stringify({ end: name, code, message }));
}
