import { Land } from './land.ts';
import outline from './land-outline.json' with { type: 'json' };

let land: Land | undefined;

/** Land and sea around Sweden, by Natural Earth 1:10 million; the file beside this one is written by `npm run generate`. */
export function landAroundSweden(): Land {
  land ??= new Land(outline);
  return land;
}
