import type { YamlText } from '../text/index.ts';
import type { ScenarioData } from './schema.ts';

/** A validated scenario, with the text it came from for later problems. */
export type Scenario = { readonly data: ScenarioData; readonly text: YamlText };
