import type { PlacePartsFragment } from '../generated/graphql.ts';
import { writeNumber } from '../village/read-number.ts';
import type { Language } from '../words/spoken.ts';
import { type Answer, filledIn, type TownForm, type VillageForm } from './form.ts';

/** Another place, and how far off it lies as the crow flies. */
export type Neighbour = { readonly distanceKm: number | null; readonly place: PlacePartsFragment };

/** As many towns are suggested. */
const suggested = 3;

/** A form with what the table of places knows of a place and of the towns around it. */
export function filledForm(
  blank: VillageForm,
  place: PlacePartsFragment,
  neighbours: readonly Neighbour[],
  language: Language,
): VillageForm {
  const towns = likelyTowns(place, neighbours).map((town) => townOf(town, language));
  return {
    ...blank,
    name: place.name,
    municipality: place.municipality,
    lat: writeNumber(place.latitude, language),
    lon: writeNumber(place.longitude, language),
    people: peopleOf(place, language),
    towns: towns.length === 0 ? blank.towns : towns,
  };
}

/** A town as the form has it, from the table. */
export function townOf(
  place: PlacePartsFragment,
  language: Language,
): Pick<TownForm, 'name' | 'people' | 'position'> & TownForm {
  return {
    name: place.name,
    people: peopleOf(place, language),
    km: { known: 'no', one: '', low: '', likely: '', high: '', isAssumed: false, from: null },
    position: { lat: place.latitude, lon: place.longitude },
  };
}

/**
 * Where people of a place are likely to shop otherwise: the places that draw most, by people over distance to the power that
 * the model takes (1.2). Not its own row, nor what lies so near that it is the same village.
 */
export function likelyTowns(place: PlacePartsFragment, neighbours: readonly Neighbour[]): PlacePartsFragment[] {
  const pull = ({ place: { population }, distanceKm }: Neighbour): number => population / (distanceKm ?? 1) ** 1.2;
  return neighbours
    .filter(({ place: other, distanceKm }) => other.id !== place.id && distanceKm !== null && distanceKm >= 3)
    .toSorted((one, other) => pull(other) - pull(one))
    .slice(0, suggested)
    .map((neighbour) => neighbour.place);
}

function peopleOf({ population, source, populationStatus }: PlacePartsFragment, language: Language): Answer {
  return filledIn(writeNumber(population, language), source, populationStatus === 'assumption');
}
