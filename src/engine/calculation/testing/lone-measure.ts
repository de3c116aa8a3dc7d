import { loadModel } from '../../../app/load-model.ts';
import { type MeasureData, readScenario, type Scenario, type ScenarioData } from '../../scenario/index.ts';
import { readYaml } from '../../text/index.ts';
import { type StatedCalculation, statedCalculation } from '../index.ts';

export type ItemData = NonNullable<MeasureData['investments']>[number];
export type LineData = NonNullable<MeasureData['running']>[number];

const place = { inhabitants: 700 };

/** A scenario with the given entries, checked as a file is. */
export function scenarioOf(data: Partial<ScenarioData>): Scenario {
  const whole = { id: 'test', label: 'test', start: 2014, seed: 'test', places: { by: place }, ...data };
  return readScenario(loadModel(), 'test.yaml', JSON.stringify(whole), () => undefined);
}

/** The calculation «kalkyl» of a measure owned by the association. The data are not checked, so that many are quick. */
export function calculate(measure: Partial<MeasureData>): StatedCalculation {
  return statedCalculation(loadModel(), uncheckedScenario(measure), 'kalkyl');
}

export function uncheckedScenario(measure: Partial<MeasureData>): Scenario {
  const calculations = { kalkyl: { measure: { kind: 'servicePoint', owner: 'association', ...measure } } };
  const data = { id: 'test', label: 'test', start: 2014, seed: 'test', places: { by: place }, calculations };
  return { data: data as ScenarioData, text: readYaml('{}', 'test.yaml') };
}

/** One investment of 600 000 kronor over 10 years at 5 %, unless stated otherwise. */
export function item(data: Partial<ItemData> = {}): ItemData {
  return { label: 'lokal', cost: 600_000, life: 10, rate: 0.05, ...data };
}
