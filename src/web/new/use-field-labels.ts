import { useWords } from '../words/language.tsx';
import type { VillageForm } from './form.ts';
import { words } from './words.ts';

/** What a field of the form is called, for a list of what must be changed: «Butikens namn», «Ort 2: Invånare där, Högst». */
export function useFieldLabels(form: VillageForm): (id: string) => string {
  const said = useWords(words);
  const plain: Readonly<Record<string, string>> = {
    name: said.name,
    municipality: said.municipality,
    lat: said.lat,
    lon: said.lon,
    start: said.start,
    toldBy: said.toldBy,
    people: said.people,
    around: said.around,
    aroundKm: said.aroundKm,
    measures: said.q8,
    investment: said.investment,
    running: said.running,
    posts: said.posts,
  };
  const ofTown: Readonly<Record<string, string>> = { name: said.townName, people: said.townPeople, km: said.km };
  const ofShop: Readonly<Record<string, string>> = {
    name: said.shopName,
    turnover: said.turnover,
    grossMargin: said.grossMargin,
    staffFixed: said.staffFixed,
    staffShare: said.staffShare,
    floorArea: said.floorArea,
    premises: said.premises,
    openingOwnerAge: said.ownerAge,
  };
  const ends: Readonly<Record<string, string>> = { low: said.low, likely: said.likely, high: said.high };
  return (id) => {
    const parts = id.split('.');
    const end = ends[parts.at(-1) ?? ''];
    const withEnd = (label: string): string => (end === undefined ? label : `${label}, ${end}`);
    const [kind = '', number = '', field = ''] = parts;
    if (kind === 'towns') return withEnd(`${said.town(String(Number(number) + 1))}: ${ofTown[field] ?? ''}`);
    if (kind === 'shops') {
      const label = ofShop[field] ?? '';
      return withEnd(form.shops === 'two' ? `${said.shop(String(Number(number) + 1))}: ${label}` : label);
    }
    return withEnd(plain[kind] ?? kind);
  };
}
