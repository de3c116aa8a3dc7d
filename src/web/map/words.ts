import { bilingual } from '../words/bilingual.ts';

export const words = bilingual({
  sv: {
    map: 'Karta över Sverige. Samma orter finns i listan bredvid.',
    credit:
      'Karta: Natural Earth. Länsgränser: MapSVG (CC BY 4.0). Orter: GeoNames (CC BY 4.0), invånare 2015 eller tidigare.',
    mil: (km: string) => `${km}\u00a0km`,
  },
  en: {
    map: 'Map of Sweden. The same places are in the list beside it.',
    credit:
      'Map: Natural Earth. County borders: MapSVG (CC BY 4.0). Places: GeoNames (CC BY 4.0), inhabitants in 2015 or earlier.',
    mil: (km: string) => `${km}\u00a0km`,
  },
});
