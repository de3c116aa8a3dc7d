import { loadModel } from '../../src/app/load-model.ts';
import { openScenario } from '../../src/app/open-scenario.ts';
import { planScenario } from '../../src/app/compare-scenario.ts';
import { backEndFor, collectTask, Merger, portablePlan, summarise } from '../../src/engine/simulate/index.ts';
let t = performance.now(); const lap = (w: string) => { const n = performance.now(); console.log(w, (n - t).toFixed(0)); t = n; };
const model = loadModel(); lap('model');
for (const f of ['worked-example', 'fliseryd']) {
  const sc = openScenario(model, `scenarios/${f}.yaml`); lap('open');
  const { plan } = planScenario(model, sc); lap('plan');
  for (const draws of [64, 128, 1024]) {
    const design = { outer: draws / 16, inner: 16 };
    const be = backEndFor(plan, 'javascript', 128); lap('backend');
    const p = portablePlan(plan); const m = new Merger(p, design, true, 16);
    m.add(collectTask(p, be, { design, firstLeaf: 0, leaves: draws / 64, blockSize: 128, keep: true })); lap('collect ' + draws);
    summarise(plan, m.finish()); lap('summarise');
  }
  const be = backEndFor(plan, 'interpreter', 64); const design = { outer: 1, inner: 16 };
  collectTask(portablePlan(plan), be, { design, firstLeaf: 0, leaves: 1, blockSize: 64, keep: true }); lap('interp 16');
}
