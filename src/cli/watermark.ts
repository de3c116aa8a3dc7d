import type { SyntheticInputs } from '../app/synthetic-inputs.ts';
import { type Language, Numbers } from './numbers.ts';

/** The lines that begin whatever is printed of a scenario with made-up numbers; none of one without. */
export function watermark(synthetic: SyntheticInputs | null, language: Language): string {
  if (synthetic === null) return '';
  const numbers = new Numbers(language);
  const [shops, ofShops, places, ofPlaces] = [
    synthetic.shops,
    synthetic.ofShops,
    synthetic.places,
    synthetic.ofPlaces,
  ].map((count) => numbers.set(count));
  const text =
    language === 'sv'
      ? `▲ SYNTETISKT: påhittade uppgifter om ${shops} av ${ofShops} butiker och mackar och om ${places} av ${ofPlaces} orter (docs/region.md). Säger inget om någon verklig butik. ▲`
      : `▲ SYNTHETIC: made-up figures of ${shops} of ${ofShops} shops and stations and of ${places} of ${ofPlaces} places (docs/region.md). Says nothing of any real shop. ▲`;
  const rule = '▲'.repeat(60);
  return `${rule}\n${text}\n${rule}`;
}
