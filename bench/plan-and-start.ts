/** How long do reading the model, checking it, compiling a plan, and a cold command take? */
import { spawnSync } from 'node:child_process';
import { planScenario } from '../src/app/compare-scenario.ts';
import { loadModel, readModelTexts } from '../src/app/load-model.ts';
import { openScenario } from '../src/app/open-scenario.ts';
import { arrangeProgram, checkModel, emitJavaScript, readModel } from '../src/engine/compile/index.ts';
import { solverSignatures } from '../src/engine/simulate/index.ts';
import { type Figure, time } from './measure.ts';

export async function benchStart(): Promise<Record<string, Figure>> {
  const texts = readModelTexts();
  const model = loadModel();
  const scenario = openScenario(model, 'scenarios/fliseryd.yaml');
  const { plan } = planScenario(model, scenario);
  return {
    'read the formula files': await time(9, () => readModel(texts, solverSignatures)),
    'check names, units and order': await time(9, () => checkModel(model)),
    'open and check a scenario': await time(9, () => openScenario(model, 'scenarios/fliseryd.yaml')),
    'compile a plan (arrange and emit)': await time(9, () =>
      emitJavaScript(plan.model, arrangeProgram(plan.model, plan.instances)),
    ),
    'plan with its two likely runs': await time(9, () => planScenario(model, scenario)),
    'cold: compare, 1 008 futures': await time(5, () =>
      spawnSync(process.execPath, ['src/cli/main.ts', 'compare', 'scenarios/fliseryd.yaml', '--draws', '1008']),
    ),
    'cold: compare, 4 096 futures': await time(5, () =>
      spawnSync(process.execPath, ['src/cli/main.ts', 'compare', 'scenarios/fliseryd.yaml']),
    ),
  };
}
