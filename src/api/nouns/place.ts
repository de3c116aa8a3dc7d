import { findPlaces } from '../../service/places.ts';
import { builder } from '../builder.ts';
import { counted, pageOf } from './list-connection.ts';
import { Status } from './status.ts';

const PlaceNode = builder.prismaNode('Place', {
  description: 'A locality of some 500 inhabitants or more. Coordinates: GeoNames (CC BY 4.0).',
  nullable: true,
  // A null character, which no database takes, is in the id of no place.
  findUnique: (id) => ({ id: id.includes('\0') ? '' : id }),
  id: { field: 'id', description: 'Its global id.' },
  fields: (t) => ({
    key: t.exposeString('id', { description: "Its name and GeoNames' number: `fliseryd-2715414`." }),
    name: t.exposeString('name', { description: 'Its name.' }),
    municipality: t.exposeString('municipality', { description: 'The municipality it lies in.' }),
    municipalityCode: t.exposeString('municipalityCode', { description: "The municipality's code, four digits." }),
    county: t.exposeString('county', { description: 'The county it lies in.' }),
    countyCode: t.exposeString('countyCode', { description: "The county's code, two digits." }),
    population: t.exposeInt('population', { description: 'Inhabitants, persons.' }),
    populationStatus: t.field({
      type: Status,
      description: 'How far the population is known.',
      resolve: ({ status }) => status as 'found' | 'assumption',
    }),
    source: t.exposeString('source', { description: 'Where population and coordinates come from.' }),
    latitude: t.exposeFloat('latitude', { description: 'Degrees north, WGS 84.' }),
    longitude: t.exposeFloat('longitude', { description: 'Degrees east, WGS 84.' }),
  }),
});

const NearPoint = builder.inputType('NearPoint', {
  description: 'Around a point.',
  fields: (t) => ({
    latitude: t.float({ required: true, description: 'Degrees north, WGS 84: 57.13.' }),
    longitude: t.float({ required: true, description: 'Degrees east, WGS 84: 16.27.' }),
    withinKm: t.float({ defaultValue: 25, description: 'How far away, kilometres as the crow flies; at most 2 000.' }),
  }),
});

const PlaceFilter = builder.inputType('PlaceFilter', {
  description: 'Which places; all that is stated must hold.',
  fields: (t) => ({
    search: t.string({ description: 'Part of the name; marks on letters do not matter: `almsta` finds Älmsta.' }),
    municipalityCode: t.string({ description: "The municipality's code, four digits." }),
    countyCode: t.string({ description: "The county's code, two digits." }),
    minPopulation: t.int({ description: 'Fewest inhabitants, persons.' }),
    maxPopulation: t.int({ description: 'Most inhabitants, persons.' }),
    near: t.field({ type: NearPoint, description: 'Around a point; the nearest come first.' }),
  }),
});

/** A place, and how far it is from the point asked about. */
type FoundPlace = Awaited<ReturnType<typeof findPlaces>>[number];

const FoundPlaceType = builder.objectRef<FoundPlace>('FoundPlace').implement({
  description: 'A place that was found.',
  fields: (t) => ({
    place: t.field({ type: PlaceNode, description: 'The place.', resolve: ({ place }) => place }),
    distanceKm: t.float({
      nullable: true,
      description: 'Kilometres as the crow flies from the point asked about; null where none was.',
      resolve: ({ km }) => km ?? null,
    }),
  }),
});

builder.queryField('places', (t) =>
  t.connection(
    {
      type: FoundPlaceType,
      description: 'Places by name, size, municipality or nearness. By name: the exact name first, then the larger.',
      args: { filter: t.arg({ type: PlaceFilter, description: 'Which places; all of them unless stated.' }) },
      resolve: async (_root, { filter, ...page }, { service }) => {
        return pageOf(await findPlaces(service.database.prisma, filter ?? {}), page);
      },
    },
    ...counted,
  ),
);
