import { useQuery } from '@tanstack/react-query';
import { ask } from '../api/ask.ts';
import { PlacesDocument } from '../generated/graphql.ts';
import { usePlace } from '../map/use-place.ts';
import { Waiting } from '../shell/waiting.tsx';
import { useLanguage } from '../words/language.tsx';
import { useAddress } from '../work/address.ts';
import { filledForm } from './filled-form.ts';
import { VillageFormView } from './village-form-view.tsx';

/** Around a chosen place, as the crow flies, within 60 km by road. */
const neighbourhoodKm = 46;

/** Adds a village of one's own: a form, filled in with what the table of places knows where a place was chosen. */
export function NewVillage() {
  const { place: id } = useAddress();
  const language = useLanguage();
  const { place, isComing } = usePlace(id);
  const around = useQuery({
    queryKey: ['places around', id],
    queryFn: async ({ signal }) => {
      if (place === undefined) return [];
      const near = { latitude: place.latitude, longitude: place.longitude, withinKm: neighbourhoodKm };
      const filter = { near, minPopulation: Math.max(place.population, 500) };
      return (await ask(PlacesDocument, { filter, first: 100 }, signal)).places.nodes;
    },
    enabled: place !== undefined,
  });
  if (isComing || (place !== undefined && around.isPending)) return <Waiting />;
  return (
    <VillageFormView
      key={place?.id ?? ''}
      place={place?.id}
      fill={(blank) => (place === undefined ? blank : filledForm(blank, place, around.data ?? [], language))}
    />
  );
}
