import { describe, expect, it } from 'vitest';
import { compareScenario, planScenario } from '../../src/app/compare-scenario.ts';
import { loadModel } from '../../src/app/load-model.ts';
import { readScenario } from '../../src/engine/scenario/index.ts';
import { futureDesign } from '../../src/engine/simulate/index.ts';

/** Byxelkrok on Öland, with Borgholm by road and Oskarshamn across the strait. */
function byxelkrok(change: object = {}) {
  const scenario = {
    id: 'byxelkrok',
    label: 'Byxelkrok',
    start: 2014,
    years: 2,
    seed: 'byxelkrok',
    places: { byxelkrok: { inhabitants: 165, lat: 57.3333, lon: 17.0167 } },
    towns: {
      oskarshamn: { inhabitants: 18817, lat: 57.26, lon: 16.45 },
      borgholm: { inhabitants: 3000, lat: 56.8792, lon: 16.6563 },
    },
    distances: [{ between: ['byxelkrok', 'borgholm'], km: 62 }],
    shops: { butiken: { place: 'byxelkrok', turnover: 2_000_000, floorArea: 200 } },
    ...change,
  };
  return readScenario(loadModel(), 'byxelkrok.yaml', JSON.stringify(scenario), () => undefined);
}

const townPairs = (scenario: ReturnType<typeof byxelkrok>): string[] =>
  (planScenario(loadModel(), scenario).plan.instances.shared.get('townPair') ?? []).map(({ id }) => id);

describe('a village whose nearest town lies across a strait', () => {
  it('must state the way there', () => {
    expect(() => townPairs(byxelkrok())).toThrow(
      /sea between byxelkrok and oskarshamn.*between: \[byxelkrok, oskarshamn\]/,
    );
  });

  it('is content with a stated distance, which wins over the map', () => {
    const distances = [
      { between: ['byxelkrok', 'borgholm'], km: 62 },
      { between: ['byxelkrok', 'oskarshamn'], km: 150 },
    ];
    // 150 km is beyond reach (60 km), so that Oskarshamn stays only if it were the heaviest town: 18.8 / 150^λ against 3 / 62^λ.
    expect(townPairs(byxelkrok({ distances, parameters: { distanceDecay: 2.5 } }))).toEqual(['byxelkrok>borgholm']);
  });

  it('goes without the pair in a generated region, which counts what it drops', async () => {
    const scenario = byxelkrok({ overSea: 'drop' });
    expect(townPairs(scenario)).toEqual(['byxelkrok>borgholm']);
    const { document } = await compareScenario(loadModel(), scenario, futureDesign(64, 64));
    expect(document.pairsDroppedOverSea).toBe(1);
  });

  it('drops nothing where nothing lies over sea', () => {
    const towns = { borgholm: { inhabitants: 3000, lat: 56.8792, lon: 16.6563 } };
    expect(planScenario(loadModel(), byxelkrok({ overSea: 'drop', towns })).pairsDroppedOverSea).toBe(0);
  });
});
