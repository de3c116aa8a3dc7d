import type { Certificate as Shape } from '../../../app/compare-scenario.ts';
import { builder } from '../../builder.ts';

/** What makes a result repeatable. */
export const Certificate = builder.objectRef<Shape>('Certificate').implement({
  description:
    'What makes a result repeatable, and shows whether it has been repeated: the same model, scenario, seed and number of futures give the same `resultHash` on any machine.',
  fields: (t) => ({
    engine: t.exposeString('engine', { description: 'Version of the engine.' }),
    modelHash: t.exposeString('modelHash', {
      description: 'Of the formula files, wording left out; `modelVersion` gives the files.',
    }),
    scenarioHash: t.exposeString('scenarioHash', {
      description: 'Of the scenario as it is computed, wording left out.',
    }),
    seed: t.exposeString('seed', { description: 'Text that all random numbers come from.' }),
    futures: t.exposeInt('draws', { description: 'Futures computed, beside the likely one.' }),
    futuresPerParameterSet: t.exposeInt('inner', {
      description: 'Of these, futures with different luck for each set of uncertain numbers.',
    }),
    resultHash: t.exposeString('resultHash', { description: 'Over every number of the result, but no wording.' }),
  }),
});
